"""What the author of a draft is told of the wires it is held against: which of them have it, by their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from factcheck.data.messages import Messages, load_messages
from factcheck.judge.case import Case, Draft, value_of
from factcheck.judge.materiality import is_material
from factcheck.judge.rules import Rule
from factcheck.model.comparison import Cell, Row
from factcheck.model.finding import Evidence, Finding
from factcheck.model.report import Report

MOST_NAMES = 3
"""Wires that are named; of more, only how many they are."""

Told: TypeAlias = tuple[Rule, Draft]


class Address(Struct, frozen=True):
    """How a finding speaks of its two sides: "here" and "there", or to an author "in your draft" and in which wires.

    `alike` is the same for findings that tell an author one thing of several wires.
    """

    here: str
    there: str
    alike: str = ""


def addresses(
    case: Case, told: Sequence[Told], author: int | None, matrix: Sequence[Row], messages: str
) -> list[Address]:
    """Give for each draft of a finding how it speaks of its two sides; `author` is the report of who is spoken to."""
    texts = load_messages(messages)
    plain = Address(texts.text("author.here"), texts.text("author.there"))
    if author is None:
        return [plain] * len(told)
    named = wire_names([reading.report for reading in case.readings])
    rows = {(c.report, claim): n for n, row in enumerate(matrix) for c in row.cells for claim in c.claims}
    keys = [_alike(case, rule, draft, author, rows) for rule, draft in told]
    having: dict[str, set[int]] = {}
    for key, (_, draft) in zip(keys, told, strict=True):
        having.setdefault(key, set()).update(_wires(draft, author))
    wires = len(case.readings) - 1 - len(case.apart)
    return [
        _address(draft, author, key, _named(having[key], wires, named, texts), texts) if key else plain
        for key, (_, draft) in zip(keys, told, strict=True)
    ]


def wire_names(reports: Sequence[Report]) -> tuple[str, ...]:
    """Name reports by their sources, else by their files; by both where two have one source."""
    files = [re.split(r"[/\\]", report.name)[-1] or report.title or report.id for report in reports]
    sources = Counter(report.source for report in reports if report.source)
    return tuple(
        (f"{report.source} ({file})" if sources[report.source] > 1 else report.source) if report.source else file
        for report, file in zip(reports, files, strict=True)
    )


def _alike(case: Case, rule: Rule, draft: Draft, author: int, rows: Mapping[tuple[int, str], int]) -> str:
    """Give what findings that tell one thing have in common: the rule, the subject, and what the wire says of it.

    Empty where a finding does not stand between the draft and one wire. One that rests on no figure or date is like no
    other: two wires seldom say one thing in the same words.
    """
    wires = _wires(draft, author)
    if rule.file.on != "pair" or len(wires) != 1 or all(item.report != author for item in draft.evidence):
        return ""
    claims = [(report, case.by_id[report][claim]) for report, claim in draft.claims]
    if not claims or any(claim.figure is None and claim.date is None for _, claim in claims):
        return f"{rule.file.id} {sorted(draft.basis)}"
    subjects = sorted({str(rows.get((report, claim.id), (report, claim.id))) for report, claim in claims})
    said = sorted(value_of(claim) for report, claim in claims if report != author)
    return f"{rule.file.id} {draft.level} {subjects} {said}"


def _wires(draft: Draft, author: int) -> set[int]:
    return {item.report for item in draft.evidence} - {author}


def _address(draft: Draft, author: int, alike: str, wires: str, texts: Messages) -> Address:
    yours = texts.text("author.draft")
    here, there = (yours, wires) if draft.evidence[0].report == author else (wires, yours)
    return Address(here, there, alike)


def _named(having: set[int], wires: int, named: Sequence[str], texts: Messages) -> str:
    """Name the wires that have it: one by its name, several by how many of all they are and, if few, their names."""
    if len(having) == 1:
        return texts.text("author.wire", name=named[next(iter(having))])
    whole = len(having) == wires
    count = texts.text("author.all") if whole else texts.text("author.some", some=len(having), count=wires)
    if len(having) > MOST_NAMES:
        return count
    return f"{count} ({texts.text('author.comma').join(named[wire] for wire in sorted(having))})"


def in_no_wire(
    case: Case, author: int | None, matrix: Sequence[Row], findings: Sequence[Finding]
) -> tuple[Evidence, ...]:
    """Quote the figures of a draft that a reader would want a source for and that no wire has, as far as none is told.

    A value that any wire gives, of whatever it is there, is not among them: it may be the same figure told otherwise.
    """
    wires = [r for r in range(len(case.readings)) if r not in (author, *case.apart)]
    if author is None or not wires or not (case.same_event or case.apart):
        return ()
    told = {claim for finding in findings for claim in finding.claims}
    given = {value_of(claim) for wire in wires for claim in case.figures(wire)}
    alone = [case.by_id[author][c.claims[0]] for row in matrix for c in _only(row, author) if not told & _refs(c)]
    kept = [claim for claim in alone if is_material(claim) and value_of(claim) not in given]
    return tuple(case.evidence(author, claim.span) for claim in sorted(kept, key=lambda claim: claim.span.order))


def _only(row: Row, author: int) -> Iterator[Cell]:
    """Give the author's cell of a row in which nobody else speaks."""
    speaking = [cell for cell in row.cells if cell.claims]
    yield from (cell for cell in speaking if cell.report == author and len(speaking) == 1)


def _refs(cell: Cell) -> set[tuple[int, str]]:
    return {(cell.report, claim) for claim in cell.claims}
