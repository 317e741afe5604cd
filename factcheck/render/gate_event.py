"""What the gate has to tell of one event."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from factcheck.model.allowance import Looked
from factcheck.model.report import Report


class GateEvent(Struct, frozen=True):
    """What came of one event: each report that was judged, with whether it stops.

    They go by their numbers among all that are judged. `title` is what somebody calls the event, `reports` how many of
    it came in, judged or not.
    """

    looks: Mapping[int, tuple[Looked, bool]]
    title: str = ""
    reports: int = 1

    @property
    def stop(self) -> bool:
        """Tell whether any report of it stops."""
        return any(stop for _, stop in self.looks.values())

    @property
    def called(self) -> str:
        """Give its title, else the first report's headline, else that one's name."""
        first, _ = next(iter(self.looks.values()))
        return self.title or headline(first.reports[0])

    @property
    def alone(self) -> bool:
        """Tell whether it is one report of which nobody said more: its own line says all."""
        return self.reports == 1 and not self.title

    @property
    def told(self) -> str:
        """Give what programs are told it is called: nothing for a report that is alone."""
        return "" if self.alone else self.called


def headline(report: Report) -> str:
    """Give a report's title, else its headline, else its name."""
    block = next((block for block in report.blocks if block.kind == "headline"), None)
    return report.title or (report.surface(block.span).strip() if block is not None else "") or report.name
