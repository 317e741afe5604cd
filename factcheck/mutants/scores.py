"""Scores of rules on changed examples, and when they are good enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.mutants.trial import Result

LEAST = 0.70
"""Share of the changes of its examples that every rule must follow ..."""
LEAST_OVERALL = 0.90
"""... and that all rules together must."""


class Score(NamedTuple):
    """Changed copies a rule followed, of those made."""

    followed: int
    made: int

    @property
    def share(self) -> float:
        """Give the share; where nothing was changed, nothing was missed."""
        return self.followed / self.made if self.made else 1.0

    def __str__(self) -> str:
        """Write `34 of 35 (0.97)`."""
        return f"{self.followed} of {self.made} ({self.share:.2f})" if self.made else "nothing to change"


class Scores(NamedTuple):
    """How a rule did on changes that it must follow, and on guises that must not change what it says."""

    changes: Score
    guises: Score


def scores(results: Iterable[Result]) -> Scores:
    """Count what followed."""
    told = list(results)
    changes, guises = ([result for result in told if result.guise == guise] for guise in (False, True))
    return Scores(*(Score(sum(not result.got for result in part), len(part)) for part in (changes, guises)))


def shortfalls(results: Mapping[str, Sequence[Result]], *, all_rules: bool) -> Iterator[str]:
    """Say which rules fell short, and of all rules whether they did together."""
    for name, told in results.items():
        for what, score in scores(told)._asdict().items():
            if score.share < LEAST:
                yield f"{name}: follows {score} {what}, less than {LEAST:.2f}"
    if all_rules:
        for what, score in scores(result for told in results.values() for result in told)._asdict().items():
            if score.share < LEAST_OVERALL:
                yield f"all rules: follow {score} {what}, less than {LEAST_OVERALL:.2f}"


def survivors(results: Iterable[Result]) -> Iterator[str]:
    """Tell each changed copy that a rule did not follow: what was changed, what had to come of it, and what came."""
    expected = {"same": "the same findings", "kept": "a finding there", "moved": "another finding there",
                "gone": "nothing there", "fires": "a finding", "silent": "nothing"}  # fmt: skip
    for result in results:
        if result.got:
            wanted = expected[result.mutant.expected]
            change = result.change if len(result.change) <= LONGEST else result.change[:LONGEST] + "..."
            yield f"{result.rule}: {result.example}: {result.mutant.probe}: wants {wanted}, got {result.got}: {change}"


LONGEST = 160
"""Code points of a change that are shown."""
