"""What would have made two conflicting claims agree, or set them apart: the last lines of a proof."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from factcheck.judge.values import agreeing
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.pair import Step


def unsaid(a: Claim, b: Claim) -> Iterator[Step]:
    """Name what the two reports leave unsaid and what values would agree; every step is passed, for none decides."""
    if a.context.moment is None or b.context.moment is None:
        yield Step("unsaid-moment", True, (("a", a.context.moment or "–"), ("b", b.context.moment or "–")))
    if not (a.context.names and b.context.names):
        names = [", ".join(sorted(claim.context.names)) or "–" for claim in (a, b)]
        yield Step("unsaid-scope", True, (("a", names[0]), ("b", names[1])))
    if a.attribution is None or b.attribution is None:
        yield Step("unsaid-voice", True)
    if a.figure is not None and a.figure.role != "time":  # minutes either way are no range that a clock shows
        low, high = agreeing(a.figure)
        span = replace(a.figure, low=low, high=high, low_inclusive=True, high_inclusive=True, approximate=False)
        yield Step("value-would-agree", True, (("a", shown(a.figure)), ("b", shown(span))))
