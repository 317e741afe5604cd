"""What a rule file may hold: a closed vocabulary; no code of a rule file is ever run."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from factcheck.facts.schema import FactEntry
from factcheck.judge.word_lists import WordList
from factcheck.model.claim import Modality
from factcheck.model.finding import Category, ContradictionKind, Severity, Subject
from factcheck.model.source import Rung, SourceKind

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]


SIDES = frozenset({"here", "there"})
"""Slots every rule on pairs may use: where its first evidence stands, and where the other does.

They say "here" and "there", and to the author of a draft "in your draft" and which wires.
"""


class Closed(BaseModel):
    """A closed mapping: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Closed):
    """A text for the reader in both languages, or in one that stands for both; {slots} are filled by the check."""

    en: Text | None = Field(default=None, description="in English")
    ar: Text | None = Field(default=None, description="in Arabic")

    @model_validator(mode="after")
    def _in_one_language(self) -> Bilingual:
        if self.en is None and self.ar is None:
            raise ValueError("say it in one language at least: `en` or `ar`")
        return self

    def said(self, language: str) -> str:
        """Give the text in a language, else in the other."""
        return str(getattr(self, language) or self.en or self.ar)


class Said(Closed):
    """What a rule says, as far as that differs from what it says elsewhere."""

    message: Bilingual | None = Field(default=None, description="what the reader is told")
    question: Bilingual | None = Field(default=None, description="what the reader should ask")


class Words(Said):
    """What a rule says of one level of its check, where that differs from what it says of the others."""

    to_author: Said = Field(default=Said(), description="the same to the author of a draft held against wires")


Position = Literal["headline", "heading", "lead", "body", "paragraph", "bullet", "table-head", "table-row"]


class When(Closed):
    """Which claims or pairs a rule looks at; a list means any of its values, a key left out means all.

    All that is asked about a claim must hold of one claim that the finding rests on.
    """

    claim: Literal["figure", "date", "quote", "name", "statement"] | None = Field(default=None, description="its kind")
    form: list[Literal["cardinal", "percent", "percentage-point", "money", "measure", "ratio", "vague"]] | None = Field(
        default=None, description="form of the figure"
    )
    role: list[Literal["quantity", "age", "score"]] | None = Field(default=None, description="role of the figure")
    unit: list[Text] | None = Field(default=None, description="unit as `extract` shows it: USD, %, km, ...")
    counted: list[Text] | None = Field(
        default=None, description="what is counted, by its key: dead, injured, ...; `factcheck extract` shows it"
    )
    at_least: Decimal | None = Field(default=None, description="least value of the figure")
    at_most: Decimal | None = Field(default=None, description="greatest value of the figure")
    source: list[SourceKind | Literal["none"]] | None = Field(default=None, description="who is credited with it")
    rung: list[Rung] | None = Field(default=None, description="rung of anonymity of an unnamed source")
    modality: list[Modality] | None = Field(default=None, description="what the words claim to be")
    negated: bool | None = Field(default=None, description="whether it is denied")
    position: list[Position] | None = Field(default=None, description="where the first evidence stands")
    words: WordList | None = Field(
        default=None, description="one of these stands in the sentence of the first evidence"
    )
    no_words: WordList | None = Field(default=None, description="none of these does")
    verdict: (
        list[Literal["agree", "conflict", "not comparable"]] | Literal["agree", "conflict", "not comparable"] | None
    ) = Field(default=None, description="what came of comparing a pair; left out: conflict")
    level: list[Text] | None = Field(
        default=None, description="step of the ladders that decided, as `compare --explain` names it"
    )


class ExampleReport(Closed):
    """A report of an example that needs more than a text."""

    text: Text = Field(description="the report's text")
    title: str | None = Field(default=None, description="its headline")
    language: str | None = Field(default=None, description="its language, where it is not to be detected")
    published: str | None = Field(default=None, description="its publication date: 2026-01-31")


class Find(Closed):
    """What an example must find: a stretch of one of its reports, and perhaps how severe."""

    text: Text = Field(description="words of the report that the finding's evidence overlaps")
    report: int = Field(default=0, description="which of the example's reports, counted from 0")
    severity: Severity | None = Field(default=None, description="how severe the finding has to be")


