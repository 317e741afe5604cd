"""From a file to answers, whatever form the checklist was filled in as."""

from __future__ import annotations

import pathlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from factcheck.model.allowance import Signed
from factcheck.model.errors import UserError
from factcheck.signed.answers import Filled, answered
from factcheck.signed.markdown import read_markdown
from factcheck.signed.objects import read_json
from factcheck.signed.page import is_page, read_page
from factcheck.signed.table import read_csv, read_xlsx

ZIP = b"PK\x03\x04"


def read_signed(path: str) -> tuple[Signed, ...]:
    """Read a filled-in checklist (Markdown, CSV, XLSX, JSON or a page, told by what is in it).

    Raises UserError with everything that is wrong in it: an answer without a name or a day, two boxes ticked.
    """
    try:
        content = pathlib.Path(path).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name no system call takes
        raise UserError.at(path, f"cannot be read ({getattr(error, 'strerror', None) or error})") from None
    signed, problems = answered(list(_items(content, path)))
    if problems:
        raise UserError(*problems)
    return tuple(signed)


def is_answered(path: str) -> bool:
    """Tell whether a file is a checklist in which somebody has written anything, be it whole or not."""
    try:
        items = _items(pathlib.Path(path).read_bytes(), path)
    except (UserError, OSError, ValueError):
        return False
    return any(item.ticked or any(value.strip() for value in item.fields.values()) for item in items)


def _items(content: bytes, path: str) -> list[Filled]:
    if content.startswith(ZIP):
        return list(read_xlsx(content, path))
    try:
        # A spreadsheet's "Unicode text" is UTF-16 with a mark.
        text = content.decode("utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError.at(path, f"is not UTF-8 (byte {error.start + 1}); save the checklist as UTF-8") from None
    if is_page(text):
        items = list(read_page(text, path))
        if not items:
            raise UserError.at(path, "is a page without a checklist: save the one `checklist --format html` made")
        return items
    if text.lstrip().startswith(("{", "[")):
        return list(read_json(text, path))
    items = list(read_markdown(text, path))
    if items:
        return items
    return list(read_csv(text, path))
