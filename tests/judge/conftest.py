"""Figures and claims of one's own making."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from factcheck.model.claim import Claim, Context
from factcheck.model.figure import Counted, Figure
from factcheck.model.source import Attribution, Source
from factcheck.model.span import Span


def figure(written: str, **fields: Any) -> Figure:
    """Make a figure of `12`, `~12`, `>12`, `>=12`, `<12`, `<=12` or `10..12`; the step is that of its digits."""
    number = written.lstrip("~<>=")
    low, _, high = number.partition("..")
    ends = Decimal(low), Decimal(high or low)
    exponent = ends[0].as_tuple().exponent
    whole = Figure(*ends, Span(0, 1), step=Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))
    if written.startswith(">"):
        whole = replace(whole, high=None, low_inclusive=written.startswith(">="))
    elif written.startswith("<"):
        whole = replace(whole, low=None, high_inclusive=written.startswith("<="))
    whole = replace(whole, approximate=written.startswith("~"))
    return replace(whole, **fields)


@pytest.fixture(scope="session")
def fig() -> Callable[..., Figure]:
    return figure


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    """Give what makes a claim: a figure, what it counts, who says it, and fields of its context."""

    def make(
        written: str,
        *,
        key: str | None = None,
        noun: str = "",
        speaker: str = "",
        of: Figure | None = None,
        **context: Any,
    ) -> Claim:
        counted = Counted(noun or key or "", key) if noun or key else None
        source = Source(Span(0, 1), "person", key=speaker)
        said = Attribution(source, None, Span(0, 1)) if speaker else None
        around = replace(Context(0, Span(0, 1)), **context)
        value = replace(of or figure(written), counted=counted)
        return Claim("c0", "figure", Span(0, 1), written, around, value, attribution=said)

    return make