class Example(Closed):
    """A rule's own test: with `finds: []` it shows what the rule must leave alone."""

    name: Text = Field(description="what the example shows; each has its own")
    reports: Annotated[list[Text | ExampleReport], Field(min_length=1, max_length=8)] = Field(
        description="the reports laid side by side; one that needs more than a text is a mapping"
    )
    facts: Annotated[list[FactEntry], Field(max_length=20)] = Field(
        default=[], description="what the desk knows, for rules that hold figures to it"
    )
    finds: list[Find] = Field(description="all that the rule must find in them; [] where it must stay silent")


class Precision(Closed):
    """What reading a rule's findings on real copy showed: how many were read, how many an editor would have raised."""

    read: Annotated[int, Field(ge=1)] = Field(description="findings read by eye")
    right: Annotated[int, Field(ge=0)] = Field(description="those an editor would have raised")
    on: Text = Field(description="the copy that was read, and how the findings were drawn")
    wrong: Text | None = Field(default=None, description="what the others were")

    @model_validator(mode="after")
    def _no_more_right_than_read(self) -> Precision:
        if self.right > self.read:
            raise ValueError(f"`right` is more than `read`: {self.right} of {self.read}")
        return self


class RuleFile(Closed):
    """One rule."""

    id: RuleId = Field(description="the file's name; it names the problem, not the mending of it")
    extends: RuleId | None = Field(
        default=None,
        description="shipped rule whose keys hold where this file gives none, and whose place it takes",
    )
    check: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")] = Field(
        description="the kind of check; `factcheck rules checks` lists them"
    )
    on: Subject = Field(description="what the check looks at")
    category: Category = Field(description="the heading under which findings are shown")
    kind: ContradictionKind | None = Field(default=None, description="what differs, for contradictions")
    severity: Severity | Annotated[dict[str, Severity], Field(min_length=1)] = Field(
        description="one word, or a word for each level of the check the rule is to speak of"
    )
    when: When = Field(default=When(), description="which claims or pairs the rule speaks of; left out: all")
    times: Annotated[int, Field(ge=1)] = Field(
        default=1, description="speak only where there would be so many findings in a report or pair; then once, of all"
    )
    yields_to: list[RuleId] = Field(
        default=[], description="rules, the gravest first, that speak instead where their first evidence is the same"
    )
    options: dict[str, Any] = Field(default={}, description="settings of the check, see its own description")
    message: Bilingual = Field(description="what the reader is told; the check fills its {slots}")
    question: Bilingual = Field(description="what the reader should ask; it takes the same {slots}")
    levels: dict[str, Words] = Field(
        default={}, description="for a level of the check, its own message or question instead of the general ones"
    )
    to_author: Said = Field(
        default=Said(),
        description="the same to the author of a draft held against wires: {here} and {there} name draft and wires",
    )
    why: Text = Field(description="why this misleads a reader, or what may be wrong")
    origin: Text = Field(description="the style guide or practice the rule comes from")
    precision: Precision | None = Field(default=None, description="how often it was right on real copy")
    off_because: Text | None = Field(default=None, description="why a shipped rule is not on by default")
    examples: Annotated[list[Example], Field(min_length=2, max_length=60)] = Field(
        description="the rule's own tests: at least one that fires and one that stays silent"
    )

    def told(self, level: str, *, to_author: bool = False) -> tuple[Bilingual, Bilingual]:
        """Give the message and the question for a level, as they are put to the author of a draft if that is asked.

        What is said of the level comes before what is said of all, also to an author.
        """
        own = self.levels.get(level, Words())
        said: tuple[Said, ...] = (own.to_author, own, self.to_author) if to_author else (own,)
        message = next((text.message for text in said if text.message is not None), self.message)
        return message, next((text.question for text in said if text.question is not None), self.question)

    @model_validator(mode="after")
    def _fires_and_is_silent(self) -> RuleFile:
        if not any(example.finds for example in self.examples):
            raise ValueError("a rule needs an example that fires (`finds` with something in it)")
        if all(example.finds for example in self.examples):
            raise ValueError("a rule needs an example that stays silent (`finds: []`)")
        return self
