"""Write `docs/rules.md`, the reference of all shipped rules, from the rules and from what is measured of them.

python scripts/generate_rules_doc.py            measure, write factcheck/data/rule_records.yaml and docs/rules.md
python scripts/generate_rules_doc.py --check    fail where docs/rules.md is not what rules and records make of it
"""

from __future__ import annotations

import argparse
import pathlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import yaml

from factcheck.judge.kept_rules import given
from factcheck.judge.rules import DEFAULT_PACKS, Rule, load_rules
from factcheck.judge.schema import Example
from factcheck.mutants.scores import Score, scores
from factcheck.mutants.trial import try_rule
from factcheck.pipeline import compare_reports, load_report
from factcheck.render.rule_page import precision_line
from factcheck.rule_examples import reports_of
from factcheck.rule_records import Record, Records, load_records

ROOT = pathlib.Path(__file__).parents[1]
EVENTS = ROOT / "fixtures" / "events"
RECORDS = ROOT / "factcheck" / "data" / "rule_records.yaml"
PAGE = ROOT / "docs" / "rules.md"
SHOWN_IN = "en"
"""The language whose examples the page shows; `factcheck rules show NAME` prints them all."""

INTRODUCTION = """\
# Rules

Made by `make rules-doc` from the files in `rules/`: edit those, not this page.

Each rule is a file of its own with examples that run as its tests. A pack is switched on or off as a whole; on by
default: {on}. `factcheck rules show NAME` prints a rule with all its examples, Arabic and English.

- **read**: findings on real copy that somebody read, and how many of them an editor would have raised.
- **events**: on how many of the {events} shipped events the rule speaks, with every pack on.
- **follows**: `factcheck rules test --mutate` changes numbers, units, hedges, dates, speakers and words in the rule's
  examples, and knows without the rule what must come of it: figures set equal must end a finding, a sentence with a
  named speaker needs no other source, another number makes another finding. All rules together follow
  {changes} changes. Copies in another guise (digits of another script, vowel signs, spaces, quotation marks, reports
  turned round, a paragraph more) must change nothing: {guises}.
"""


def measure(rules: Sequence[Rule]) -> Records:
    """Run the rules on the shipped events, and on changed copies of their examples."""
    findings: Counter[str] = Counter()
    events: Counter[str] = Counter()
    folders = sorted(path.parent for path in EVENTS.glob("*/expected.yaml"))
    for folder in folders:
        told = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
        pairs = zip(told["files"], told["languages"], strict=True)
        reports = [load_report(str(folder / file), language=code, name=f"r{n}") for n, (file, code) in enumerate(pairs)]
        spoken = Counter(finding.rule.id for finding in compare_reports(reports, rules).findings)
        findings += spoken
        events.update(spoken.keys())
    records = {}
    for rule in rules:
        changes, guises = scores(try_rule(rule))
        name = rule.file.id
        records[name] = Record(events=events[name], findings=findings[name], changes=list(changes), guises=list(guises))
    return Records(events=len(folders), rules=records)


def records_text(records: Records) -> str:
    """Write the records, a rule a line."""
    lines = [
        "# Made by `make rules-doc`: what was measured of each shipped rule.",
        f"events: {records.events}",
        "rules:",
    ]
    for name, one in records.rules.items():
        figures = ", ".join(f"{key}: {value}" for key, value in one.model_dump().items())
        lines.append(f"  {name}: {{{figures}}}")
    return "\n".join(lines) + "\n"


