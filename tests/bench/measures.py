"""What a bench measured: a ratio or rate, the bar beside it, and the figures it was made of; as a table and as JSON."""

from __future__ import annotations

import operator
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Bench = Callable[["Asked"], Iterator["Measure"]]


@dataclass(frozen=True)
class Asked:
    """What the benches are run with: a Python that has the peers, and how often what takes turns is repeated."""

    peers: Path
    rounds: int


@dataclass(frozen=True)
class Measure:
    """One line of the table. A bar is the least value that will do or, with `most`, the greatest.

    Without a bar the line is for knowing only; without a value it was not measured, and `note` says why.
    """

    bench: str
    what: str
    value: float | None
    unit: str = "times"
    bar: float | None = None
    most: bool = False
    note: str = ""
    behind: Mapping[str, Any] = field(default_factory=dict)
    """The figures the value was made of, for the JSON alone."""

    @property
    def outcome(self) -> str:
        """Give `met`, `missed`, nothing where there is no bar, or `skipped`."""
        if self.value is None:
            return "skipped"
        if self.bar is None:
            return ""
        holds = operator.le if self.most else operator.ge
        return "met" if holds(self.value, self.bar) else "missed"


HEAD = f"{'bench':<11} {'what':<72} {'measured':>9} {'bar':>9}"


def line(measure: Measure) -> str:
    """Give a measure as a row under HEAD."""
    value = "-" if measure.value is None else _short(measure.value)
    bar = "" if measure.bar is None else f"{'≤' if measure.most else '≥'} {_short(measure.bar)}"
    note = f" ({measure.note})" if measure.note else ""
    what = f"{measure.what}, {measure.unit}"
    return f"{measure.bench:<11} {what:<72} {value:>9} {bar:>9}  {measure.outcome}{note}".rstrip()


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}".removesuffix(".00")


def as_json(measures: Sequence[Measure]) -> dict[str, Any]:
    """Give all that was measured, and the machine it was measured on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": os.getloadavg() if hasattr(os, "getloadavg") else None,
        "measures": [{**vars(measure), "outcome": measure.outcome} for measure in measures],
    }
