"""E-mail as it is stored (.eml): its text, with subject, sender and day; attachments are left alone."""

from __future__ import annotations

import email.errors
import email.header
import email.parser
import email.policy
import email.utils
import re
from collections.abc import Iterable
from email.message import Message

from factcheck.load.decode import decode
from factcheck.load.markup import read_markup
from factcheck.load.page import page_text
from factcheck.load.story import Story, day_in, line_of
from factcheck.model.errors import Problem, UserError
from factcheck.model.limits import LIMITS, Limits

_SIGNATURE = re.compile(r"(?<![^\n])-- ?\r?\n")
"""The line that parts a message from its sender's signature (RFC 3676)."""


def read_mail(data: bytes, path: str, limits: Limits = LIMITS) -> Iterable[Story | Problem]:
    """Read a message; plain text is taken before HTML. Raises UserError for one that holds neither."""
    try:
        message = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(data)
        parts = [part for part in message.walk() if not part.is_multipart() and not part.get_filename()]
    except RecursionError:
        raise UserError.at(path, "is a message nested too deeply; save the report's text alone") from None
    part = next(
        (part for kind in ("text/plain", "text/html") for part in parts if part.get_content_type() == kind), None
    )
    title = _field(message, "Subject")
    text = _text(part, path, title) if part is not None else ""
    if not text.strip():
        raise UserError.at(path, "is a message without text; save what is attached, and give that")
    name, address = email.utils.parseaddr(_field(message, "From") or "")
    yield Story(
        text,
        title=title,
        published=day_in(_field(message, "Date")),
        source=line_of(name) or line_of(address),
        language=(_field(message, "Content-Language") or "").partition(",")[0].strip() or None,
    )


def _text(part: Message, path: str, title: str | None) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    text = _decoded(data, part.get_content_charset(), path)
    if part.get_content_type() == "text/html":
        return page_text(read_markup(text), title)
    signature = _SIGNATURE.search(text)
    return text[: signature.start()] if signature else text


def _decoded(data: bytes, charset: str | None, path: str) -> str:
    """Decode a part as it says it is written; where that is wrong, by what it looks like."""
    try:
        text = data.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return decode(data, path, len(data))
    return text if "\0" not in text else decode(data, path, len(data))


def _field(message: Message, name: str) -> str | None:
    """Give a field of the header, decoded where it can be."""
    written = message.get(name)
    if written is None:
        return None
    try:
        return line_of(str(email.header.make_header(email.header.decode_header(written))))
    except (email.errors.HeaderParseError, LookupError, ValueError):
        return line_of(str(written))
