"""What brought an event about, as two reports tell it: a short circuit in the one, a gas leak in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.align.particulars import befallen, event_of
from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import words_apart
from factcheck.judge.told_otherwise import Otherwise, Told, told_otherwise
from factcheck.model.word import Word

CUES, WEAK_CUES = frozenset({"because", "blame", "cause"}), frozenset({"after"})
"""Senses of words that tie what happened to what brought it about; weak ones where both are named beside them."""
CLASSES = ("cause ", "weapon ", "explosive ")
"""Classes of things that bring such events about."""
CAUSES = frozenset({"aircraft drone"})
"""Such things of other classes."""
BROADER = {
    "cause bad-weather": frozenset({"fog", "heavy-rain", "ice-on-road", "lightning", "strong-wind"}),
    "cause human-error": frozenset(
        {"driver-asleep", "drunk-driving", "negligence", "overtaking", "pilot-error", "reckless-driving", "speeding"}
    ),
    "cause negligence": frozenset({"cigarette-end", "human-error", "metal-fatigue", "overcrowding", "overloading"}),
    "cause reckless-driving": frozenset({"drunk-driving", "overtaking", "speeding", "wrong-way"}),
    "cause gas-leak": frozenset({"gas-cylinder"}),
    "cause technical-fault": frozenset(
        {"brake-failure", "broken-rail", "burst-tyre", "electrical-fault", "engine-failure", "signal-failure"}
    ),
}
"""Causes that are told of more closely as others: both may be right."""
REACH = 7
"""Content words between a cause and the word that ties it to what happened."""


def caused_otherwise(case: Case, where: tuple[int, ...]) -> Iterator[Otherwise]:
    """Give the two things of which each report tells that it alone brought about what both are of."""
    events = [befallen(case.readings[report]) for report in where]
    event = min(events[0] & events[1], default=None)
    if event is not None:
        ours, theirs = ({event: _causes(case, report, event)} for report in where)
        yield from told_otherwise(case, where, ours, theirs, _unlike)


def _unlike(a: Word, b: Word) -> bool:
    return a.key != b.key and not _broader(a, b) and not _broader(b, a)


def _causes(case: Case, report: int, event: str) -> Mapping[str, Told]:
    """Give what a report says brought this event about, by key, where it is first told."""
    found: dict[str, Told] = {}
    for claim in case.statements[report].values():
        named = [word for word in claim.words if event_of(word)]
        of_it = [word for word in named if event_of(word) == event]
        if named and not of_it:
            continue
        causes = [word for word in claim.words if _causal(word)]
        for cue in claim.words if causes else ():
            if cue.key not in CUES and not (cue.key in WEAK_CUES and any(word.start < cue.start for word in of_it)):
                continue
            if cue.denied:
                continue
            behind = [word for word in causes if word.start > cue.start] if cue.key in WEAK_CUES else causes
            word = min(behind, key=lambda word: abs(words_apart(claim, cue, word)), default=None)
            if word is not None and abs(words_apart(claim, cue, word)) <= REACH:
                found.setdefault(word.key, Told(claim, of_it[0] if of_it else cue, word))
    return found


def _causal(word: Word) -> bool:
    return word.kind == "thing" and not word.denied and (word.key in CAUSES or word.key.startswith(CLASSES))


def _broader(one: Word, other: Word) -> bool:
    return other.key.partition(" ")[2] in BROADER.get(one.key, frozenset())
