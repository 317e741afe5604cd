"""Word documents: the running text with headings, lists and tables, as it stands once changes are accepted."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from factcheck.load.decode import MAX_ARCHIVE
from factcheck.load.page import Kind, Piece, page_text
from factcheck.load.story import Story
from factcheck.load.xml_tree import find, local, read_xml, words
from factcheck.model.errors import Problem, UserError
from factcheck.model.limits import LIMITS, Limits

MAX_PART = 20_000_000
"""Bytes of one part once unpacked: a book has a twentieth."""
_CHUNK = 65_536
_DOCUMENT, _STYLES, _ABOUT = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_AROUND = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
"""What may stand around paragraphs."""
_GONE = frozenset(("del", "moveFrom", "instrText", "Fallback", "txbxContent", "pict", "pPr", "rPr"))
"""What is no text of the page: struck by a tracked change, a field's code, a second rendering, a text box."""
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The other ways to pack unpack without a bound."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What zipfile raises for an archive that is damaged, encrypted or packed in a way it does not know."""


def read_docx(data: bytes, path: str, limits: Limits = LIMITS) -> Iterable[Story | Problem]:
    """Read a document: its title is the first paragraph set as one, its byline the author in its properties.

    It has no date of publication: a document knows when it was made and saved, which is often another day.
    Raises UserError for another archive, a damaged one, or one that unpacks to more than any report has.
    """
    if len(data) > MAX_ARCHIVE:
        raise UserError.at(path, f"is larger than {MAX_ARCHIVE:,} bytes; save the story without its pictures")
    parts = _unpack(data, path)
    if _DOCUMENT not in parts:
        raise UserError.at(path, "is a ZIP archive but no Word document; unpack it, or save the text as .docx or .txt")
    body = find(read_xml(parts[_DOCUMENT], path, limits.nesting), "body")
    styles = _styles(read_xml(parts[_STYLES], path, limits.nesting)) if _STYLES in parts else {}
    about = read_xml(parts[_ABOUT], path, limits.nesting) if _ABOUT in parts else None
    pieces = [piece for piece in _pieces(body, styles) if piece.text.strip() or piece.cells] if body is not None else []
    title = " ".join(pieces[0].text.split()) if pieces and pieces[0].kind == "title" and len(pieces) > 1 else None
    text = page_text(pieces, title)
    if not text:
        raise UserError.at(path, "is a Word document without text; it must hold a report's text")
    yield Story(
        text,
        title=title,
        byline=words(find(about, "creator")) if about is not None else None,
        language=words(find(about, "language")) if about is not None else None,
    )


def _unpack(data: bytes, path: str) -> dict[str, bytes]:
    """Unpack the parts that are read, a piece at a time: what an archive says of its parts' sizes need not be true."""
    parts = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in (_DOCUMENT, _STYLES, _ABOUT):
                if name in archive.NameToInfo:
                    if archive.NameToInfo[name].compress_type not in _PACKED:
                        raise NotImplementedError("packed as no Word document is")
                    with archive.open(name) as part:
                        parts[name] = _bounded(part, path)
    except UserError:
        raise
    except _DAMAGED as error:
        raise UserError.at(path, f"is a damaged or locked ZIP archive ({error}); save the document anew") from None
    return parts


def _bounded(part: IO[bytes], path: str) -> bytes:
    data = bytearray()
    while chunk := part.read(_CHUNK):
        data += chunk
        if len(data) > MAX_PART:
            raise UserError.at(path, f"unpacks to more than {MAX_PART:,} bytes; save the report's text alone")
    return bytes(data)


def _styles(root: ET.Element) -> dict[str, Kind]:
    """Give what each style makes of a paragraph, by its id; built-in styles have one name in every language of Word."""
    kinds: dict[str, Kind] = {}
    for style in root:
        name = find(style, "name")
        named = _value(name).lower()
        if named == "title":
            kinds[_attribute(style, "styleId")] = "title"
        elif named.startswith("heading "):
            kinds[_attribute(style, "styleId")] = "title" if named.endswith(" 1") else "heading"
        elif find(style, "pPr", "numPr") is not None:
            kinds[_attribute(style, "styleId")] = "bullet"
    return kinds


def _pieces(parent: ET.Element, styles: Mapping[str, Kind]) -> Iterator[Piece]:
    for element in parent:
        name = local(element)
        if name == "p":
            yield Piece(_kind(element, styles), "".join(_words(element)).strip())
        elif name == "tbl":
            yield from (_row(row) for row in element.iter() if local(row) == "tr")
        elif name in _AROUND:
            yield from _pieces(element, styles)


def _kind(paragraph: ET.Element, styles: Mapping[str, Kind]) -> Kind:
    number = find(paragraph, "pPr", "numPr", "numId")
    if number is not None and _value(number) != "0":
        return "bullet"
    return styles.get(_value(find(paragraph, "pPr", "pStyle")), "paragraph")


def _row(row: ET.Element) -> Piece:
    cells = tuple(" ".join(_cell(cell).split()) for cell in row if local(cell) == "tc")
    return Piece("row" if find(row, "trPr", "tblHeader") is None else "head", "", cells)


def _cell(cell: ET.Element) -> str:
    return " ".join("".join(_words(paragraph)) for paragraph in cell.iter() if local(paragraph) == "p")


def _words(element: ET.Element) -> Iterator[str]:
    """Give the text in an element, without what is not on the page."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _GONE:
            yield from _words(child)


def _value(element: ET.Element | None) -> str:
    return _attribute(element, "val") if element is not None else ""


def _attribute(element: ET.Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
