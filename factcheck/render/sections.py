"""Which findings stand where on the page."""

from __future__ import annotations

from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding


def is_compared(comparison: Comparison) -> bool:
    """Tell whether there is anything to lay side by side: two reports or more, of one event."""
    return len(comparison.readings) > 1 and (comparison.same_event or bool(comparison.apart))


def between(comparison: Comparison) -> tuple[Finding, ...]:
    """Give the findings that stand between reports; none where they are not of one event."""
    return tuple(f for f in comparison.findings if f.rule.on != "report") if is_compared(comparison) else ()


def inside(comparison: Comparison, report: int) -> tuple[Finding, ...]:
    """Give the findings that stand inside one report."""
    return tuple(f for f in comparison.findings if f.rule.on == "report" and f.evidence[0].report == report)


def on_the_page(comparison: Comparison) -> tuple[Finding, ...]:
    """Give every finding in the order the page has them."""
    reports = range(len(comparison.readings))
    return (*between(comparison), *(finding for report in reports for finding in inside(comparison, report)))
