"""How often rules speak on a desk's own copy: what they cost a reader before anybody asks whether they are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from factcheck.model.finding import SEVERITIES, Finding, Severity

MEDIAN, MOST = 50, 90
"""Percentiles of the reports that are told of."""


class Noise(Struct, frozen=True):
    """What rules said of some reports: how often by rule and severity, and in how many reports a rule spoke.

    `loud` holds the warnings and errors of each report, in ascending order: what a reader has to answer.
    """

    said: Mapping[tuple[str, Severity], int]
    spoke_in: Mapping[str, int]
    loud: tuple[int, ...]

    def within(self, share: int) -> int:
        """Give the number of warnings and errors that `share` percent of the reports stay within (nearest rank)."""
        return self.loud[max(0, -(-share * len(self.loud) // 100) - 1)]


def noise_of(reports: Iterable[Sequence[Finding]]) -> Noise:
    """Count the findings of some reports, one at least."""
    said: Counter[tuple[str, Severity]] = Counter()
    spoke_in: Counter[str] = Counter()
    loud: list[int] = []
    for findings in reports:
        said.update((finding.rule.id, finding.severity) for finding in findings)
        spoke_in.update({finding.rule.id for finding in findings})
        loud.append(sum(finding.severity != "note" for finding in findings))
    return Noise(said, spoke_in, tuple(sorted(loud)))


def noise_lines(noise: Noise, rules: Sequence[str], of_several: Sequence[str] = ()) -> list[str]:
    """Write a line a rule, the loudest first, the silent ones in one, and last what a report has to bear.

    `of_several` are rules about two reports or more, which say nothing of one.
    """
    spoke = sorted((name for name in rules if name in noise.spoke_in), key=lambda name: (-noise.spoke_in[name], name))
    silent = [name for name in rules if name not in noise.spoke_in]
    table = [f"{'rule':28} {'reports':>7} {'errors':>7} {'warnings':>8} {'notes':>7}"]
    for name in spoke:
        errors, warnings, notes = (noise.said.get((name, severity), 0) for severity in SEVERITIES)
        table.append(f"{name:28} {noise.spoke_in[name]:7} {errors:7} {warnings:8} {notes:7}")
    if silent:
        table.append(f"silent: {', '.join(silent)}")
    if of_several:
        table.append(f"not counted, for they need two reports: {', '.join(of_several)}")
    middle, most = noise.within(MEDIAN), noise.within(MOST)
    return [*table, f"{len(noise.loud)} reports; warnings and errors in one: median {middle}, 90th percentile {most}"]
