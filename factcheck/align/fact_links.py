"""Whether a sentence tells a figure of just this quantity of just this subject, by the words that link the three.

Any word between them, or bound to them, that is not known to be plain may make it another thing: the exports to a
country, the urban population, what a year before was. The answer is then the word, and the figure is held to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.align.fact_scene import TO, Scene, glues
from factcheck.align.fact_words import Tokens, token_range
from factcheck.model.claim import Claim
from factcheck.model.fact import Fact

COMMAS, CLOSING = frozenset(",،"), frozenset(")]")
REACH = 3
"""Tokens before a figure within which a change names its end ("rose sharply to about 12"), and before the whole in
which it is named."""
LONGEST_ASIDE = 14
"""Tokens between two commas that may say more of the subject ("Egypt, the largest market of the region, ...")."""
PERSON = "person"
"""The key of people as such: whoever they are counted as, they are these."""
WHEN = frozenset({"then", "when"})
"""Keys of words that tell the time of what stands before them, by something else that happened."""
OF = frozenset({"at", "by", "from", "in", "of"})
"""Keys of prepositions by which a quantity is its subject's own."""
WISHES = frozenset({"ask", "deny", "expect", "feel"})
"""What somebody does who tells of what is not so, or not yet."""
ASKS = frozenset("?؟")
EXCEPT = "except"
"""The key of words that take a part out."""
NONE = ""


def between(scene: Scene, subject: Tokens, quantity: Tokens, claim: Claim, fact: Fact) -> str:
    """Give the first word that may make the figure one of something else than the fact's; empty where there is none."""
    scene = scene.of(subject, fact)
    figure = token_range(scene.passage, claim)
    first, last = (pick(part[end] for part in (subject, quantity, figure)) for end, pick in ((0, min), (1, max)))
    own = {*range(*subject), *range(*quantity), *_amount(scene, claim, figure, fact)}
    own |= set(_aside(scene, subject, min(quantity[0], figure[0])))
    looks = (
        _inside(scene, own, first, last),
        _before(scene, subject, first),
        _behind(scene, subject, last),
        _part(scene, figure, last),
        _change(scene, own, first, figure),
        _other_name(scene, subject, quantity),
        _direction(scene, subject, quantity),
        _not_told(scene, own, figure),
        _part_of_time(scene, own, figure, last) if fact.as_of is not None else NONE,
    )
    return next((word for word in looks if word), NONE)


def _amount(scene: Scene, claim: Claim, figure: Tokens, fact: Fact) -> Iterator[int]:
    """Give the tokens of a figure that are its number, its unit, people as such or the fact's own noun.

    Any other noun may be a part of it.
    """
    if claim.figure is None:
        return
    counted, number = claim.figure.counted, claim.figure.number
    known = (PERSON, fact.figure.counted.key if fact.figure.counted is not None else None)
    nouns = counted.text.split() if counted is not None and counted.key and counted.key in known else []
    for at in range(*figure):
        token = scene.passage.tokens[at]
        numeral = number.start <= token.start < number.end
        if numeral or token.text in nouns or any(m.start <= at < m.end for m in scene.units):
            yield at


def _aside(scene: Scene, subject: Tokens, end: int) -> Iterator[int]:
    """Give the tokens of what is said of the subject between two commas, if no other place or body is named there."""
    tokens, start = scene.passage.tokens, subject[1]
    if start >= end or tokens[start].text not in COMMAS:
        return
    close = next((at for at in range(start + 1, min(end, start + LONGEST_ASIDE)) if tokens[at].text in COMMAS), None)
    if close is not None and not any(scene.named(at) or tokens[at].kind == "number" for at in range(start, close)):
        yield from range(start, close)


def _inside(scene: Scene, own: set[int], first: int, last: int) -> str:
    passage = scene.passage
    for at in range(first, last):
        glued = at - 1 in own and at + 1 in own and glues(passage, at)
        if at not in own and at not in scene.plain and not glued:
            return scene.word(at)
    return NONE


def _before(scene: Scene, subject: Tokens, first: int) -> str:
    """Look at what stands before the three: a noun they hang on, a word that narrows them, a name beside them."""
    at = first - 1
    while at >= 0 and scene.stop(at) == "article":
        at -= 1
    if at < 0:
        return NONE
    if subject[0] == first and _described(scene, subject) and scene.is_verb(at):
        return NONE  # "the town lives, which has a population of 12,000, by its harbour", as verbs lead
    named = scene.named(at) or at not in scene.plain
    if at not in scene.plain or (scene.joined(first) and named) or _narrows(scene, at):
        return scene.word(at)
    if scene.key(at) in WHEN:
        return scene.word(at)
    if "verb-first" in scene.language.options and (opening := _opening(scene, at)):
        return opening
    if scene.word(at) in COMMAS | CLOSING or scene.stop(at) == "conjunction":
        return scene.word(at - 1) if at and (scene.named(at - 1) or at - 1 not in scene.plain) else NONE
    if scene.stop(at) == "preposition":
        if at == 0:
            return scene.word(at) if scene.passage.at(at, "partitive") is not None else NONE
        while at > 0 and scene.stop(at) in ("preposition", "article"):
            at -= 1
        return NONE if at in scene.plain else scene.word(at)
    return NONE


