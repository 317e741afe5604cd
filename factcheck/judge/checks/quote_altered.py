"""One quotation of one speaker in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.quote_pairs import QuotePair, quote_pairs, speakers_alike
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

OPENING = 2
"""Words that a negation at the beginning of a quotation takes up."""
SLIGHT = 3
"""Letters up to which a lost or added word is a small one ("that", "so")."""

LONGEST_TERM = 2
"""Words in a row that are one term ("electric motor")."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every quotation whose words differ inside, beyond marks and spelling.

    Levels: `reversed` where a negation stands on one side only, `changed` where one word or term stands for another,
    `slight` where it is a short one, `reworded` where more differ: two translations of foreign words look like that. A
    quotation cut at its beginning or its end is not altered, unless all it lost is the negation it began with.
    """
    for found in quote_pairs(case, where):
        pair = found if found.here or found.there else _without_negation(case, where, found)
        if pair is not None and speakers_alike(case, where, pair) is not False:
            yield _draft(case, where, pair)


def _without_negation(case: Case, where: tuple[int, ...], pair: QuotePair) -> QuotePair | None:
    """Give a quotation that lacks the negation it began with, and stands in a sentence that has none either."""
    ours, theirs = (claim.quote.words if claim.quote is not None else () for claim in (pair.a, pair.b))
    cut = len(ours) - len(theirs)
    longer, shorter, side = (ours, theirs, 1) if cut > 0 else (theirs, ours, 0)
    if not 0 < abs(cut) <= OPENING or longer[abs(cut) :] != shorter:
        return None
    claim = (pair.a, pair.b)[side]
    if _negations(case, where[0], pair.a) == _negations(case, where[1], pair.b):
        return None
    if any(case.markers(where[side], claim.context.sentence, "negation")):
        return None
    lost = longer[: abs(cut)]
    return pair._replace(here=lost, there=()) if side else pair._replace(here=(), there=lost)


def _draft(case: Case, where: tuple[int, ...], pair: QuotePair) -> Draft:
    here, there = " ".join(pair.here) or "–", " ".join(pair.there) or "–"
    return Draft(
        level=_level(case, where, pair),
        evidence=(case.evidence(where[0], pair.a.span, "a"), case.evidence(where[1], pair.b.span, "b")),
        basis=tuple((" ".join(claim.quote.words), "quote") for claim in (pair.a, pair.b) if claim.quote is not None),
        values={"a": here, "b": there},
        steps=(Step("words", False, (("a", here), ("b", there))),),
        claims=((where[0], pair.a.id), (where[1], pair.b.id)),
    )


def _level(case: Case, where: tuple[int, ...], pair: QuotePair) -> str:
    if _negations(case, where[0], pair.a) != _negations(case, where[1], pair.b):
        return "reversed"
    words = (*pair.here, *pair.there)
    if len(words) == 1 and len(words[0]) <= SLIGHT:
        return "slight"
    return "changed" if _one_term(pair) else "reworded"


def _one_term(pair: QuotePair) -> bool:
    """Tell whether one term stands for another: a word, or two in a row for a single one."""
    sizes = sorted((len(pair.here), len(pair.there)))
    if sizes[1] == 1:
        return True
    if sizes != [1, LONGEST_TERM]:
        return False
    here, there = (_beside(words, claim) for words, claim in ((pair.here, pair.a), (pair.there, pair.b)))
    return bool(here & there)


def _beside(words: Sequence[str], claim: Claim) -> frozenset[tuple[str, str]]:
    """Give what stands right before and right after words in a row; nothing where they are apart."""
    said = ("", *(claim.quote.words if claim.quote is not None else ()), "")
    size = len(words)
    return frozenset(
        (said[at - 1], said[at + size])
        for at in range(1, len(said) - size)
        if tuple(said[at : at + size]) == tuple(words)
    )


def _negations(case: Case, report: int, claim: Claim) -> int:
    return sum(claim.span.covers(m.span) for m in case.markers(report, claim.context.sentence, "negation"))


CHECK = Check(
    "pair",
    ("reversed", "changed", "reworded", "slight"),
    frozenset({"a", "b"}),
    Options,
    run,
    turns={"equal-quotes": ("reversed",)},
)
