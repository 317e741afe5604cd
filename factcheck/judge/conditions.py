"""A rule's `when`: which of a check's drafts the rule speaks of, decided in one place for every check."""

from __future__ import annotations

from factcheck.judge.case import Case, Draft
from factcheck.judge.materiality import LEAD_SENTENCES
from factcheck.judge.schema import When
from factcheck.judge.word_lists import WordList
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure
from factcheck.model.report import Sentence

OF_PLACE = frozenset({"position", "words", "no_words"})
"""Conditions on where a draft's first evidence stands."""
OF_CLAIM = frozenset({
    "claim", "form", "role", "unit", "counted", "at_least", "at_most", "source", "rung", "modality", "negated",
})  # fmt: skip
"""Conditions on a claim; one claim of the draft has to meet them all."""
GENERAL = OF_PLACE | OF_CLAIM
"""Conditions every check honours, unless it says that it honours one itself in a way of its own.

Any other condition is one a check has to honour itself; a rule may name it only where the check says that it does.
"""


def wanted(case: Case, when: When, draft: Draft, own: frozenset[str] = frozenset()) -> bool:
    """Tell whether a draft meets the general conditions but the check's `own`, which it has asked itself.

    A draft without a claim meets no condition on claims.
    """
    named = when.model_fields_set - own
    if not named:
        return True
    if named & OF_PLACE and not _placed(case, when, draft):
        return False
    asked = named & OF_CLAIM
    return not asked or any(meets(case.by_id[report][claim], when, asked) for report, claim in draft.claims)


def meets(claim: Claim, when: When, asked: frozenset[str] | set[str] = OF_CLAIM) -> bool:
    """Tell whether a claim meets those conditions of a `when` that are asked."""
    figure, source = claim.figure, claim.attribution.source if claim.attribution is not None else None
    answers = {
        "claim": claim.kind,
        "form": figure.form if figure is not None else None,
        "role": figure.role if figure is not None else None,
        "unit": figure.unit if figure is not None else None,
        "counted": figure.counted.key if figure is not None and figure.counted is not None else None,
        "source": source.kind if source is not None else "none",
        "rung": source.rung if source is not None else None,
        "modality": claim.context.modality,
        "negated": claim.context.negated,
    }
    for name in asked - {"at_least", "at_most"}:
        wish = getattr(when, name)
        if wish is not None and (answers[name] not in wish if isinstance(wish, list) else answers[name] != wish):
            return False
    return not asked & {"at_least", "at_most"} or (figure is not None and _within(figure, when))


def _within(figure: Figure, when: When) -> bool:
    """Tell whether all that a figure may be lies within the bounds; an open end reaches as far as its other end."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    enough = when.at_least is None or (low is not None and low >= when.at_least)
    return enough and (when.at_most is None or (high is not None and high <= when.at_most))


def _placed(case: Case, when: When, draft: Draft) -> bool:
    first = draft.evidence[0]
    around = [s for s in case.readings[first.report].sentences if s.span.overlaps(first.span)]
    if when.position is not None and not any(set(positions(sentence)) & set(when.position) for sentence in around):
        return False

    def said(words: WordList) -> bool:
        spoken = case.worded[first.report].get(words.name, ())
        return any(sentence.index == found.sentence for found in spoken for sentence in around)

    return (when.words is None or said(when.words)) and (when.no_words is None or not said(when.no_words))


def positions(sentence: Sentence) -> tuple[str, ...]:
    """Name where a sentence stands; a paragraph is of the lead or of the body besides."""
    if sentence.kind != "paragraph":
        return (sentence.kind,)
    return (sentence.kind, "lead" if sentence.index < LEAD_SENTENCES else "body")
