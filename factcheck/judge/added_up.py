"""A figure that is the other report's added up: 13 years for two, where the other gives ten to one and three to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model.claim import Claim
from factcheck.model.figure import Figure, shown
from factcheck.model.pair import Step


def added_up(a: Claim, b: Claim, in_a: Mapping[str, Claim], in_b: Mapping[str, Claim]) -> Step | None:
    """Give the step where one figure is the other and a third beside it together."""
    for whole, part, table in ((a, b, in_b), (b, a, in_a)):
        for other in _beside(part, table.values()):
            if whole.figure is None or part.figure is None or other.figure is None:
                continue
            terms = part.figure.exact, other.figure.exact
            if None not in terms and whole.figure.exact == sum(term for term in terms if term is not None):
                made = f"{shown(part.figure)} + {shown(other.figure)}"
                return Step("added-up", False, (("a", shown(whole.figure)), ("b", made)))
    return None


def _beside(part: Claim, table: Iterable[Claim]) -> Iterable[Claim]:
    """Give the like figures of a figure's sentence and of the next one, or beside one of its repeats."""
    claims = [claim for claim in table if claim.figure is not None]
    own = {c.context.sentence for c in claims if c.id == part.id or _repeats(c.figure, part.figure)}
    places = own | {sentence + 1 for sentence in own}
    return [
        c
        for c in claims
        if c.context.sentence in places and c.id != part.id and not c.context.earlier and _like(c.figure, part.figure)
    ]


def _repeats(a: Figure | None, b: Figure | None) -> bool:
    return a is not None and b is not None and a.exact == b.exact is not None and _like(a, b)


def _like(a: Figure | None, b: Figure | None) -> bool:
    """Tell figures that can be added: of one unit and form, dead with injured; others may be some of the first."""
    if a is None or b is None or (a.unit, a.form) != (b.unit, b.form) or not a.exact or not b.exact:
        return False
    if {a.role, b.role} - {"quantity", "period"}:
        return False
    x, y = a.counted, b.counted
    if x is None or y is None:
        return x is y
    return x.kind == y.kind == "casualty" or (x.key == y.key and bool(x.key))
