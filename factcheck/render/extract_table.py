"""What was read in one report, for a person: every claim with its place, its value and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from rich.text import Text

from factcheck.data.messages import Messages
from factcheck.model.claim import Claim, Reading
from factcheck.model.source import Source
from factcheck.render.bidi import Bidi, harmless, is_rtl
from factcheck.render.cells import cut, pad, widest
from factcheck.render.compact import claim_value
from factcheck.render.letters import names, place
from factcheck.render.quotation import quotation
from factcheck.render.sheet import LEAST_WIDTH, Sheet, joined, printed

INDENT, GAP = 2, 2
WIDEST_VALUE, WIDEST_DETAIL, WIDEST_WORDS = 22, 24, 84
NARROWEST_WORDS = 16


class _Entry(Struct, frozen=True):
    """A claim as it is set: texts of the columns, and the claim for what follows them."""

    where: str
    kind: str
    value: str
    detail: str
    claim: Claim


def render_extract(
    reading: Reading, messages: Messages, *, width: int, color: bool, explain: bool = False, bidi: Bidi = "isolate"
) -> str:
    """Give the list as text ending in a newline, sentence by sentence; `explain` says how each claim was read."""
    sheet = Sheet(messages, max(width, LEAST_WIDTH), bidi, explain)
    entries = [_entry(sheet, reading, claim) for claim in reading.claims if claim.kind != "statement"]
    columns = _columns(sheet, entries)
    lines = _header(sheet, reading, len(entries))
    statements = {claim.context.sentence: claim for claim in reading.claims if claim.kind == "statement"}
    for sentence in reading.sentences:
        inside = [entry for entry in entries if entry.claim.context.sentence == sentence.index]
        statement = statements.get(sentence.index)
        if inside or (statement is not None and statement.attribution is not None):
            lines += _sentence(sheet, reading, statement, inside, columns)
    return printed(lines, sheet.width, color=color)


def _columns(sheet: Sheet, entries: Sequence[_Entry]) -> tuple[int, int, int, int]:
    """Give the columns their widths; a page too narrow for the details does without."""
    where, kind = widest([entry.where for entry in entries]), widest([entry.kind for entry in entries])
    value = min(WIDEST_VALUE, widest([entry.value for entry in entries]))
    detail = min(WIDEST_DETAIL, widest([entry.detail for entry in entries]))
    used = INDENT + where + kind + value + detail + 4 * GAP
    return where, kind, value, detail if used <= sheet.width else 0


def _header(sheet: Sheet, reading: Reading, claims: int) -> list[Text]:
    report = reading.report
    (name,) = names([report], sheet.messages)
    language = f"language.{report.language}"
    known = [
        sheet.messages.text(language) if language in sheet.messages.templates else harmless(report.language),
        sheet.say("words", count=len(report.text.split())),
        sheet.messages.text("extract.claims", count=claims),
        report.published.isoformat() if report.published else "",
        harmless(report.source or ""),
        harmless(report.byline or ""),
    ]
    title = sheet.paragraph(joined(["factcheck", cut(name, sheet.width // 2)]), style="bold")
    return [*title, *sheet.paragraph(joined(known), style="dim")]


def _entry(sheet: Sheet, reading: Reading, claim: Claim) -> _Entry:
    messages = sheet.messages
    value = claim_value(claim, messages)
    details: list[str] = []
    if claim.figure is not None:
        # Most figures are quantities: only what is none is worth a word.
        details = [messages.text(f"role.{claim.figure.role}")] if claim.figure.role != "quantity" else []
        details += [claim.figure.counted.key] if claim.figure.counted and claim.figure.counted.key else []
    elif claim.date is not None and claim.date.calendar != "gregorian":
        details = [messages.text(f"calendar.{claim.date.calendar}")]
    elif claim.name is not None:
        value = messages.text(f"name-type.{claim.name.type}")
        details = [claim.name.key] if not is_rtl(claim.name.key) else []
    return _Entry(
        where=place(reading.report, claim.span, messages),
        kind=messages.text(f"claim-kind.{claim.kind}"),
        value=value,
        detail=harmless(" · ".join(details)),
        claim=claim,
    )


def _sentence(
    sheet: Sheet, reading: Reading, statement: Claim | None, entries: Iterable[_Entry], columns: Sequence[int]
) -> Iterator[Text]:
    """Set a sentence's first words, then its claims; a source is named once, where it begins to speak."""
    yield Text("")
    source: Source | None = None
    if statement is not None:
        head = Text().append(f"{place(reading.report, statement.span, sheet.messages)}  ", "dim")
        room = min(sheet.width - head.cell_len, WIDEST_WORDS) - 2
        yield head.append_text(sheet.quote(quotation(reading, statement.span, room, 0)))
        source = _source_of(statement)
        yield from _source(sheet, reading, source)
    for entry in entries:
        yield from _claim(sheet, entry, columns)
        speaker = _source_of(entry.claim)
        if speaker is not None and speaker != source:
            source = speaker
            yield from _source(sheet, reading, speaker)
        yield from _more(sheet, entry.claim)


