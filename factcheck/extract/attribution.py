"""Who says what over a whole report: the acts of saying, their quotations, and the speaker that goes on from before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from factcheck.extract.pointed_back import (
    ANY,
    goes_on,
    named_before,
    of_one,
    on_papers,
    plainly,
    points_back,
    several,
    subject_before,
)
from factcheck.extract.quotes import FoundQuote
from factcheck.extract.said import Said
from factcheck.extract.sayings import find_sayings
from factcheck.extract.scene import Scene
from factcheck.extract.sources import FoundSource
from factcheck.extract.subject import speaker_word
from factcheck.model.source import Attribution, Mode, Source, SourceKind
from factcheck.model.span import Span
from factcheck.text.clitics import candidates

FITS: dict[str, frozenset[SourceKind]] = {
    "person": frozenset({"person", "role", "unnamed"}),
    "group": frozenset({"unnamed", "organisation", "media", "role"}),
    "body": frozenset({"organisation", "document", "media"}),
}
"""What kinds of source a pronoun may stand for."""
ANYONE: dict[str, SourceKind] = {"person": "person", "group": "unnamed", "body": "organisation"}
"""The kind of a pronoun's source where nobody fitting was named before."""
NEAREST = 20
"""Speakers among the last of whom the one is whom a pronoun stands for."""


def find_attributions(scenes: Sequence[Scene]) -> Iterator[tuple[range, Attribution]]:
    """Give (sentences covered, attribution) in order; a cue with no source of its own continues the last speaker."""
    sayings = [list(find_sayings(scene)) for scene in scenes]
    speakers: list[Source] = []
    voices: list[Source] = []
    crowds: set[Span] = set()
    for number, scene in enumerate(scenes):
        if scene.passage.sentence.kind == "heading":
            speakers.clear()
            voices.clear()
        for said in sayings[number]:
            reach = _reach(scenes, sayings, number, said)
            if reach is None:
                continue
            heard = [s for s in speakers[-NEAREST:] if s.named not in crowds] if of_one(scene, said) else speakers
            source = (
                named_before(scenes, number, said, speakers)
                or subject_before(scenes, number, said, speakers)
                or _source(scene, said, heard, voices)
            )
            if source is not None and said.source is not None and on_papers(scenes, number, said.source, speakers):
                source = replace(source, kind="document", rung=None)
            if source is not None:
                if source.kind == "unnamed" and said.source is not None and several(scene, said.source):
                    crowds.add(source.named)
                speakers.append(source)
                if not said.aside or not any(o.source is not None and not o.aside for o in sayings[number]):
                    voices.append(source)
            covered, content = reach
            whose = said.source.explain if said.source else "source: the last speaker" if source else "source: nobody"
            cue = scene.passage.span(*said.cue)
            yield covered, Attribution(source, cue, content, _mode(scenes, covered, content), (said.how, whose))


def _source(scene: Scene, said: Said, speakers: Sequence[Source], voices: Sequence[Source]) -> Source | None:
    """Give who speaks: the words of the clause, whom its pronoun stands for, or the last speaker."""
    if said.source is None:
        return voices[-1] if voices and said.carried else None
    passage, found, own = scene.passage, said.source, said.source.source
    back, found = points_back(scene, found), plainly(scene, found)
    if back and _known_group(scene, found) and any(s.kind in ("person", "document", "organisation") for s in speakers):
        return replace(own, kind="role", rung=None)
    if back and not (speakers and _lends(scene, found, speakers[-1])):
        known = next((s for s in reversed(speakers) if s.kind == own.kind and _may_be_one(scene, found, s)), None)
        if known is None and speakers and _the_source(scene, found):
            known = speakers[-1]  # an agency, or whoever was named last
        if known is None and not _the_source(scene, found):  # "the treating doctor", and then "the doctor"
            known = next((s for s in reversed(speakers) if s.kind == "role" and _may_be_one(scene, found, s)), None)
        if known is None and voices and voices[-1].kind == "person" and goes_on(scene, said):
            known = voices[-1]  # "the American official added", of whoever was named and spoke last
        return own if known is None else replace(known, span=own.span, name=known.named)
    if back and speakers and _lends(scene, found, speakers[-1]):
        return replace(speakers[-1], span=own.span, kind="document", name=speakers[-1].named)
    pronoun = speaker_word(passage, found.start) if found.end == found.start + 1 else ""
    if not pronoun or own.name is not None:
        return own
    known = next((s for s in reversed(speakers) if s.kind in FITS[pronoun]), None)
    if known is None:
        return replace(own, kind=ANYONE[pronoun], rung="bare" if ANYONE[pronoun] == "unnamed" else None)
    return replace(known, span=own.span, name=known.named)


