"""What a desk lets stand, laid over what was found: waivers, a baseline, and what is off with either."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.judge.baseline import Baseline
from factcheck.judge.rules import Rule
from factcheck.judge.waivers import fits, named
from factcheck.model.allowance import Entry, Looked, Notice, Settled, Signed, Waived, Waiver
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding, Subject


class Allowances(Struct, frozen=True):
    """Waivers, the day by which they have expired or not (None: not asked), and a baseline."""

    waivers: tuple[Waiver, ...] = ()
    today: datetime.date | None = None
    baseline: Baseline | None = None
    signed: tuple[Signed, ...] = ()

    def counts(self, waiver: Waiver) -> bool:
        """Tell whether a waiver has not expired; it counts through its last day."""
        return self.today is None or self.today <= waiver.expires


NOTHING = Allowances()
"""Nothing is let stand."""


def allow(comparison: Comparison, allowances: Allowances) -> Comparison:
    """Take out of the findings what is settled, waived or accepted by a baseline, and keep it beside them."""
    reports = [reading.report for reading in comparison.readings]
    kept: list[Finding] = []
    settled: list[Settled] = []
    waived: list[Waived] = []
    answers = {answer.fingerprint: answer for answer in allowances.signed if answer.answer == "confirmed"}
    accepted: list[Finding] = []
    for finding in comparison.findings:
        waiver = next((w for w in allowances.waivers if allowances.counts(w) and fits(w, finding, reports)), None)
        if finding.fingerprint in answers:
            settled.append(Settled(finding, answers[finding.fingerprint]))
        elif waiver is not None:
            waived.append(Waived(finding, waiver))
        elif allowances.baseline is not None and allowances.baseline.entry_for(finding, reports) is not None:
            accepted.append(finding)
        else:
            kept.append(finding)
    return replace(
        comparison,
        findings=tuple(kept),
        settled=tuple(settled),
        waived=tuple(waived),
        accepted=tuple(accepted),
    )


def looked(comparison: Comparison, judged: Sequence[int]) -> Looked:
    """Give what was found of the judged reports; what only the others did is not their fault."""

    def theirs(finding: Finding) -> bool:
        return any(item.report in judged for item in finding.evidence)

    return Looked(
        reports=tuple(reading.report for reading in comparison.readings),
        judged=tuple(judged),
        findings=tuple(filter(theirs, comparison.findings)),
        waived=tuple(item for item in comparison.waived if theirs(item.finding)),
        accepted=tuple(filter(theirs, comparison.accepted)),
        settled=tuple(item for item in comparison.settled if theirs(item.finding)),
        same_event=comparison.same_event,
    )


def notices(allowances: Allowances, looks: Sequence[Looked], rules: Sequence[Rule]) -> tuple[Notice, ...]:
    """Tell of waivers that have expired or set nothing aside, and of entries of the baseline whose finding is gone.

    `rules` are those that ran. A waiver for a report that was not looked at is not called unused.
    """
    subjects = {rule.file.id: rule.file.on for rule in rules}
    told = [notice for waiver in allowances.waivers for notice in _off(waiver, allowances, looks, subjects)]
    told += _still_there(allowances.signed, looks)
    if allowances.baseline is not None:
        for entry in gone(allowances.baseline, looks, rules):
            values = (("report", entry.report), ("rule", entry.rule), ("text", entry.text))
            told.append(Notice("baseline-gone", "note", entry.written, values))
    return tuple(told)


def _still_there(signed: Sequence[Signed], looks: Sequence[Looked]) -> Iterator[Notice]:
    """Tell of what was mended or taken out, as somebody signed, and is found all the same."""
    found = {finding.fingerprint: finding for look in looks for finding in look.findings}
    for answer in signed:
        finding = found.get(answer.fingerprint)
        if finding is not None and answer.answer != "confirmed":
            values = (("by", answer.by), ("on", answer.on.isoformat()), ("text", finding.evidence[0].text))
            yield Notice("signed-stands", "warning", answer.written, values)


def _off(
    waiver: Waiver, allowances: Allowances, looks: Sequence[Looked], subjects: Mapping[str, Subject]
) -> Iterator[Notice]:
    """Tell what is off with a waiver: a warning where that is sure, a note where it may be about something else."""
    used = any(fits(waiver, finding, look.reports) for look in looks for finding in look.everything)
    here = [look for look in looks if waiver.report and any(named(waiver.report, look.reports[n]) for n in look.judged)]
    what = " ".join(part for part in (waiver.rule, waiver.report, waiver.fingerprint) if part)
    values = (("by", waiver.by), ("what", what))
    if not allowances.counts(waiver):
        expired = (*values, ("expires", waiver.expires.isoformat()))
        yield Notice("waiver-expired", "warning" if used or here else "note", waiver.written, expired)
    elif not used and (here or not waiver.report):
        # A rule about two reports has nothing to find in one, and one that is off finds nothing anywhere.
        alone = subjects.get(waiver.rule) == "report"
        able = (alone or any(len(look.reports) > 1 for look in here)) and (waiver.rule in subjects or not waiver.rule)
        yield Notice("waiver-unused", "warning" if here and able else "note", waiver.written, values)


def gone(baseline: Baseline, looks: Sequence[Looked], rules: Sequence[Rule]) -> list[Entry]:
    """Give the entries whose finding is gone: their report was judged by their rule, or is no more."""
    met = {baseline.entry_for(finding, look.reports) for look in looks for finding in look.everything}
    alone = {baseline.seen(look.reports[one].name) for look in looks for one in look.judged}
    beside = {baseline.seen(look.reports[one].name) for look in looks if len(look.reports) > 1 for one in look.judged}
    judged = {rule.file.id: alone if rule.file.on == "report" else beside for rule in rules}
    return [e for e in baseline.entries if e not in met and (e.gone or e.report in judged.get(e.rule, ()))]


def rewritten(baseline: Baseline, looks: Sequence[Looked], rules: Sequence[Rule], *, grow: bool) -> tuple[Entry, ...]:
    """Give the entries of a baseline after a look: without those that are gone, and with new ones where it may grow.

    A finding whose report was moved is entered under its new name. What is waived is no business of the baseline.
    """
    dropped = set(gone(baseline, looks, rules))
    entries = [entry for entry in baseline.entries if entry not in dropped and not entry.gone]
    for look in looks:
        moved = [f for f in look.accepted if (entry := baseline.entry_for(f, look.reports)) is None or entry.gone]
        new = [*moved, *(look.findings if grow else ())]
        entries += [baseline.entry_of(finding, look.reports, look.judged) for finding in new]
    return tuple(entries)
