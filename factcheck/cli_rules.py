"""`factcheck rules`: look at the rules, and test them."""

from __future__ import annotations

from typing import Any

import rich_click as click

from factcheck.cli_errors import FAILED, PASSED
from factcheck.cli_options import ruled
from factcheck.cli_streams import rule_set, show, watched
from factcheck.config import load_config
from factcheck.data.suggestion import nearest
from factcheck.judge.rules import Rule, RuleSet
from factcheck.model.errors import UserError


@click.group()
def rules() -> None:
    """Look at the rules, and test them."""


@rules.command("list")
@ruled
def rules_list(**given: Any) -> None:
    """List the rules, and name every broken rule file."""
    found = _found(given)
    show("\n".join(_listed(rule) for rule in found.rules))
    found.require()


@rules.command("show")
@click.argument("name")
@ruled
def rules_show(name: str, **given: Any) -> None:
    """Show one rule: what, why, where from, and its examples."""
    from factcheck.render.rule_page import render_rule

    (rule,) = _named(_found(given), [name])
    show(render_rule(rule.file.model_dump(exclude_defaults=True)))


@rules.command("test")
@click.argument("names", nargs=-1)
@ruled
def rules_test(names: tuple[str, ...], **given: Any) -> int:
    """Run the examples of all rules, or of those named."""
    from factcheck.rule_examples import run_examples

    found = _found(given)
    outcomes = [outcome for rule in watched(_named(found, names)) for outcome in run_examples(rule)]
    lines = [f"{outcome.rule}: {outcome.example}: {line}" for outcome in outcomes for line in outcome.complaints]
    failed = sum(bool(outcome.complaints) for outcome in outcomes)
    show("\n".join([*lines, f"{len(outcomes) - failed} examples passed, {failed} failed"]))
    found.require()
    return FAILED if failed else PASSED


def _listed(rule: Rule) -> str:
    grades = rule.file.severity
    shown = grades if isinstance(grades, str) else "/".join(dict.fromkeys(grades.values()))
    return f"{rule.file.id:28} {rule.file.on:7} {shown:18} {rule.file.category}"


def _found(given: dict[str, Any]) -> RuleSet:
    return rule_set(given, load_config(given["config"]))


def _named(found: RuleSet, names: list[str] | tuple[str, ...]) -> list[Rule]:
    """Give the rules of these names, or all where none is named; raises UserError for names that are no rule's."""
    by_id = {rule.file.id: rule for rule in found.rules}
    unknown = [name for name in names if name not in by_id]
    if unknown and found.problems:
        found.require()  # the rule may be there, in a file that did not load
    if unknown:
        near = nearest(unknown[0], list(by_id))
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(by_id)}"
        raise UserError.at("", f"no rule {unknown[0]!r}; {hint}")
    return [rule for name, rule in by_id.items() if not names or name in names]
