"""One quotation, or one statement, given to two people."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.quote_speakers import quote_speakers
from factcheck.judge.schema import When
from factcheck.judge.statement_speakers import statement_speakers


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for all that two reports put into the mouths of two people.

    Levels: `quote` for a quotation, `statement` for what is told in other words than the speaker's.
    """
    for draft in quote_speakers(case, where):
        yield replace(draft, level="quote")
    for draft in statement_speakers(case, where):
        yield replace(draft, level="statement")


CHECK = Check("pair", ("quote", "statement"), frozenset({"a", "b"}), Options, run, turns={"same-speaker": ()})
