"""Drafts for two titles and two ages of one person."""

from __future__ import annotations

from factcheck.judge.case import Case, Draft
from factcheck.judge.offices import Told, Why
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.person import Age


def title_draft(case: Case, ours: tuple[int, Told], theirs: tuple[int, Told], why: Why) -> Draft:
    """Make a draft of two offices that one person cannot hold; its levels are `moved` and `plain`."""
    (first, a), (second, b) = ours, theirs
    texts = [case.readings[r].report.surface(t.office.span) for r, t in (ours, theirs)]
    moved = a.office.moved or b.office.moved
    values = {"a": texts[0], "b": texts[1], "person": a.mention.text}
    return Draft(
        level="moved" if moved else "plain",
        evidence=(
            case.evidence(first, a.office.span.join(a.mention.span), "a"),
            case.evidence(second, b.office.span.join(b.mention.span), "b"),
        ),
        basis=((_key(a.mention), a.office.key), (_key(b.mention), b.office.key)),
        values=values,
        steps=(_one_person(a.mention, b.mention), Step(f"title-{why}", False, (("a", texts[0]), ("b", texts[1])))),
        claims=((first, a.mention.id), (second, b.mention.id)),
    )


def age_draft(case: Case, ours: tuple[int, Claim, Age], theirs: tuple[int, Claim, Age]) -> Draft:
    """Make a draft of two ages of one person; its levels are `year` (one apart) and `apart`."""
    (first, a, age), (second, b, other) = ours, theirs
    texts = [case.readings[r].report.surface(x.span) for r, x in ((first, age), (second, other))]
    return Draft(
        level="year" if abs(age.value - other.value) <= 1 else "apart",
        evidence=(
            case.evidence(first, age.span.join(a.span), "a"),
            case.evidence(second, other.span.join(b.span), "b"),
        ),
        basis=((_key(a), str(age.value)), (_key(b), str(other.value))),
        values={"a": texts[0], "b": texts[1], "person": a.text},
        steps=(_one_person(a, b), Step("age", False, (("a", texts[0]), ("b", texts[1])))),
        claims=((first, a.id), (second, b.id)),
    )


def _one_person(a: Claim, b: Claim) -> Step:
    return Step("one-person", True, (("a", a.text), ("b", b.text)))


def _key(claim: Claim) -> str:
    return " ".join(word.text for word in claim.name.words) if claim.name is not None else ""
