"""A finding as tools for code speak of one: a message at a place in a file, with further places and a fingerprint.

What comes from a report is made harmless here, once for all outputs; each output then escapes what its own form asks.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.model.errors import Problem
from factcheck.model.finding import Evidence, Finding, Severity
from factcheck.model.report import Report
from factcheck.render.bidi import REPLACEMENT, Bidi, harmless
from factcheck.render.cells import cut
from factcheck.render.flow import TIE
from factcheck.render.notices import notice_text
from factcheck.render.outcome import Look, Outcome
from factcheck.render.sheet import Sheet
from factcheck.render.wording import decisive, message_text, reading_step, values_of

UNREADABLE = "unreadable"
"""What stands in a rule's place for a file that could not be read."""
GOOD_NEWS = "baseline-gone"
"""What is told of a baseline whose finding is gone: nothing fails for it."""
WIDEST_QUOTE = 120
ENDLESS = 1_000_000
INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})
"""Categories of characters that a path is shown without."""

_NUMBER = re.compile(r"#\d+\Z")


class Place(Struct, frozen=True):
    """Words in a file, from one place to just before another; lines and columns (in code points) count from 1.

    `before` and `inside` are the text of the first line up to the place and of the last one up to its end. `exact`
    tells that the lines are the file's; else nothing is known but the file, and the place is its beginning.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str = ""
    label: str = ""
    before: str = ""
    inside: str = ""
    exact: bool = True


class Remark(Struct, frozen=True):
    """Something to look at. The first place is in a report that was judged; `why` is the step that decided.

    `excuse` says on whose word it stands, where somebody let it stand; `accepted` tells that a baseline did.
    """

    rule: str
    severity: Severity
    message: str
    places: tuple[Place, ...]
    question: str = ""
    why: str = ""
    fingerprint: str = ""
    excuse: str = ""
    accepted: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.places[0]

    @property
    def told(self) -> str:
        """Say what was found, why, and what to ask, a line each."""
        return "\n".join(part for part in (self.message, self.why, self.question) if part)


def remarks(outcome: Outcome, messages: Messages) -> tuple[Remark, ...]:
    """Give all there is to look at: findings report by report, what is off with waivers, files that cannot be read."""
    found = [remark for look in outcome.looks for remark in found_in(look, messages)]
    return (*found, *beside(outcome, messages))


def beside(outcome: Outcome, messages: Messages) -> Iterator[Remark]:
    """Give what is off with waivers and the baseline, and the files that could not be read."""
    for notice in outcome.notices:
        written = notice.written
        place = Place(shown_path(written.path), written.line, written.column, written.line, written.column)
        yield Remark(notice.problem, notice.severity, notice_text(notice, messages), (place,))
    for problem in outcome.unread:
        yield Remark(UNREADABLE, "error", harmless(problem.message), (_unread(problem),))


def found_in(look: Look, messages: Messages, bidi: Bidi = "plain") -> Iterator[Remark]:
    """Give the findings of one look in the order they were made; on a terminal with Arabic isolated where it stands."""
    for finding in look.comparison.findings:
        yield _remark(look, finding, messages, bidi=bidi)


def let_stand(look: Look, messages: Messages) -> Iterator[Remark]:
    """Give what a desk let stand in one look, with the reason."""
    for item in look.comparison.waived:
        waiver = item.waiver
        word = messages.text(
            "allowed.waived-by", by=waiver.by, expires=waiver.expires.isoformat(), reason=waiver.reason
        )
        yield _remark(look, item.finding, messages, harmless(word))
    for finding in look.comparison.accepted:
        yield _remark(look, finding, messages, messages.text("allowed.accepted", count=1), accepted=True)


def shown_path(path: str) -> str:
    """Give a file's path as tools write it: slashes, no `./` before it, and no character that stands invisibly."""
    plain = path.replace(os.sep, "/")
    while plain.startswith("./"):
        plain = plain[2:].lstrip("/")
    kept = (REPLACEMENT if unicodedata.category(char) in INVISIBLE else char for char in plain)
    return "stdin" if path == "-" else "".join(kept)


def _remark(
    look: Look,
    finding: Finding,
    messages: Messages,
    excuse: str = "",
    *,
    accepted: bool = False,
    bidi: Bidi = "plain",
) -> Remark:
    comparison = look.comparison
    sheet = Sheet(messages, ENDLESS, bidi)
    values = values_of(comparison, finding, sheet)
    step = decisive(finding)
    # What stops a report is shown in that report, also where the rule points at the other one first.
    ordered = sorted(finding.evidence, key=lambda item: item.report not in look.judged)
    return Remark(
        rule=finding.rule.id,
        severity=finding.severity,
        message=message_text(sheet, finding.message, values).replace(TIE, " "),
        places=tuple(_place(comparison, item, messages) for item in ordered),
        question=message_text(sheet, finding.question, values).replace(TIE, " "),
        why=reading_step(sheet, step, values).replace(TIE, " ") if step is not None else "",
        fingerprint=finding.fingerprint,
        excuse=excuse,
        accepted=accepted,
    )


def _place(comparison: Comparison, item: Evidence, messages: Messages) -> Place:
    report = comparison.readings[item.report].report
    key = f"label.{item.label}"
    label = messages.templates.get(key)
    said = cut(harmless(item.text), WIDEST_QUOTE), label if isinstance(label, str) else ""
    path = report_path(report)
    if item.span.field == "title" or not report.in_file:
        return Place(path, 1, 1, 1, 1, *said, exact=False)
    line, column = report.place(item.span)
    before, inside = (
        report.text[report.text.rfind("\n", 0, end) + 1 : end] for end in (item.span.start, item.span.end)
    )
    return Place(path, line, column, line + item.text.count("\n"), len(inside) + 1, *said, before, inside)


def report_path(report: Report) -> str:
    """Give the path of a report's file, or what else it is called."""
    name = report.name if report.in_file else _NUMBER.sub("", report.name)
    return shown_path(name) if name else shown_path(harmless(report.title or report.id))


def _unread(problem: Problem) -> Place:
    line, column = problem.line or 1, problem.column or 1
    path = shown_path(problem.path) or "factcheck"
    return Place(path, line, column, line, column, exact=problem.line is not None)
