"""The offices, ranks and ages that are kept with a person."""

from __future__ import annotations

import pytest

from factcheck.model.claim import Name
from factcheck.pipeline import extract_claims, read_report


def first_person(text: str) -> Name:
    claims = extract_claims(read_report(text, id="r0")).claims
    return next(claim.name for claim in claims if claim.name is not None and claim.name.type == "person")


def offices(text: str) -> list[tuple[str, str, list[str]]]:
    return [(office.key, office.level or office.time, sorted(office.fields)) for office in first_person(text).offices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الخارجية سامح شكري إن المباحثات مستمرة.", [("minister", "", ["foreign"])]),
        ("قال نائب وزير الصحة الدكتور حمد العلي إن العمل جار.", [("minister", "deputy", ["health"])]),
        ("وقال سامح شكري، وزير الخارجية السابق، إن ذلك غير صحيح.", [("minister", "former", ["foreign"])]),
        ("قال الرئيس الفرنسي فرانسوا هولاند إنه سيعود.", [("president", "", [])]),
        (
            "قال المتحدث باسم الشرطة العقيد زياد منصور إن الطريق مفتوح.",
            [("spokesman", "", ["police"]), ("colonel", "", [])],
        ),
        (
            "استقبل نائب رئيس مجلس الوزراء وزير الدفاع خالد سالم الوفد.",
            [("prime-minister", "deputy", []), ("minister", "", ["defence"])],
        ),
        ("Egyptian Foreign Minister Sameh Shoukry said so.", [("minister", "", ["foreign"])]),
        ("The deputy health minister, Ahmed Darwish, denied it.", [("minister", "deputy", ["health"])]),
        ("Former Prime Minister Tony Marsh spoke.", [("prime-minister", "former", [])]),
        ("Khaled Ali, chief executive of Nile Bank, resigned.", [("chief-executive", "", [])]),
        ("Nile Bank chairman Khaled Ali resigned.", [("chairman", "", [])]),
    ],
)
def test_offices_are_kept_with_the_person(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الملك سلمان وزير الخارجية في قصره.",  # who is received holds the office
        "قال متحدث باسم رئيس الوزراء طوني بلير إن ذلك غير صحيح.",
        "An adviser to the prime minister, Hassan Ali, said so.",
        "Ahmed Darwish, Prime Minister Tony Marsh and two others left.",
    ],
)
def test_an_office_of_somebody_else_is_left_alone(text: str) -> None:
    assert [office.key for office in first_person(text).offices if office.key in ("minister", "prime-minister")] == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Omar Haddad, 34, was killed.", 34),
        ("The police said 34-year-old Omar Haddad was killed.", 34),
        ("Karim Nasser, who was aged 52, left.", 52),
        ("قبض على خالد حداد (34 عاما) في بيته.", 34),
        ("قبض على خالد حداد البالغ من العمر 34 عاما في بيته.", 34),
    ],
)
def test_an_age_is_kept_with_the_person(text: str, years: int) -> None:
    age = first_person(text).age
    assert age is not None
    assert age.value == years


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad met his neighbour, 34, on Monday.",
        "Omar Haddad won 34 medals.",
        "قبض خالد حداد على رجل يبلغ من العمر 34 عاما.",
    ],
)
def test_the_age_of_somebody_else_is_not(text: str) -> None:
    assert first_person(text).age is None
