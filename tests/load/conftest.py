"""A layout and languages to load with: the real phrases, folded the way the languages fold them."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import pytest

from factcheck.data.strict_yaml import parse
from factcheck.load.blocks import Layout, split_blocks
from factcheck.model.language import Language
from factcheck.text.fold import fold_text

Read = Callable[..., list[tuple[str, str]]]


@dataclass(frozen=True, eq=False)
class Tongue:
    """As much of a Language as loading asks for."""

    code: str
    folding: Mapping[int, str]
    sentence_ends: str
    boilerplate: tuple[str, ...] = ()


def tongue(code: str, folding: Mapping[int, str], sentence_ends: str) -> Language:
    bare = cast("Language", Tongue(code, folding, sentence_ends))
    path = importlib.resources.files("factcheck.languages") / code / "layout.yaml"
    entries = parse(path.read_text("utf-8"), str(path)).value["boilerplate"]
    phrases = tuple(fold_text(phrase, bare) for entry in entries for phrase in entry["plain"])
    return cast("Language", Tongue(code, folding, sentence_ends, phrases))


@pytest.fixture(scope="session")
def languages() -> Mapping[str, Language]:
    same = dict.fromkeys(map(ord, "أإآٱ"), "ا") | {ord("ة"): "ه", ord("ى"): "ي", ord("ـ"): ""}
    return {"ar": tongue("ar", same, ".!?؟…"), "en": tongue("en", {}, ".!?…")}


@pytest.fixture(scope="session")
def detect() -> Callable[[str], str]:
    return lambda text: "ar" if sum("\u0600" <= char <= "\u06ff" for char in text) * 2 > len(text) / 2 else "en"


@pytest.fixture(scope="session")
def layout(languages: Mapping[str, Language]) -> Layout:
    phrases = (*languages["ar"].boilerplate, *languages["en"].boilerplate)
    return Layout(phrases, lambda text: fold_text(text, languages["ar"]), ".!?؟…")


@pytest.fixture(scope="session")
def read(layout: Layout) -> Read:
    """Give each block of a text as its kind and its surface."""

    def blocks(text: str, title: str | None = None) -> list[tuple[str, str]]:
        found = split_blocks(text, layout, 0, title)
        return [(block.kind, text[block.span.start : block.span.end]) for block in found]

    return blocks
