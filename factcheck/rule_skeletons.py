"""`rules new`: a rule file that works at once, made from a shipped rule of one check, with notes on what to change.

A shipped rule proves itself by its examples, so what is taken from it does too: whatever the check, the skeleton
passes `rules test` before the first edit.
"""

from __future__ import annotations

import pathlib
import re
import textwrap
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

from factcheck.data.border import described
from factcheck.data.suggestion import nearest
from factcheck.data.whole_file import unwritable
from factcheck.judge.checks import load_checks
from factcheck.judge.conditions import GENERAL
from factcheck.judge.kept_rules import ENCODER, given
from factcheck.judge.rules import Rule
from factcheck.judge.schema import Example, When
from factcheck.languages.loader import load_languages
from factcheck.model.errors import Problem, UserError
from factcheck.model.figure import plain
from factcheck.rule_coverage import shows
from factcheck.rule_examples import reports_of

WIDTH = 110
SHORT = 70
WORD = 30
"""Characters to a line, to a list or mapping that keeps to one, and to a word of a list."""
USUAL = {"report": "wording", "pair": "disagreement", "event": "disagreement"}
"""The check a rule of each subject most often wants."""
NOTES: Mapping[str, str] = {
    "id": "The file's name too. Name the problem, not the mending of it.",
    "check": "What is looked for; `factcheck rules checks` lists all there is.",
    "on": "What the check looks at: each report, each pair of reports, or the event. The check decides.",
    "category": "Under which heading the finding is shown.",
    "kind": "What differs, for contradictions.",
    "severity": "error, warning or note; or a word for each level of the check ({levels}); one left out is not told.",
    "when": "Of which claims or pairs the rule speaks; a key left out means all.",
    "times": "Speak only where there would be so many findings, then once; leave it out to speak of each.",
    "extends": "The shipped rule that gives whatever is left out here.",
    "options": "Settings of this check.",
    "message": "What the reader is told. Slots this check fills: {slots}.",
    "question": "What the reader should ask. It takes the same slots.",
    "levels": "For a level of the check, its own message or question instead of those above.",
    "to_author": "To the author of a draft held against wires, a message or question instead of those above.",
    "why": "One sentence: why a reader is misled, or what may be wrong.",
    "origin": "Which style guide or practice this comes from.",
    "examples": "The rule's own tests: at least one that fires and one that stays silent (`finds: []`), all yours in "
    "the end. Make two as alike as can be: the silent one shows where the rule ends.",
}
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def checks_for(on: str | None) -> list[str]:
    """Name the checks that look at this subject; without one, all of them."""
    return [name for name, check in load_checks().items() if on in (None, check.on)]


def skeleton(name: str, check: str | None, on: str | None, rules: Sequence[Rule]) -> str:
    """Give the text of a working rule; raises UserError for a name or a check that will not do."""
    if not _ID.fullmatch(name):
        raise UserError.at("", f"{name!r} is no name for a rule; use small letters, digits and hyphens: late-figure")
    if (known := next((rule for rule in rules if rule.file.id == name), None)) is not None:
        raise UserError.at("", f"there is a rule {name!r} already in {known.path}; choose another name")
    model = _model(check or _usual(on), on, rules)
    return _text(model, name)


def write_new(path: pathlib.Path, text: str) -> None:
    """Write a file that is not there yet; raises UserError where it is, or where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
                file.flush()
            except BaseException:
                path.unlink()
                raise
    except FileExistsError:
        raise UserError.at(str(path), "is there already and is left as it is; choose another name") from None
    except (OSError, ValueError) as error:  # ValueError: a name no system call takes
        raise unwritable(str(path), error) from None


def _usual(on: str | None) -> str:
    usual = USUAL[on or "report"]
    return usual if usual in checks_for(on) else next(iter(checks_for(on)), usual)


def _model(check: str, on: str | None, rules: Sequence[Rule]) -> Rule:
    """Choose the rule to start from: of those that speak of the check's first level, the shortest."""
    if check not in load_checks():
        near = nearest(check, list(load_checks()))
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(load_checks())}"
        raise UserError.at("--check", f"no check {check!r}; {hint}")
    if on is not None and load_checks()[check].on != on:
        known = ", ".join(checks_for(on)) or "none"
        raise UserError.at("--on", f"{check!r} looks at: {load_checks()[check].on}; checks that look at {on}: {known}")
    alike = [rule for rule in rules if rule.file.check == check]
    if not alike:
        raise UserError(Problem("--check", f"no rule uses {check!r} yet, so there is none to start from"))
    return min(alike, key=lambda rule: (rule.severity(_first_level(rule)) is None, len(ENCODER.encode(rule.file))))