def _claim(sheet: Sheet, entry: _Entry, columns: Sequence[int]) -> Iterator[Text]:
    where, kind, value, detail = columns
    line = Text(" " * INDENT)
    line.append(pad(sheet.isolated(entry.where), where) + " " * GAP, "dim").append(
        pad(sheet.isolated(entry.kind), kind) + " " * GAP
    )
    line.append(pad(sheet.isolated(cut(entry.value, value)), value) + " " * GAP, "bold")
    if detail:
        line.append(pad(sheet.isolated(cut(entry.detail, detail)), detail) + " " * GAP, "dim")
    room = sheet.width - line.cell_len
    if room < NARROWEST_WORDS:
        yield line
        line = Text(" " * (INDENT + where + GAP))
        room = sheet.width - line.cell_len
    yield line.append(sheet.isolated(cut(harmless(entry.claim.text), min(room, WIDEST_WORDS))))


def _source_of(claim: Claim) -> Source | None:
    return claim.attribution.source if claim.attribution is not None else None


def _source(sheet: Sheet, reading: Reading, source: Source | None) -> Iterator[Text]:
    """Name who is credited: kind, how far an unnamed one is known, and last the words for it."""
    if source is None:
        return
    kinds = [sheet.messages.text(f"source.{kind}") for kind in (source.kind, source.rung) if kind]
    head = _label(sheet, "source").append(" · ".join(sheet.isolated(kind) for kind in kinds) + " " * GAP, "dim")
    room = sheet.width - head.cell_len
    if room < NARROWEST_WORDS:
        yield head
        head = Text(" " * (INDENT + 2 * GAP))
        room = sheet.width - head.cell_len
    yield head.append(sheet.isolated(cut(harmless(reading.report.surface(source.named)), min(room, WIDEST_WORDS))))


def _more(sheet: Sheet, claim: Claim) -> Iterator[Text]:
    """Say what is counted where no lexicon knows it, and how the claim was read where that is asked for."""
    counted = claim.figure.counted if claim.figure is not None else None
    if counted is not None and counted.key is None:
        yield from sheet.paragraph(harmless(counted.text), head=_label(sheet, "counts"))
    if sheet.explain:
        modality = claim.context.modality
        seen = [sheet.messages.text(f"modality.{modality}")] if modality != "fact" else []
        steps = [harmless(step) for step in claim.explain]
        yield from sheet.paragraph(joined([*steps, *seen]), head=_label(sheet, "read"), style="dim", technical=True)


def _label(sheet: Sheet, key: str) -> Text:
    word = sheet.isolated(sheet.messages.text(f"extract.{key}"))
    return Text(" " * (INDENT + GAP)).append(f"{word}" + " " * GAP, "dim")
