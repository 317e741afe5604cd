"""Sources that only point back: "the source", "the reports", what somebody just named is, a pronoun for one person."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.extract.persons import is_definite
from factcheck.extract.said import Said
from factcheck.extract.scene import Scene
from factcheck.extract.sources import FoundSource
from factcheck.extract.subject import speaker_word, word_class
from factcheck.model.source import Source

THIS = "this"
"""The key of the word that points to what was just told of."""
ANY = "source"
"""The key of the word that may point back to anyone unnamed."""
THE = "the"
"""The key of the article that points to what is known, where it is a word by itself."""
NEAREST = 20
"""Speakers among the last of whom somebody is looked for."""


def plainly(scene: Scene, found: FoundSource) -> FoundSource:
    """Give a source without the words that say it is the same one as before ("the same source")."""
    start, end, passage = found.start, found.end, scene.passage
    if "same" not in passage.groups:
        return found
    while start < end and (passage.at(start, "same") or passage.at(start, "unnamed") is None):
        start += 1
    while end > start and passage.at(end - 1, "same"):
        end -= 1
    told = [passage.at(at, "same") for at in range(found.start, found.end) if not start <= at < end]
    if start == end or not any(told):
        return found
    words = [passage.tokens[at].text for at in range(start, end) if passage.tokens[at].kind == "word"]
    return found._replace(start=start, end=end, source=replace(found.source, key=" ".join(words)))


def points_back(scene: Scene, found: FoundSource) -> bool:
    """Tell whether an unnamed source is only pointed back to ("the source"): it is the one told of before."""
    if found.source.kind != "unnamed":
        return False
    if plainly(scene, found) is not found:
        return True
    words = [at for at in range(found.start, found.end) if scene.passage.tokens[at].kind == "word"]
    this = scene.passage.at(words[0], "stop")
    if this is not None and this.entry.key == THIS and len(words) > 1:
        return True
    match = scene.passage.at(words[-1], "unnamed")
    article = scene.language.prefixes[-1] if scene.language.prefixes else ()
    joined = bool(article) and match is not None and match.prefix.endswith(article)
    if match is not None and not joined and article and match.end == words[-1] + 1:
        joined = is_definite(scene.passage, words[0], scene.language)
    every = bool(article) and all(is_definite(scene.passage, at, scene.language) for at in words)
    return (
        (len(words) == 1 and joined) or every or (len(words) == 2 and word_class(scene.passage, words[0]) == "article")
    )


def of_one(scene: Scene, said: Said) -> bool:
    """Tell a source that is but a pronoun for one person: it stands for no crowd told of before."""
    found = said.source
    return found is not None and found.end == found.start + 1 and speaker_word(scene.passage, found.start) == "person"


def goes_on(scene: Scene, said: Said) -> bool:
    """Tell one person told of by what he is who says more ("the official added"): whoever spoke last, if named."""
    cue = scene.passage.at(said.cue[0], "speech")
    return (
        said.source is not None
        and not several(scene, said.source)
        and cue is not None
        and bool(cue.entry.tag("continues"))
    )


def several(scene: Scene, found: FoundSource) -> bool:
    """Tell a word for several people whom nobody names."""
    words = (scene.passage.at(at, "unnamed") for at in range(found.start, found.end))
    return any(word is not None and word.entry.tag("number") == "plural" for word in words)


def on_papers(scenes: Sequence[Scene], number: int, found: FoundSource, speakers: Sequence[Source]) -> bool:
    """Tell papers that are pointed back to ("the reports show") from papers of nobody: they were just told of."""
    scene, before = scenes[number], scenes[max(0, number - 1)]
    head = scene.passage.at(found.end - 1, "unnamed")
    if number == 0 or head is None or not head.entry.tag("product") or not points_back(scene, found):
        return False
    if any(s.kind == "unnamed" and before.passage.sentence.span.covers(s.span) for s in speakers[-NEAREST:]):
        return False
    word = scene.passage.tokens[found.end - 1].text
    return any(before.passage.tokens[at.end - 1].text == word for at in before.passage.matches("document"))


def named_before(scenes: Sequence[Scene], number: int, said: Said, speakers: Sequence[Source]) -> Source | None:
    """Give the one person whom the sentence before names, where the source says but what he is ("the teacher")."""
    found, scene, before = said.source, scenes[number], scenes[max(0, number - 1)]
    head = scene.passage.at(found.end - 1, "unnamed") if found is not None else None
    if found is None or head is None or found.source.kind != "unnamed" or head.entry.tag("number") != "singular":
        return None
    the = scene.passage.at(found.start, "stop")
    if (
        number == 0
        or the is None
        or the.entry.key != THE
        or head.entry.key == ANY
        or any(s.kind == "unnamed" for s in speakers[-NEAREST:])
    ):
        return None
    if any(before.passage.matches("unnamed")):
        return None
    last = speakers[-1] if speakers else None
    if last is not None and last.kind == "person" and before.passage.sentence.span.covers(last.span):
        return replace(last, span=found.source.span, name=last.named)
    people = {name.key: name for name in before.names if name.type == "person"}
    named = next(iter(people.values())) if len(people) == 1 else None
    if named is None:
        return None
    return replace(found.source, kind="person", rung=None, name=before.passage.span(named.start, named.end))


OPENS = 3
"""Tokens at the start of a sentence among which its subject begins."""


def subject_before(scenes: Sequence[Scene], number: int, said: Said, speakers: Sequence[Source]) -> Source | None:
    """Give the one person with whose name the sentence before begins, where a pronoun goes on in its paragraph.

    Whoever spoke in an earlier paragraph is further off: "Lee came out to the crowd. «We stay», he said."
    """
    found, scene = said.source, scenes[number]
    if found is None or not of_one(scene, said) or found.source.name is not None or number == 0:
        return None
    before = scenes[number - 1]
    block = scene.passage.sentence.block
    if before.passage.sentence.block != block:
        return None
    people = {name.key: name for name in before.names if name.type == "person"}
    named = next(iter(people.values())) if len(people) == 1 else None
    if named is None or named.start > OPENS:
        return None
    last = speakers[-1] if speakers else None
    own = (
        s.passage.sentence.span for s in scenes[max(0, number - NEAREST) : number] if s.passage.sentence.block == block
    )
    if last is not None and any(span.covers(last.span) for span in own):
        return None
    return replace(found.source, kind="person", rung=None, name=before.passage.span(named.start, named.end))
