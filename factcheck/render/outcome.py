"""What a command came to, for the outputs that other tools read: the looks it took, and what else it has to tell."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model.allowance import Notice
from factcheck.model.comparison import Comparison
from factcheck.model.errors import Problem
from factcheck.model.finding import SEVERITIES, RuleInfo, Severity


class Look(Struct, frozen=True):
    """A comparison, and which of its reports were judged: `gate` judges one, `compare` all of them."""

    comparison: Comparison
    judged: tuple[int, ...]


class Outcome(Struct, frozen=True):
    """What came of a run: `rules` are those that were on, `unread` tells what could not be read.

    `least` is the least severity that fails (`never`: none does); `docs` the address of the page of rules, if known.
    """

    looks: tuple[Look, ...]
    rules: tuple[RuleInfo, ...]
    version: str
    notices: tuple[Notice, ...] = ()
    unread: tuple[Problem, ...] = ()
    least: Severity | str = "warning"
    docs: str = ""

    def fails(self, severity: Severity) -> bool:
        """Tell whether something as severe fails."""
        return self.least != "never" and SEVERITIES.index(severity) <= [*SEVERITIES].index(self.least)  # type: ignore[arg-type]

    def page_of(self, rule: str) -> str:
        """Give the address of a shipped rule's documentation; empty where the page is not known."""
        shipped = any(info.id == rule and info.shipped for info in self.rules)
        return f"{self.docs}#{rule}" if self.docs and shipped else ""
