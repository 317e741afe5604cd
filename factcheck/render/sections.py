"""Which findings stand where on the page."""

from __future__ import annotations

from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding


def is_compared(comparison: Comparison) -> bool:
    """Tell whether there is anything to lay side by side: two reports or more, of one event."""
    return len(comparison.readings) > 1 and (comparison.same_event or bool(comparison.apart))


def between(comparison: Comparison) -> tuple[Finding, ...]:
    """Give the findings that stand between reports; none where they are not of one event."""
    theirs = (f for f in comparison.findings if f.rule.on != "report" and comparison.is_authors(f))
    return tuple(theirs) if is_compared(comparison) else ()


def inside(comparison: Comparison, report: int) -> tuple[Finding, ...]:
    """Give the findings that stand inside one report."""
    own = (f for f in comparison.findings if f.rule.on == "report" and comparison.is_authors(f))
    return tuple(f for f in own if f.evidence[0].report == report)


def elsewhere(comparison: Comparison) -> tuple[Finding, ...]:
    """Give the findings that stand in wires alone, which the author of a draft is not asked about."""
    return tuple(f for f in comparison.findings if not comparison.is_authors(f))


def on_the_page(comparison: Comparison) -> tuple[Finding, ...]:
    """Give every finding in the order the page has them."""
    reports = range(len(comparison.readings))
    return (*between(comparison), *(finding for report in reports for finding in inside(comparison, report)))
