"""Whether two claims are told by one speaker: two who disagree are a dispute, and no contradiction of two reports."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz

from factcheck.align.exchanged_digits import SWAPPED
from factcheck.align.retold import BESIDE, HOUSE, SOLE
from factcheck.judge.across import across
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

SAME_SPEAKER = 60
"""rapidfuzz token set ratio from which two sources are one."""


def voice(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same speaker, or the reporters' own voice on one side: two speakers who disagree are a dispute."""
    left, right = speaker_of(a), speaker_of(b)
    if across(signals):  # spellings say nothing: only what the sources name tells two of them apart
        named = (("a", left or "–"), ("b", right or "–"), ("by", "likeness"))
        return Step("same-voice", signals.get("speaker", 1.0) > 0 or SWAPPED in signals, named)
    alike = not left or not right or fuzz.token_set_ratio(left, right) >= SAME_SPEAKER
    alike = alike or bool(_states(a) & _states(b))
    told = any(mark in signals for mark in (BESIDE, HOUSE, SWAPPED)) or (SOLE in signals and _of_one_word(a, b))
    return Step("same-voice", alike or told, (("a", left or "–"), ("b", right or "–")))


def _states(claim: Claim) -> frozenset[str]:
    """Give the states that speak in a statement, whether by their own names or by their capitals' ("Moscow denied")."""
    source = claim.attribution.source if claim.attribution is not None else None
    if source is None or source.named.field != claim.span.field:
        return frozenset()
    named = (word for word in claim.words if word.kind == "place")
    return frozenset(word.root for word in named if source.named.start <= word.start < source.named.end)


def _of_one_word(a: Claim, b: Claim) -> bool:
    """Tell two bodies that are called by forms of one word: "the organisers", "the organising committee"."""
    sources = [c.attribution.source for c in (a, b) if c.attribution is not None and c.attribution.source is not None]
    if len(sources) < len((a, b)) or any(source.kind == "person" for source in sources):
        return False
    words = [[word for word in source.key.split() if len(word) >= LONG_WORD] for source in sources]
    return any(x != y and fuzz.ratio(x, y) >= ONE_ROOT for x in words[0] for y in words[1])


LONG_WORD, ONE_ROOT = 5, 70
"""Letters from which a word tells, and rapidfuzz ratio from which two words are forms of one."""


def speaker_of(claim: Claim) -> str:
    """Give what the source of a claim is known by; nothing where it has none."""
    attribution = claim.attribution
    return attribution.source.key if attribution is not None and attribution.source is not None else ""
