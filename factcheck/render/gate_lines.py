"""The gate's answer: one line an event, and under it one for each of its reports with something to look at; or JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from rich.text import Text

from factcheck.data.messages import Messages
from factcheck.model.allowance import Looked, Notice
from factcheck.model.finding import SEVERITIES, Finding, Severity
from factcheck.render.bidi import FSI, PDI, harmless, isolate
from factcheck.render.cells import cut, widest
from factcheck.render.gate_event import GateEvent
from factcheck.render.json_objects import finding_object, stood_objects
from factcheck.render.notices import paper_lines
from factcheck.render.sheet import printed

SHOWN = 3
"""Names of other reports that stand on a line; more of them are in the JSON."""
WIDEST_TITLE = 80
"""Cells of an event's title where nothing else bounds a line."""
ENDLESS = 1_000_000
"""Cells of a line that nothing bounds."""
STYLES = {True: "bold red", False: "green"}


def gate_page(
    events: Sequence[GateEvent],
    papers: Sequence[tuple[str, Sequence[Notice], bool]],
    unread: int,
    messages: Messages,
    *,
    nothing: str = "",
    width: int | None = None,
    color: bool = False,
) -> str:
    """Give the whole answer: events, then what is off with waivers and the like; on a terminal, a sum of several.

    `papers` are files with what is off with them, `unread` tells how many problems there were; `nothing` is said where
    nothing was judged. Lines are cut to the `width` of a terminal; None says that programs may read them.
    """
    lines = [line for event in events for line in event_lines(event, messages)]
    lines += [Text(line) for paper in papers for line in paper_lines(*paper, messages)]
    if not lines and not unread and nothing:
        lines.append(_word(False, messages).append(f"  {nothing}"))
    if width is not None and sum(len(event.looks) for event in events) > 1:
        lines.append(sum_line(events, unread, messages))
    return printed((fitted(line, width) for line in lines), width or ENDLESS, color=color)


def _nothing(number: int) -> list[Text]:
    return []


def event_lines(event: GateEvent, messages: Messages, under: Callable[[int], list[Text]] = _nothing) -> list[Text]:
    """Say stop or go for an event: `stop  3 reports  1 error, 2 warnings  Fire at Kasra mill`, and of whom it is said.

    An event of one report without a title is that report's line alone. Under others stand the reports in which there
    is something to look at. `under` gives what more is to stand under the line of the report with a number.
    """
    looks = [*event.looks.values()]
    if event.alone:
        return [report_line(*looks[0], messages), *(line for number in event.looks for line in under(number))]
    judged = len(looks)
    counts = {"count": judged, "all": event.reports}
    size = messages.text("gate.of-reports", **counts) if judged < event.reports else _count("reports", judged, messages)
    told = told_counts(_once(looks), messages)
    title = isolate(cut(harmless(event.called), WIDEST_TITLE), "isolate")
    own = {look.reports[0].name for look, _ in looks}
    inner: list[Text] = []
    for number, (look, stop) in event.looks.items():
        if look.everything:
            inner += [Text("  ").append_text(report_line(look, stop, messages, own)), *under(number)]
    return [_word(event.stop, messages).append(f"  {size}  {told}  {title}"), *inner]


def report_line(look: Looked, stop: bool, messages: Messages, own: Collection[str] = ()) -> Text:
    """Say stop or go for one report, and why: `stop  desk/a.txt  2 warnings: unsupported-figure, unnamed-source`.

    Reports of its `own` event that stand beside it on the page are not named again.
    """
    told = told_counts(look.findings, messages)
    rules = ", ".join(dict.fromkeys(finding.rule.id for finding in look.findings))
    stood = (("settled", len(look.settled)), ("waived", len(look.waived)), ("accepted", len(look.accepted)))
    let_stand = "".join(f" · {messages.text(f'allowed.{how}', count=count)}" for how, count in stood if count)
    others = [name for name in _beside(look) if name not in own]
    shown = ", ".join(others[:SHOWN]) + (" ..." if len(others) > SHOWN else "")
    beside = (
        f" · {messages.text('gate.beside' if look.same_event else 'gate.apart', names=harmless(shown))}"
        if others
        else ""
    )
    said = told + (f": {rules}" if rules else "") + let_stand + beside
    return _word(stop, messages).append(f"  {harmless(_name(look))}  {said}")


def sum_line(events: Sequence[GateEvent], unread: int, messages: Messages) -> Text:
    """Count what was judged: `200 reports, 143 events: 12 stop, 188 go`."""
    stops = [stop for event in events for _, stop in event.looks.values()]
    sizes = [_count("reports", len(stops), messages)]
    sizes += [_count("events", len(events), messages)] if len(events) < len(stops) else []
    parts = [
        messages.text(f"gate.{key}", count=stops.count(stop)) for key, stop in (("stopped", True), ("went", False))
    ]
    parts += [messages.text("gate.unread", count=unread)] if unread else []
    comma = messages.text("terminal.comma")
    return Text(f"{comma.join(sizes)}: {comma.join(parts)}", style="dim")


def gate_object(look: Looked, stop: bool, messages: Messages, title: str = "") -> dict[str, Any]:
    """Give a report's line for a program, with the findings; `title` is that of its event, where it is told of one."""
    findings = [finding_object(finding, messages) for finding in look.findings]
    return {
        "report": _name(look),
        **({"event": title} if title else {}),
        "beside": _beside(look),
        "stop": stop,
        "findings": findings,
        **stood_objects(look, messages),
    }


def fitted(line: Text, width: int | None) -> Text:
    """Shorten a line to a terminal's width, if it is one; an isolate that is cut open is closed."""
    if width is None or line.cell_len <= width:
        return line
    kept = cut(line.plain, width)
    open_ones = kept.count(FSI) - kept.count(PDI)
    return Text(kept + PDI * open_ones, spans=line.spans)


def told_counts(findings: Iterable[Finding], messages: Messages) -> str:
    """Count findings by severity: `1 error, 2 warnings`."""
    counts: Counter[Severity] = Counter(finding.severity for finding in findings)
    parts = [messages.text(f"severity.count.{s}", count=counts[s]) for s in SEVERITIES if counts[s]]
    return messages.text("terminal.comma").join(parts) or messages.text("gate.nothing")


def _once(looks: Iterable[tuple[Looked, bool]]) -> Iterable[Finding]:
    """Give the findings of an event's reports; what stands between two reports is found in each, and is one."""
    found: dict[tuple[str, str, frozenset[str]], Finding] = {}
    for look, _ in looks:
        for finding in look.findings:
            names = frozenset(look.reports[item.report].name for item in finding.evidence)
            whose = names if len(names) == 1 else frozenset[str]()
            found.setdefault((finding.rule.id, finding.fingerprint, whose), finding)
    return found.values()


def _word(stop: bool, messages: Messages) -> Text:
    words = {True: messages.text("gate.stop"), False: messages.text("gate.go")}
    word = Text()
    word.append(words[stop], style=STYLES[stop])
    return word.append(" " * (widest([*words.values()]) - word.cell_len))


def _count(key: str, count: int, messages: Messages) -> str:
    return messages.text(f"gate.{key}", count=count)


def _beside(look: Looked) -> list[str]:
    """Name the reports of the same event that this one was held against."""
    return [report.name for number, report in enumerate(look.reports) if number not in look.judged]


def _name(look: Looked) -> str:
    return look.reports[look.judged[0]].name
