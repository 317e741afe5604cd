"""Names and dates that two reports both give: by one key, or in two languages by one skeleton."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.loader import load_languages
from factcheck.model.claim import Claim, Reading
from factcheck.text.skeleton import skeleton

SHORTEST = 3
"""Consonants a name needs at least to be known again in another script."""

Met = tuple[Claim, Claim, float, dict[str, float]]


def meeting_names(a: Reading, b: Reading) -> Iterator[Met]:
    """Pair names and dates where both reports give the same one; the first mention of each stands for all."""
    across = a.report.language != b.report.language
    first, second = _named(a, across), _named(b, across)
    for key in sorted(set(first) & set(second)):
        yield first[key], second[key], 1.0, {"key": 1.0}
    if across:
        rest = {key: claim for key, claim in second.items() if key not in first}
        yield from _by_skeleton({k: c for k, c in first.items() if k not in second}, rest, a, b)


def _named(reading: Reading, across: bool) -> dict[tuple[str, str], Claim]:
    found: dict[tuple[str, str], Claim] = {}
    for claim in reading.claims:
        if claim.name is not None:
            found.setdefault((claim.name.type, claim.name.key), claim)
        elif claim.date is not None and (across or "X" not in claim.date.edtf):
            found.setdefault(("date", claim.date.edtf), claim)
    return found


def _by_skeleton(
    first: dict[tuple[str, str], Claim], second: dict[tuple[str, str], Claim], a: Reading, b: Reading
) -> Iterator[Met]:
    """Pair the names left over whose skeletons are one, or end in one family name that is all one of them gives."""
    right: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for type_, key in second:
        for written in _skeletons(type_, key, b):
            right.setdefault((type_, written), []).append((type_, key))
    taken = set[tuple[str, str]]()
    for (type_, key), claim in first.items():
        for written in _skeletons(type_, key, a):
            fits = [other for other in right.get((type_, written), ()) if other not in taken]
            if len(fits) == 1:
                taken.add(fits[0])
                yield claim, second[fits[0]], 0.9, {"skeleton": 1.0}
                break


def _skeletons(type_: str, key: str, reading: Reading) -> list[str]:
    if type_ == "date":
        return []
    words = skeleton(key, load_languages()[reading.report.language]).split()
    whole = "".join(words)
    found = [whole, words[-1]] if type_ == "person" and len(words) > 1 else [whole]
    return [written for written in found if len(written) >= SHORTEST]