def page(rules: Sequence[Rule], records: Records) -> str:
    """Lay out the reference: an overview of each pack, then its rules."""
    told = records.rules.values()
    changes, guises = (
        Score(sum(getattr(one, what)[0] for one in told), sum(getattr(one, what)[1] for one in told))
        for what in ("changes", "guises")
    )
    packs = sorted({rule.pack for rule in rules}, key=lambda pack: (pack not in DEFAULT_PACKS, pack))
    lines = [
        INTRODUCTION.format(
            on=", ".join(f"`{pack}`" for pack in DEFAULT_PACKS), events=records.events, changes=changes, guises=guises
        )
    ]
    for pack in packs:
        members = [rule for rule in rules if rule.pack == pack]
        lines += [
            f"## {pack}",
            "",
            "| rule | looks at | severity | read | events | follows |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_row(rule, records) for rule in members]
        lines += ["", *(line for rule in members for line in _section(rule, records))]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(rule: Rule, records: Records) -> str:
    record = records.rules[rule.file.id]
    precision = rule.file.precision
    read = f"{precision.right} of {precision.read}" if precision is not None else "–"
    severity = ", ".join(dict.fromkeys(_severities(rule).values()))
    follows = f"{Score(*record.changes).share:.2f}" if record.changes[1] else "–"
    cells = (f"[`{rule.file.id}`](#{rule.file.id})", rule.file.on, severity, read, str(record.events), follows)
    return f"| {' | '.join(cells)} |"


def _section(rule: Rule, records: Records) -> Iterator[str]:
    file, record = rule.file, records.rules[rule.file.id]
    levels = [f"{word} ({level})" if level else word for level, word in _severities(rule).items()]
    yield from (f"### {file.id}", "", file.why, "")
    yield f"- says: {_plain(file.message.said('en'))}"
    yield f"- asks: {_plain(file.question.said('en'))}"
    yield f"- severity: {', '.join(levels)}; category {file.category}; check `{file.check}`, on each {file.on}"
    yield f"- origin: {_plain(file.origin)}"
    if file.off_because:
        yield f"- off by default: {_plain(file.off_because)}"
    if file.precision is not None:
        yield f"- read: {_plain(precision_line(given(file.precision)))}"
    yield f"- speaks on {record.events} of {records.events} shipped events, {record.findings} times"
    yield f"- follows {Score(*record.changes)} changes of its examples; the same in {Score(*record.guises)} guises"
    yield ""
    for fires, title in ((True, "Fires"), (False, "Silent")):
        example = _example(file.examples, fires=fires)
        if example is not None:
            yield from _shown(example, title)


def _severities(rule: Rule) -> Mapping[str, str]:
    graded = rule.file.severity
    return {"": graded} if isinstance(graded, str) else dict(graded)


def _example(examples: Sequence[Example], *, fires: bool) -> Example | None:
    alike = [example for example in examples if bool(example.finds) == fires]
    return next((e for e in alike if {report.language for report in reports_of(e)} == {SHOWN_IN}), None)


def _shown(example: Example, title: str) -> Iterator[str]:
    found = ", ".join(f"«{_plain(find.text)}»" for find in example.finds)
    yield f"{title}, {_plain(example.name)}{': ' + found if found else ''}"
    yield ""
    for report in reports_of(example):
        head = [f"> **{_plain(report.title)}**", ">"] if report.title else []
        yield from (*head, *(f"> {line}".rstrip() for line in _plain(report.text.strip()).split("\n")))
        yield ""


def _plain(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    for mark in ("\\", "|", "*", "_", "<", "`"):
        text = text.replace(mark, f"\\{mark}")
    return text


def main() -> int:
    """Measure and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; end in 1 where the page is out of date")
    checking = parser.parse_args().check
    rules = load_rules().require()
    if not checking:
        records = measure(rules)
        RECORDS.write_text(records_text(records), "utf-8")
        PAGE.write_text(page(rules, records), "utf-8")
        print(f"{PAGE.relative_to(ROOT)}: {len(rules)} rules")
        return 0
    complaint = stale(rules)
    if complaint:
        print(complaint, file=sys.stderr)
    return 1 if complaint else 0


def stale(rules: Sequence[Rule]) -> str:
    """Say what is out of date; empty where nothing is."""
    records = load_records()
    if records.rules.keys() != {rule.file.id for rule in rules}:
        odd = ", ".join(sorted(records.rules.keys() ^ {rule.file.id for rule in rules}))
        return f"{RECORDS.relative_to(ROOT)}: other rules than there are ({odd}); run `make rules-doc`"
    if not PAGE.is_file() or PAGE.read_text("utf-8") != page(rules, records):
        return f"{PAGE.relative_to(ROOT)}: out of date; run `make rules-doc`"
    return ""


if __name__ == "__main__":
    sys.exit(main())
