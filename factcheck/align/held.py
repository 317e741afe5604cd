"""Figures that reports tell of one holder: votes somebody got, years somebody is jailed for, the score of two sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.dimension import ROLES, block
from factcheck.align.sole_counts import told_once
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure

TERMS = frozenset({"building prison", "detain", "sentence"})
"""Keys of words for a term in prison."""
YEARS = frozenset({"a", "mo"})
"""Units such a term is told in."""
REACH = 4
"""Words that may stand between somebody's name and the figure that is told of nobody else."""
TWO = 2
"""Sides of a match."""
OPENING = "opening"
"""Whose term it is that a report opens with, whoever that may be."""
HEADINGS = frozenset({"headline", "heading"})


def held_pairs(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the figures that both reports tell of one holder, each but one number of its kind."""
    for x, y in told_once_each(held_figures(a), held_figures(b)):
        if not (_of_all(a, x, b, y) or _of_all(b, y, a, x)):
            yield x, y


def _of_all(reading: Reading, whole: Claim, other: Reading, part: Claim) -> bool:
    """Tell a term of nobody named that is what the other report's convicts got together: 13 years, of ten and three."""
    if whole.figure is None or part.figure is None or whole.figure.exact is None or part.figure.exact is None:
        return False
    if whole.figure.unit not in YEARS or any(
        c.name is not None and c.name.type == "person" for c in _beside(reading, whole)
    ):
        return False
    rest = whole.figure.exact - part.figure.exact
    terms = (c.figure for c in other.claims if c.figure is not None and c.figure.role in TOLD)
    return rest > 0 and any(term.unit == whole.figure.unit and term.exact == rest for term in terms)


def _beside(reading: Reading, claim: Claim) -> Iterator[Claim]:
    return (c for c in reading.claims if c.context.sentence == claim.context.sentence)


def told_once_each(
    ours: Mapping[str, Sequence[Claim]], theirs: Mapping[str, Sequence[Claim]]
) -> Iterator[tuple[Claim, Claim]]:
    """Pair the figures of what both tell but one number of, those of one kind first."""
    ours, theirs = told_once(ours), told_once(theirs)
    for key in sorted(ours.keys() & theirs.keys()):
        both = [(x, y) for x in ours[key] for y in theirs[key]]
        yield max(both, key=lambda pair: (_one_block(*pair), -pair[0].span.start, -pair[1].span.start))


def _one_block(x: Claim, y: Claim) -> bool:
    return x.figure is not None and y.figure is not None and block(x.figure) == block(y.figure)


def held_figures(reading: Reading) -> Mapping[str, Sequence[Claim]]:
    """Give the figures that are told of one holder now, by the holder and what they are of."""
    sentences: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        sentences.setdefault(claim.context.sentence, []).append(claim)
    opening = next((s.index for s in reading.sentences if s.kind not in HEADINGS and s.span.field == "text"), 0)
    found: dict[str, list[Claim]] = {}
    for number, claims in sentences.items():
        people = [c for c in claims if c.name is not None and c.name.type == "person"]
        term = _term(claims)
        if term is not None and not term.context.earlier:
            names = {c.name.key for c in people if c.name is not None}
            holders = [*names] if len(names) == 1 and not past(reading, term) else []
            for holder in (*holders, *([OPENING] if number <= opening else [])):
                found.setdefault(f"term {holder}", []).append(term)
        sides = sorted({c.name.key for c in claims if c.name is not None and c.name.type != "person"})
        for claim in claims:
            if claim.figure is not None and claim.figure.role == "score" and len(sides) == TWO:
                found.setdefault(f"score {' '.join(sides)}", []).append(claim)
        for claim in claims if people else ():
            if claim.figure is not None and (key := _held(reading, claim, claim.figure, people)):
                found.setdefault(key, []).append(claim)
    return found


def past(reading: Reading, claim: Claim) -> bool:
    """Tell what is told of an earlier time, or of another year than the report's; of any, where that has no date."""
    moment, published = claim.context.moment or "", reading.report.published
    year = moment[:4]
    other = year.isdigit() and (published is None or year != f"{published:%Y}")
    return claim.context.earlier or other


def _term(claims: Sequence[Claim]) -> Claim | None:
    """Give the one term in prison that a sentence tells."""
    if not any(word.key in TERMS for claim in claims for word in claim.words):
        return None
    years = [c for c in claims if c.figure is not None and c.figure.unit in YEARS and c.figure.role in TOLD]
    return years[0] if len(years) == 1 else None


TOLD = frozenset({"quantity", "period"})
"""Roles of a length of time that is no age."""


def _held(reading: Reading, claim: Claim, figure: Figure, people: Sequence[Claim]) -> str:
    """Name what a figure is told of whom, where nothing but a few words stands between the two; else nothing."""
    counted = figure.counted
    if counted is None or not counted.key or counted.kind == "casualty" or figure.role not in ROLES:
        return ""
    if figure.form == "ordinal" or figure.unit is not None:
        return ""
    span = claim.span
    before = [c for c in people if c.span.field == span.field == "text" and c.span.end <= span.start]
    if not before or past(reading, claim):
        return ""
    last = max(before, key=lambda c: c.span.end)
    between = reading.report.text[last.span.end : span.start]
    near = len(between.split()) <= REACH and all(sign.isalnum() or sign.isspace() for sign in between)
    return f"{counted.key} {last.name.key}" if near and last.name is not None else ""
