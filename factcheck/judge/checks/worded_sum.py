"""Parts that are told by their names (votes for, against, abstaining) and a total that they do not make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.changes import MOST_FIGURES
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.judge.sums import exact
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

Side = Annotated[int, Meta(ge=1, le=60)]


class WordedSumOptions(Options, frozen=True, kw_only=True):
    """The names of the parts, and of the whole."""

    parts: Annotated[list[WordList], Meta(min_length=2, max_length=12, description="words of each part")]
    total: Annotated[WordList, Meta(description="words of the whole")]
    needed: Annotated[int, Meta(ge=2, description="least number of parts told")] = 2
    reach: Annotated[Side, Meta(description="most characters between a figure and its words")] = 25


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each sentence that tells so many parts and the whole, each word with a figure of its own.

    A figure belongs to the words nearest to it; where two parts share one, or a part is told twice, nothing is said.
    Levels: `over` where the parts make more than the whole, `under` where they make less though all of them are told.
    """
    (report,) = where
    options = cast("WordedSumOptions", options)
    worded = case.worded[report]
    places = [_by_sentence(worded.get(words.name, ())) for words in (options.total, *options.parts)]
    for sentence in sorted(places[0]):
        told = [found[sentence] for found in places[1:] if sentence in found]
        figures = [c for c in case.figures(report, sentence) if c.figure is not None and exact(c) >= 0]
        if len(told) < options.needed or len(figures) > MOST_FIGURES:
            continue
        if any(len(found) > 1 for found in (places[0][sentence], *told)):
            continue
        named = [_nearest(found[0], figures, options.reach) for found in (places[0][sentence], *told)]
        claims = [claim for claim in named if claim is not None]
        if len(claims) < len(named) or len({claim.id for claim in claims}) < len(claims):
            continue
        total, parts = claims[0], claims[1:]
        made = sum(exact(part) for part in parts)
        if made > exact(total) or (made < exact(total) and len(parts) == len(options.parts)):
            yield _draft(case, report, total, parts, made)


def _by_sentence(places: Sequence[Worded]) -> dict[int, list[Worded]]:
    found: dict[int, list[Worded]] = {}
    for place in places:
        found.setdefault(place.sentence, []).append(place)
    return found


def _nearest(word: Worded, figures: Sequence[Claim], reach: int) -> Claim | None:
    """Give the figure nearest to a word, whichever side it stands on."""

    def apart(claim: Claim) -> int:
        if claim.span.overlaps(word.span):
            return 0
        return max(claim.span.start - word.span.end, word.span.start - claim.span.end)

    near = min(figures, key=apart, default=None)
    return near if near is not None and apart(near) <= reach else None


def _draft(case: Case, report: int, total: Claim, parts: Sequence[Claim], made: int) -> Draft:
    terms = " + ".join(str(exact(part)) for part in parts)
    step = Step("sum", False, (("terms", terms), ("sum", str(made)), ("total", str(exact(total)))))
    values = {"terms": terms, "sum": str(made), "total": str(exact(total))}
    level = "over" if made > exact(total) else "under"
    labels = ("total", *["part"] * len(parts))
    return claims_draft(case, report, [total, *parts], values, step, level=level, labels=labels)


CHECK = Check("report", ("over", "under"), frozenset({"terms", "sum", "total"}), WordedSumOptions, run)
