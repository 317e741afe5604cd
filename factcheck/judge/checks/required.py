"""A kind of report that has to say certain things, and which of them it leaves out: a desk's checklist as a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.conditions import meets
from factcheck.judge.schema import Bilingual, Closed, When
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.pair import Step


class Element(Closed, frozen=True, kw_only=True):
    """One thing the report has to say: it has said so where any of the words stands, or any claim meets `claim`."""

    name: Annotated[Bilingual, Meta(description="what the reader is told is missing")]
    words: Annotated[WordList | None, Meta(description="words that show it is told")] = None
    claim: Annotated[When | None, Meta(description="what a claim that tells it is like")] = None

    def __post_init__(self) -> None:
        if self.words is None and self.claim is None:
            raise ValueError("say by which words or claim it is told")


class RequiredOptions(Options, frozen=True, kw_only=True):
    """Which reports are meant, and what they have to say."""

    words: Annotated[WordList, Meta(description="words of the reports that are meant")]
    beside: Annotated[When | None, Meta(description="what a claim in the same sentence must be like")] = None
    sentences: Annotated[int, Meta(ge=1, description="least number of sentences with such words")] = 1
    elements: Annotated[list[Element], Meta(min_length=1, max_length=20)]
    missing: Annotated[int, Meta(ge=1, description="least number of elements left out")] = 1


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give one draft for a report of the kind that leaves out so many elements; it names them all."""
    (report,) = where
    options = cast("RequiredOptions", options)
    beside = _sentences(case, report, options.beside)
    meant = [f for f in _listed(case, report, options.words) if beside is None or f.sentence in beside]
    if len({found.sentence for found in meant}) < options.sentences:
        return
    left_out = [element for element in options.elements if not _told(case, report, element)]
    if len(left_out) < options.missing:
        return
    names = {
        code: " / ".join(getattr(element.name, code) for element in left_out) for code in Bilingual.__struct_fields__
    }
    first = meant[0]
    statement = case.statement(report, first.sentence)
    reading = case.readings[report].report
    yield Draft(
        level="",
        evidence=tuple(case.evidence(report, found.span) for found in meant),
        basis=((" ".join(sorted(set(statement.context.stems))), names["en"]),),
        values={"words": reading.surface(first.span), **{f"missing_{code}": name for code, name in names.items()}},
        steps=tuple(
            Step("element", element not in left_out, (("a", _words(element)),)) for element in options.elements
        ),
        claims=((report, statement.id),),
    )


def _listed(case: Case, report: int, words: WordList | None) -> tuple[Worded, ...]:
    return case.worded[report].get(words.name, ()) if words is not None else ()


def _sentences(case: Case, report: int, wish: When | None) -> frozenset[int] | None:
    """Give the sentences with a claim as wished for; None where nothing is."""
    if wish is None:
        return None
    return frozenset(c.context.sentence for c in case.readings[report].claims if meets(c, wish))


def _told(case: Case, report: int, element: Element) -> bool:
    if _listed(case, report, element.words):
        return True
    wish = element.claim
    return wish is not None and any(meets(c, wish) for c in case.readings[report].claims)


def _words(element: Element) -> str:
    return " / ".join(getattr(element.name, code) for code in Bilingual.__struct_fields__)


CHECK = Check("report", (), frozenset({"words", "missing_en", "missing_ar"}), RequiredOptions, run)
