"""The same quotation in two languages: found by the senses, names and numbers in it, and by whom it is given to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from rapidfuzz.distance import Levenshtein

from factcheck.align.statements import keyed
from factcheck.align.wording import lay
from factcheck.judge.case import Case
from factcheck.judge.quote_pairs import SHORTEST, QuotePair
from factcheck.languages.loader import load_languages
from factcheck.model.claim import Claim
from factcheck.model.language import Language
from factcheck.model.source import Source
from factcheck.model.word import Word
from factcheck.text.clitics import candidates
from factcheck.text.skeleton import skeleton
from factcheck.text.tokens import tokenize

MOST = 50
"""Quotations of a report that are looked at."""
FEWEST, LIKE = 2, 0.5
"""Senses, names and numbers in common from which two quotations are one, and their share (Dice coefficient)."""
FULL = 2
"""Words of a name in full."""
LEAST_CONSONANTS = 3
OTHER_NAME = 0.75
"""Consonants of a word of a name, and likeness (Levenshtein) from which two such words are one."""


def quotes_across(case: Case, where: tuple[int, ...]) -> Sequence[QuotePair]:
    """Pair the quotations of two reports in two languages, each with the likest one of the other report.

    No words of theirs differ: a translator chooses his own.
    """
    sides = [list(islice(_quotes(case, report), MOST)) for report in where]
    scores = {
        (i, j): score
        for i, (_, ours, told) in enumerate(sides[0])
        for j, (_, theirs, given) in enumerate(sides[1])
        if (score := _likeness(ours, theirs, told, given)) >= LIKE
    }
    best = {i: j for _, i, j in sorted((score, i, j) for (i, j), score in scores.items())}
    back = {j: i for _, j, i in sorted((score, j, i) for (i, j), score in scores.items())}
    return [QuotePair(sides[0][i][0], sides[1][j][0], (), ()) for i, j in sorted(best.items()) if back[j] == i]


Quote = tuple[Claim, tuple[Word, ...], frozenset[str]]
"""A quotation, the words in it that other languages have too, and its numbers."""


def _quotes(case: Case, report: int) -> Iterator[Quote]:
    for claim in case.readings[report].claims:
        if claim.quote is None or len(claim.quote.words) < SHORTEST:
            continue
        span = claim.quote.span
        inside = [s for s in case.statements[report].values() if s.span.overlaps(span)]
        words = [w for s in inside for w in s.words if span.start <= w.start < span.end]
        numbers = {str(c.figure.exact) for c in case.claims_at(report, span) if c.figure is not None and c.figure.exact}
        yield claim, keyed(words), frozenset(numbers)


def _likeness(ours: Sequence[Word], theirs: Sequence[Word], told: frozenset[str], given: frozenset[str]) -> float:
    shared = len(lay(ours, theirs).shared) + len(told & given)
    every = len(ours) + len(theirs) + len(told) + len(given)
    return 2 * shared / every if shared >= FEWEST else 0.0


def other_person(case: Case, where: tuple[int, ...], sources: tuple[Source, Source]) -> bool:
    """Tell whether two speakers are two people: named in full, and neither of them anywhere in the other report.

    A translation names whoever speaks, though the words for him may be taken for somebody else's.
    """
    first, second = (_consonants(case, report, source) for report, source in zip(where, sources, strict=True))
    if any(source.kind != "person" for source in sources) or min(len(first), len(second)) < FULL:
        return False
    written = [_written(case, report) for report in where]
    return _absent(first, written[1]) and _absent(second, written[0])


def _absent(name: Sequence[str], written: frozenset[str]) -> bool:
    """Tell whether a report has neither two words of a name nor two of them run together; one may be any word."""
    joined = ["".join(pair) for pair in pairwise(name)]
    there = [word for word in name if any(_near(word, other) for other in written)]
    return len(there) < FULL and not any(_near(word, other) for word in joined for other in written)


def _near(word: str, other: str) -> bool:
    return Levenshtein.normalized_similarity(word, other, score_cutoff=OTHER_NAME) >= OTHER_NAME


def _consonants(case: Case, report: int, source: Source) -> list[str]:
    """Give the consonants of the words of the one name in the words for a speaker; nothing where there is not one."""
    names = [c.name for c in case.claims_at(report, source.named) if c.name is not None and c.name.type == "person"]
    known = [word.skeleton for word in names[0].words] if len(names) == 1 else []
    return [written for written in known if len(written) >= LEAST_CONSONANTS]


@lru_cache(maxsize=4)  # both reports of a pair, for each of their quotations
def _written(case: Case, report: int) -> frozenset[str]:
    """Give the consonants of every word of a report."""
    language, told = _language(case, report), case.readings[report].report
    tokens = tokenize(f"{told.title or ''} {told.text}", language)
    forms = {form.form for token in tokens if token.kind == "word" for form in candidates(token.text, language)}
    return frozenset(skeleton(form, language) for form in forms)


def _language(case: Case, report: int) -> Language:
    return load_languages()[case.readings[report].report.language]
