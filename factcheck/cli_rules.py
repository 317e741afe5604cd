"""`factcheck rules`: look at the rules, and test them."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import Any, get_args

import click

from factcheck.cli_errors import FAILED, PASSED, UNABLE, complain
from factcheck.cli_help import Group
from factcheck.cli_options import option, reading, ruled
from factcheck.cli_progress import watched
from factcheck.cli_streams import load_each, rule_set, rules_for, rules_on, settings, show, write
from factcheck.config import load_config
from factcheck.data.suggestion import nearest
from factcheck.judge.kept_rules import given as given_in
from factcheck.judge.rules import OWN, Rule, RuleSet
from factcheck.model.errors import UserError
from factcheck.model.finding import Subject


@click.group(cls=Group)
def rules() -> None:
    """Look at the rules, and test them."""


@rules.command("list")
@ruled
@option("--all", "all_rules", is_flag=True, help="List the rules that are off as well.")
def rules_list(all_rules: bool, **given: Any) -> None:
    """List the rules that are on, and name every broken rule file."""
    config = load_config(given["config"])
    chosen = rules_on(given, config)
    on = {rule.file.id: rule for rule in chosen.rules}
    rules = [on.get(rule.file.id, rule) for rule in rule_set(given, config).rules] if all_rules else chosen.rules
    state = {True: "on  ", False: "off "} if all_rules else dict.fromkeys((True, False), "")
    show("\n".join(state[rule.file.id in on] + _listed(rule) for rule in rules))
    chosen.require()


@rules.command("show")
@click.argument("name")
@ruled
def rules_show(name: str, **given: Any) -> None:
    """Show one rule: what, why, where from, how it did, and its examples."""
    from factcheck.render.rule_page import render_rule
    from factcheck.rule_records import record_of

    config = load_config(given["config"])
    (rule,) = _named(rule_set(given, config), [name])
    on = name in {one.file.id for one in rules_on(given, config).rules}
    record = record_of(rule.file.id) if rule.pack != OWN else None
    show(render_rule(given_in(rule.file), rule.pack, on, record))


@rules.command("test")
@click.argument("names", nargs=-1)
@option("--mutate", is_flag=True, help="Also change the examples, and fail a rule that does not follow.")
@option("--coverage", is_flag=True, help="Also fail for what no example shows: firing, a level, a language.")
@ruled
def rules_test(names: tuple[str, ...], **given: Any) -> int:
    """Run the examples of all rules, or of those named."""
    from factcheck.rule_coverage import gaps
    from factcheck.rule_examples import run_examples

    found = _found(given)
    rules = _named(found, names)
    outcomes = [outcome for rule in watched(rules) for outcome in run_examples(rule)]
    lines = [f"{outcome.rule}: {outcome.example}: {line}" for outcome in outcomes for line in outcome.complaints]
    failed = sum(bool(outcome.complaints) for outcome in outcomes)
    lines.append(f"{len(outcomes) - failed} examples passed, {failed} failed")
    if given["coverage"]:
        open_ = [f"{rule.file.id}: {gap}" for rule in watched(rules) for gap in gaps(rule)]
        lines += [*open_, f"{len(rules)} rules, {len(open_)} gaps in what their examples show"]
        failed += len(open_)
    if given["mutate"]:
        more, short = _mutated(rules, all_rules=not names)
        lines, failed = [*lines, *more], failed + short
    show("\n".join(lines))
    found.require()
    return FAILED if failed else PASSED


def _mutated(rules: Sequence[Rule], *, all_rules: bool) -> tuple[list[str], int]:
    """Try the rules on changed examples: what to print, and how many fell short."""
    from factcheck.mutants.scores import scores, shortfalls, survivors
    from factcheck.mutants.trial import try_rule

    results = {rule.file.id: list(try_rule(rule)) for rule in watched(rules)}
    told = [result for of_rule in results.values() for result in of_rule]
    scored = {name: scores(of_rule) for name, of_rule in results.items()}
    table = [f"{name:30} changes {one.changes!s:18} guises {one.guises}" for name, one in scored.items()]
    short = list(shortfalls(results, all_rules=all_rules))
    total = scores(told)
    return [*survivors(told), *table, f"followed {total.changes} changes, {total.guises} guises", *short], len(short)


@rules.command("noise")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@reading
def rules_noise(paths: tuple[str, ...], **given: Any) -> int:
    """Count how often each rule that is on speaks on your own copy, files or folders of it, each report alone."""
    from factcheck.gate import copy_files
    from factcheck.pipeline import compare_reports
    from factcheck.rule_noise import noise_lines, noise_of

    config, messages = settings(given)
    chosen = rules_for(given, config)
    reports, problems = load_each(copy_files(paths), config, given)
    noise = noise_of(compare_reports([report], chosen, messages.language).findings for report in watched(reports))
    if reports:
        write("\n".join(noise_lines(noise, *_alone_and_not(chosen))), given)
    complain(problems)
    return UNABLE if problems else PASSED


def _alone_and_not(rules: Sequence[Rule]) -> tuple[list[str], list[str]]:
    """Part the names of rules about one report from those about several."""
    alone = [rule.file.id for rule in rules if rule.file.on == "report"]
    return alone, [rule.file.id for rule in rules if rule.file.on != "report"]


@rules.command("checks")
def rules_checks() -> None:
    """List the kinds of check a rule may name, and what each looks at."""
    from factcheck.judge.checks import load_checks

    show("\n".join(f"{name:20} {check.on:7} {check.says}" for name, check in load_checks().items()))


@rules.command("new")
@click.argument("name")
@option("--check", metavar="KIND", help="Kind of check the rule is to use; `factcheck rules checks` lists them.")
@option("--on", type=click.Choice(get_args(Subject)), help="What to look at, where no check is named.")
@option("--dir", "folder", metavar="DIR", help="Folder to write to; default the first one of --rules, or `rules`.")
@ruled
def rules_new(name: str, check: str | None, on: str | None, folder: str | None, **given: Any) -> None:
    """Write a rule of your own: a file that works at once, with notes on what to change."""
    from factcheck.rule_skeletons import skeleton, write_new

    config = load_config(given["config"])
    own = [*given["folders"], *config.rules]
    path = pathlib.Path(folder or next(iter(own), "rules")) / f"{name}.yaml"
    write_new(path, skeleton(name, check, on, rule_set(given, config).rules))
    where = "" if str(path.parent) in config.rules else f" --rules {path.parent}"
    show(f"wrote {path}; try it: factcheck rules test {name}{where}")


def _listed(rule: Rule) -> str:
    grades = rule.file.severity
    shown = grades if isinstance(grades, str) else "/".join(dict.fromkeys(grades.values()))
    return f"{rule.file.id:28} {rule.file.on:7} {shown:18} {rule.file.category:18} {rule.pack or 'own'}"


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
