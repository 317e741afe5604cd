"""Sources that are summed up first and named right after: "experts say ...", and then which expert."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from factcheck.judge.case import Case
from factcheck.model.source import Attribution, Source
from factcheck.model.span import Span

NEXT = 2
"""Statements right behind an unnamed source's among which its name is looked for."""
BESIDE = 60
"""Characters behind a name in which it is told what its bearer is."""
MEDIA = frozenset({"media-outlets", "reports"})
"""Keys of unnamed sources that the name of a paper makes good."""


def named_after(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell whether one of the next statements names whom an unnamed source stands for.

    A paper behind "the media", a person told to be one of them behind experts or officials, the spokesman of the same
    body behind an official of it.
    """
    source = attribution.source
    key = _unnamed_in(case, report, source.named) if source is not None else ""
    if source is None or not key:
        return False
    if source.span.field == "title" and _told_below(case, report, key):
        return True
    if key in MEDIA and any(
        a.source is not None
        and a.source.kind == "person"
        and (a.content.overlaps(attribution.content) or attribution.content.covers(a.source.named))
        for sentence in case.sentences_at(report, attribution.content)
        for a in case.attributions(report, sentence)
    ):
        return True  # they only pass on what somebody named says
    if (key == OTHERS and _beside_named(case, report, source)) or _with_example(case, report, source):
        return True
    order, places = _in_order(case, report)
    next_ones = (order[at].source for at in range(bisect_right(places, _place(attribution)), len(order)))
    others = list(islice((other for other in next_ones if other is not None and _is_other(other, source)), NEXT))
    if any(_names(case, report, key, source, other) for other in others):
        return True
    behind = next((a for a in order[bisect_right(places, _place(attribution)) :] if _speaks(a, source)), None)
    return behind is not None and _one_count(case, report, attribution, behind)


def _speaks(attribution: Attribution, source: Source) -> bool:
    return attribution.source is not None and _is_other(attribution.source, source)


def _one_count(case: Case, report: int, first: Attribution, second: Attribution) -> bool:
    """Tell whether a person speaks right behind an unnamed source and gives its figure: he is that source."""
    if first.source is None or second.source is None or second.source.kind not in ("person", "role"):
        return False
    if first.source.rung in ("bare", "reasoned") or not _next_to(case, report, first.source, second.source):
        return False
    if any(True for _ in case.markers_at(report, first.source.named, "withheld")):
        return False
    counts = (
        {c.figure.exact for c in case.claims_at(report, a.content) if c.figure is not None} for a in (first, second)
    )
    told, given = counts
    return bool((told & given) - {None})


def _told_below(case: Case, report: int, key: str) -> bool:
    """Tell whether a headline's "scientists" are those of the text: asked about there, or all named there."""
    spoken = [a.source for a in case.readings[report].attributions if a.source is not None]
    below = [source for source in spoken if source.span.field != "title"]
    unnamed = [source for source in below if source.kind == "unnamed"]
    if unnamed:
        return any(_unnamed_in(case, report, source.named, key) for source in unnamed)
    return any(source.kind == "person" for source in below)


KNOWERS = frozenset({"academic", "analyst", "economist", "expert", "observer", "researcher"})
"""Keys of people who are asked for what they know."""
SCHOLARS = KNOWERS | {"professor"}
"""Keys of what one of them may be told to be."""
MANY = "many"
"""The key of words for many or some, of nobody in particular."""
EXAMPLES = frozenset({MANY, "relative", "resident", "survivor"})
"""Keys of people of whom the next one to speak is one, if named; but for many, only who is new to the report."""


def _next_to(case: Case, report: int, source: Source, other: Source, anywhere: bool = False) -> bool:
    """Tell whether somebody speaks in the next sentence, of the same paragraph unless `anywhere` will do."""
    sentences = case.sentences(report)
    here, there = (case.sentences_at(report, one.named)[0] for one in (source, other))
    return there == here + 1 and (anywhere or sentences[here].block == sentences[there].block)


OTHERS = "others"
"""The key of the word for more people than somebody named."""
JOINED = 6
"""Characters from a name to others that are joined to it ("the union and others")."""


def _beside_named(case: Case, report: int, source: Source) -> bool:
    """Tell whether a name stands right before "others": whoever bears it says so too."""
    before = Span(max(0, source.named.start - JOINED), source.named.start, source.named.field)
    return any(claim.name is not None and claim.span.end > before.start for claim in case.claims_at(report, before))


INCLUDING = "including"
"""The key of the word behind which some of those are named."""
CLOSE, EXAMPLE = 3, 70
"""Characters from a source to that word, and from it to the name."""


def _with_example(case: Case, report: int, source: Source) -> bool:
    """Tell whether some of them are named right behind ("many governments, including France, say")."""
    behind = Span(source.named.end, source.named.end + CLOSE + EXAMPLE, source.named.field)
    words = [m for m in case.markers_at(report, behind, "part") if m.key == INCLUDING]
    if not words or words[0].span.start - source.named.end > CLOSE:
        return False
    named = Span(words[0].span.end, words[0].span.end + EXAMPLE, source.named.field)
    return any(claim.name is not None for claim in case.claims_at(report, named))


def is_somebody(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell whether the words of an unnamed source say who it is: a pronoun that stands for nobody told does not."""
    return attribution.source is not None and _unnamed_in(case, report, attribution.source.named) != ""


def _names(case: Case, report: int, key: str, source: Source, other: Source) -> bool:
    if other.kind == "media":
        return key in MEDIA
    if other.kind not in ("person", "role") or other.named.order < source.named.order:
        return False
    if key in EXAMPLES and other.kind == "person" and _next_to(case, report, source, other, anywhere=True):
        return key == MANY or not _known_before(case, report, source, other)
    told = Span(other.named.start, other.named.end + BESIDE, other.named.field)
    if (
        key in KNOWERS
        and source.rung != "placed"
        and any(m.key in SCHOLARS for m in case.markers_at(report, told, "role", "unnamed"))
    ):
        return True
    return _unnamed_in(case, report, told, key) != "" or bool(
        _bodies(case, report, source.named) & _bodies(case, report, told)
    )


def _known_before(case: Case, report: int, source: Source, other: Source) -> bool:
    """Tell whether somebody holds an office, or has spoken before: then he is none of the people told of."""
    if any(True for _ in case.markers_at(report, other.named, "role")):
        return True
    family = other.key.rpartition(" ")[2]
    earlier = (a.source for a in case.readings[report].attributions if a.source is not None)
    return any(one.kind == "person" and one.named.order < source.named.order and family in one.key for one in earlier)


def _unnamed_in(case: Case, report: int, span: Span, key: str = "") -> str:
    """Give the key of the word for an unnamed source in a span; only this key, where one is given."""
    found = (marker.key for marker in case.markers_at(report, span, "unnamed"))
    return next((one for one in found if key in ("", one)), "")


def _bodies(case: Case, report: int, span: Span) -> set[str]:
    names = (claim.name for claim in case.claims_at(report, span))
    return {name.key for name in names if name is not None and name.type == "organisation"}


def _is_other(source: Source, than: Source) -> bool:
    return source.kind != "unnamed" and source.named != than.named


@lru_cache(maxsize=4)  # every unnamed source of a report asks
def _in_order(case: Case, report: int) -> tuple[Sequence[Attribution], Sequence[tuple[bool, int, int]]]:
    order = sorted(case.readings[report].attributions, key=_place)
    return order, [_place(attribution) for attribution in order]


def _place(attribution: Attribution) -> tuple[bool, int, int]:
    return (attribution.cue or attribution.content).order
