"""Readings, findings and comparisons made by hand: a small quake in two Arabic reports and one English."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from factcheck.data.messages import Messages, load_messages
from factcheck.model.claim import Claim, Context, Name, Reading
from factcheck.model.comparison import Cell, Comparison, Row
from factcheck.model.date import Date
from factcheck.model.figure import Counted, Figure
from factcheck.model.finding import Evidence, Finding, RuleInfo, SetAside
from factcheck.model.pair import Pair, Ref, Step
from factcheck.model.report import Report, Sentence
from factcheck.model.source import Attribution, Source, SourceKind
from factcheck.model.span import Span

NOWHERE = Span(0, 0)
Value = Figure | Date | Name | None


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sentences_of(text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Sentence(len(found), len(found), "paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


def read(
    text: str, claims: Sequence[tuple[str, Value]] = (), sources: Sequence[tuple[str, SourceKind]] = (), **given: Any
) -> Reading:
    """Read a text, a sentence a line; `claims` are words and their value, `sources` words for a source and its kind."""
    report = Report(**({"id": "r", "text": text, "language": "ar"} | given))
    sentences = sentences_of(text)

    def sentence_of(span: Span) -> Sentence:
        return next(sentence for sentence in sentences if sentence.span.covers(span))

    said: dict[int, Attribution] = {}
    for words, kind in sources:
        span = span_of(text, words)
        source = Source(span, kind, "bare" if kind == "unnamed" else None, words)
        said[sentence_of(span).index] = Attribution(source, None, sentence_of(span).span)
    made = [
        claim_of(f"c{number}", span_of(text, words), words, value, sentence_of(span_of(text, words)), said)
        for number, (words, value) in enumerate(claims)
    ]
    for sentence in sentences:
        words = report.surface(sentence.span)
        context = Context(sentence.index, sentence.span)
        known = said.get(sentence.index)
        made.append(Claim(f"s{sentence.index}", "statement", sentence.span, words, context, attribution=known))
    return Reading(report, sentences, tuple(made), tuple(said.values()))


def claim_of(
    claim_id: str, span: Span, words: str, value: Value, sentence: Sentence, said: Mapping[int, Attribution]
) -> Claim:
    context, known = Context(sentence.index, sentence.span), said.get(sentence.index)
    if isinstance(value, Figure):
        figure = replace(value, number=span)
        how = ("numeral", "counts شيئا (noun after)")
        return Claim(claim_id, "figure", span, words, context, figure=figure, attribution=known, explain=how)
    if isinstance(value, Date):
        return Claim(claim_id, "date", span, words, context, date=value, attribution=known)
    if isinstance(value, Name):
        return Claim(claim_id, "name", span, words, context, name=value, attribution=known)
    return Claim(claim_id, "quote", span, words, context, attribution=known)


def number(low: str | None, *high: str | None, key: str | None = None, **given: Any) -> Figure:
    """Make a figure: one bound for an exact value, two for an interval, None for no bound; `key` is what it counts."""
    first, last = (None if bound is None else Decimal(bound) for bound in (low, *(high or (low,))))
    return Figure(first, last, NOWHERE, counted=Counted(key, key, event=True) if key else None, **given)


def find(readings: Sequence[Reading], rule: str, evidence: Sequence[tuple[int, str, str]], **given: Any) -> Finding:
    """Make a finding; `evidence` are (report, words, label)."""
    on, category = given.pop("on", "report"), given.pop("category", rule)
    shown = tuple(Evidence(r, span_of(readings[r].report.text, words), words, label) for r, words, label in evidence)
    info = RuleInfo(rule, on, category, "why", "origin")
    defaults = {
        "severity": "warning",
        "message": "to look at",
        "question": "Who says so?",
        "steps": (),
        "fingerprint": f"{rule}-{evidence[0][1]}",
    }
    return Finding(rule=info, evidence=shown, **(defaults | given))


def row(subject: str, *cells: tuple[Sequence[str], str, str], part: bool = False) -> Row:
    made = (Cell(report, tuple(claims), value, verdict) for report, (claims, value, verdict) in enumerate(cells))  # type: ignore[arg-type]
    return Row(subject, tuple(made), part)


SILENT = ((), "", "silent")

TEXT_A = (
    "هزة أرضية تضرب بلدة السهل\n"
    "قتل 14 شخصا وأصيب 27 آخرون في زلزال ضرب بلدة السهل فجر الأحد، بحسب مدير المستشفى سالم العلي.\n"
    "ونزح نحو 12 ألف ساكن عن بيوتهم في أشد هزة منذ 1994."
)
TEXT_B = (
    "قتل أربعة عشر شخصا وأصيب ٣٧ آخرون في الزلزال، وفق مصادر.\n"
    "وشارك في الإنقاذ 12 مسعفا: 9 رجال وثلاث نساء.\n"
    "وبلغت الخسائر أكثر من 65 مليون دولار، وهي الأكبر في تاريخ البلاد."
)


SAYS = {
    "figure-conflict": {
        "en": ("«27 آخرون» here, «٣٧ آخرون» there: both cannot hold", "Which figure is later?"),
        "ar": ("«27 آخرون» هنا و«٣٧ آخرون» هناك: لا يصحان معا", "أي الرقمين أحدث؟"),
    },
    "missing-figure": {
        "en": ("«12 مسعفا» is counted here only", "Who counted?"),
        "ar": ("«12 مسعفا» معدود هنا فقط", "من أحصى؟"),
    },
    "unsupported-figure": {
        "en": ("«12 مسعفا»: no source", "Who gave it?"),
        "ar": ("«12 مسعفا»: بلا مصدر", "من أعطاه؟"),
    },
    "unnamed-source": {
        "en": ("«مصادر»: nobody one could call", "Who says so?"),
        "ar": ("«مصادر»: لا أحد يُسأل", "من القائل؟"),
    },
    "unattributed-superlative": {
        "en": ("«الأكبر في تاريخ البلاد»: nobody vouches", "Says who?"),
        "ar": ("«الأكبر في تاريخ البلاد»: بلا شاهد", "من يقول؟"),
    },
}
STEPS = (
    Step("same-thing", True, (("a", "آخرون"), ("b", "آخرون"), ("by", "likeness"))),
    Step("same-voice", True, (("a", "سالم العلي"), ("b", "–"))),
    Step("value-disjoint", False, (("a", "27"), ("b", "37"))),
)


def quake_readings() -> tuple[Reading, Reading]:
    first: list[tuple[str, Value]] = [
        ("14 شخصا", number("14", key="dead")),
        ("27 آخرون", number("27", key="injured")),
        ("نحو 12 ألف ساكن", number("12000", key="resident", approximate=True)),
        ("1994", Date("1994")),
    ]
    second: list[tuple[str, Value]] = [
        ("أربعة عشر شخصا", number("14", key="dead")),
        ("٣٧ آخرون", number("37", key="injured")),
        ("12 مسعفا", number("12", key="rescuer")),
        ("9 رجال", number("9", key="man")),
        ("وثلاث نساء", number("3", key="woman")),
        ("أكثر من 65 مليون دولار", number("65000000", None, low_inclusive=False, form="money", unit="USD")),
    ]
    known = {"published": datetime.date(2026, 2, 8), "source": "صحيفة السهل"}
    return (
        read(TEXT_A, first, [("مدير المستشفى سالم العلي", "person")], id="r0", name="wires/one/report-a.txt"),
        read(TEXT_B, second, [("مصادر", "unnamed")], id="r1", name="wires/two/report-b.txt", **known),
    )


def quake_findings(readings: Sequence[Reading], language: str) -> Iterator[Finding]:
    def made(rule: str, *evidence: tuple[int, str, str], **given: Any) -> Finding:
        message, question = SAYS[rule][language]
        return find(readings, rule, evidence, message=message, question=question, **given)

    yield made(
        "figure-conflict", (0, "27 آخرون", "a"), (1, "٣٧ آخرون", "b"), on="pair", category="contradiction",
        severity="error", kind="number", steps=STEPS, claims=((0, "c1"), (1, "c1")),
    )  # fmt: skip
    yield made(
        "missing-figure", (1, "12 مسعفا", "count"), (0, TEXT_A.splitlines()[1], "event"), on="pair",
        claims=((1, "c2"),), steps=(Step("no-count-there", True, (("a", "12 مسعفا"), ("b", "–"))),),
    )  # fmt: skip
    yield made(
        "unsupported-figure", (1, "12 مسعفا", "figure"), (1, "9 رجال", "part"), (1, "وثلاث نساء", "part"),
        claims=((1, "c2"), (1, "c3"), (1, "c4")), steps=(Step("no-source", True, (("figure", "12 مسعفا"),)),),
    )  # fmt: skip
    yield made(
        "unnamed-source", (1, "مصادر", "source"), (1, TEXT_B.splitlines()[0], "says"),
        claims=((1, "c0"), (1, "c1")), steps=(Step("rung", False, (("source", "مصادر"), ("rung", "bare"))),),
    )  # fmt: skip
    yield made(
        "unattributed-superlative", (1, "الأكبر في تاريخ البلاد", "claim"), category="hyperbole", severity="note"
    )


def quake(language: str) -> Comparison:
    """Lay the two Arabic reports side by side, with messages in a language."""
    readings = quake_readings()
    matrix = (
        row("14 شخصا", (["c0"], "14", "agree"), (["c0"], "14", "agree")),
        row("1994", (["c3"], "1994", "not comparable"), SILENT),
        row("27 آخرون", (["c1"], "27", "conflict"), (["c1"], "37", "conflict")),
        row("12 مسعفا", SILENT, (["c2"], "12", "not comparable")),
        row("أكثر من 65 مليون دولار", SILENT, (["c5"], ">65000000 USD", "not comparable")),
        row("نحو 12 ألف ساكن", (["c2"], "~12000", "not comparable"), SILENT),
        row("9 رجال", SILENT, (["c3"], "9", "not comparable"), part=True),
        row("وثلاث نساء", SILENT, (["c4"], "3", "not comparable"), part=True),
    )
    held = tuple(Evidence(1, span_of(TEXT_B, words), words) for words in ("12 مسعفا", "9 رجال", "وثلاث نساء"))
    aside = (
        SetAside("sum-holds", held, (("terms", "9 + 3"), ("total", "12"))),
        SetAside("plain-year", (Evidence(0, span_of(TEXT_A, "1994"), "1994"),), (("value", "1994"),)),
        SetAside("plain-year", (Evidence(0, span_of(TEXT_A, "1994"), "1994"),), (("value", "2030"),)),
        SetAside("apart-same-moment", (), (("a", "~12000"), ("b", "65000000 USD"))),
    )
    pairs = (
        Pair(Ref(0, "c1"), Ref(1, "c1"), 0.81, (("counted", 1.0), ("clause", 0.7)), "conflict", "disjoint", STEPS),
    )
    event = (Step("same-event", True, (("words", "0.50"), ("names", "0.40"))),)
    findings = tuple(quake_findings(readings, language))
    return Comparison(readings, True, event, pairs, findings, aside, matrix)


@pytest.fixture(params=["en", "ar"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def messages(language: str) -> Messages:
    return load_messages(language)


@pytest.fixture
def english() -> Messages:
    return load_messages("en")


@pytest.fixture
def comparison(language: str) -> Comparison:
    """The quake, its findings in the language of `messages`."""
    return quake(language)


@pytest.fixture
def english_comparison() -> Comparison:
    return quake("en")


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    return read


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    return find


@pytest.fixture
def make_row() -> Callable[..., Row]:
    return row


@pytest.fixture
def make_number() -> Callable[..., Figure]:
    return number
