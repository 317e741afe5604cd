"""What a language's YAML files may hold: a closed vocabulary, so that a typo is an error and not a silent gap."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class Strict(BaseModel):
    """A closed mapping: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ending(Strict):
    """One inflected form of a stem: `drop` these last letters (where they stand), put `prefix` before, `add` after.

    A list makes a form of each. `number` is the grammatical number the ending shows.
    """

    drop: str = ""
    prefix: list[str] = [""]
    add: list[str] = [""]
    number: Literal["", "singular", "accusative", "dual", "construct", "plural"] = ""


class Light(Strict):
    """Affixes of a light stemmer (after Larkey, Ballesteros and Connell, SIGIR 2002): one of each list at most."""

    prefixes: list[Word]
    suffixes: list[Word]
    shortest: int = 3


class LanguageFile(Strict):
    """`language.yaml`: how the language is written and which behaviours it asks for."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    name: Word
    direction: Literal["ltr", "rtl"]
    letters: list[tuple[Word, Word]] = Field(description="first and last letter of each range of its script")
    same: dict[str, str] = Field(default={}, description="letters on the right count as the one on the left")
    drop: str = Field(default="", description="letters that count for nothing")
    prefixes: list[list[Word]] = Field(default=[], description="layers of clitics before a word, outermost first")
    contractions: dict[str, Word] = {}
    suffixes: list[Word] = []
    endings: dict[str, Word] = {}
    owner_endings: list[Word] = Field(default=[], description="pronouns on a noun that no clitic takes off")
    stemmer: Literal["english", "light", "none"] = "none"
    light: Light | None = Field(default=None, description="what the light stemmer takes off, longest first")
    weak_letters: str = Field(default="", description="letters that come and go between forms of one root")
    augments: str = Field(default="", description="letters that forms put before or after a root's first letter")
    sentence_ends: str
    abbreviations: list[Word] = []
    quotes: list[tuple[str, str]]
    decimal_marks: str
    thousands_marks: str
    head: Literal["first", "last"] = Field(description="which word of an entry of several words is inflected")
    transliteration: dict[str, str] = Field(default={}, description="letters to consonant classes, `_` a word's end")
    feminine_endings: list[Word] = Field(default=[], description="endings by which a word agrees in gender")
    feminine_duals: list[Word] = Field(default=[], description="those of a noun that tells two")
    adjective_endings: list[Word] = Field(default=[], description="endings of adjectives that few nouns have")
    verb_endings: list[Word] = Field(default=[], description="endings of verbs that no noun has")
    adverb_endings: list[Word] = Field(default=[], description="endings of adverbs that few other words have")
    verb_frames: list[tuple[Word, Word]] = Field(default=[], description="beginning and ending of verbs like plurals")
    closed_endings: list[Word] = Field(default=[], description="endings of people that nothing in the genitive follows")
    oblique_endings: list[Word] = Field(default=[], description="endings of plurals of people that are no subject")
    plural_endings: list[Word] = Field(default=[], description="endings of plurals that few singulars have")
    name_endings: list[Word] = Field(default=[], description="endings of family names that no other word has")
    object_endings: list[Word] = Field(default=[], description="endings of nouns that something is done to")
    doing_frames: list[Word] = Field(default=[], description="letters of nouns of doing, a dot for any one letter")
    present_frames: list[Word] = Field(default=[], description="letters of verbs that end a name, as above")
    bidding_prefixes: list[Word] = Field(default=[], description="what stands joined before a verb that bids")
    future_prefixes: list[Word] = Field(default=[], description="how verbs of what is to come begin")
    purpose_prefixes: list[Word] = Field(default=[], description="what stands joined before what is meant to be done")
    clitic_letters: list[Word] = Field(default=[], description="first letters that are clitics more often than not")
    opposite_prefixes: list[Word] = Field(default=[], description="what makes a word of its opposite, joined to it")
    options: list[Literal["verb-first", "capitals-name", "numeral-before-unit-joined", "doubled-letters"]] = []
    inflections: dict[str, list[Ending]] = {}


class Group(Strict):
    """What entries of one group may carry beside key and words: tags with their allowed values (None: any text)."""

    value: Literal["required", "optional", "none"] = "none"
    tags: dict[str, tuple[str, ...] | None] = {}


YES, POSITION = ("yes",), ("before", "after")

GROUPS: dict[str, Group] = {
    # numbers.yaml
    "number": Group(
        value="required",
        tags={
            "kind": ("unit", "teen", "ten", "hundred", "hundreds", "magnitude", "multiple", "fraction"),
            "after": YES,
            "glued": YES,
            "construct": YES,
            "weak": ("yes", "definite", "part", "unit"),
        },
    ),
    "denominator": Group(value="required", tags={"one": YES}),
    "decimal-word": Group(),
    "ratio-join": Group(),
    "fraction-bar": Group(),
    "vague": Group(tags={"low": None, "high": None, "after": ("yes", "always")}),
    "ordinal": Group(value="required", tags={"weak": ("yes", "part"), "gender": ("feminine",)}),
    "number-joiner": Group(),
    "ordinal-suffix": Group(),
    "minus": Group(tags={"position": POSITION}),
    # qualifiers.yaml
    "qualifier": Group(
        tags={
            "bound": ("low", "high", "both"),
            "inclusive": ("yes", "no"),
            "approximate": ("yes", "no"),
            "position": (*POSITION, "either"),
        }
    ),
    "bound-verb": Group(tags={"bound": ("low", "high", "both"), "by": YES}),
    "bound-by": Group(),
    "bound-not": Group(),
    "percent-word": Group(),
    "range-open": Group(tags={"join": None}),
    "range-join": Group(),
    # units.yaml, currencies.yaml, measures.yaml
    "unit": Group(
        tags={
            "form": ("money", "measure", "percent", "percentage-point"),
            "dimension": None,
            "position": POSITION,
            "scale": None,
            "part": None,
            "glued": YES,
        }
    ),
    "unit-part": Group(tags={"form": ("measure",), "glued": YES}),
    "per": Group(),
    "length-word": Group(),
    # nouns.yaml
    "counted": Group(
        tags={"class": ("casualty", "people", "thing"), "event": YES, "whole": None, "near": ("sport",), "few": None}
    ),
    "outcome": Group(),
    "never-counted": Group(),
    "no-number": Group(),
    "takes-part": Group(),
    "no-toll": Group(),
    "payment": Group(),
    "pays": Group(),
    "partitive": Group(),
    "of-them": Group(tags={"position": POSITION}),
    "poll": Group(),
    # deeds.yaml
    "deed": Group(),
    "doer": Group(),
    # roles.yaml
    "locator": Group(tags={"position": POSITION, "ordinal": YES, "alone": YES, "far": YES}),
    "name-part": Group(tags={"position": POSITION}),
    "event-name": Group(),
    "age": Group(tags={"position": POSITION, "timed": YES}),
    "age-decade": Group(value="required"),
    "contact-cue": Group(),
    "contact": Group(tags={"position": POSITION}),
    "clock": Group(tags={"position": POSITION}),
    "clock-part": Group(value="required"),
    "comparison": Group(),
    "period": Group(tags={"position": (*POSITION, "either"), "told": YES}),
    "score": Group(tags={"position": POSITION}),
    "score-against": Group(),
    "second-half": Group(),
    "year-word": Group(),
    # dates.yaml, months.yaml
    "month": Group(value="required", tags={"calendar": ("gregorian", "hijri"), "weak": YES}),
    "weekday": Group(value="required"),
    "era": Group(tags={"calendar": ("gregorian", "hijri")}),
    "day-offset": Group(value="required"),
    "direction": Group(value="required", tags={"position": POSITION, "week": YES}),
    "calendar-unit": Group(tags={"plural": YES}),
    "shift": Group(value="required", tags={"position": POSITION, "anchor": YES, "with": ("forecast", "shift")}),
    "date-link": Group(),
    "date-bound": Group(),
    "eve": Group(),
    "decade": Group(value="required", tags={"article": YES}),
    "decade-suffix": Group(),
    "calendar-name": Group(),
    # attribution.yaml
    "speech": Group(
        tags={
            "act": ("say", "announce", "deny", "claim", "ask", "expect", "feel", "accuse", "write", "show"),
            "continues": YES,
            "leads": YES,
            "listener": YES,
            "relays": YES,
            "trailing": YES,
            "weak": YES,
        }
    ),
    "cue": Group(tags={"accords": YES, "continues": YES, "final": YES}),
    "complementiser": Group(),
    "opener": Group(),
    "unnamed": Group(tags={"rung": ("bare", "described"), "number": ("singular", "plural"), "product": YES}),
    "describer": Group(),
    "withheld": Group(tags={"reason": ("yes", "no")}),
    "role": Group(),
    "organisation-head": Group(),
    "document": Group(tags={"plural": YES}),
    "media": Group(),
    "media-head": Group(),
    "same": Group(),
    # names.yaml, territories.yaml
    "title": Group(),
    "particle": Group(),
    "given-name": Group(),
    "second-name": Group(),
    "no-name": Group(),
    "no-body": Group(),
    "organisation": Group(),
    "place": Group(tags={"demonym": YES}),
    "stop": Group(
        tags={
            "class": ("preposition", "conjunction", "pronoun", "relative", "auxiliary", "adverb", "article"),
            "speaker": ("person", "group", "body"),
            "form": ("be", "clause", "infinitive", "place", "possessive", "pointing", "verbal"),
        }
    ),
    # opinions.yaml
    "accusation": Group(),
    "judgement": Group(),
    "own-stance": Group(),
    "quoted-name": Group(),
    # wording.yaml
    "superlative": Group(),
    "plain-rank": Group(),
    "one-of": Group(),
    "series": Group(),
    "scope": Group(),
    "sensational": Group(),
    "totality": Group(),
    "exceed": Group(),
    "vague-count": Group(),
    "count-word": Group(),
    "name-head": Group(tags={"numbered": YES}),
    "sport": Group(),
    "total": Group(),
    "part": Group(),
    "breakdown": Group(),
    "negation": Group(),
    "negator": Group(),
    "exceptive": Group(tags={"unlike": None}),  # `unlike`: a spelling that folds alike and is another word
    "maybe-negator": Group(),
    "forecast": Group(),
    "denial": Group(),
    "hearsay": Group(),
    "question": Group(),
    "earlier": Group(),
    "update": Group(),
    "session": Group(),
    "ruling": Group(),
    "record": Group(),
    "further": Group(),
    "tariff": Group(),
    # arithmetic.yaml
    "change": Group(),
    "change-noun": Group(),
    "change-end": Group(),
    "rate-basis": Group(),
    "share-of": Group(),
    "list-word": Group(),
    # facts.yaml: words between a thing and how much it is, parts of a year, what is not so
    "level": Group(),
    "part-of-time": Group(),
    "unreal": Group(),
    # predicates-*.yaml: what is said of something, by sense; `against` names opposed senses, with commas between
    "predicate": Group(tags={"against": None, "grade": ("contrary",), "negates": YES}),
    "post": Group(tags={"bars": None, "one": YES}),
    "rank": Group(tags={"called": None}),
    "office-level": Group(),
    "portfolio": Group(),
    "appointment": Group(),
    # kinds.yaml
    "kind": Group(tags={"class": None}),
    # scales.yaml: how strongly a thing is told, by step
    "scale": Group(value="required", tags={"scale": None, "fact": YES}),
    # layout.yaml
    "boilerplate": Group(),
}
"""Every group of words the machinery asks for, by the file that usually holds it."""

COMMON = frozenset({"key", "value", "plain", "bare"})
"""What an entry of any group may carry: its key, its value, words that do not inflect, and `bare` (no clitics)."""

Scalar = str | int | Decimal | bool
LexiconFile = dict[str, list[dict[str, Scalar | list[Scalar]]]]
"""A lexicon file: group → entries. What an entry may hold depends on its group, and is checked by the loader."""
