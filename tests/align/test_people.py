"""Who is one person under two names, in one script or across two."""

from __future__ import annotations

import pytest

from factcheck.align.people import people_of, same_people
from factcheck.pipeline import extract_claims, read_report


def met(first: str, second: str) -> int:
    readings = [extract_claims(read_report(text, id=f"r{n}")) for n, text in enumerate((first, second))]
    people = people_of(readings[0]), people_of(readings[1])
    return len(list(same_people(*people, readings[0].report.language == readings[1].report.language)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("قال عبد الرحمن بن سالم الزهراني إن الطريق مفتوح.", "قال عبدالرحمن الزهراني إن الطريق مفتوح."),
        ("قال وزير الصحة خالد الفاضل إن الطريق مفتوح. وأضاف الفاضل أنه آمن.", "قال خالد الفاضل إنه آمن."),
        ("Mohammed al-Jubeir said so.", "Mohamed Jubayr said so."),
        ("قال وزير الصحة خالد الفاضل إن الطريق مفتوح.", "Health Minister Khalid al-Fadil said the road was open."),
        ("قال وزير الصحة عثمان الطيب إن الطريق مفتوح.", "Health Minister Osman al-Tayeb said the road was open."),
    ],
)
def test_one_person_in_two_spellings(first: str, second: str) -> None:
    assert met(first, second) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("قال خالد الفاضل إن الطريق مفتوح.", "قال سمير الفاضل إن الطريق مفتوح."),
        ("قال حسن الزهراني إن الطريق مفتوح.", "قال حسين الزهراني إن الطريق مفتوح."),
        ("Omar Haddad said so.", "Samir Haddad said so."),
        ("قال وزير الصحة خالد الفاضل إن الطريق مفتوح.", "Health Minister Samir al-Fadil said the road was open."),
    ],
)
def test_relatives_are_two(first: str, second: str) -> None:
    assert met(first, second) == 0
