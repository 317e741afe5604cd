"""From bytes to text: the encodings newsrooms really use, and a clear word about everything that is not text."""

from __future__ import annotations

import codecs
import contextlib
import re

from factcheck.model.errors import UserError
from factcheck.model.limits import LIMITS

MAX_BYTES = LIMITS.report_bytes
"""Largest file read, unless the caller says otherwise."""
MAX_ARCHIVE = 50_000_000
"""Largest document of parts read, pictures and all."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old or locked Word document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_ADVICE = "save the report's text as UTF-8"
_EVERYDAY = re.compile(r"[\t\n\r -~\xa0-\xff\u0600-\u06ff\u2000-\u206f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


_MIXED = re.compile(r"[\u0600-\u06ff][à-ÿ]|[à-ÿ][\u0600-\u06ff]")
"""Arabic and Latin letters in one word."""
_LATIN = re.compile(r"(?:[\t\n\r -~\xa0£€°½‘’“”–—…•]|(?<=[A-Za-z])[à-öø-ÿ])*")
"""What an English report in windows-1252 holds: its marks, and letters with accents inside a word."""


def decode(data: bytes, path: str, limit: int = MAX_BYTES) -> str:
    """Decode a report: UTF-8, UTF-16 or UTF-32 by its mark, UTF-8, UTF-16 without one, a code page.

    `path` names the file in errors, `limit` is in bytes. A byte order mark is no part of the text.
    Raises UserError where there is nothing to read, too much, or no text.
    """
    if len(data) > limit:
        raise too_large(path, limit)
    text = _decode(data, path)
    if not text.strip():
        raise UserError.at(path, "is empty; it must hold a report's text")
    # Old wires leave a control character here and there.
    if len(_CONTROL.findall(text)) > 3 + len(text) // 50 or "\0" in text:
        raise UserError.at(path, f"is binary, not text; {_ADVICE}")
    return text


def too_large(path: str, limit: int) -> UserError:
    """Give the error for a file of more bytes than are read."""
    return UserError.at(path, f"is larger than {limit:,} bytes; give the report's text alone")


def _decode(data: bytes, path: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                before = data[len(mark) : len(mark) + error.start].decode(encoding, "ignore")
                message = f"begins as {encoding[:-3] if encoding != 'utf-8' else encoding} but is damaged; {_ADVICE}"
                raise UserError.at(path, message, before.count("\n") + 1) from None
    for start, what in _FORMATS:
        if data.startswith(start):
            raise UserError.at(path, f"is {what}, not text; {_ADVICE}")
    if 0 in data:
        return _decode_utf16(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _decode_code_page(data, path, line, data[error.start])


def _decode_utf16(data: bytes, path: str) -> str:
    """Decode bytes with NULs: UTF-16 without its mark (of whose ASCII every other byte is NUL), or no text at all."""
    readings = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            readings.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    text = max(readings, key=_plausible, default="")
    if not text or _plausible(text) < 0.8:
        raise UserError.at(path, f"is binary, not text (it holds NUL bytes); {_ADVICE}")
    return text


def _decode_code_page(data: bytes, path: str, line: int, byte: int) -> str:
    """Decode bytes that are not UTF-8 as an Arabic code page, or the Western one, if what comes out looks like it."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("�")
    if sum(char > "\x7f" for char in lenient) - broken > broken:
        # Damaged UTF-8 would decode to Arabic letters too, none of them right.
        raise UserError.at(path, f"is UTF-8 but damaged (byte 0x{byte:02X} fits nowhere); {_ADVICE}", line)
    text = data.decode("cp1256")
    if _MIXED.search(text):  # the letters of ISO 8859-6 stand elsewhere, and some of them where this has Latin ones
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode("iso8859-6")
    letters = [char for char in text if char.isalpha()]
    if sum(_arabic(char) for char in letters) * 3 >= len(letters) and not _CONTROL.search(text):
        return text
    with contextlib.suppress(UnicodeDecodeError):
        text = data.decode("cp1252")
        if _LATIN.fullmatch(text):
            return text
    codes = "windows-1256 nor windows-1252"
    raise UserError.at(path, f"is neither UTF-8, UTF-16, {codes} (see byte 0x{byte:02X}); {_ADVICE}", line)


def _arabic(char: str) -> bool:
    return "\u0600" <= char <= "\u06ff"


def _plausible(text: str) -> float:
    """Give the share of characters found in everyday text; UTF-16 read the wrong way round gives rare scripts."""
    return len(_EVERYDAY.findall(text)) / len(text) if text else 0.0
