"""Bytes become text in the encodings newsrooms use; everything else is told what it is."""

from __future__ import annotations

import pytest

from factcheck.load.decode import decode
from factcheck.model.errors import UserError

ARABIC = "أعلنت الوزارة إصابة ١٢ شخصا في الحريق.\r\nوقالت إن «الوضع تحت السيطرة»."
ENGLISH = "The ministry said 12 people were hurt — “nobody” died.\nIt cost €3m."


def problem(data: bytes, limit: int = 5_000_000) -> str:
    with pytest.raises(UserError) as caught:
        decode(data, "wire.txt", limit)
    assert len(caught.value.problems) == 1
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le-with-mark"]
)
def test_unicode_encodings(text: str, encoding: str) -> None:
    data = b"\xff\xfe\0\0" + text.encode("utf-32-le") if encoding == "utf-32-le-with-mark" else text.encode(encoding)
    assert decode(data, "wire.txt") == text


def test_big_endian_mark() -> None:
    assert decode(b"\xfe\xff" + ARABIC.encode("utf-16-be"), "wire.txt") == ARABIC


def test_windows_1256() -> None:
    text = ARABIC.replace("١٢", "12")
    assert decode(text.encode("cp1256"), "wire.txt") == text


def test_windows_1256_with_english_names() -> None:
    text = "قال جون سميث (John Smith) من شركة Acme Industries إن 12 عاملا أصيبوا"
    assert decode(text.encode("cp1256"), "wire.txt") == text


def test_mark_inside_a_text_stays() -> None:
    assert decode("a\ufeffb".encode(), "wire.txt") == "a\ufeffb"


def test_a_stray_control_does_no_harm() -> None:
    text = "\x1a\x1a A caption of a picture" + ENGLISH
    assert decode(text.encode(), "wire.txt") == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff".encode(), "\u2003\n".encode(), "\n".encode("utf-16")])
def test_nothing_to_read(data: bytes) -> None:
    assert problem(data) == "wire.txt: is empty; it must hold a report's text"


def test_windows_1252() -> None:
    text = "First line\nThe café said “no” to £5 – and to naïve résumés"
    assert decode(text.encode("cp1252"), "wire.txt") == text


def test_arabic_of_iso_8859() -> None:
    text = "قال جون سميث (John Smith) من شركة Acme Industries إن 12 عاملا أصيبوا في نيويورك يوم الثلاثاء"
    assert decode(text.encode("iso8859-6"), "wire.txt") == text


@pytest.mark.parametrize(("page", "byte"), [("mac_roman", "D2"), ("cp437", "82")])
def test_other_code_pages_are_refused(page: str, byte: str) -> None:
    said = "First line\nThey said “no” to naïve résumés" if page == "mac_roman" else "First line\nThe café said no"
    assert problem(said.encode(page)) == (
        f"wire.txt:2: is neither UTF-8, UTF-16, windows-1256 nor windows-1252 (see byte 0x{byte}); "
        "save the report's text as UTF-8"
    )


def test_damaged_utf8_is_not_taken_for_windows_1256() -> None:
    data = "سطر أول\n".encode() + ARABIC.encode()[:-1].replace("ش".encode(), b"\xd8", 1)
    assert problem(data).startswith("wire.txt:2: is UTF-8 but damaged (byte 0xD8 fits nowhere)")


@pytest.mark.parametrize(("mark", "name"), [(b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8")])
def test_damage_after_a_mark(mark: bytes, name: str) -> None:
    broken = "a\nb".encode("utf-16-le") + b"\x00\xd8a" if name == "utf-16" else b"a\nb\xff"
    assert problem(mark + broken).startswith(f"wire.txt:2: begins as {name} but is damaged")


@pytest.mark.parametrize("data", [bytes(range(256)), b"text with a \0 in it", b"\0\0\0\0", b"\x01\x02\x03\x04 abc"])
def test_binary(data: bytes) -> None:
    assert "is binary, not text" in problem(data)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old or locked Word document"),
        (b"{\\rtf1 text}", "an RTF document"),
    ],
)
def test_known_formats_are_named(data: bytes, name: str) -> None:
    assert f"is {name}" in problem(data)


def test_limit() -> None:
    assert decode(b"a" * 100, "wire.txt", 100) == "a" * 100
    assert problem(b"a" * 101, 100) == "wire.txt: is larger than 100 bytes; give the report's text alone"
