"""What `compare` and `checklist` share: reports loaded, compared, and what a desk lets stand laid over the findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from factcheck.cli_allowances import allowances_for, laid_over
from factcheck.cli_errors import FAILED, PASSED
from factcheck.cli_streams import enough, facts_for, load_reports, rules_for, settings, spoken_to, warn_of_twins
from factcheck.config import Config
from factcheck.data.messages import Messages
from factcheck.judge.findings import gathered
from factcheck.judge.rules import Rule
from factcheck.model.allowance import Notice, fails
from factcheck.model.comparison import Comparison
from factcheck.model.fact import Fact
from factcheck.model.finding import Finding
from factcheck.pipeline import compare_reports


class Equipment(NamedTuple):
    """What a comparison is made with."""

    config: Config
    messages: Messages
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]


class Laid(NamedTuple):
    """A comparison, the numbers of the reports that are judged, and what is off with what lets findings stand."""

    comparison: Comparison
    judged: Sequence[int]
    off: tuple[Notice, ...]


def equipped(given: dict[str, Any]) -> Equipment:
    """Load what a command compares with; raises UserError with all that is wrong in it."""
    config, messages = settings(given)
    return Equipment(config, messages, facts_for(given, config), rules_for(given, config))


def laid(
    paths: Sequence[str], against: Sequence[str], given: dict[str, Any], equipment: Equipment, *, alone: bool = False
) -> Laid:
    """Load the reports and compare them; raises UserError for what cannot be read, and for one report not let alone."""
    config, messages, facts, rules = equipment
    names = (*paths, *against)
    allowances = allowances_for(given, config)
    reports = load_reports(names, config, given)
    if not alone:
        enough(reports)
    warn_of_twins(names)
    author = spoken_to(reports, paths, against)
    judged = range(len(reports)) if author is None else (author,)
    found = [
        compare_reports(
            reports, rules, messages.language, facts, author, limits=config.bounds, one_event=given["one_event"]
        )
    ]
    (comparison,), off = laid_over(found, judged, allowances, rules, given)
    return Laid(replace(gathered(comparison), notices=off), judged, off)


def status_of(found: Laid, given: dict[str, Any], config: Config) -> int:
    """Give the exit status: of a draft's findings, only those that speak to its author count."""
    failing: tuple[Finding | Notice, ...] = (
        *filter(found.comparison.is_authors, found.comparison.findings),
        *found.off,
    )
    return FAILED if fails(failing, given["fail_on"] or config.fail_on or "never") else PASSED
