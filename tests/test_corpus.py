"""One value, its many spellings; and look-alikes that must give nothing. The form of the files: ar/numbers.yaml."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict

from factcheck.data.strict_yaml import read, validate
from factcheck.model.claim import Claim, Reading
from factcheck.model.source import Attribution
from factcheck.pipeline import extract_claims, read_report

CORPUS = Path(__file__).parents[1] / "fixtures" / "corpus"
LANGUAGES = ("ar", "en")
FILES = ("dates", "intervals", "names", "numbers", "roles", "sources", "units")
FEWEST_SPELLINGS = 150
SLOT = "{}"
INVISIBLE = " \u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
"""Spaces and direction marks around a spelling, which no claim need cover."""

NAMED: tuple[Literal["person", "organisation", "place"], ...] = ("person", "organisation", "place")
Unwanted = Literal["figure", "quantity", "date", "attribution", "unnamed", "person", "organisation", "place"]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Spelling(Strict):
    text: str
    frame: str | None = None
    gap: str | None = None


class Entry(Strict):
    name: str
    frame: str | None = None
    spellings: list[str | Spelling]
    gap: str | None = None
    whole: bool = True
    published: str | None = None
    value: str | None = None
    form: str | None = None
    role: str | None = None
    unit: str | None = None
    counted: str | None = None
    edtf: str | None = None
    calendar: str | None = None
    weekday: int | None = None
    relative: bool | None = None
    source: str | None = None
    rung: str | None = None
    named: str | None = None
    key: str | None = None


class LookAlike(Strict):
    text: str
    gap: str | None = None


class CorpusFile(Strict):
    frame: str | None = None
    entries: list[Entry]
    never: dict[Unwanted, list[str | LookAlike]] = {}


@dataclass(frozen=True)
class Case:
    language: str
    entry: Entry
    text: str
    start: int
    end: int

    @property
    def surface(self) -> str:
        return self.text[self.start : self.end]


def load(language: str, name: str) -> CorpusFile:
    path = CORPUS / language / f"{name}.yaml"
    return validate(CorpusFile, read(path), str(path))


def marks(gap: str | None) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, raises=AssertionError, reason=gap)] if gap else []


def spellings() -> Iterator[Any]:
    for language in LANGUAGES:
        for name in FILES:
            file = load(language, name)
            for entry in file.entries:
                for number, given in enumerate(entry.spellings):
                    spelling = Spelling(text=given) if isinstance(given, str) else given
                    frame = spelling.frame or entry.frame or file.frame or SLOT
                    before, _, after = frame.partition(SLOT)
                    text = before + spelling.text + after
                    case = Case(language, entry, text, len(before), len(before) + len(spelling.text))
                    label = f"{language}/{name}: {entry.name} #{number}"
                    yield pytest.param(case, id=label, marks=marks(spelling.gap or entry.gap))


def look_alikes() -> Iterator[Any]:
    for language in LANGUAGES:
        for name in FILES:
            for kind, texts in load(language, name).never.items():
                for number, given in enumerate(texts):
                    item = LookAlike(text=given) if isinstance(given, str) else given
                    label = f"{language}/{name}: no {kind} #{number}"
                    yield pytest.param(language, kind, item.text, id=label, marks=marks(item.gap))


def reading_of(text: str, language: str, published: str | None = None) -> Reading:
    day = datetime.date.fromisoformat(published) if published else None
    return extract_claims(read_report(text, id="r0", language=language, published=day))


def shown(claim: Claim) -> str:
    """Write a figure as the corpus does: `12`, `~12`, `>12`, `<=12`, `12..15`, without its unit."""
    figure = claim.figure
    assert figure is not None
    about = "~" if figure.approximate and figure.form != "vague" else ""
    if figure.low is not None and figure.low == figure.high:
        return about + plain(figure.low)
    if figure.low is not None and figure.high is not None:
        return f"{about}{plain(figure.low)}..{plain(figure.high)}"
    if figure.low is not None:
        return f"{about}{'>=' if figure.low_inclusive else '>'}{plain(figure.low)}"
    assert figure.high is not None, "a figure with neither bound"
    return f"{about}{'<=' if figure.high_inclusive else '<'}{plain(figure.high)}"


def plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def figure_fields(claim: Claim) -> dict[str, object]:
    figure = claim.figure
    assert figure is not None
    counted = figure.counted.key if figure.counted is not None else None
    return {
        "value": shown(claim),
        "form": figure.form,
        "role": figure.role,
        "unit": figure.unit,
        "counted": counted,
    }


def date_fields(claim: Claim) -> dict[str, object]:
    date = claim.date
    assert date is not None
    return {"edtf": date.edtf, "calendar": date.calendar, "weekday": date.weekday, "relative": date.relative}


def source_fields(attribution: Attribution) -> dict[str, object]:
    source = attribution.source
    assert source is not None
    return {"source": source.kind, "rung": source.rung}


@pytest.mark.parametrize("case", list(spellings()))
def test_every_spelling_gives_the_value(case: Case) -> None:
    wanted = case.entry.model_dump(
        exclude={"name", "frame", "spellings", "gap", "whole", "published"}, exclude_none=True
    )
    reading = reading_of(case.text, case.language, case.entry.published)
    if "source" in wanted:
        spans = [(a.source.span, source_fields(a)) for a in reading.attributions if a.source is not None]
    elif "named" in wanted:
        spans = [(c.span, {"named": c.name.type, "key": c.name.key}) for c in reading.claims if c.name is not None]
    elif "edtf" in wanted:
        spans = [(c.span, date_fields(c)) for c in reading.claims if c.date is not None]
    else:
        spans = [(c.span, figure_fields(c)) for c in reading.claims if c.figure is not None]
    met = [(span, fields) for span, fields in spans if span.start < case.end and case.start < span.end]
    found = [(reading.report.surface(span), fields) for span, fields in met]
    assert len({span for span, _ in met}) == 1, f"«{case.surface}» gives {found or 'nothing'}"
    span, fields = met[0]
    assert {name: fields[name] for name in wanted} == wanted, f"«{case.surface}» gives {found}"
    left_out = case.text[case.start : span.start] + case.text[span.end : case.end]
    assert not case.entry.whole or not left_out.strip(INVISIBLE), (
        f"only «{reading.report.surface(span)}» of «{case.surface}» is covered"
    )


@pytest.mark.parametrize(("language", "kind", "text"), list(look_alikes()))
def test_look_alikes_give_nothing(language: str, kind: Unwanted, text: str) -> None:
    reading = reading_of(text, language)
    figures = [c for c in reading.claims if c.figure is not None]
    found: dict[Unwanted, list[Any]] = {
        "figure": figures,
        "quantity": [c for c in figures if c.figure and c.figure.role == "quantity" and c.figure.form != "ordinal"],
        "date": [c for c in reading.claims if c.date is not None],
        "attribution": list(reading.attributions),
        **{kind: [c for c in reading.claims if c.name and c.name.type == kind] for kind in NAMED},
        "unnamed": [a for a in reading.attributions if a.source is not None and a.source.kind == "unnamed"],
    }
    assert [(c.text if isinstance(c, Claim) else reading.report.surface(c.content)) for c in found[kind]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_large_enough(language: str) -> None:
    assert {path.stem for path in (CORPUS / language).glob("*.yaml")} == set(FILES)
    files = [load(language, name) for name in FILES]
    assert sum(len(entry.spellings) for file in files for entry in file.entries) >= FEWEST_SPELLINGS
    for file in files:
        assert all((entry.frame or file.frame or SLOT).count(SLOT) == 1 for entry in file.entries)
