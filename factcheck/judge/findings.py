"""From drafts to findings: severity, words for the reader, fingerprint, order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from factcheck.judge.authors import Address, addresses
from factcheck.judge.case import Case, Draft
from factcheck.judge.conditions import wanted
from factcheck.judge.rules import Rule
from factcheck.model.comparison import Comparison, Row
from factcheck.model.finding import SEVERITIES, Evidence, Finding, Severity, Subject
from factcheck.model.limits import ENDLESS, Clock
from factcheck.model.span import Span

CATEGORY_ORDER = ("contradiction", "arithmetic", "missing-figure", "unsupported-figure", "unnamed-source", "hyperbole")
"""What an editor looks at first; categories not named here follow, by name."""
BARE = frozenset({"terms", "sum", "total", "days", "change", "items", "reports", "values"})
"""Slots that hold numbers the program worked out, not words of a report."""


def find(
    case: Case,
    rules: Sequence[Rule],
    messages: str,
    author: int | None = None,
    matrix: Sequence[Row] = (),
    *,
    clock: Clock = ENDLESS,
) -> tuple[Finding, ...]:
    """Run every rule over the case; findings come in the order an editor works, each fingerprint once.

    Of a draft and the wires it is held against, findings speak to its author, whose report `author` is. Raises
    UserError where the clock says that time is up.
    """
    merged: dict[str, Finding] = {}
    spoken = list(_spoken(case, rules, clock))
    addressed = addresses(case, spoken, author, matrix, messages)
    for (rule, draft), address in zip(spoken, addressed, strict=True):
        severity = rule.severity(draft.level)
        if severity is not None:
            finding = _finding(rule, severity, draft, messages, address)
            known = merged.get(finding.fingerprint)
            merged[finding.fingerprint] = finding if known is None else _together(known, finding)
    return tuple(sorted(_graver(tuple(merged.values()), rules), key=_order))


def _spoken(case: Case, rules: Sequence[Rule], clock: Clock) -> Iterator[tuple[Rule, Draft]]:
    """Give what each rule speaks of; rules that ask one thing of one check share its answer."""
    made: dict[tuple[Hashable, tuple[int, ...]], tuple[Draft, ...]] = {}
    places = _places(case)
    for rule in rules:
        for where in places.get(rule.file.on, ()):
            asked = (rule.asks, where)
            if asked not in made:
                made[asked] = tuple(_timed(rule.check.run(case, where, rule.file.when, rule.options), clock))
            own = rule.check.conditions
            drafts = [
                draft
                for draft in made[asked]
                if rule.severity(draft.level) is not None and wanted(case, rule.file.when, draft, own)
            ]
            if len(drafts) >= rule.file.times:
                yield from ((rule, draft) for draft in (drafts if rule.file.times == 1 else [_all_of(drafts)]))


def _timed(drafts: Iterable[Draft], clock: Clock) -> Iterator[Draft]:
    clock.check()
    for draft in drafts:
        clock.check()
        yield draft


def _all_of(drafts: Sequence[Draft]) -> Draft:
    """Make one draft of several: the first speaks, with the evidence of all."""
    return replace(
        drafts[0],
        evidence=tuple(item for draft in drafts for item in draft.evidence),
        basis=tuple(item for draft in drafts for item in draft.basis),
        claims=tuple(claim for draft in drafts for claim in draft.claims),
    )


def _graver(findings: Sequence[Finding], rules: Sequence[Rule]) -> Iterator[Finding]:
    """Let each finding give way to one of a rule its own yields to, where both speak of the same words first.

    One claim is one finding: the one that stays takes over the evidence and, where it is worse, the severity.
    """
    yields_to = {rule.file.id: rule.file.yields_to for rule in rules}
    kept = {finding.fingerprint: finding for finding in findings}
    alike: dict[tuple[int, Span], list[str]] = {}
    for finding in findings:
        alike.setdefault(_first(finding), []).append(finding.fingerprint)
    for finding in findings:
        names = yields_to[finding.rule.id]
        graver = [kept[other] for other in alike[_first(finding)] if other in kept] if names else ()
        stays = next((f for name in names for f in graver if f.rule.id == name), None)
        if stays is not None:
            kept[stays.fingerprint] = _joined(stays, stays, kept.pop(finding.fingerprint))
    yield from kept.values()


def _first(finding: Finding) -> tuple[int, Span]:
    return finding.evidence[0].report, finding.evidence[0].span


def _together(known: Finding, more: Finding) -> Finding:
    """Join two findings of one fingerprint (two reports that share a sentence): the worse one speaks."""
    worse = min((known, more), key=lambda finding: SEVERITIES.index(finding.severity))
    return _joined(worse, known, more)


def _joined(speaks: Finding, *parts: Finding) -> Finding:
    """Let one finding speak for several: with all their evidence, as severe as the worst of them."""
    return replace(
        speaks,
        severity=min((part.severity for part in parts), key=SEVERITIES.index),
        evidence=_once(item for part in parts for item in part.evidence),
        claims=tuple(dict.fromkeys(claim for part in parts for claim in part.claims)),
    )


def fingerprint(rule: str, basis: Iterable[tuple[str, str]]) -> str:
    """Hash a rule and the unordered set of (folded clause, normalised value) it speaks of, to 16 hexadecimal digits."""
    content = json.dumps([rule, sorted(set(basis))], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _places(case: Case) -> Mapping[Subject, Sequence[tuple[int, ...]]]:
    """Give the reports that a check is run over, by what it looks at; two events are not held against each other."""
    reports = range(len(case.readings))
    told = tuple([report for report in reports if report not in case.apart])
    alone = [(report,) for report in reports]
    if not case.same_event and not case.apart:
        return {"report": alone}
    return {"report": alone, "pair": [*combinations(told, 2)], "event": [told]}


def _finding(rule: Rule, severity: Severity, draft: Draft, messages: str, address: Address) -> Finding:
    values = {name: value if name in BARE else f"«{value}»" for name, value in draft.values.items()}
    values |= {"here": address.here, "there": address.there}
    texts = rule.file.told(draft.level, to_author=bool(address.alike))
    message, question = (text.said(messages).format(**values) for text in texts)
    return Finding(
        rule=rule.info,
        severity=severity,
        message=message,
        question=question,
        evidence=_once(draft.evidence),
        steps=draft.steps,
        fingerprint=fingerprint(rule.file.id, draft.basis),
        kind=draft.kind or rule.file.kind,
        claims=draft.claims,
        alike=address.alike,
    )


def gathered(comparison: Comparison) -> Comparison:
    """Tell the author of a draft once what several wires have: one finding, with the words of each of them."""
    kept: dict[str, Finding] = {}
    for finding in comparison.findings:
        key = finding.alike or finding.fingerprint
        known = kept.get(key)
        if known is None:
            kept[key] = finding
        else:
            also = (*known.also, *finding.fingerprints)
            joined = _joined(known, known, finding)
            first, *rest = joined.evidence
            evidence = (first, *sorted(rest, key=lambda item: item.report))
            kept[key] = replace(joined, evidence=evidence, also=also)
    return replace(comparison, findings=tuple(kept.values()))


def _once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    seen: dict[tuple[int, tuple[bool, int, int]], Evidence] = {}
    for item in evidence:
        seen.setdefault((item.report, item.span.order), item)
    return tuple(seen.values())


def _order(finding: Finding) -> tuple[int, int, str, int, tuple[bool, int, int], str]:
    category = finding.rule.category
    rank = CATEGORY_ORDER.index(category) if category in CATEGORY_ORDER else len(CATEGORY_ORDER)
    first = finding.evidence[0]
    between = 0 if finding.rule.on != "report" else 1
    return (
        between,
        SEVERITIES.index(finding.severity),
        f"{rank:02d}{category}",
        first.report,
        first.span.order,
        finding.fingerprint,
    )
