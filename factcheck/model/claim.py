"""A checkable thing a report says, with the context it stands in."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.date import Date
from factcheck.model.figure import Figure
from factcheck.model.person import Age, NameWord, Office
from factcheck.model.report import Report, Sentence
from factcheck.model.source import Attribution
from factcheck.model.span import Span
from factcheck.model.word import Word

ClaimKind = Literal["figure", "date", "quote", "name", "statement"]
Modality = Literal["fact", "forecast", "denial", "question", "hearsay"]
NameType = Literal["person", "organisation", "place"]


class Name(Struct, frozen=True):
    """A named person, organisation or place; `key` is one and the same for every mention.

    A person's `words` are those of this mention that tell people apart, `offices` and `age` what stands beside it;
    `titled` is the name together with the office and the titles before it.
    """

    type: NameType
    key: str
    words: tuple[NameWord, ...] = ()
    offices: tuple[Office, ...] = ()
    age: Age | None = None
    titled: Span | None = None


class Quote(Struct, frozen=True):
    """Words given as somebody's own: the span inside the quotation marks, and its words folded for comparing.

    `closed` tells whether the mark that opens it is closed, `continued` whether it began in a sentence before.
    """

    span: Span
    words: tuple[str, ...]
    closed: bool = True
    continued: bool = False


class Context(Struct, frozen=True):
    """What surrounds a claim, and decides what it may be compared with.

    `stems` are the content stems of its clause without the claim's own words, `beside` the nearest of them; `names`
    the keys of people, organisations and places near it; `moment` the EDTF date it speaks of, if any is named beside
    it; `session` marks market talk, whose figures hold for one trading session. `before` and `after` are the content
    stems of the sentence nearest to the claim, the nearest first, whatever marks stand between.
    """

    sentence: int
    clause: Span
    stems: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    moment: str | None = None
    earlier: bool = False
    session: bool = False
    negated: bool = False
    modality: Modality = "fact"
    beside: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Claim(Struct, frozen=True):
    """One figure, date, quote, name or statement of one report; exactly the value of its kind is set.

    A statement's `words` are the content words of its sentence, in order.
    """

    id: str
    kind: ClaimKind
    span: Span
    text: str
    context: Context
    figure: Figure | None = None
    date: Date | None = None
    quote: Quote | None = None
    name: Name | None = None
    words: tuple[Word, ...] = ()
    attribution: Attribution | None = None
    explain: tuple[str, ...] = ()


class Marker(Struct, frozen=True):
    """A word of the lexicon that judging needs to know stands here (a superlative, "several", "in total" ...).

    `kind` says what a counted noun counts (casualty, people, thing), `plural` that its form is one of several; `number`
    is the grammatical number its ending shows, if any.
    """

    group: str
    key: str
    span: Span
    sentence: int
    kind: str = ""
    plural: bool = False
    number: str = ""


class Reading(Struct, frozen=True):
    """What the program read in one report: its sentences, claims, attributions and telling words.

    `day` is the day of its dateline, where no day of publication is known; the empty text for none.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    markers: tuple[Marker, ...] = ()
    day: str = ""

    def claim(self, claim_id: str) -> Claim:
        """Give the claim with this id; raises KeyError where there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)
