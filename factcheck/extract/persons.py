"""People named where no capitals tell: by their first names, behind a title, an office or a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.told_ages import before_ages
from factcheck.model.language import Language
from factcheck.text.clitics import candidates
from factcheck.text.passage import Match, Passage

LONGEST_PERSON = 6
LONGEST_OFFICE = 8
"""Tokens an office may take up between its first word and the name: what is led, whose, and since when."""
SHORTEST_ENDING = 5
SHORTEST_CUED = 3
TELLING = frozenset({"say", "announce", "deny", "ask", "write"})
"""Kinds of verbs of saying that a speaker stands behind."""
JOINING = frozenset({"abd", "abu", "bin", "al"})
"""Particles that begin a name by themselves."""
ANY = "."
"""Any letter of a frame."""
FAMILY = "surname"
FOREIGN = "foreign"
OFFICE = frozenset({"place", "organisation", "organisation-head", "role", "media", "media-head", "title", "no-name"})
"""Groups whose words go on an office: what is led ("head of the council"), and adjectives."""


class Cue(NamedTuple):
    """Why a name is expected at a token; a firm cue makes one unknown word a name, another asks for two."""

    how: str
    firm: bool


def expected_names(passage: Passage, language: Language) -> dict[int, Cue]:
    """Give the tokens before which a title, an office or a verb of saying calls for a name."""
    cues: dict[int, Cue] = {}
    for index in sorted(passage.starts({"role", "title", "speech"})):
        said = passage.at(index, "speech")
        if said is not None and not said.suffix and not said.entry.tag("weak") and said.entry.tag("act") in TELLING:
            cues.setdefault(said.end, Cue(f"says: {said.entry.key}", True))
        if (role := passage.at(index, "role")) is not None:
            end, definite = _office(passage, role, language)
            cues[end] = Cue(f"office: {role.entry.key}", definite)
        if (title := passage.at(index, "title")) is not None:
            cues[title.end] = Cue(f"title {title.entry.key}", True)
    for end in before_ages(passage):
        # Two words that no lexicon knows, and then how old whoever they name is.
        if end > 1 and all(passage.tokens[at].kind == "word" and at not in passage.found for at in (end - 2, end - 1)):
            cues.setdefault(end - 2, Cue(AGED, False))
    return cues


AGED = "age: told behind it"
"""Why two words are a name behind which somebody's age is told."""


def _office(passage: Passage, role: Match, language: Language) -> tuple[int, bool]:
    """Give where the words of an office end, and whether they tell one office ("the minister of the interior")."""
    article = language.prefixes[-1]
    definite = any(role.prefix.endswith(a) for a in article) or bool(role.suffix)
    end = role.end
    while end < len(passage.tokens) and end - role.start < LONGEST_OFFICE:
        token = passage.tokens[end]
        if token.kind != "word" or passage.at(end, "given-name", "speech", "cue", "complementiser"):
            break
        known = passage.at(end, *OFFICE)
        if passage.at(end, "stop") is not None:
            break
        if is_definite(passage, end, language):
            definite = True
            end += 1
        elif known is not None and known.entry.group != "no-name":
            definite = definite or known.entry.group in ("place", "organisation", "media")
            end = known.end
        elif known is not None and known.entry.key == "adjective":
            end += 1
        else:
            break
    return end, definite


def office_end(passage: Passage, role: Match, language: Language) -> int:
    """Give where the words of an office end that begin with a role."""
    return _office(passage, role, language)[0]


def is_definite(passage: Passage, at: int, language: Language) -> bool:
    """Tell whether a word carries the article, whatever stands before it."""
    article = tuple(language.prefixes[-1])
    return any(c.prefix.endswith(article) for c in candidates(passage.tokens[at].text, language))


def begins_by_ending(passage: Passage, language: Language) -> Iterator[int]:
    """Give the unknown words that end as family names of other countries do."""
    if not language.name_endings:
        return
    for at, token in enumerate(passage.tokens):
        if token.kind == "word" and at not in passage.found and _ends_as_name(token.text, language):
            yield at


def _ends_as_name(text: str, language: Language) -> bool:
    return len(text) >= SHORTEST_ENDING and text.endswith(language.name_endings or ("\0",))