def _the_source(scene: Scene, found: FoundSource) -> bool:
    """Tell "the source", alone and with its article: somebody told of before, named or not."""
    head = scene.passage.at(found.start, "unnamed")
    one = head is not None and head.entry.key == ANY and head.entry.tag("number") == "singular"
    return one and head is not None and head.end == found.end


def _known_group(scene: Scene, found: FoundSource) -> bool:
    """Tell "the researchers" of a study that was told of, or of which one was named, from researchers nobody knows."""
    head = scene.passage.at(found.start, "unnamed")
    return head is not None and head.entry.key in GROUPS


STATISTICS = "statistics"
"""The key of figures that a speaker presents as his body's own."""
GROUPS = frozenset({"researcher", "academic", "investigator"})
"""Keys of people whom an article makes those of the study or the inquiry told of."""


def _lends(scene: Scene, found: FoundSource, last: Source) -> bool:
    """Tell statistics that whoever speaks in the same sentence gives: "he presented the results; the figures show"."""
    head = scene.passage.at(found.start, "unnamed")
    figures = head is not None and head.entry.key == STATISTICS
    return figures and last.kind != "unnamed" and scene.passage.sentence.span.covers(last.span)


def _may_be_one(scene: Scene, found: FoundSource, earlier: Source) -> bool:
    """Tell whether a phrase that points back ("the medical sources") can be the source told of before.

    "The source" is any of them; "the experts" are experts, and a longer phrase repeats words of the one before.
    """
    words = found.source.key.split()
    head = scene.passage.at(found.start, "unnamed")
    if not scene.language.prefixes or (head is not None and head.entry.key == ANY and len(words) == 1):
        return True
    said = {c.form for word in earlier.key.split() for c in candidates(word, scene.language)}
    alike = sum(any(c.form in said for c in candidates(word, scene.language)) for word in words)
    return alike >= min(2, len(words))


def _reach(
    scenes: Sequence[Scene], sayings: Sequence[Sequence[Said]], number: int, said: Said
) -> tuple[range, Span] | None:
    """Give the sentences a statement runs over, and its span: a quotation is followed to both its ends."""
    passage, (start, end) = scenes[number].passage, said.content
    if said.back:
        return _before(scenes, sayings, number)
    if start >= end:
        quoted = _quote_before(scenes, sayings, number)
        return quoted or (_before(scenes, sayings, number) if said.aside else None)
    content, first, last = passage.span(start, end), number, number
    inside = [q for q in scenes[number].quotes if q.start < end and start < q.end]
    if inside and inside[0].continued and inside[0].start >= start:
        first = _began(scenes, number)
        content = content.join(_quoted(scenes[first], -1))
    if inside:
        last = _goes_on(scenes, sayings, number, inside[-1])
        if last > number:
            content = content.join(_quoted(scenes[last], 0))
    if last == number and _to_the_end(scenes[number], end):
        last = _past_dots(scenes, sayings, number)
        content = content if last == number else content.join(scenes[last].passage.sentence.span)
    return range(first, last + 1), content


DOTS = ".."
"""Two full stops, with which some papers only pause: what stands behind them goes on."""


