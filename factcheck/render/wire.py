"""The JSON objects outside programs depend on, as types: their schema is published from these."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12


class SpanOut(TypedDict):
    """A half-open range of code points."""

    start: int
    end: int


class CountedOut(TypedDict):
    """What a figure counts."""

    text: str
    key: str | None


class FigureOut(TypedDict):
    """A figure; decimals are text."""

    low: str | None
    high: str | None
    low_inclusive: bool
    high_inclusive: bool
    approximate: bool
    form: str
    role: str
    unit: str | None
    counted: CountedOut | None
    number: SpanOut
    per: NotRequired[str]
    readings: NotRequired[list[str]]


class DateOut(TypedDict):
    """A date in EDTF."""

    edtf: str
    calendar: Literal["gregorian", "hijri"]
    weekday: NotRequired[int]


class NameOut(TypedDict):
    """A name's type and key."""

    type: Literal["person", "organisation", "place"]
    key: str


class SourceOut(TypedDict):
    """Who is credited; `field` says so where the place is in the title, `name` whom a pronoun stands for."""

    field: NotRequired[Literal["title"]]
    text: str
    start: int
    end: int
    kind: str
    rung: str | None
    name: NotRequired[StretchOut]


class ClaimOut(TypedDict):
    """A claim with its place."""

    id: str
    kind: Literal["figure", "date", "quote", "name", "statement", "attribution"]
    field: Literal["text", "title"]
    start: int
    end: int
    text: str
    figure: NotRequired[FigureOut]
    date: NotRequired[DateOut]
    name: NotRequired[NameOut]
    source: SourceOut | None
    explain: list[str]


class StretchOut(TypedDict):
    """A stretch of text with its place; `field` says so where that is in the title."""

    field: NotRequired[Literal["title"]]
    start: int
    end: int
    text: str


class AttributionOut(TypedDict):
    """Who says what."""

    source: SourceOut | None
    cue: StretchOut | None
    content: StretchOut
    mode: Literal["direct", "indirect", "mixed"]


class RefOut(TypedDict):
    """A claim of a report."""

    report: int
    claim: str


class StepOut(TypedDict):
    """A step of a ladder."""

    step: str
    passed: bool
    values: dict[str, str]


class PairOut(TypedDict):
    """Two claims that may speak of one thing."""

    a: RefOut
    b: RefOut
    score: float
    signals: dict[str, float]
    verdict: str
    explain: list[str]


class EvidenceOut(TypedDict):
    """What a finding rests on."""

    report: int
    field: Literal["text", "title"]
    start: int
    end: int
    text: str
    label: NotRequired[str]


class FindingOut(TypedDict):
    """Something to look at; to an author it may speak for several wires, and has their fingerprints in `also`."""

    rule: str
    category: str
    kind: NotRequired[str]
    severity: Literal["error", "warning", "note"]
    message: str
    question: str
    explain: list[str]
    fingerprint: str
    also: NotRequired[list[str]]
    evidence: list[EvidenceOut]


class WaiverOut(TypedDict):
    """On whose word a finding is set aside, until when, and where that is written."""

    by: str
    expires: str
    reason: str
    written: str


class WaivedOut(FindingOut):
    """A finding that is set aside."""

    waiver: WaiverOut


class SignedOut(TypedDict):
    """Who settled a finding, when, and where that is written."""

    by: str
    on: str
    note: str
    written: str


class SettledOut(FindingOut):
    """A finding that was confirmed on a checklist."""

    signed: SignedOut


class StoodOut(TypedDict):
    """What a desk lets stand: by a signed checklist, by a waiver, or by a baseline."""

    settled: NotRequired[list[SettledOut]]
    waived: NotRequired[list[WaivedOut]]
    accepted: NotRequired[list[FindingOut]]


class NoticeOut(TypedDict):
    """Something off with a waiver or a baseline, and where that is written."""

    problem: str
    severity: Literal["error", "warning", "note"]
    message: str
    path: str
    line: int
    column: int


class CellOut(TypedDict):
    """What one report says of a subject."""

    report: int
    claims: list[str]
    value: str
    verdict: str


class RowOut(TypedDict):
    """A subject over all reports; where three or more give it, how many voices, their majority, and the outliers."""

    subject: str
    cells: list[CellOut]
    voices: NotRequired[int]
    majority: NotRequired[str]
    outliers: NotRequired[list[int]]


class ReportOut(TypedDict):
    """What was read in one report."""

    id: str
    language: str
    claims: list[ClaimOut]
    attributions: list[AttributionOut]


class SetAsideOut(TypedDict):
    """What was considered and let pass."""

    reason: str
    values: dict[str, str]
    evidence: list[EvidenceOut]


class ComparisonOut(StoodOut):
    """The whole answer of `compare`; what a desk lets stand is there where it lets anything stand."""

    id: NotRequired[str]
    same_event: bool
    reports: list[ReportOut]
    pairs: list[PairOut]
    findings: list[FindingOut]
    matrix: list[RowOut]
    set_aside: list[SetAsideOut]
    notices: NotRequired[list[NoticeOut]]
