"""Named signals that two figures speak of one thing. None of them looks at the two values."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz

from factcheck.align.likeness import likeness
from factcheck.align.slots import slot
from factcheck.model.claim import Claim

WEIGHTS = {
    "counted": 3.0,
    "clause": 4.0,
    "sentence": 3.0,
    "beside": 3.0,
    "left": 2.0,
    "right": 1.0,
    "unit": 1.0,
    "names": 1.0,
    "source": 0.5,
    "position": 0.5,
}
"""How much each signal says; a signal that cannot be taken (no noun, no names) leaves the mean."""
NEIGHBOURS = ("left", "right")
CROSS_WEIGHTS = {"counted": 4.0, "unit": 2.0, "names": 2.0, "position": 1.5}
"""The same between two languages, where words cannot be laid side by side."""


def figure_signals(
    a: Claim,
    b: Claim,
    whole: tuple[Claim, Claim],
    alike: float,
    places: tuple[float, float],
    weights: Mapping[str, float],
    same_language: bool,
) -> dict[str, float]:
    """Take the signals of two figures.

    `whole` are their sentences' statements, `alike` how alike those are, `places` where the figures stand (0 to 1).
    """
    found: dict[str, float] = {}
    counted = counted_likeness(a, b)
    if counted is not None:
        found["counted"] = counted
    if same_language:
        found["clause"] = likeness(a.context.stems, b.context.stems, weights)
        found["sentence"] = alike
        found |= slot(a, b)
        if a.figure and b.figure and a.figure.unit and b.figure.unit and a.figure.unit != b.figure.unit:
            found["unit"] = 0.0  # "300 mm (12 inches)": the same unit is met first
    elif a.figure and b.figure and a.figure.unit and b.figure.unit:
        found["unit"] = float(a.figure.unit == b.figure.unit)
    names = (a.context.names, b.context.names)
    if not same_language:
        names = shared_script(whole[0].context.names), shared_script(whole[1].context.names)
    if names[0] and names[1]:
        found["names"] = len(names[0] & names[1]) / len(names[0] | names[1])
    if same_language and a.attribution and b.attribution and a.attribution.source and b.attribution.source:
        found["source"] = fuzz.token_set_ratio(a.attribution.source.key, b.attribution.source.key) / 100
    found["position"] = 1 - abs(places[0] - places[1])
    return found


def shared_script(names: frozenset[str]) -> frozenset[str]:
    """Leave out names that are known by their spelling in another script: no report of another language has them."""
    return frozenset(name for name in names if name.isascii())


def counted_likeness(a: Claim, b: Claim) -> float | None:
    """Tell how alike what is counted is, by key or else by spelling; None where one counts nothing named."""
    if a.figure is None or b.figure is None or a.figure.counted is None or b.figure.counted is None:
        return None
    first, second = a.figure.counted, b.figure.counted
    if first.key and second.key:
        return float(first.key == second.key)
    return fuzz.ratio(first.text, second.text) / 100


def total(signals: Mapping[str, float], same_language: bool) -> float:
    """Weigh the signals into one score, 0 to 1; the words right beside two figures may raise it, but never lower it.

    A statement told in other words has others around its figure, and is the same statement all the same.
    """
    table = WEIGHTS if same_language else CROSS_WEIGHTS
    known = {name: value for name, value in signals.items() if name in table}
    told = {name: value for name, value in known.items() if name not in NEIGHBOURS}
    return max(_mean(known, table), _mean(told, table))


def _mean(signals: Mapping[str, float], table: Mapping[str, float]) -> float:
    weight = sum(table[name] for name in signals)
    return sum(table[name] * value for name, value in signals.items()) / weight if weight else 0.0