def _to_the_end(scene: Scene, end: int) -> bool:
    return all(token.kind == "mark" for token in scene.passage.tokens[end:])


def _past_dots(scenes: Sequence[Scene], sayings: Sequence[Sequence[Said]], number: int) -> int:
    """Give the last sentence that a statement runs on to: past two dots, where no conjunction begins something new."""
    while number + 1 < len(scenes) and not sayings[number + 1]:
        here, following = scenes[number], scenes[number + 1]
        joins = tuple(here.language.prefixes[0]) if here.language.prefixes else ()
        first = next((token.text for token in following.passage.tokens if token.kind != "mark"), "")
        same = following.passage.sentence.block == here.passage.sentence.block
        if not same or not here.surface.rstrip().endswith(DOTS) or not joins or first.startswith(joins):
            break
        number += 1
    return number


def _before(scenes: Sequence[Scene], sayings: Sequence[Sequence[Said]], number: int) -> tuple[range, Span] | None:
    """Give the sentence before, and those of its paragraph before it in which nobody else speaks."""
    first = number - 1
    if first < 0 or scenes[first].passage.sentence.kind in ("headline", "heading") or sayings[first]:
        return None
    block = scenes[first].passage.sentence.block
    while first > 0 and scenes[first - 1].passage.sentence.block == block and not sayings[first - 1]:
        first -= 1
    return range(first, number), scenes[first].passage.sentence.span.join(scenes[number - 1].passage.sentence.span)


def _quoted(scene: Scene, which: int) -> Span:
    quote = scene.quotes[which]
    return scene.passage.span(quote.start, quote.end)


def _began(scenes: Sequence[Scene], number: int) -> int:
    """Give the sentence in which a quotation began that goes on in this one."""
    while number > 0 and scenes[number].quotes and scenes[number].quotes[0].continued:
        if not scenes[number - 1].quotes or not scenes[number - 1].quotes[-1].continues:
            break
        number -= 1
    return number


def _goes_on(scenes: Sequence[Scene], sayings: Sequence[Sequence[Said]], number: int, quote: FoundQuote) -> int:
    """Give the last sentence of a quotation, and of those right behind it that are nothing but quoted."""
    at, open_still = number, quote.continues
    while at + 1 < len(scenes) and not sayings[at + 1]:
        following = scenes[at + 1]
        same = following.passage.sentence.block == scenes[at].passage.sentence.block
        if not following.quotes or not (open_still or (same and _all_quoted(following))):
            break
        if open_still and not following.quotes[0].continued:
            break
        at += 1
        open_still = following.quotes[-1].continues
    return at


def _all_quoted(scene: Scene) -> bool:
    words = [at for at, token in enumerate(scene.passage.tokens) if token.kind != "mark"]
    return bool(words) and all(any(q.start <= at < q.end for q in scene.quotes) for at in words)


def _quote_before(scenes: Sequence[Scene], sayings: Sequence[Sequence[Said]], number: int) -> tuple[range, Span] | None:
    """`"..." X said.`, cut in two: the statement is the quotation that the sentence before ended with."""
    if number == 0 or sayings[number - 1] or not _all_quoted(scenes[number - 1]):
        return None
    if scenes[number - 1].passage.sentence.block != scenes[number].passage.sentence.block:
        return None
    first = _began(scenes, number - 1)
    return range(first, number), _quoted(scenes[first], -1).join(_quoted(scenes[number - 1], -1))


_START = attrgetter("start")


def _mode(scenes: Sequence[Scene], covered: range, content: Span) -> Mode:
    words = quoted = 0
    for number in covered:
        tokens, quotes = scenes[number].passage.tokens, scenes[number].quotes
        first, end = (bisect_left(tokens, at, key=_START) for at in (content.start, content.end))
        for at in range(first, end):
            if tokens[at].kind == "word":
                words += 1
                quoted += any(quote.start <= at < quote.end for quote in quotes)
    return "indirect" if not quoted else "direct" if quoted == words else "mixed"
