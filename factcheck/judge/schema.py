"""What a rule file may hold: a closed vocabulary; no code of a rule file is ever run."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from factcheck.model.finding import Category, ContradictionKind, Severity, Subject

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]


class Closed(BaseModel):
    """A closed mapping: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Closed):
    """A text for the reader in both languages; {slots} are filled by the check."""

    en: Text
    ar: Text


class When(Closed):
    """Which claims or pairs a rule looks at; a list means any of its values, a key left out means all."""

    claim: Literal["figure", "date", "quote", "name", "statement"] | None = None
    verdict: (
        list[Literal["agree", "conflict", "not comparable"]] | Literal["agree", "conflict", "not comparable"] | None
    ) = None
    form: list[Literal["cardinal", "percent", "percentage-point", "money", "measure", "ratio", "vague"]] | None = None
    role: list[Literal["quantity", "age", "score"]] | None = None
    position: list[Literal["headline", "heading", "paragraph", "bullet", "table-row"]] | None = None
    rung: list[Literal["bare", "described", "placed", "reasoned"]] | None = None


class ExampleReport(Closed):
    """A report of an example that needs more than a text."""

    text: Text
    title: str | None = None
    language: str | None = None
    published: str | None = None


class Find(Closed):
    """What an example must find: a stretch of one of its reports, and perhaps how severe."""

    text: Text
    report: int = 0
    severity: Severity | None = None


class Example(Closed):
    """A rule's own test: with `finds: []` it shows what the rule must leave alone."""

    name: Text
    reports: Annotated[list[Text | ExampleReport], Field(min_length=1, max_length=8)]
    finds: list[Find]


class Precision(Closed):
    """What reading a rule's findings on real copy showed: how many were read, how many an editor would have raised."""

    read: Annotated[int, Field(ge=1)]
    right: Annotated[int, Field(ge=0)]
    on: Text = Field(description="the copy that was read, and how the findings were drawn")
    wrong: Text | None = Field(default=None, description="what the others were")

    @model_validator(mode="after")
    def _no_more_right_than_read(self) -> Precision:
        if self.right > self.read:
            raise ValueError(f"`right` is more than `read`: {self.right} of {self.read}")
        return self


class RuleFile(Closed):
    """One rule."""

    id: RuleId
    check: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    on: Subject
    category: Category
    kind: ContradictionKind | None = None
    severity: Severity | Annotated[dict[str, Severity], Field(min_length=1)] = Field(
        description="one word, or a word for each level of the check the rule is to speak of"
    )
    when: When = When()
    yields_to: list[RuleId] = Field(
        default=[], description="rules, the gravest first, that speak instead where their first evidence is the same"
    )
    options: dict[str, Any] = Field(default={}, description="settings of the check, see its own description")
    message: Bilingual
    question: Bilingual
    why: Text
    origin: Text
    precision: Precision | None = Field(default=None, description="how often it was right on real copy")
    off_because: Text | None = Field(default=None, description="why a shipped rule is not on by default")
    examples: Annotated[list[Example], Field(min_length=2, max_length=60)]

    @model_validator(mode="after")
    def _fires_and_is_silent(self) -> RuleFile:
        if not any(example.finds for example in self.examples):
            raise ValueError("a rule needs an example that fires (`finds` with something in it)")
        if all(example.finds for example in self.examples):
            raise ValueError("a rule needs an example that stays silent (`finds: []`)")
        return self
