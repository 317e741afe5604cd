"""A total and its parts, given side by side, that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.judge.sums import NEAR, exact
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.pair import Step

PARTITIONS = (frozenset({"man", "woman"}), frozenset({"man", "woman", "child"}), frozenset({"boy", "girl"}))
"""Keys that share out a whole of people among themselves."""
REACH = 80
"""Code points between a total and the words that share it out."""


FEWEST_SHARES = 2
"""Parts of a total that is shared out, at least."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each total shared out in so many words into parts that make another number.

    Levels: `stated` where the sentence says that the parts are the whole ("made up of", a colon, a total row);
    `assumed` where parts that share out people (men and women), or stand side by side, are taken to be all.
    """
    (report,) = where
    for total, parts, level in (*_sentences(case, report), *_apart(case, report), *_tables(case, report)):
        made = sum(exact(part) for part in parts)
        if made != exact(total):
            yield _draft(case, report, total, parts, made, level)


def _counts(case: Case, report: int, sentence: int) -> list[Claim]:
    return [c for c in case.figures(report, sentence) if c.figure and c.figure.form == "cardinal" and exact(c) > 0]


def _sentences(case: Case, report: int) -> Iterator[tuple[Claim, list[Claim], str]]:
    reading = case.readings[report]
    for sentence in reading.sentences:
        if sentence.cells or len(counts := _counts(case, report, sentence.index)) <= FEWEST_SHARES:
            continue
        partial = [m.span.start for m in case.markers(report, sentence.index, "part")]
        for at, total in enumerate(counts):
            shares = next(
                (
                    m
                    for m in case.markers(report, sentence.index, "breakdown")
                    if 0 <= m.span.start - total.span.end <= REACH
                ),
                None,
            )
            if shares is not None:
                parts = [c for c in counts[at + 1 :] if c.span.start >= shares.span.end]
                if (
                    len(parts) >= FEWEST_SHARES
                    and not any(p >= total.span.end for p in partial)
                    and _alike(total, parts)
                ):
                    yield total, parts, "stated"
                    break
            parts = counts[at + 1 : at + 3]
            keys = frozenset(c.figure.counted.key or "" for c in parts if c.figure and c.figure.counted)
            people = (
                total.figure is not None
                and total.figure.counted is not None
                and total.figure.counted.kind in ("people", "casualty")
            )
            if (
                people
                and keys in PARTITIONS
                and sum(map(exact, parts)) > exact(total)
                and not partial
                and parts[0].span.start - total.span.end <= REACH // 4
            ):
                yield total, parts, "assumed"
                break


def _apart(case: Case, report: int) -> Iterator[tuple[Claim, list[Claim], str]]:
    """Find three parts or more of one noun, and their total shortly before: a slip where they all but add up."""
    held = set(case.sums[report])
    for sentence in case.readings[report].sentences:
        parts = _counts(case, report, sentence.index)
        key = _key(parts[0]) if len(parts) >= FEWEST_PARTS else None
        if key is None or any(_key(part) != key for part in parts):
            continue
        if any(m.span.start < parts[-1].span.start for m in case.markers(report, sentence.index, "part")):
            continue
        totals = [c for c in case.figures(report) if 0 < sentence.index - c.context.sentence <= NEAR and _key(c) == key]
        if len(totals) == 1 and totals[0].id not in held and 0 < abs(sum(map(exact, parts)) - exact(totals[0])) <= SLIP:
            yield totals[0], parts, "assumed"


FEWEST_PARTS = 3
SLIP = 2
"""How far a sum may be off and still look like a slip and not like a list that leaves some out."""


def _key(claim: Claim) -> str | None:
    return claim.figure.counted.key if claim.figure is not None and claim.figure.counted is not None else None


def _alike(total: Claim, parts: Sequence[Claim]) -> bool:
    """Parts of people are people; things are shared out among things of their own name only."""
    whole = total.figure.counted if total.figure else None
    nouns = [part.figure.counted if part.figure is not None else None for part in parts]
    if whole is None or not all(nouns):
        return False
    people = whole.kind in ("people", "casualty")
    return all(
        noun is not None and (noun.kind in ("people", "casualty") if people else noun.key == whole.key)
        for noun in nouns
    )


def _tables(case: Case, report: int) -> Iterator[tuple[Claim, list[Claim], str]]:
    """A row that calls itself the total, against the rows above it, column by column."""
    reading = case.readings[report]
    rows: list[tuple[int, tuple[Claim, ...]]] = []
    block = -2
    for sentence in reading.sentences:
        if not sentence.cells:
            continue
        if sentence.block != block + 1:
            rows = []
        block = sentence.block
        figures = tuple(c for c in case.figures(report, sentence.index) if c.figure and exact(c) >= 0)
        first = sentence.cells[0]
        is_total = any(first.covers(m.span) for m in case.markers(report, sentence.index, "total"))
        if is_total and len(rows) >= 2:
            for column, cell in enumerate(sentence.cells[1:], start=1):
                total = next((c for c in figures if cell.covers(c.span)), None)
                parts = [p for index, claims in rows for p in claims if _column(case, report, index, column, p)]
                if total is not None and len(parts) == len(rows):
                    yield total, parts, "stated"
            rows = []
        else:
            rows.append((sentence.index, figures))


def _column(case: Case, report: int, sentence: int, column: int, claim: Claim) -> bool:
    cells = case.sentence(report, sentence).cells
    return column < len(cells) and cells[column].covers(claim.span)


def _draft(case: Case, report: int, total: Claim, parts: Sequence[Claim], made: int, level: str) -> Draft:
    terms = " + ".join(str(exact(part)) for part in parts)
    return Draft(
        level=level,
        evidence=(
            case.evidence(report, total.span, "total"),
            *(case.evidence(report, part.span, "part") for part in parts),
        ),
        basis=tuple(basis_of(c, shown(c.figure)) for c in (total, *parts) if c.figure is not None),
        values={"total": str(exact(total)), "terms": terms, "sum": str(made)},
        steps=(Step("sum", False, (("terms", terms), ("sum", str(made)), ("total", str(exact(total))))),),
        claims=tuple((report, claim.id) for claim in (total, *parts)),
    )


CHECK = Check(
    "report", ("stated", "assumed"), frozenset({"total", "terms", "sum"}), Options, run, turns={"held-sum": ()}
)
