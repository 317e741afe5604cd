"""The lexicon of what is said of somebody or something: senses, their opposites, and what hides a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from factcheck.model.language import Language
from factcheck.model.lexicon import Entry, Node
from factcheck.text.fold import fold_text
from factcheck.text.passage import match_lexicon
from factcheck.text.tokens import tokenize

OPPOSED = 690
"""Each language has at least so many senses that name an opposite."""
ONE_TONGUE = frozenset({
    "acceptable", "eligible", "ineligible", "insufficient", "justified", "necessary",
    "ready", "sufficient", "unacceptable", "unjustified", "unnecessary", "unready",
})  # fmt: skip
"""Opposed senses that one language alone has words for: Arabic says "unready" as "not ready", a case of negation."""


def _entries(node: Node) -> Iterator[Entry]:
    yield from (form.entry for form in node.forms if form.entry.group == "predicate")
    for following in node.next.values():
        yield from _entries(following)


def _opposites(language: Language) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in _entries(language.lexicon.root):
        named = entry.tag("against").split(",") if entry.tag("against") else []
        found.setdefault(entry.key, set()).update(key.strip() for key in named)
    return {key: against for key, against in found.items() if against}


def _senses(text: str, language: Language) -> list[str]:
    found = match_lexicon(tokenize(fold_text(text, language), language), language)
    senses, end = [], 0
    for start in sorted(found):
        match = next((m for m in found[start] if m.entry.group == "predicate"), None)
        if match is not None and start >= end:
            senses.append(match.entry.key)
            end = match.end
    return senses


@pytest.mark.parametrize("code", ["ar", "en"])
def test_many_senses_have_opposites(code: str, tongues: Mapping[str, Language]) -> None:
    assert len(_opposites(tongues[code])) >= OPPOSED


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_sense_is_against_those_that_are_against_it(code: str, tongues: Mapping[str, Language]) -> None:
    opposites = _opposites(tongues[code])
    one_way = {
        (key, other) for key, named in opposites.items() for other in named if key not in opposites.get(other, ())
    }
    assert not one_way
    assert not [key for key, named in opposites.items() if key in named]


def test_both_languages_have_words_for_a_sense(tongues: Mapping[str, Language]) -> None:
    assert _opposites(tongues["ar"]).keys() ^ _opposites(tongues["en"]).keys() == ONE_TONGUE


@pytest.mark.parametrize(
    ("code", "text", "senses"),
    [
        ("ar", "سيرفضون الاقتراح", ["reject"]),
        ("ar", "ونفته الوزارة", ["deny"]),
        ("ar", "لإلغائها", ["cancel"]),
        ("ar", "خبر اعتقاله", ["detain"]),
        ("ar", "أطلقت سراحهم", ["release"]),
        ("ar", "أخلت المحكمة سبيله", []),
        ("ar", "تبرئته من التهمة", ["acquit"]),
        ("ar", "يبقون في مناصبهم", ["stay"]),
        ("ar", "قالت منظمة العفو الدولية", ["amnesty-international"]),
        ("ar", "ترفع العقوبات عن البلاد", ["lift"]),
        ("ar", "رفعوا الأسعار", ["raise"]),
        ("ar", "قال الرئيس بايدن", []),  # ends like "they supported"
        ("ar", "في هذه المرحلة لم تزر المدينة أبدا", []),
        ("ar", "انطلاقا من أنفاق غزة", []),
        ("ar", "نشرة الأنهار والسحب", []),
        ("en", "The court struck down the law", ["overturn"]),
        ("en", "They publish and deny it", ["publish", "deny"]),
        ("en", "She declined to comment", ["silent"]),
        ("en", "Exports declined", ["export", "fall"]),
        ("en", "Amnesty International said", ["amnesty-international"]),
        ("en", "Prosecutors dropped charges", ["drop-charges"]),
    ],
)
def test_inflected_words_keep_their_sense(
    code: str, text: str, senses: list[str], tongues: Mapping[str, Language]
) -> None:
    assert _senses(text, tongues[code]) == senses
