"""One quotation given to two different people."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.quote_pairs import quote_pairs, speaker, speakers_alike
from factcheck.judge.quotes_across import other_person, quotes_across
from factcheck.model.pair import Step


def quote_speakers(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for every quotation that both reports give to a person, and not to the same one."""
    across = len({case.readings[report].report.language for report in where}) > 1
    pairs = quotes_across(case, where) if across else quote_pairs(case, where)
    for pair in pairs:
        first, second = speaker(pair.a), speaker(pair.b)
        if first is None or second is None:
            continue
        if across and not other_person(case, where, (first, second)):
            continue
        if not across and speakers_alike(case, where, pair) is not False:
            continue
        a, b = (case.readings[r].report.surface(s.named) for r, s in zip(where, (first, second), strict=True))
        words = [" ".join(claim.quote.words) if claim.quote is not None else "" for claim in (pair.a, pair.b)]
        yield Draft(
            level="",
            evidence=(
                case.evidence(where[0], first.named, "a"),
                case.evidence(where[1], second.named, "b"),
                case.evidence(where[0], pair.a.span, "says"),
                case.evidence(where[1], pair.b.span, "says"),
            ),
            basis=((words[0], first.key), (words[1], second.key)),
            values={"a": a, "b": b},
            steps=(Step("same-voice", False, (("a", a), ("b", b))),),
            claims=((where[0], pair.a.id), (where[1], pair.b.id)),
        )
