"""What a checklist need not ask again: items that a signed list, a waiver or the baseline lets stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.render.checklist import Item, Settlement, item_of
from factcheck.render.checklist_groups import groups


def settled_items(comparison: Comparison, first: int) -> tuple[Item, ...]:
    """Give what is let stand as items, numbered from `first`: those that were signed keep their answers.

    What one person answered at once about one thing is one item, as it was on the list that was signed.
    """
    items: list[Item] = []
    told = dict(_let_stand(comparison))
    findings = tuple(dict.fromkeys(finding for finding, _ in _let_stand(comparison)))
    for group in groups(replace(comparison, findings=_once(findings))):
        for settlement in dict.fromkeys(told[finding] for finding in group.findings):
            answered = tuple(finding for finding in group.findings if told[finding] == settlement)
            items.append(item_of(first + len(items), comparison, answered, group.rows, settlement))
    return tuple(items)


def settlement_text(settlement: Settlement, messages: Messages) -> str:
    """Say on whose word an item stands, since or until when, and why."""
    said = {"by": settlement.by, "note": settlement.note or "–"}
    match settlement.how:
        case "signed":
            return messages.text("allowed.settled-by", on=settlement.day, **said)
        case "waived":
            return messages.text("allowed.waived-by", by=settlement.by, expires=settlement.day, reason=settlement.note)
        case "accepted":
            return messages.text("allowed.accepted-one")


def _let_stand(comparison: Comparison) -> Iterator[tuple[Finding, Settlement]]:
    for settled in comparison.settled:
        signed = settled.signed
        yield settled.finding, Settlement("signed", signed.by, signed.on.isoformat(), signed.note)
    for item in comparison.waived:
        waiver = item.waiver
        yield item.finding, Settlement("waived", waiver.by, waiver.expires.isoformat(), waiver.reason)
    for finding in comparison.accepted:
        yield finding, Settlement("accepted")


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple({finding.fingerprint: finding for finding in findings}.values())
