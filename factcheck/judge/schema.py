"""What a rule file may hold: a closed vocabulary; no code of a rule file is ever run."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from factcheck.data.border import Before, Stripped
from factcheck.facts.schema import FactEntry
from factcheck.judge.word_lists import WordList
from factcheck.model.claim import Modality
from factcheck.model.finding import Category, ContradictionKind, Severity, Subject
from factcheck.model.source import Rung, SourceKind

Text = Annotated[str, Stripped(), Meta(min_length=1, max_length=4000)]
RuleId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]


SIDES = frozenset({"here", "there"})
"""Slots every rule on pairs may use: where its first evidence stands, and where the other does.

They say "here" and "there", and to the author of a draft "in your draft" and which wires.
"""


def _simple(value: Any) -> Any:
    """Take decimal numbers for plain ones: a check's own bounds are what they are held to."""
    if isinstance(value, dict):
        return {key: _simple(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_simple(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


class Closed(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A closed mapping: an unknown key is an error."""


class Bilingual(Closed, frozen=True):
    """A text for the reader in both languages, or in one that stands for both; {slots} are filled by the check."""

    en: Annotated[Text | None, Meta(description="in English")] = None
    ar: Annotated[Text | None, Meta(description="in Arabic")] = None

    def __post_init__(self) -> None:
        if self.en is None and self.ar is None:
            raise ValueError("say it in one language at least: `en` or `ar`")

    def said(self, language: str) -> str:
        """Give the text in a language, else in the other."""
        return str(getattr(self, language) or self.en or self.ar)


class Said(Closed, frozen=True):
    """What a rule says, as far as that differs from what it says elsewhere."""

    message: Annotated[Bilingual | None, Meta(description="what the reader is told")] = None
    question: Annotated[Bilingual | None, Meta(description="what the reader should ask")] = None


class Words(Said, frozen=True):
    """What a rule says of one level of its check, where that differs from what it says of the others."""

    to_author: Annotated[Said, Meta(description="the same to the author of a draft held against wires")] = Said()


Position = Literal["headline", "heading", "lead", "body", "paragraph", "bullet", "table-head", "table-row"]


class When(Closed, frozen=True, dict=True):
    """Which claims or pairs a rule looks at; a list means any of its values, a key left out means all.

    All that is asked about a claim must hold of one claim that the finding rests on.
    """

    claim: Annotated[Literal["figure", "date", "quote", "name", "statement"] | None, Meta(description="its kind")] = (
        None
    )
    form: Annotated[
        list[Literal["cardinal", "percent", "percentage-point", "money", "measure", "ratio", "vague"]] | None,
        Meta(description="form of the figure"),
    ] = None
    role: Annotated[list[Literal["quantity", "age", "score"]] | None, Meta(description="role of the figure")] = None
    unit: Annotated[list[Text] | None, Meta(description="unit as `extract` shows it: USD, %, km, ...")] = None
    counted: Annotated[
        list[Text] | None,
        Meta(description="what is counted, by its key: dead, injured, ...; `factcheck extract` shows it"),
    ] = None
    at_least: Annotated[Decimal | None, Meta(description="least value of the figure")] = None
    at_most: Annotated[Decimal | None, Meta(description="greatest value of the figure")] = None
    source: Annotated[list[SourceKind | Literal["none"]] | None, Meta(description="who is credited with it")] = None
    rung: Annotated[list[Rung] | None, Meta(description="rung of anonymity of an unnamed source")] = None
    modality: Annotated[list[Modality] | None, Meta(description="what the words claim to be")] = None
    negated: Annotated[bool | None, Meta(description="whether it is denied")] = None
    position: Annotated[list[Position] | None, Meta(description="where the first evidence stands")] = None
    words: Annotated[WordList | None, Meta(description="one of these stands in the sentence of the first evidence")] = (
        None
    )
    no_words: Annotated[WordList | None, Meta(description="none of these does")] = None
    verdict: Annotated[
        list[Literal["agree", "conflict", "not comparable"]] | Literal["agree", "conflict", "not comparable"] | None,
        Meta(description="what came of comparing a pair; left out: conflict"),
    ] = None
    level: Annotated[
        list[Text] | None, Meta(description="step of the ladders that decided, as `compare --explain` names it")
    ] = None

    @cached_property
    def named(self) -> frozenset[str]:
        """Name the conditions that are given."""
        return frozenset(name for name in self.__struct_fields__ if getattr(self, name) is not None)


class ExampleReport(Closed, frozen=True):
    """A report of an example that needs more than a text."""

    text: Annotated[Text, Meta(description="the report's text")]
    title: Annotated[str | None, Meta(description="its headline")] = None
    language: Annotated[str | None, Meta(description="its language, where it is not to be detected")] = None
    published: Annotated[str | None, Meta(description="its publication date: 2026-01-31")] = None


class Find(Closed, frozen=True):
    """What an example must find: a stretch of one of its reports, and perhaps how severe."""

    text: Annotated[Text, Meta(description="words of the report that the finding's evidence overlaps")]
    report: Annotated[int, Meta(description="which of the example's reports, counted from 0")] = 0
    severity: Annotated[Severity | None, Meta(description="how severe the finding has to be")] = None


class Example(Closed, frozen=True, kw_only=True):
    """A rule's own test: with `finds: []` it shows what the rule must leave alone."""

    name: Annotated[Text, Meta(description="what the example shows; each has its own")]
    reports: Annotated[
        list[Text | ExampleReport],
        Meta(
            min_length=1,
            max_length=8,
            description="the reports laid side by side; one that needs more than a text is a mapping",
        ),
    ]
    facts: Annotated[
        list[FactEntry], Meta(max_length=20, description="what the desk knows, for rules that hold figures to it")
    ] = []
    finds: Annotated[list[Find], Meta(description="all that the rule must find in them; [] where it must stay silent")]


class Precision(Closed, frozen=True):
    """What reading a rule's findings on real copy showed: how many were read, how many an editor would have raised."""

    read: Annotated[int, Meta(ge=1, description="findings read by eye")]
    right: Annotated[int, Meta(ge=0, description="those an editor would have raised")]
    on: Annotated[Text, Meta(description="the copy that was read, and how the findings were drawn")]
    wrong: Annotated[Text | None, Meta(description="what the others were")] = None

    def __post_init__(self) -> None:
        if self.right > self.read:
            raise ValueError(f"`right` is more than `read`: {self.right} of {self.read}")


class RuleFile(Closed, frozen=True, kw_only=True):
    """One rule."""

    id: Annotated[RuleId, Meta(description="the file's name; it names the problem, not the mending of it")]
    extends: Annotated[
        RuleId | None,
        Meta(description="shipped rule whose keys hold where this file gives none, and whose place it takes"),
    ] = None
    check: Annotated[
        str, Meta(pattern=r"^[a-z_]+$", description="the kind of check; `factcheck rules checks` lists them")
    ]
    on: Annotated[Subject, Meta(description="what the check looks at")]
    category: Annotated[Category, Meta(description="the heading under which findings are shown")]
    kind: Annotated[ContradictionKind | None, Meta(description="what differs, for contradictions")] = None
    severity: Annotated[
        Severity | Annotated[dict[str, Severity], Meta(min_length=1)],
        Meta(description="one word, or a word for each level of the check the rule is to speak of"),
    ]
    when: Annotated[When, Meta(description="which claims or pairs the rule speaks of; left out: all")] = When()
    times: Annotated[
        int,
        Meta(
            ge=1, description="speak only where there would be so many findings in a report or pair; then once, of all"
        ),
    ] = 1
    yields_to: Annotated[
        list[RuleId],
        Meta(description="rules, the gravest first, that speak instead where their first evidence is the same"),
    ] = []
    options: Annotated[
        dict[str, Any], Before(_simple), Meta(description="settings of the check, see its own description")
    ] = {}
    message: Annotated[Bilingual, Meta(description="what the reader is told; the check fills its {slots}")]
    question: Annotated[Bilingual, Meta(description="what the reader should ask; it takes the same {slots}")]
    levels: Annotated[
        dict[str, Words],
        Meta(description="for a level of the check, its own message or question instead of the general ones"),
    ] = {}
    to_author: Annotated[
        Said,
        Meta(
            description="the same to the author of a draft held against wires: {here} and {there} name draft and wires"
        ),
    ] = Said()
    why: Annotated[Text, Meta(description="why this misleads a reader, or what may be wrong")]
    origin: Annotated[Text, Meta(description="the style guide or practice the rule comes from")]
    precision: Annotated[Precision | None, Meta(description="how often it was right on real copy")] = None
    off_because: Annotated[Text | None, Meta(description="why a shipped rule is not on by default")] = None
    examples: Annotated[
        list[Example],
        Meta(
            min_length=2,
            max_length=60,
            description="the rule's own tests: at least one that fires and one that stays silent",
        ),
    ]

    def told(self, level: str, *, to_author: bool = False) -> tuple[Bilingual, Bilingual]:
        """Give the message and the question for a level, as they are put to the author of a draft if that is asked.

        What is said of the level comes before what is said of all, also to an author.
        """
        own = self.levels.get(level, Words())
        said: tuple[Said, ...] = (own.to_author, own, self.to_author) if to_author else (own,)
        message = next((text.message for text in said if text.message is not None), self.message)
        return message, next((text.question for text in said if text.question is not None), self.question)

    def __post_init__(self) -> None:
        if not any(example.finds for example in self.examples):
            raise ValueError("a rule needs an example that fires (`finds` with something in it)")
        if all(example.finds for example in self.examples):
            raise ValueError("a rule needs an example that stays silent (`finds: []`)")
