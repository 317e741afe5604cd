"""A percentage that does not follow from the two figures given beside it: a change, or a part of a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.changes import Change, changes_in
from factcheck.judge.checks import Check, Options
from factcheck.judge.rates import Reach, difference, reach, relative, rounded, share
from factcheck.judge.schema import When
from factcheck.judge.shares import Share, shares_in
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure, plain, shown
from factcheck.model.pair import Step

Rate = Callable[[Reach, Reach], Reach | None]


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each rate of change or share that its two figures do not bear out, as exactly as they are given.

    Levels: `stated` where the words tie the three together and no rounding explains the difference; `assumed` where
    the tie is looser ("against"), or round figures might explain it; `points` where two percentages are that many
    percentage points apart, and the difference is called percent.
    """
    (report,) = where
    for sentence in case.readings[report].sentences:
        for change in changes_in(case, report, sentence.index):
            yield from _of_change(case, report, change)
        for told in shares_in(case, report, sentence.index):
            yield from _of_share(case, report, told)


def _of_change(case: Case, report: int, change: Change) -> Iterator[Draft]:
    rate = _figure(change.rate)
    start, end = change.start, change.end

    def points(a: Reach, b: Reach) -> Reach | None:
        return difference(a, b, up=change.up)

    def percent(a: Reach, b: Reach) -> Reach | None:
        return relative(a, b, up=change.up)

    rates = start.form == "percent"
    if rate.form == "percentage-point":
        if rates and not _holds(rate, start, end, points, generous=False):
            level = "stated" if change.plain and not _holds(rate, start, end, points, generous=True) else "assumed"
            made = difference(_point(start), _point(end), up=change.up).low
            yield _draft(case, report, level, change.rate, change.claims, (start, end), made)
        return
    if _holds(rate, start, end, percent, generous=False):
        return
    made_of = relative(_point(start), _point(end), up=change.up)
    if made_of is None:
        return
    if rates and _holds(rate, start, end, points, generous=False):
        level = "points"
    else:
        level = "stated" if change.plain and not _holds(rate, start, end, percent, generous=True) else "assumed"
    yield _draft(case, report, level, change.rate, change.claims, (start, end), made_of.low)


def _of_share(case: Case, report: int, told: Share) -> Iterator[Draft]:
    rate, part, whole = (_figure(claim) for claim in told)
    if _holds(rate, part, whole, share, generous=False):
        return
    level = "assumed" if _holds(rate, part, whole, share, generous=True) else "stated"
    made = share(_point(part), _point(whole))
    if made is not None:
        yield _draft(case, report, level, told.rate, (told.part, told.whole), (part, whole), made.low)


def _holds(rate: Figure, a: Figure, b: Figure, made: Rate, *, generous: bool) -> bool:
    """Tell whether a rate may follow from two figures; where it cannot be worked out, it may."""
    follows = made(reach(a, generous=generous), reach(b, generous=generous))
    return follows is None or follows.meets(reach(rate, generous=generous))


def _figure(claim: Claim) -> Figure:
    if claim.figure is None:
        raise ValueError("only figures are reckoned with")
    return claim.figure


def _value(figure: Figure) -> Decimal:
    return next((bound for bound in (figure.low, figure.high) if bound is not None), Decimal(0))


def _point(figure: Figure) -> Reach:
    return Reach(_value(figure), _value(figure))


def _draft(
    case: Case,
    report: int,
    level: str,
    rate: Claim,
    parts: Sequence[Claim],
    values: tuple[Figure, Figure],
    made: Decimal,
) -> Draft:
    change = f"{plain(rounded(made))} %"
    first, second = (shown(value) for value in values)
    found = (("a", first), ("b", second), ("change", change), ("rate", shown(_figure(rate))))
    words = case.readings[report].report.surface(parts[0].span.join(parts[-1].span))
    return Draft(
        level=level,
        evidence=(
            case.evidence(report, rate.span, "rate"),
            *(case.evidence(report, part.span, "of") for part in parts),
        ),
        basis=tuple(basis_of(c, shown(c.figure)) for c in (rate, *parts) if c.figure is not None),
        values={"rate": rate.text, "figures": words, "change": change.replace(" ", "")},
        steps=(Step("rate", False, found),),
        claims=tuple((report, claim.id) for claim in (rate, *parts)),
    )


CHECK = Check("report", ("stated", "assumed", "points"), frozenset({"rate", "figures", "change"}), Options, run)
