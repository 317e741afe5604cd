"""The posts and ranks told beside a person's name, with what they are over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.found_names import FoundName
from factcheck.extract.office_phrases import Phrase, phrases_beside
from factcheck.extract.persons import is_definite
from factcheck.extract.scene import Scene
from factcheck.model.person import Office
from factcheck.text.passage import Match, Passage
from factcheck.text.stems import content_stems, stem

LEVELS = frozenset({"deputy", "assistant"})
"""Keys that tell how near to the head of an office one is; the others of their group tell when it is held."""
LONGEST_RANK = 4
COUNTRY = 2
"""Letters of a country's key, in capitals."""


def offices_of(scene: Scene, name: FoundName) -> tuple[Office, ...]:
    """Give the offices and ranks that stand beside a person's name, in the order of the text."""
    passage = scene.passage
    if passage.groups.isdisjoint(("post", "rank")):
        return ()
    moved = "appointment" in passage.groups
    found = [office for phrase in phrases_beside(scene, name) for office in _posts(scene, phrase, moved)]
    return (*found, *_rank(scene, name, moved))


def _posts(scene: Scene, phrase: Phrase, moved: bool) -> Iterator[Office]:
    for start, end in _pieces(scene, phrase):
        head = _head(scene, start, end, phrase)
        if head is not None:
            yield _office(scene, head, start, end, moved)


def _pieces(scene: Scene, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Part a phrase into offices held together: at "and", and behind a word that closes an office."""
    passage, begin = scene.passage, phrase.start
    for at in range(phrase.start + 1, phrase.end):
        match = passage.at(at, "post", "office-level")
        if match is None or (match.entry.group == "office-level" and match.entry.key not in LEVELS):
            continue
        joined = passage.at(at - 1, "number-joiner") is not None or match.prefix[:1] in _joiners(scene)
        if at > begin and (joined or (not phrase.capitals and _closes(scene, at - 1))):
            yield begin, at
            begin = at
    if begin < phrase.end:
        yield begin, phrase.end


def _joiners(scene: Scene) -> Sequence[str]:
    return scene.language.prefixes[0] if scene.language.prefixes else ()


def _closes(scene: Scene, at: int) -> bool:
    """Tell a word behind which a new office begins: a definite one, or a place."""
    passage = scene.passage
    return is_definite(passage, at, scene.language) or passage.at(at, "place", "organisation") is not None


def _head(scene: Scene, start: int, end: int, phrase: Phrase) -> Match | None:
    """Give the post that a piece is about: the first of it, or the last where what it is over stands before it."""
    passage = scene.passage
    posts = [m for at in range(start, end) if (m := passage.at(at, "post")) is not None and m.end <= end]
    posts = [m for m in posts if not any(o is not m and o.start <= m.start and m.end <= o.end for o in posts)]
    if not posts:
        return None
    if phrase.capitals:
        free = [m for m in posts if not m.suffix and "'" not in passage.tokens[m.end - 1].text]
        head = (free[0] if phrase.behind else free[-1]) if free else None
        others = (m for at in range(start, end) if (m := passage.at(at, "role")) is not None)
        wrong = head is not None and any(m.start < head.start and m.end <= head.start for m in others) and phrase.behind
        return None if wrong else head
    if len(posts) > 1:
        return None  # "the spokesman of the prime minister" and a name: whose it is stays open
    head = posts[0]
    before = start
    while before < head.start and (level := passage.at(before, "office-level")) is not None:
        before = level.end
    return head if before == head.start else None


def _office(scene: Scene, head: Match, start: int, end: int, moved: bool) -> Office:
    passage, within = scene.passage, range(start, end)
    levels = [m for at in within if (m := passage.at(at, "office-level")) is not None]
    level = next((m.entry.key for m in levels if m.entry.key in LEVELS and m.end <= head.start), "")
    time = next((m.entry.key for m in levels if m.entry.key not in LEVELS), "")
    fields = frozenset(m.entry.key for at in within if (m := passage.at(at, "portfolio")) is not None)
    of = frozenset(m.entry.key for at in within if (m := passage.at(at, "place", "organisation")) is not None)
    key = head.entry.key
    if key == "head" and _of_a_country(passage, head, end):
        key = "president"
    rest = frozenset(
        stem
        for first, last in ((start, head.start), (head.end, end))
        for stem in content_stems(passage, first, last, scene.language)
    )
    tags = head.entry
    return Office(
        passage.span(start, end),
        key,
        level,
        time,
        fields,
        of,
        bars=frozenset(tags.tag("bars").split()),
        words=rest - {stem(passage.tokens[m.start].text, scene.language) for m in levels},
        one=bool(tags.tag("one")) or key == "president",
        moved=moved,
    )


def _of_a_country(passage: Passage, head: Match, end: int) -> bool:
    """Tell the head of a country: its name or its people's right behind the word."""
    place = passage.at(head.end, "place") if head.end < end else None
    return place is not None and len(place.entry.key) == COUNTRY and place.entry.key.isupper()


def _rank(scene: Scene, name: FoundName, moved: bool) -> Iterator[Office]:
    """Give the rank right before a name, or before the titles that stand there."""
    passage, end = scene.passage, name.start
    while end > 0:
        rank = _ending(passage, end, "rank")
        if rank is not None:
            if _stands_as_rank(scene, rank):
                called = frozenset(rank.entry.tag("called").split())
                yield Office(passage.span(rank.start, rank.end), rank.entry.key, words=called, rank=True, moved=moved)
            return
        title = _ending(passage, end, "title")
        if title is None:
            return
        end = title.start


def _ending(passage: Passage, end: int, group: str) -> Match | None:
    """Give the longest word of a group that ends at a token."""
    matches = (m for at in range(max(0, end - LONGEST_RANK), end) if (m := passage.at(at, group)) is not None)
    return next((m for m in matches if m.end == end), None)


def _stands_as_rank(scene: Scene, rank: Match) -> bool:
    """Tell a rank from a team, a club or a dean: it has the article where ranks have one, and nothing owns it."""
    passage, language = scene.passage, scene.language
    if "capitals-name" in language.options:
        return True
    if not is_definite(passage, rank.start, language):
        return False
    before = rank.start - 1
    owner = passage.at(before, "role", "organisation-head", "post") if before >= 0 else None
    return owner is None or is_definite(passage, before, language)