def read_person(passage: Passage, index: int, cue: Cue | None, language: Language) -> tuple[int, int, str] | None:
    """Read a name that begins at a token: its range and why; None where too little speaks for one."""
    given, particle = _given(passage, index), passage.at(index, "particle")
    second = passage.at(index, "second-name")
    how = cue.how if cue is not None else ""
    if cue is not None and cue.how == AGED and given is None:
        clitics = language.clitic_letters or ("\0",)
        open_still = is_definite(passage, index, language) or passage.tokens[index].text.startswith(clitics)
        return None if open_still else (index, index + 2, AGED)
    if given is not None:
        how = how or ("family name" if given.entry.key == FAMILY else f"first name {given.entry.key}")
        end = given.end
    elif particle is not None and (particle.entry.key in JOINING or cue is not None):
        if not _goes_on(passage, particle.end, language):
            return None
        how, end = how or f"joined by {particle.entry.key}", particle.end
    elif second is not None and _second_begins(passage, second, cue, language):
        how, end = how or "a name before a first name", second.end
    elif is_name_like(passage, index, language) and not is_definite(passage, index, language):
        ending = _ends_as_name(passage.tokens[index].text, language)
        following = index + 1 < len(passage.tokens) and is_name_like(passage, index + 1, language)
        if not ending and (cue is None or not _cued(passage, index, cue, following, language)):
            return None
        how, end = how or "ends as a family name", index + 1
        if cue is not None and following and not is_definite(passage, index + 1, language):
            end += 1
    elif cue is not None and cue.how.startswith("says") and _nisba(passage, index, language):
        end = index + 1
    else:
        return None
    start = end
    end = _parts(passage, index, end, language)
    if given is not None and cue is not None and cue.firm and end == start and _family(passage, end, language):
        end += 1
    if given is not None and cue is None and _doubtful(passage, given, end, language):
        return None
    return (index, end, how) if end > index else None


def _family(passage: Passage, at: int, language: Language) -> bool:
    """Tell whether an unknown word behind a first name is a family name though it ends as other words do.

    Asked only where a title or an office calls for a name: few names stand there with their first part alone.
    """
    if at >= len(passage.tokens) or at in passage.found:
        return False
    token = passage.tokens[at]
    clitics, objects = language.clitic_letters or ("\0",), language.object_endings or ("\0",)
    may_be = token.kind == "word" and len(token.text) > SHORTEST_CUED
    return may_be and not token.text.startswith(clitics) and not token.text.endswith(objects)


def _given(passage: Passage, at: int) -> Match | None:
    match = passage.at(at, "given-name")
    return match if match is not None and not match.suffix else None


def _doubtful(passage: Passage, given: Match, end: int, language: Language) -> bool:
    """A first name with a clitic is more often another word, but for long ones no word of the language is like."""
    if not given.prefix:
        return False
    foreign = given.entry.key == FAMILY or given.entry.key.startswith(FOREIGN)
    if given.prefix in language.prefixes[-1]:
        joined = passage.at(given.end, "given-name", "particle") is not None and end > given.end
        return given.entry.key.startswith(FOREIGN) or (given.entry.key != FAMILY and not joined)
    if given.prefix in language.prefixes[0] and end > given.end:
        return False
    whole = sum(len(passage.tokens[at].text) for at in range(given.start, given.end)) - len(given.prefix)
    return not foreign or whole < SHORTEST_ENDING


def _second_begins(passage: Passage, second: Match, cue: Cue | None, language: Language) -> bool:
    """Tell whether a name that is a word too begins a name: where one is expected, or before a first name."""
    following = _given(passage, second.end)
    if following is not None and following.prefix in ("", *language.prefixes[-1]):
        return True
    return cue is not None and cue.firm and passage.at(second.start, "stop") is None


def _cued(passage: Passage, index: int, cue: Cue, following: bool, language: Language) -> bool:
    """Tell whether an unknown word where a name is expected is one, by itself or with the next."""
    text = passage.tokens[index].text
    if text.startswith(language.clitic_letters or ("\0",)):
        return False
    if text.endswith(language.object_endings or ("\0",)):
        return False
    return following or (cue.firm and len(text) > SHORTEST_CUED)


