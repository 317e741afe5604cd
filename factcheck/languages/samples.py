"""Words that tests of rules write into examples: `samples.yaml`, beside a language's lexicons and no part of them."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from factcheck.data.strict_yaml import read, validate

FILE = "samples.yaml"


class Samples(BaseModel):
    """What a test may put into a text of this language; {slots} are filled with the text's own words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says_before: str = Field(description="a sentence in which somebody with a name says {said}")
    says_after: str = Field(description="the same, with the speaker behind it")
    quoted: str = Field(description="a sentence that gives a quotation, marks and all, to somebody with a name")
    person: str = Field(description="a name")
    named: str = Field(description="a source with that name")
    another: str = Field(description="another one")
    place: str = Field(description="a far place")
    answer: str = Field(description="a sentence in which {name} answers a charge")
    unnamed: str = Field(description="a source nobody could call")
    at_least: str = Field(description="a bound from below on {figure}")
    about: str = Field(description="an approximate {figure}")
    never: str = Field(description="the denial of a {word}")
    deny: str = Field(description="the denial of a statement whose words are {first} and the {rest}")
    aside: str = Field(description="a sentence about something else, with nothing to check in it")
    inside: str = Field(description="a letter which, put before and behind a word, makes another word of it")
    digits: str | None = Field(default=None, description="the ten digits of the language's own script, from zero")
    mark: str | None = Field(default=None, description="a vowel sign that may or may not be written")
    weekdays: Annotated[list[str], Field(min_length=7, max_length=7)] = Field(description="from Monday on")
    months: Annotated[list[str], Field(min_length=12, max_length=12)] = Field(description="from January on")
    day: str = Field(description="a date of {day}, {month} and {year}")
    day_again: str = Field(description="the same in another order; {number} is the month's number")
    percent: str = Field(description="{figure} percent, in words")
    currencies: dict[str, str] = Field(description="two currencies, by their codes")


@lru_cache
def load_samples() -> Mapping[str, Samples]:
    """Load the samples of every language that has any, by its code; raises UserError for what is wrong in them."""
    folder = pathlib.Path(__file__).parent
    files = {item.name: item / FILE for item in folder.iterdir() if item.is_dir() and (item / FILE).is_file()}
    return {code: validate(Samples, read(files[code], f"{code}/{FILE}"), f"{code}/{FILE}") for code in sorted(files)}
