"""Two sentences laid word over word: what they share in other forms, what is left over, and what is opposed in it."""

from __future__ import annotations

import pytest

from factcheck.align.wording import Wording, denied, lay, opposed, undone
from factcheck.model.word import Word
from factcheck.pipeline import extract_claims, read_report


def words(text: str, language: str) -> tuple[Word, ...]:
    reading = extract_claims(read_report(text, id="r0", language=language))
    return tuple(word for claim in reading.claims for word in claim.words)


def laid(a: str, b: str, language: str) -> Wording:
    return lay(words(a, language), words(b, language))


def told(text: str, word: Word) -> str:
    return text[word.start : word.end]


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("ar", "رفضت الشركة عرض المنافسين", "الشركة ترفض عروض المنافس"),
        ("ar", "تحذير من انهيار السد", "تحذر اللجنة من انهيار السد"),
        ("ar", "هبوط الليرة التركية", "الليرة في تركيا تنخفض"),
        ("en", "The council rejected the plan", "The plan was turned down by the council"),
        ("en", "Villagers fled the flooded valley", "Villagers flee the flooding valley"),
    ],
)
def test_forms_of_one_word_and_words_of_one_sense_meet(language: str, a: str, b: str) -> None:
    wording = laid(a, b, language)
    assert min(len(wording.here), len(wording.there)) == 0
    assert len(wording.shared) >= 3


@pytest.mark.parametrize(
    ("language", "a", "b", "pair"),
    [
        ("ar", "أفرجت الشرطة عن الصياد", "احتجزت الشرطة الصياد", ("أفرجت", "احتجزت")),
        ("ar", "ارتفاع منسوب النهر", "منسوب النهر ينخفض", ("ارتفاع", "ينخفض")),
        ("en", "Police released the angler", "Police detained the angler", ("released", "detained")),
    ],
)
def test_opposed_words_are_left_over_and_told(language: str, a: str, b: str, pair: tuple[str, str]) -> None:
    found = [(told(a, x), told(b, y)) for x, y in opposed(laid(a, b, language))]
    assert pair in found


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("ar", "ارتفع الذهب وانخفض الدولار", "انخفاض الدولار وارتفاع الذهب"),
        ("ar", "عثر على الطائرة المفقودة", "العثور على الطائرة"),
        ("en", "Gold rose and the dollar fell", "The dollar fell as gold rose"),
    ],
)
def test_what_both_say_is_opposed_to_nothing(language: str, a: str, b: str) -> None:
    assert not list(opposed(laid(a, b, language)))


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("ar", "لم تغلق السلطات الميناء", "أغلقت السلطات الميناء"),
        ("ar", "الطريق غير آمن للشاحنات", "الطريق آمن للشاحنات"),
        ("en", "The authorities did not close the port", "The authorities closed the port"),
    ],
)
def test_a_denial_on_one_side(language: str, a: str, b: str) -> None:
    assert list(denied(laid(a, b, language)))


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("ar", "لا يزال الميناء مغلقا", "الميناء مغلق"),  # still
        ("ar", "لم تغلق السلطات الميناء", "السلطات لم تقدم على إغلاق الميناء"),
        ("ar", "لن يزيدنا الحادث إلا إصرارا", "الحادث يزيدنا إصرارا"),  # not ... but
        ("en", "The storm closed not only the port", "The storm closed the port"),
    ],
)
def test_no_denial_on_one_side_alone(language: str, a: str, b: str) -> None:
    assert not list(denied(laid(a, b, language)))


@pytest.mark.parametrize(
    ("language", "a", "b", "word"),
    [
        ("ar", "الجامعة تلغي مؤتمر الطاقة", "مؤتمر الطاقة في الجامعة", "تلغي"),
        ("ar", "فشل مفاوضات الأجور", "مفاوضات الأجور", "فشل"),
        ("en", "The union cancels talks on pay", "The union talks on pay", "cancels"),
    ],
)
def test_a_word_that_undoes_what_follows(language: str, a: str, b: str, word: str) -> None:
    found = list(undone(laid(a, b, language)))
    assert [told(a, x) for x, _ in found] == [word]


def test_who_tells_it_is_not_what_was_undone() -> None:
    told = "He asked for more guards but was turned down, Harbour Radio said."
    assert not list(undone(laid(told, "The Harbour Radio guards asked for a raise.", "en")))
    assert list(undone(laid("The council rejected the road plan.", "The council has a road plan.", "en")))
