"""A finding's words made ready for the page: values in place of quoted figures of the other direction."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.model.pair import Step
from factcheck.render.bidi import harmless, is_rtl
from factcheck.render.compact import claim_value, compact, compact_sum
from factcheck.render.flow import TIE
from factcheck.render.sheet import Sheet
from factcheck.render.steps import step_text

_QUOTED = re.compile(r"«([^«»]*)»")
_LEADING = re.compile(r"(«[^«»]*»): ([^«»]*[^«».!?:])")


def values_of(comparison: Comparison, finding: Finding, sheet: Sheet) -> Mapping[str, str]:
    """Map the words of a finding's figures and dates to their values."""
    claims = [comparison.readings[report].claim(claim) for report, claim in finding.claims]
    return {harmless(claim.text): claim_value(claim, sheet.messages) for claim in claims if claim.figure or claim.date}


def message_text(sheet: Sheet, message: str, values: Mapping[str, str]) -> str:
    """Make a message or question readable where it quotes words of the other direction.

    In a left-to-right message a quoted figure in Arabic words gives way to its value (the words stand in the evidence
    below); a quote before a colon goes behind it, where it can stand last on its line.
    """
    text = harmless(message)
    if sheet.rtl:
        return text
    text = _QUOTED.sub(lambda found: _valued(found[0], found[1], values), text)
    leading = _LEADING.fullmatch(text)
    return f"{leading[2]}: {leading[1]}" if leading and is_rtl(leading[1]) else text


def reading_step(sheet: Sheet, step: Step, values: Mapping[str, str]) -> str:
    """Give a step's sentence with its values as people write them."""

    def shown(slot: str, value: str) -> str:
        sized = step.name.startswith(("value-", "slip-")) and slot != "factor"
        if sized or step.name == "rate":
            return compact(value, sheet.messages).replace(" ", TIE)
        if step.name == "sum":
            return (compact_sum if slot == "terms" else compact)(value, sheet.messages).replace(" ", TIE)
        clean = harmless(value)
        return clean if sheet.rtl else _valued(clean, clean, values)

    changed = tuple((slot, shown(slot, value)) for slot, value in step.values)
    text = step_text(replace(step, values=changed), sheet.messages)
    if sheet.rtl:
        return text
    # Words the step begins with are quoted just above, and would push the rest onto a line of its own.
    opening = next((value for _, value in changed if is_rtl(value) and text.startswith(f"{value}: ")), None)
    return text[len(opening) + 2 :] if opening else text


def decisive(finding: Finding) -> Step | None:
    """Give the step that decided: the last that failed, else the last."""
    failed = [step for step in finding.steps if not step.passed]
    return next(reversed(failed or finding.steps), None)


def _valued(whole: str, words: str, values: Mapping[str, str]) -> str:
    value = values.get(words)
    return value.replace(" ", TIE) if value and is_rtl(words) else whole
