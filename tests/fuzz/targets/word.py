"""Word documents: any bytes as one, and any XML as a part of one."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from factcheck.load.docx import read_docx
from factcheck.model.errors import UserError
from tests.fuzz.oracles import check_stories, check_told
from tests.fuzz.seeds import INPUTS, input_seeds

PARTS = {
    "word/document.xml": "word-document.xml",
    "word/styles.xml": "word-styles.xml",
    "docProps/core.xml": "word-core.xml",
}
WORDS = [b"<w:p>", b"</w:p>", b"<w:r><w:t>", b"</w:t></w:r>", b"<w:tbl>", b"<w:tr>", b"<w:tc>", b"<w:ins>", b"<w:del>"]


def seeds() -> list[bytes]:
    small = b'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Twelve died.</w:t></w:r></w:p></w:body></w:document>'
    tabled = (
        b'<w:document xmlns:w="w"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    )
    return [small, tabled + b"</w:body></w:document>", packed({"word/document.xml": small}), *input_seeds("word-*.xml")]


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def check(data: bytes, folder: Path) -> None:
    documents = [data]
    if not data.startswith(b"PK"):
        sound = {part: (INPUTS / "ar" / file).read_bytes() for part, file in PARTS.items()}
        documents = [packed({**sound, part: data}) for part in PARTS]
    for document in documents:
        try:
            check_stories(read_docx(document, "word"))
        except UserError as error:
            check_told(error)
