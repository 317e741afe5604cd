"""A language's options, from what its `language.yaml` says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from factcheck.model.language import Language
from factcheck.model.lexicon import Lexicon
from factcheck.text.fold import fold_text


def language_of(setup: Mapping[str, Any], boilerplate: Iterable[str], lexicon: Lexicon) -> Language:
    """Make a language of its checked `language.yaml` as JSON holds it, its lines of boilerplate and its lexicon."""
    folding = {ord(letter): base for base, letters in setup["same"].items() for letter in letters}
    folding |= {ord(letter): "" for letter in setup["drop"]}

    def plain(words: list[str]) -> tuple[str, ...]:
        return tuple("".join(folding.get(ord(letter), letter) for letter in word) for word in words)

    light = setup["light"]
    shell = Language(
        code=setup["code"],
        name=setup["name"],
        direction=setup["direction"],
        letters=tuple((ord(first), ord(last)) for first, last in setup["letters"]),
        folding=folding,
        prefixes=tuple(tuple(layer) for layer in setup["prefixes"]),
        contractions=setup["contractions"],
        suffixes=tuple(setup["suffixes"]),
        owner_endings=tuple(setup["owner_endings"]),
        endings={old: plain([new])[0] for old, new in setup["endings"].items()},
        stemmer=setup["stemmer"],
        light=(plain(light["prefixes"]), plain(light["suffixes"]), light["shortest"]) if light else ((), (), 0),
        weak_letters="".join(plain(list(setup["weak_letters"]))),
        augments="".join(plain(list(setup["augments"]))),
        sentence_ends=setup["sentence_ends"],
        abbreviations=frozenset(),
        quotes=tuple((opening, closing) for opening, closing in setup["quotes"]),
        decimal_marks=setup["decimal_marks"],
        thousands_marks=setup["thousands_marks"],
        transliteration=setup["transliteration"],
        feminine_endings=plain(setup["feminine_endings"]),
        feminine_duals=plain(setup["feminine_duals"]),
        adjective_endings=plain(setup["adjective_endings"]),
        verb_endings=plain(setup["verb_endings"]),
        adverb_endings=plain(setup["adverb_endings"]),
        opposite_prefixes=plain(setup["opposite_prefixes"]),
        verb_frames=tuple((plain([first])[0], plain([last])[0]) for first, last in setup["verb_frames"]),
        closed_endings=plain(setup["closed_endings"]),
        oblique_endings=plain(setup["oblique_endings"]),
        plural_endings=plain(setup["plural_endings"]),
        name_endings=plain(setup["name_endings"]),
        object_endings=plain(setup["object_endings"]),
        doing_frames=plain(setup["doing_frames"]),
        present_frames=plain(setup["present_frames"]),
        bidding_prefixes=plain(setup["bidding_prefixes"]),
        future_prefixes=plain(setup["future_prefixes"]),
        purpose_prefixes=plain(setup["purpose_prefixes"]),
        clitic_letters=plain(setup["clitic_letters"]),
        options=frozenset(setup["options"]),
        boilerplate=tuple(boilerplate),
        lexicon=lexicon,
    )
    return _with_abbreviations(shell, setup["abbreviations"])


def _with_abbreviations(language: Language, words: list[str]) -> Language:
    return replace(language, abbreviations=frozenset(fold_text(word, language) for word in words))
