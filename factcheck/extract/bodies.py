"""Bodies no lexicon lists, by the first word of their names or by their capitals."""

from __future__ import annotations

from factcheck.extract.capitals import capital
from factcheck.extract.found_names import LONGEST_NAME, FoundName, words_of
from factcheck.extract.persons import is_name_like
from factcheck.model.language import Language
from factcheck.text.clitics import without_clitics
from factcheck.text.passage import Match, Passage

OTHERS = (
    "stop",
    "speech",
    "weekday",
    "day-offset",
    "number",
    "ordinal",
    "title",
    "given-name",
    "role",
    "complementiser",
)
"""Groups of words that do not go on a body's name."""


def find_body(passage: Passage, index: int, language: Language, surface: str) -> FoundName | None:
    """Give a body by the first word of its name ("ministry of ..."), or by capitals around such a word."""
    if "capitals-name" in language.options:
        return _capital_body(passage, index, surface)
    head = passage.at(index, "organisation-head", "media-head")
    if head is None or head.suffix:
        return None
    if (unnamed := passage.at(index, "no-body")) is not None and unnamed.end >= head.end:
        return None
    end = head.end
    while end < len(passage.tokens) and end - index < LONGEST_NAME and _names_body(passage, end, head, language):
        end += 1
    if end == head.end:
        return None
    key = "".join(without_clitics(words_of(passage, index, end), head.prefix, language))
    return FoundName(index, end, "organisation", key, f"body: {head.entry.key}")


def _names_body(passage: Passage, at: int, head: Match, language: Language) -> bool:
    token = passage.tokens[at]
    if token.kind != "word" or passage.at(at, *OTHERS):
        return False
    article = tuple(language.prefixes[-1])
    definite = token.text.startswith(article)
    place = passage.at(at, "place") is not None
    if at == head.end:
        if passage.at(at, "no-name") is not None:
            return False
        foreign = not head.prefix.endswith(article) and at not in passage.found and is_name_like(passage, at, language)
        return definite or place or foreign
    previous = passage.tokens[at - 1].text
    return (definite and previous.startswith(article)) or (place and at == head.end + 1)


def _capital_body(passage: Passage, index: int, surface: str) -> FoundName | None:
    tokens = passage.tokens

    def upper(at: int) -> bool:
        return capital(passage, at, surface)

    if not upper(index) or passage.at(index, "stop", "month", "weekday"):
        return None
    end = index
    while end < len(tokens) and end - index < LONGEST_NAME + 2:
        of = passage.at(end, "stop")
        if upper(end) or (
            of is not None
            and of.entry.key in ("of", "for", "and", "the")
            and end + 1 < len(tokens)
            and upper(end + 1)
            and end > index
        ):
            end += 1
        else:
            break
    head = next((m for at in range(index, end) if (m := passage.at(at, "organisation-head")) is not None), None)
    if head is None or end - index < 2:
        return None
    return FoundName(index, end, "organisation", words_of(passage, index, end), f"body: {head.entry.key}")
