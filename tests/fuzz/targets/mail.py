"""E-mail as it is stored."""

from __future__ import annotations

from pathlib import Path

from factcheck.load.mail import read_mail
from factcheck.model.errors import UserError
from tests.fuzz.oracles import check_stories, check_told
from tests.fuzz.seeds import input_seeds

WORDS = [
    b"Content-Type: multipart/mixed; boundary=a\n\n--a\n",
    b"Content-Type: text/html; charset=",
    b"=?utf-8?B?",
    b"?=",
]
WORDS += [
    b"Content-Transfer-Encoding: base64\n",
    b"quoted-printable",
    b"message/rfc822",
    b"\n-- \n",
    b"utf-7",
    b"idna",
    b"hex",
]


def seeds() -> list[bytes]:
    nested = b"Subject: a\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nTwelve died.\n--a--\n"
    return [*input_seeds("*.eml"), nested]


def check(data: bytes, folder: Path) -> None:
    try:
        check_stories(read_mail(data, "mail"))
    except UserError as error:
        check_told(error)
