"""What an editor wants to hear about each shipped event, and the look-alikes she wants left alone.

expected.yaml: `expect` (each must be found), `forbid` (none may be called a warning or an error), `complete_for`
(categories in which `expect` is all there is to say). Evidence is quoted, never counted in offsets; a piece is met
where it overlaps evidence of the finding in the same report. `rule` names the rule that must say it, where others of
its category might; one that is off by default is switched on. `gap` says why an item fails today; `extra` lists
findings that are one too many, each with its `gap`. Gaps are strict: one that is closed fails here until it is taken
out.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from factcheck.data.strict_yaml import read, validate
from factcheck.judge.rules import load_rules
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Category, ContradictionKind, Finding
from factcheck.pipeline import compare_reports, load_report
from tests.labels import Piece, Strict, covers, params, place

EVENTS = Path(__file__).parents[1] / "fixtures" / "events"


class Told(Strict):
    category: Category
    evidence: tuple[Piece, ...]


class Item(Told):
    rule: str | None = None
    kind: ContradictionKind | None = None
    why: str
    gap: str | None = None


class Extra(Told):
    gap: str


class Expected(Strict):
    id: str
    languages: tuple[str, ...]
    files: tuple[str, ...]
    complete_for: tuple[Category, ...] = ()
    expect: tuple[Item, ...]
    forbid: tuple[Item, ...]
    extra: tuple[Extra, ...] = ()


@lru_cache
def expected(slug: str) -> Expected:
    path = EVENTS / slug / "expected.yaml"
    return validate(Expected, read(path), str(path))


@lru_cache
def comparison(slug: str) -> Comparison:
    event = expected(slug)
    pairs = zip(event.files, event.languages, strict=True)
    reports = [
        load_report(str(EVENTS / slug / file), language=code, name=f"r{n}") for n, (file, code) in enumerate(pairs)
    ]
    named = {item.rule for item in (*event.expect, *event.forbid)}
    rules = load_rules()
    on = {rule.file.id for rule in rules.switched_on().rules} | named
    return compare_reports(reports, [rule for rule in rules.require() if rule.file.id in on])


def loud(slug: str, category: Category) -> list[Finding]:
    """Give what the program stands by: a note is no accusation."""
    return [f for f in comparison(slug).findings if f.rule.category == category and f.severity != "note"]


SLUGS = sorted(path.parent.name for path in EVENTS.glob("*/expected.yaml"))


@pytest.mark.parametrize(("slug", "item"), list(params((slug, expected(slug).expect) for slug in SLUGS)))
def test_what_is_expected_is_found(slug: str, item: Item) -> None:
    heard = loud(slug, item.category) if item.category == "contradiction" else comparison(slug).findings
    pool = [f for f in heard if f.rule.category == item.category and item.kind in (None, f.kind)]
    pool = [f for f in pool if item.rule in (None, f.rule.id)]
    assert any(covers(comparison(slug), finding, item.evidence) for finding in pool), f"nobody says: {item.why}"


@pytest.mark.parametrize(("slug", "item"), list(params((slug, expected(slug).forbid) for slug in SLUGS)))
def test_look_alikes_are_left_alone(slug: str, item: Item) -> None:
    said = [f.message for f in loud(slug, item.category) if covers(comparison(slug), f, item.evidence)]
    assert said == [], f"and yet: {item.why}"


@pytest.mark.parametrize(
    ("slug", "category"), [(slug, category) for slug in SLUGS for category in expected(slug).complete_for]
)
def test_nothing_is_said_beyond_a_complete_list(slug: str, category: Category) -> None:
    event = expected(slug)
    told: list[Told] = [*event.expect, *event.extra]
    wanted = [item.evidence for item in told if item.category == category]
    beyond = [f for f in loud(slug, category) if not any(covers(comparison(slug), f, evidence) for evidence in wanted)]
    assert [f"{f.rule.id}: {f.message}" for f in beyond] == []


def test_extras_are_still_said() -> None:
    for slug in SLUGS:
        for item in expected(slug).extra:
            assert any(covers(comparison(slug), f, item.evidence) for f in loud(slug, item.category)), (
                f"gap closed: {item.gap}"
            )


@pytest.mark.parametrize("slug", SLUGS)
def test_an_event_is_one_event_and_its_quotes_stand(slug: str) -> None:
    assert comparison(slug).same_event
    event = expected(slug)
    told: list[Told] = [*event.expect, *event.forbid, *event.extra]
    for item in told:
        for piece in item.evidence:
            place(comparison(slug), piece)
