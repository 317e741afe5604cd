"""A language as the machinery sees it: options and compiled words, all from its folder of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from factcheck.model.lexicon import Lexicon


class Language(Struct, frozen=True, eq=False):
    """One language's data.

    `folding` maps code points to their folded text ("" drops the letter), over what Unicode decomposition does;
    `prefixes` are layers of clitics that may stand before a word, outermost first, at most one of each layer;
    `contractions` undo spellings in which two clitics melt; `suffixes` are clitics at the end,
    `owner_endings` pronouns on a noun that are none, for most words that end so have no pronoun; and
    `endings` what a stem's last letters were before one (ta marbuta before a pronoun). `quotes` are
    (opening, closing) marks; `decimal_marks` and
    `thousands_marks` what may stand between the digits of one number (one mark may be in both).
    `light` holds what a light stemmer takes off: prefixes, suffixes, and how many letters must be left; `weak_letters`
    and `augments` are what else comes and goes between the forms of one root.
    `feminine_endings` and `feminine_duals` tell the gender in which an ordinal and its noun agree; by
    `adjective_endings`, `verb_endings`, `adverb_endings` and `plural_endings` a word no lexicon knows is seen to be
    one of them, by a beginning and an ending of `verb_frames` a verb that ends as plurals do. By
    `name_endings` it is seen to be a family name; `object_endings` and `clitic_letters` tell words that are no names
    where one is expected, as `doing_frames` do behind a preposition and `present_frames` behind a name,
    `oblique_endings` plurals that are no subject,
    `bidding_prefixes` verbs that bid and tell nothing, `purpose_prefixes` what is only meant to be done,
    `future_prefixes` (with the letter that begins the verb) what is to come.
    `opposite_prefixes` make a word of its opposite ("unarmed").
    `options` are the named behaviours a language may ask for. `boilerplate` holds folded first words of lines that
    are no part of a story.
    """

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    letters: tuple[tuple[int, int], ...]
    folding: Mapping[int, str]
    prefixes: tuple[tuple[str, ...], ...]
    contractions: Mapping[str, str]
    suffixes: tuple[str, ...]
    owner_endings: tuple[str, ...]
    endings: Mapping[str, str]
    stemmer: str
    light: tuple[tuple[str, ...], tuple[str, ...], int]
    weak_letters: str
    augments: str
    sentence_ends: str
    abbreviations: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    decimal_marks: str
    thousands_marks: str
    transliteration: Mapping[str, str]
    feminine_endings: tuple[str, ...]
    feminine_duals: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    verb_frames: tuple[tuple[str, str], ...]
    closed_endings: tuple[str, ...]
    oblique_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    name_endings: tuple[str, ...]
    object_endings: tuple[str, ...]
    doing_frames: tuple[str, ...]
    present_frames: tuple[str, ...]
    bidding_prefixes: tuple[str, ...]
    future_prefixes: tuple[str, ...]
    purpose_prefixes: tuple[str, ...]
    clitic_letters: tuple[str, ...]
    opposite_prefixes: tuple[str, ...]
    options: frozenset[str]
    boilerplate: tuple[str, ...]
    lexicon: Lexicon