def _opening(scene: Scene, at: int) -> str:
    """Find what a verb that leads is told under ("in the villages live 12 million"), back to its clause's beginning."""
    while at >= 0 and at in scene.plain:
        if scene.word(at) in COMMAS:
            return scene.word(at - 1) if at and at - 1 not in scene.plain else NONE
        if scene.ends_clause(at) or scene.stop(at) in ("conjunction", "relative"):
            return NONE
        if scene.passage.at(at, "speech", "cue", "complementiser") is not None or at in scene.speaking:
            return NONE
        at -= 1
    return scene.word(at) if at >= 0 else NONE


def _described(scene: Scene, subject: Tokens) -> bool:
    """Tell whether a relative clause follows the subject at once."""
    tokens, at = scene.passage.tokens, subject[1]
    at += at < len(tokens) and tokens[at].text in COMMAS
    return scene.stop(at) == "relative"


def _narrows(scene: Scene, at: int) -> bool:
    """Tell an adjective ("Lower Egypt"), or what makes a condition of it ("Had it ..."), where the verb comes later."""
    if "verb-first" in scene.language.options:
        return False
    return scene.passage.at(at, "change") is not None or (at == 0 and scene.stop(at) == "auxiliary")


def _behind(scene: Scene, subject: Tokens, last: int) -> str:
    """Look at what stands behind the three, up to the next clause: a word there may narrow them."""
    tokens = scene.passage.tokens
    opened = subject[1] == last and subject[0] > 0 and scene.word(subject[0] - 1) in COMMAS
    if opened and scene.word(last - 1).isalpha():
        return NONE  # "With a population of 12 million, Egypt is the largest ..."
    for at in range(last, len(tokens)):
        if scene.stop(at) == "conjunction" and scene.key(at) in WHEN:
            return scene.word(at)
        if scene.passage.at(at, "change", "comparison") is not None:
            return scene.word(at)  # "3 million higher", which is no level
        if scene.ends_clause(at) or scene.stop(at) in ("conjunction", "relative") or scene.joined(at):
            break
        if scene.passage.at(at, "speech", "cue") is not None or _from_number(scene, at):
            break
        if at not in scene.plain:
            return scene.word(at)
    return NONE


def _from_number(scene: Scene, at: int) -> bool:
    """Tell where the other end of a change is told: "to 12 million from 9 million"."""
    end = scene.passage.at(at, "change-end")
    following = scene.passage.tokens[end.end : end.end + REACH] if end is not None and end.entry.key != TO else ()
    return any(token.kind == "number" for token in following)


def _part(scene: Scene, figure: Tokens, last: int) -> str:
    """Find a figure that is said to be some of them, or all but some."""
    passage = scene.passage
    for at in (figure[1], figure[1] + 1):
        if at < last and passage.at(at, "partitive", "share-of", "of-them") is not None:
            return scene.word(at)
    for match in passage.matches("part"):
        if match.start < last or match.entry.key == EXCEPT:
            return scene.word(match.start)
    return NONE


def _change(scene: Scene, own: set[int], first: int, figure: Tokens) -> str:
    """Find a change that has no end before the figure: "rose by 2 million" tells not how many there are."""
    passage = scene.passage
    every = (m for m in passage.matches("change", "change-noun") if m.start not in own)
    changes = [m for m in every if first - REACH <= m.start < figure[0]]
    ends = [passage.at(at, "change-end") for at in range(max(0, figure[0] - REACH), figure[0])]
    reached = any(match is not None and match.entry.key == TO for match in ends)
    return scene.word(changes[0].start) if changes and not reached else NONE


def _other_name(scene: Scene, subject: Tokens, quantity: Tokens) -> str:
    """Find another place or body that the quantity may be of, where subject and quantity are not side by side."""
    gap = range(min(subject[1], quantity[1]), max(subject[0], quantity[0]))
    if all(scene.stop(at) in ("article", "preposition") for at in gap):
        return NONE
    behind = max(subject[0], quantity[0])
    others = (n for n in scene.names if n[0] < behind and (n[1] <= subject[0] or subject[1] <= n[0]))
    said = [match.start for match in scene.passage.matches("speech", "cue")]
    return next((scene.word(n[0]) for n in others if not any(n[1] <= at < subject[0] for at in said)), NONE)


def _direction(scene: Scene, subject: Tokens, quantity: Tokens) -> str:
    """Find a preposition that makes the subject another end of the quantity: exports to a country are not its own."""
    if subject[0] < quantity[1]:
        return NONE
    gap = range(quantity[1], subject[0])
    other = next((at for at in gap if scene.stop(at) == "preposition" and scene.key(at) not in OF), None)
    if other is None and scene.hangs(subject[0]):
        other = subject[0]
    return scene.word(other) if other is not None else NONE


def _not_told(scene: Scene, own: set[int], figure: Tokens) -> str:
    """Find what makes a question, a hope or a wish of the sentence."""
    passage = scene.passage
    if passage.tokens[-1].text in ASKS:
        return passage.tokens[-1].text
    for at in range(figure[0]):
        act = passage.at(at, "speech")
        wished = act is not None and act.entry.tag("act") in WISHES and passage.at(at, "level") is None
        if wished or (at not in own and passage.at(at, "unreal", "forecast") is not None):
            return scene.word(at)
    return NONE


def _part_of_time(scene: Scene, own: set[int], figure: Tokens, last: int) -> str:
    """Find a part of a year before the figure, or behind it in its clause."""
    end = next((at for at in range(max(last, figure[1]), len(scene.passage.tokens)) if scene.ends_clause(at)), None)
    told = (at for (at, _), _ in scene.parts if at not in own and (end is None or at < end))
    return next((scene.word(at) for at in told), NONE)
