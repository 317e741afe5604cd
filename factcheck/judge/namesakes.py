"""Two names where one is expected: for one office, or letter by letter nearly alike, in one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from factcheck.align.likeness import likeness
from factcheck.align.people import Person, one_word
from factcheck.judge.case import Case
from factcheck.judge.offices import HELD, exclusion
from factcheck.judge.people import people_in, people_shared
from factcheck.model.claim import Claim
from factcheck.model.person import NameWord, Office

LIKE = 0.45
"""Likeness of two sentences from which they are one statement."""
LOOSE = 0.25
"""The same where the office has one holder only."""
SURE = 0.6
"""The same where the office is told by one word."""
NEAR = 75.0
"""Likeness (0-100) of two words of names that a slip of the pen may have made of one."""
NEAR_FAMILY = 60.0
"""The same of a family name, where the first name and the father's are one."""
FULL = 2
"""Words of a first and a family name."""
IN_FULL = 3
"""Words of what a post is over from which no two people hold it, whatever their sentences say of them."""
FAR = 55.0
"""Likeness (0-100) of two words of names (across scripts, of their skeletons) under which they are not one."""

SHORTEST = 3
"""Letters of a word that can be told from another by its likeness."""
WEAK = frozenset("hwyn")
"""Consonants that come and go where a name is carried from one script to another."""


class Namesakes(NamedTuple):
    """Two mentions that should name one person and do not, and what tells.

    Why: `office` where one office is given another holder's name, `letters` where one consonant stands for another,
    `spelling` where the letters differ as spellings do.
    """

    a: Claim
    b: Claim
    why: Literal["office", "letters", "spelling"]
    offices: tuple[Office, Office] | None = None
    alike: float = 0.0


def namesakes(case: Case, where: tuple[int, int]) -> Iterator[Namesakes]:
    """Give the people whom only one of two reports names, where the other has another name in their place."""
    first, second = (case.readings[report] for report in where)
    same_language = first.report.language == second.report.language
    shared = people_shared(case, *where)
    known = {id(person.mentions[0]) for pair in shared for person in pair}
    ours = [person for person in people_in(case, where[0]) if id(person.mentions[0]) not in known]
    theirs = [person for person in people_in(case, where[1]) if id(person.mentions[0]) not in known]
    for one in ours:
        for other in theirs:
            found = _by_office(case, where, one, other, same_language) or (
                _by_letters(case, where, one, other) if same_language else None
            )
            if found is not None:
                yield found


def _by_office(case: Case, where: tuple[int, int], one: Person, other: Person, same_language: bool) -> Namesakes | None:
    if not two_names(one.words, other.words, same_language):
        return None
    for a, office in one.offices:
        for b, its in other.offices:
            if same_office(office, its, same_language):
                alike = _alike(case, where, a, b) if same_language else LIKE
                in_full = same_language and len(office.words) >= IN_FULL and office.words == its.words
                if in_full or alike >= (SURE if not office.words else LOOSE if office.one else LIKE):
                    return Namesakes(a, b, "office", (office, its), alike)
    return None


def same_office(a: Office, b: Office, same_language: bool) -> bool:
    """Tell whether two tellings are of one office: the same post over the same thing, held now."""
    if a.rank or b.rank or (a.key, a.level) != (b.key, b.level) or a.moved or b.moved:
        return False
    if exclusion(a, b) or a.time != b.time or a.time not in HELD:
        return False  # whoever acts for the holder is another person
    if not a.words and not b.words and same_language:
        return True
    if a.one:
        return bool(a.fields & b.fields) or bool(a.of & b.of) or (same_language and a.words == b.words)
    if not same_language:
        return bool(a.of & b.of)
    return bool(a.words) and a.words == b.words


def two_names(a: Sequence[NameWord], b: Sequence[NameWord], same_language: bool) -> bool:
    """Tell two names for sure: each with a word known for a name, and not one word in common, not even nearly.

    A first name from abroad may be shared; one of the language's own may stand there without the family name.
    """
    if not any(x.known for x in a) or not any(y.known for y in b):
        return False
    if any(len(words) == 1 and words[0].listed for words in (a, b)):
        return False  # a first name, which may be anybody's
    if same_language and len(a) == len(b) == FULL and not a[0].listed and one_word(a[0], b[0], True):
        a, b = a[1:], b[1:]
    for x in a:
        for y in b:
            spelled = (x.text, y.text) if same_language else (x.skeleton, y.skeleton)
            if one_word(x, y, same_language) or _near(*spelled):
                return False
    return True


def _near(a: str, b: str) -> bool:
    """Tell two words that may be one; short words are alike by chance."""
    return min(len(a), len(b)) >= SHORTEST and fuzz.ratio(a, b) >= FAR


def _by_letters(case: Case, where: tuple[int, int], one: Person, other: Person) -> Namesakes | None:
    """Find names that are one but for a word with another letter in it."""
    a, b = one.words, other.words
    if len(a) != len(b) or len(a) < 2:
        return None
    apart = [(x, y) for x, y in zip(a, b, strict=True) if not one_word(x, y, True)]
    if len(apart) != 1:
        return None
    family = len(a) > FULL and apart[0] == (a[-1], b[-1])
    if fuzz.ratio(apart[0][0].text, apart[0][1].text) < (NEAR_FAMILY if family else NEAR):
        return None
    for mention in one.mentions:
        for fellow in other.mentions:
            alike = _alike(case, where, mention, fellow)
            if alike >= LIKE:
                return Namesakes(mention, fellow, "letters" if _slip(*apart[0]) else "spelling", None, alike)
    return None


def _slip(a: NameWord, b: NameWord) -> bool:
    """Tell another consonant in the same place, which no spelling of one name explains, from letters left out.

    A first letter may be no letter of the name, but what is written together with it. Of two names that are listed, a
    letter more makes another (Hassan, Hussein in Arabic), unless it is one doubled.
    """
    if a.listed and b.listed and len(a.text) != len(b.text):
        return a.text[0] == b.text[0] and _single(a.text) != _single(b.text)
    if len(a.skeleton) != len(b.skeleton) or len(a.text) != len(b.text) or a.text[0] != b.text[0]:
        return False
    changed = [(x, y) for x, y in zip(a.skeleton, b.skeleton, strict=True) if x != y]
    return len(changed) == 1 and WEAK.isdisjoint(changed[0])


def _single(text: str) -> str:
    """Take out doubled letters."""
    return "".join(letter for letter, before in zip(text, f" {text}", strict=False) if letter != before)


def _alike(case: Case, where: tuple[int, int], a: Claim, b: Claim) -> float:
    """Tell how alike the sentences of two mentions are."""
    left, right = (case.statement(report, claim.context.sentence) for report, claim in zip(where, (a, b), strict=True))
    return likeness(left.context.stems, right.context.stems, {})
