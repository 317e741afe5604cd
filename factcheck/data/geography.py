"""What lies in what: the keys of the places that hold a place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factcheck.data.shipped import table


@lru_cache(maxsize=1)
def _holders() -> Mapping[str, frozenset[str]]:
    """Map every place listed to all places that hold it, through any number of steps."""
    direct: dict[str, set[str]] = {}
    for holder, places in table("geography.yaml").items():
        for place in places:
            direct.setdefault(place, set()).add(holder)

    def above(place: str) -> frozenset[str]:
        return frozenset(direct.get(place, ())).union(*(above(holder) for holder in direct.get(place, ())))

    return {place: above(place) for place in direct}


def apart(a: str, b: str) -> bool:
    """Tell whether two places, by key, exclude one another: two states, or two places in states, neither in the other.

    Seas, continents and regions over borders exclude nothing.
    """
    if a == b or _state(a) != _state(b):
        return False
    if _state(a):
        return True
    holders = _holders()
    return a in holders and b in holders and a not in holders[b] and b not in holders[a]


@lru_cache(maxsize=1)
def _seats() -> Mapping[str, str]:
    """Map the capitals that stand for their state's government to that state."""
    lines = table("geography.yaml").items()
    return {places[0]: holder for holder, places in lines if _state(holder) and places}


def spoken_for(place: str) -> str:
    """Give the state that a capital stands for ("Moscow denied"), by key; every other place stands for itself."""
    return _seats().get(place, place)


def _state(place: str) -> bool:
    """Tell a state by its ISO 3166 code."""
    return len(place) == len("XX") and place.isupper()
