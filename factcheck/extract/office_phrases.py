"""Where the words of an office stand beside a name: before it, or set off by commas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.capitals import capital
from factcheck.extract.found_names import FoundName
from factcheck.extract.persons import office_end
from factcheck.extract.scene import Scene
from factcheck.text.passage import Passage

LONGEST = 14
"""Tokens an office may take up behind a name."""
LONGEST_BEFORE = 12
OPENING = frozenset(",،(-–—")
CLOSING = frozenset(",،)-–—.؛;:")
OWNING = ("'s", "s'")
OF_OFFICES = (
    "role",
    "title",
    "post",
    "rank",
    "portfolio",
    "office-level",
    "place",
    "organisation",
    "organisation-head",
)


class Phrase(NamedTuple):
    """Tokens that tell an office, whether it stands behind the name, and whether capitals tell names there."""

    start: int
    end: int
    behind: bool
    capitals: bool


def phrases_beside(scene: Scene, name: FoundName) -> Iterator[Phrase]:
    """Give the phrases that tell offices of the person named."""
    capitals = "capitals-name" in scene.language.options
    before = _covered_before(scene, name) if capitals else _construct_before(scene, name)
    if before is not None:
        yield Phrase(before[0], before[1], before[2], capitals)
    after = _set_off(scene, name) or _apposed(scene, name)
    if after is not None:
        yield Phrase(*after, True, capitals)


def titled_from(scene: Scene, name: FoundName) -> int:
    """Give the token at which a name begins together with the office and the titles before it."""
    capitals = "capitals-name" in scene.language.options
    before = _covered_before(scene, name) if capitals else _construct_before(scene, name)
    return before[0] if before is not None else _past_titles(scene.passage, name.start)


def _people(scene: Scene, start: int, end: int) -> bool:
    return any(n.type == "person" and n.start < end and start < n.end for n in scene.names)


def _construct_before(scene: Scene, name: FoundName) -> tuple[int, int, bool] | None:
    """Find the first office whose words reach up to the name or to the titles before it."""
    passage, end = scene.passage, _past_titles(scene.passage, name.start)
    ends = {end, name.start}  # titles carry the article, as the words of an office do
    if end and passage.tokens[end - 1].text in ",،" and _closed(passage, name.end):
        end -= 1
        ends = {end}
    best = end
    for start in range(max(0, end - LONGEST_BEFORE), end):
        role = passage.at(start, "role", "post")
        if role is None or role.end > end or _people(scene, start, end):
            continue
        if office_end(passage, role, scene.language) in ends:
            level = passage.at(start - 1, "office-level") if start else None
            best = start - 1 if level is not None and level.end == start else start
            break
    return (best, end, False) if best < end else None


def _past_titles(passage: Passage, at: int) -> int:
    while at > 0:
        title = next((title for title in passage.within("title", at - 4, at) if title.end == at), None)
        if title is None or passage.at(title.start, "post") is not None:
            return at
        at = title.start
    return at


def _covered_before(scene: Scene, name: FoundName) -> tuple[int, int, bool] | None:
    """Walk back from a name over words of offices; over a comma the phrase has to begin with what makes it definite."""
    passage, end = scene.passage, name.start
    comma = end > 0 and passage.tokens[end - 1].text == ","
    if comma and not _closed(passage, name.end):
        return None
    end -= comma
    covered = set[int]()
    for at in range(max(0, end - LONGEST_BEFORE), end):
        for match in passage.found.get(at, ()):
            if match.entry.group in OF_OFFICES and match.end <= end:
                covered.update(range(at, match.end))
    start = end
    while start > 0 and start > end - LONGEST_BEFORE:
        at = start - 1
        if (comma or start < end) and at > 0 and at not in covered and _proper(scene, at):
            start = at  # "Palm Foods chairman": a body no lexicon lists
            continue
        stop = passage.at(at, "stop", "partitive", "number-joiner")
        joins = stop is not None and start < end and at > 0 and (at - 1 in covered or _proper(scene, at - 1))
        if not (at in covered or joins or (passage.tokens[at].text == "-" and at - 1 in covered)):
            break
        start = at
    if start == end or _people(scene, start, end):
        return None
    return None if comma and not _one_office(scene, start, end) else (start, end, False)


def _proper(scene: Scene, at: int) -> bool:
    """Tell a word with a capital that may stand in the name of a body."""
    other = scene.passage.at(at, "stop", "month", "weekday", "speech", "given-name")
    return other is None and "capitals-name" in scene.language.options and capital(scene.passage, at, scene.surface)


def _one_office(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words of an office before a comma are of one holder, and of nobody named or told before."""
    passage, before = scene.passage, start - 1
    owned = before >= 0 and passage.tokens[before].text.endswith(OWNING)
    stop = passage.at(before, "stop") if before >= 0 else None
    article = stop is not None and stop.entry.tag("class") == "article"
    before -= article
    if before >= 0 and (of := passage.at(before, "stop")) is not None and of.entry.tag("class") == "preposition":
        return False
    if before > 0 and passage.tokens[before].text == "," and _people(scene, before - 1, before):
        return False
    return owned or article or any(passage.at(at, "place", "organisation") for at in range(start, end))


def _set_off(scene: Scene, name: FoundName) -> tuple[int, int] | None:
    """Find an office behind a name between commas, dashes or brackets."""
    passage, start = scene.passage, name.end + 1
    if name.end >= len(passage.tokens) or passage.tokens[name.end].text not in OPENING:
        return None
    end = start
    while end < len(passage.tokens) and end - start < LONGEST and passage.tokens[end].text not in CLOSING:
        end += 1
    if not _closed(passage, end) or _people(scene, start, end) or end - start >= LONGEST:
        return None
    while start < end and (stop := passage.at(start, "stop")) is not None and stop.entry.tag("class") == "article":
        start = stop.end
    lead = start
    while lead < end and passage.at(lead, "post", "role") is None:
        if passage.at(lead, *OF_OFFICES) is None and not _proper(scene, lead):
            return None
        lead += 1
    role = passage.at(lead, "role") if lead < end else None
    last = role.end if role is not None and role.end <= end else min(lead + 1, end)  # "finance minister" is one role
    post = next((m for at in range(lead, last) if (m := passage.at(at, "post")) is not None), None)
    articles = scene.language.prefixes[-1] if scene.language.prefixes else ()
    plain = post is not None and (not post.prefix or post.prefix in articles)
    return (start, end) if plain else None


def _apposed(scene: Scene, name: FoundName) -> tuple[int, int] | None:
    """Find an office right behind a speaker's name, up to the particle that opens what is said."""
    passage, before = scene.passage, _past_titles(scene.passage, name.start) - 1
    said = passage.at(before, "speech") if before >= 0 else None
    role = passage.at(name.end, "role", "post") if name.end < len(passage.tokens) else None
    if (
        said is None
        or said.end != before + 1
        or role is None
        or role.prefix
        or "verb-first" not in scene.language.options
    ):
        return None
    end = office_end(passage, role, scene.language)
    opens = end < len(passage.tokens) and (passage.at(end, "complementiser") or passage.tokens[end].text in ":،")
    return (name.end, end) if opens and not _people(scene, name.end, end) else None


def _closed(passage: Passage, at: int) -> bool:
    return at >= len(passage.tokens) or passage.tokens[at].text in CLOSING
