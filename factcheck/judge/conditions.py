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
OF_FIGURE = frozenset({"form", "role", "unit", "counted", "at_least", "at_most"})
OF_CLAIM = OF_FIGURE | {"claim", "source", "rung", "modality", "negated"}
"""Conditions on a claim; one claim of the draft has to meet them all."""
GENERAL = OF_PLACE | OF_CLAIM
"""Conditions every check honours, unless it says that it honours one itself in a way of its own.

Any other condition is one a check has to honour itself; a rule may name it only where the check says that it does.
"""


def wanted(case: Case, when: When, draft: Draft, own: frozenset[str] = frozenset()) -> bool:
    """Tell whether a draft meets the general conditions; not asked again where all are the check's `own`.

    A draft without a claim meets no condition on claims.
    """
    named = when.named - own
    if not named:
        return True
    if named & OF_PLACE and not _placed(case, when, draft):
        return False
    if not named & OF_CLAIM:
        return True
    return any(meets(case.by_id[report][claim], when) for report, claim in draft.claims)


def meets(claim: Claim, when: When) -> bool:
    """Tell whether a claim meets all that a `when` asks about claims."""
    if when.claim is not None and claim.kind != when.claim:
        return False
    if when.source is not None or when.rung is not None:  # asked first: what is soonest told
        source = claim.attribution.source if claim.attribution is not None else None
        if when.source is not None and (source.kind if source is not None else "none") not in when.source:
            return False
        if when.rung is not None and (source is None or source.rung not in when.rung):
            return False
    if not OF_FIGURE.isdisjoint(when.named) and (claim.figure is None or not _counts(claim.figure, when)):
        return False
    if when.modality is not None and claim.context.modality not in when.modality:
        return False
    return when.negated is None or claim.context.negated == when.negated


def _counts(figure: Figure, when: When) -> bool:
    key = figure.counted.key if figure.counted is not None else None
    return (
        (when.form is None or figure.form in when.form)
        and (when.role is None or figure.role in when.role)
        and (when.unit is None or figure.unit in when.unit)
        and (when.counted is None or key in when.counted)
        and _within(figure, when)
    )


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
