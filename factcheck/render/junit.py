"""JUnit XML: a suite for each report, a test for each rule, failed where the rule found what fails.

After the schema of Jenkins' xUnit plugin, which most readers of JUnit follow. There is no time in it: the same reports
give the same bytes.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence

from factcheck.data.messages import Messages
from factcheck.render.outcome import Outcome
from factcheck.render.remarks import GOOD_NEWS, UNREADABLE, Remark, beside, found_in, report_path


def render_junit(outcome: Outcome, messages: Messages) -> str:
    """Give the tests. What does not fail is told in the output of its test."""
    suites: dict[str, dict[str, list[Remark]]] = {}
    for look in outcome.looks:
        for report in look.judged:
            path = report_path(look.comparison.readings[report].report)
            suites.setdefault(path, {info.id: [] for info in outcome.rules})
        for remark in found_in(look, messages):
            suites.setdefault(remark.place.path, {}).setdefault(remark.rule, []).append(remark)
    for remark in beside(outcome, messages):
        suites.setdefault(remark.place.path, {}).setdefault(remark.rule, []).append(remark)
    root = ET.Element("testsuites", name="factcheck")
    root.extend(_suite(path, tests, outcome) for path, tests in suites.items())
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(path: str, tests: Mapping[str, Sequence[Remark]], outcome: Outcome) -> ET.Element:
    suite = ET.Element("testsuite", name=path, tests=str(len(tests)))
    cases = [_case(path, rule, found, outcome) for rule, found in tests.items()]
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    suite.extend(cases)
    return suite


def _case(path: str, rule: str, found: Sequence[Remark], outcome: Outcome) -> ET.Element:
    case = ET.Element("testcase", name=rule, classname=path)
    failing = [remark for remark in found if outcome.fails(remark.severity) and remark.rule != GOOD_NEWS]
    if unread := [remark for remark in found if remark.rule == UNREADABLE]:
        ET.SubElement(case, "error", message=unread[0].message, type=rule).text = _told(unread)
    elif failing:
        worst = failing[0].severity
        ET.SubElement(case, "failure", message=failing[0].message, type=worst).text = _told(found)
    elif found:
        ET.SubElement(case, "system-out").text = _told(found)
    return case


def _told(found: Sequence[Remark]) -> str:
    """Tell every finding of the test with its places; nothing more can be said of a test in JUnit."""
    blocks = []
    for remark in found:
        lines = [f"{remark.severity}: {remark.message}"]
        for place in remark.places:
            said = " ".join(filter(None, [place.label, f"«{place.text}»" if place.text else ""]))
            where = f":{place.line}:{place.column}" if place.exact else ""
            lines.append(f"  {place.path}{where}: {said}".rstrip(": "))
        lines += [f"  {part}" for part in (remark.why, remark.question) if part]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