def _goes_on(passage: Passage, at: int, language: Language) -> bool:
    """Tell whether what a particle joins to it follows."""
    if at >= len(passage.tokens) or passage.at(at, "stop") is not None:
        return False
    return passage.at(at, "given-name", "second-name", "particle") is not None or is_name_like(passage, at, language)


def _parts(passage: Passage, start: int, end: int, language: Language) -> int:
    """Go on over the words of a name behind its first one."""
    last = end
    while end < len(passage.tokens) and end - start < LONGEST_PERSON:
        part = _part(passage, start, end, language)
        if part is None:
            break
        end = part
        particle = passage.at(end - 1, "particle")
        if particle is None or particle.entry.key == "al-din":
            last = end
    return last


def _part(passage: Passage, start: int, at: int, language: Language) -> int | None:
    """Give where the part of a name that begins at a token ends; None where the name does not go on."""
    if passage.tokens[at].kind != "word" or passage.at(at, "speech", "complementiser", "cue") is not None:
        return None
    before = _given(passage, at - 1)
    if before is not None and before.entry.key == FAMILY:
        return None
    match = _given(passage, at) or passage.at(at, "particle")
    if match is not None and match.prefix in ("", *language.prefixes[-1]):
        return match.end
    if _title_for_family(passage, at, language):
        return at + 1
    joining = passage.at(at - 1, "particle") is not None
    second = passage.at(at, "second-name")
    if second is not None and (joining or passage.at(at, "stop") is None):
        return second.end
    if joining and at not in passage.found:
        return at + 1
    if _unlisted(passage, at, language) and is_definite(passage, at, language):
        plain = passage.tokens[at].text.startswith(tuple(language.prefixes[-1]))
        twice = is_definite(passage, at - 1, language) and passage.at(at - 2, "particle") is None
        return at + 1 if plain and not twice else None
    if not is_name_like(passage, at, language):
        return None
    known = before is not None or passage.at(at - 1, "second-name") is not None
    return at + 1 if known or _ends_as_name(passage.tokens[at].text, language) else None


def _title_for_family(passage: Passage, at: int, language: Language) -> bool:
    """Tell a title that ends a name ("Adnan al-Sayyid"): nobody's name follows it, but a word that ends the phrase."""
    title = passage.at(at, "title")
    if (
        title is None
        or title.end != at + 1
        or title.prefix not in language.prefixes[-1]
        or _given(passage, at - 1) is None
    ):
        return False
    if title.end == len(passage.tokens) or passage.tokens[title.end].kind == "mark":
        return True
    return passage.at(title.end, "stop", "complementiser") is not None


def _unlisted(passage: Passage, at: int, language: Language) -> bool:
    """Tell a word no lexicon knows; a function word with an article upon it is none."""
    article = tuple(language.prefixes[-1])
    return all(m.entry.group == "stop" and m.prefix.endswith(article) for m in passage.found.get(at, ()))


def is_name_like(passage: Passage, at: int, language: Language) -> bool:
    """Tell whether a word may be a name no lexicon knows: not listed, and with no ending other words have."""
    token = passage.tokens[at]
    if token.kind != "word" or at in passage.found or len(token.text) < 2 or _doing(token.text, language):
        return False
    if any(_fits(token.text, frame) for frame in language.present_frames):
        return False  # "Carter resigns": the verb stands behind its subject in a headline
    ends = (*language.verb_endings, *language.feminine_endings, *language.suffixes, *language.plural_endings)
    return _ends_as_name(token.text, language) or not token.text.endswith(ends)


def _doing(text: str, language: Language) -> bool:
    """Tell a noun of doing with a preposition upon it ("for respect of")."""
    joined = language.prefixes[1] if language.doing_frames and len(language.prefixes) > 1 else ()
    return any(_fits(text[len(p) :], frame) for p in joined if text.startswith(p) for frame in language.doing_frames)


def _fits(text: str, frame: str) -> bool:
    return len(text) == len(frame) and all(y in (ANY, x) for x, y in zip(text, frame, strict=True))


def _nisba(passage: Passage, at: int, language: Language) -> bool:
    token = passage.tokens[at]
    return (
        token.kind == "word"
        and at not in passage.found
        and is_definite(passage, at, language)
        and token.text.endswith(language.adjective_endings[:1] or ("\0",))
    )
