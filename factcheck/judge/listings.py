"""Counts that bear themselves out: what they count is listed behind them."""

from __future__ import annotations

import re

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.span import Span

NEAR = 14
"""Characters between a count and the word that opens its list ("four of them, namely")."""
ARE = "are"
"""The key of words that open a list only where one stands behind them ("nine were arrested")."""
FAR = 60
"""Characters between a count and the colon or bracket that its list stands behind."""
MOST = 40
"""Things that a report may list one by one."""
_OPENS = re.compile(r"[^.!?؟:(\[\n—–]*[:(\[—–]")
_PARTED = re.compile(r"[,،;؛/]| - ")


def is_listed(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether the items of a count follow it: behind a listing word, a colon or a bracket, or as bullets below."""
    figure = claim.figure
    if figure is None or figure.form != "cardinal" or (figure.low or figure.high or 0) > MOST:
        return False
    markers = list(case.markers(report, claim.context.sentence, "list-word"))
    if any(m.key != ARE and 0 <= m.span.start - claim.span.end <= NEAR for m in markers):
        return True
    sentence = case.sentence(report, claim.context.sentence)
    behind = case.readings[report].report.surface(Span(claim.span.end, sentence.span.end, claim.span.field))
    some = next((m for m in markers if m.span.start >= claim.span.end), None)
    named = behind[some.span.end - claim.span.end :] if some is not None else ""
    if some is not None and len(_PARTED.findall(named)) >= max(1, int(figure.low or 0) - 1):
        return True
    opened = _OPENS.match(behind[:FAR])
    if opened is None:
        return False
    rest = behind[opened.end() :]
    return bool(_PARTED.search(rest)) or (not rest.strip() and opened.group().endswith(":"))
