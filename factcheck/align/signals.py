"""Named signals that two figures speak of one thing. None of them looks at the two values."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz

from factcheck.align.likeness import likeness
from factcheck.align.slots import slot
from factcheck.data.currencies import one_currency
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
SAME_NEIGHBOURS = {"left": 1.0, "right": 1.0}


def figure_signals(
    a: Claim,
    b: Claim,
    alike: float,
    places: tuple[float, float],
    weights: Mapping[str, float],
    least: float = 0.0,
) -> dict[str, float]:
    """Take the signals of two figures of one language.

    `alike` is how alike their sentences are, `places` where the figures stand (0 to 1). The words right beside two
    figures are not looked at where no such words could lift the score to `least`.
    """
    found: dict[str, float] = {}
    counted = counted_likeness(a, b)
    if counted is not None:
        found["counted"] = counted
    found["clause"] = likeness(a.context.stems, b.context.stems, weights)
    found["sentence"] = alike
    rest: dict[str, float] = {}
    if a.figure and b.figure and a.figure.unit and b.figure.unit and not one_currency(a.figure.unit, b.figure.unit):
        rest["unit"] = 0.0  # "300 mm (12 inches)": the same unit is met first
    names = (a.context.names, b.context.names)
    if names[0] and names[1]:
        rest["names"] = len(names[0] & names[1]) / len(names[0] | names[1])
    if a.attribution and b.attribution and a.attribution.source and b.attribution.source:
        rest["source"] = fuzz.token_set_ratio(a.attribution.source.key, b.attribution.source.key) / 100
    rest["position"] = 1 - abs(places[0] - places[1])
    within = total({**found, **SAME_NEIGHBOURS, **rest}, WEIGHTS) >= least
    return found | slot(a, b) | rest if within else found | rest


def counted_likeness(a: Claim, b: Claim) -> float | None:
    """Tell how alike what is counted is, by key or else by spelling; None where one counts nothing named."""
    if a.figure is None or b.figure is None or a.figure.counted is None or b.figure.counted is None:
        return None
    first, second = a.figure.counted, b.figure.counted
    if first.key and second.key:
        return float(first.key == second.key)
    return fuzz.ratio(first.text, second.text) / 100


def counted_across(a: Claim, b: Claim) -> float | None:
    """Tell the same between two languages, where only keys can: half for two that are parts or kinds of one another."""
    if a.figure is None or b.figure is None or a.figure.counted is None or b.figure.counted is None:
        return None
    first, second = a.figure.counted, b.figure.counted
    if not first.key or not second.key:
        return None
    if first.key == second.key:
        return 1.0
    kin = {first.key, first.whole} & {second.key, second.whole} - {None}
    return 0.5 if kin or first.kind == second.kind == "people" else 0.0


def total(signals: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Weigh the signals by a table into one score, 0 to 1; the words right beside two figures may only raise it.

    A statement told in other words has others around its figure, and is the same statement all the same.
    """
    known = told = 0.0
    most = least = 0.0
    for name, value in signals.items():
        if name in table:
            weight = table[name]
            known, most = known + weight * value, most + weight
            if name not in SAME_NEIGHBOURS:
                told, least = told + weight * value, least + weight
    return max(known / most if most else 0.0, told / least if least else 0.0)