def _first_level(rule: Rule) -> str:
    return next(iter(rule.check.levels), "")


def _text(model: Rule, name: str) -> str:
    fill = {
        "id": name,
        "levels": ", ".join(model.check.levels) or "none, so one word",
        "slots": ", ".join(f"{{{slot}}}" for slot in sorted(model.check.filled(_first_level(model)))) or "none",
    }
    content = given(model.file)
    for name_ in ("precision", "off_because", "yields_to"):
        content.pop(name_, None)
    content.setdefault("when", {})
    content |= {"id": name, "examples": [_plain(example) for example in _few(model)]}
    lines = [
        f"# A rule of your own, so far a copy of `{model.file.id}`: change every line a note stands above, then run"
    ]
    lines.append(f"#   factcheck rules test {name} --rules FOLDER")
    for key, value in sorted(content.items(), key=lambda item: list(NOTES).index(item[0])):
        note = NOTES[key].format(**fill)
        lines += ["", *_note(note)]
        lines += _settings(model) if key == "options" else _conditions(model) if key == "when" else []
        lines.append(f"on: {value}" if key == "on" else _yaml({key: value}))  # PyYAML would put `on` in quotes
    return "\n".join(lines) + "\n"


def _note(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _conditions(model: Rule) -> list[str]:
    """Say of each condition that the rule's check honours what it asks."""
    known = GENERAL | model.check.conditions
    return [f"#   {name}: {says}" for name, says in described(When).items() if name in known]


def _settings(model: Rule) -> list[str]:
    """Say of each setting of a rule's check what it does."""
    return [f"#   {name}: {says}" for name, says in described(model.check.options).items() if says]


def _few(model: Rule) -> list[Example]:
    """Keep one firing and one silent example of each language, and one for each level that these do not show."""
    examples = model.file.examples
    kept: list[Example] = []
    for code in load_languages():
        spoken = [example for example in examples if {report.language for report in reports_of(example)} == {code}]
        for fires in (True, False):
            kept += [example for example in spoken if bool(example.finds) == fires][:1]
    for level in model.file.severity if isinstance(model.file.severity, dict) else ():
        if not any(shows(model, level, example) for example in kept):
            kept += [example for example in examples if shows(model, level, example)][:1]
    return kept


def _plain(example: Example) -> dict[str, Any]:
    return given(example)


class _Dumper(yaml.SafeDumper):
    """Writes every value out (the strict reader takes no aliases), and short ones on one line."""

    inner = False

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # one answer for every value
        return True

    def represent_sequence(self, tag: Any, sequence: Any, flow_style: bool | None = None) -> Any:
        """Keep a short list on its line."""
        words = all(isinstance(item, str) and len(item) <= WORD for item in sequence)
        return super().represent_sequence(tag, sequence, flow_style or words or len(repr(sequence)) <= SHORT)

    def represent_mapping(self, tag: Any, mapping: Any, flow_style: bool | None = None) -> Any:
        """Keep a short mapping on its line, unless it is the file itself."""
        inner, self.inner = self.inner, True
        return super().represent_mapping(tag, mapping, flow_style or (inner and len(repr(mapping)) <= SHORT))


def _number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    kind = "int" if value == value.to_integral_value() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", plain(value))


_Dumper.add_representer(Decimal, _number)


def _yaml(value: Any) -> str:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False)
    return str(text).rstrip("\n")
