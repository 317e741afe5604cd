"""Which language a report is in: as somebody said, as its file says, or as its letters say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.load.story import Story
from factcheck.model.errors import UserError
from factcheck.model.language import Language

Detect = Callable[[str], str]
"""Finds the language of a text by its letters."""
_SAMPLE = 20_000
_LEAST_SHARE = 0.2
"""Share of its letters that a text has in the language its file names; content systems often name their own."""
_UNSAID = frozenset(("", "und", "mul", "zxx", "mis"))
"""Codes by which ISO 639 says that nobody knows."""


def written(given: str | None, text: str, place: str, languages: Mapping[str, Language], detect: Detect) -> str:
    """Give the code somebody wrote down, else what the letters say; raises UserError for a code of none we read."""
    if given and given not in languages:
        raise UserError.at(place, f"language must be one of {', '.join(sorted(languages))}, not {given!r}")
    return given or detect(text)


def spoken(story: Story, name: str, languages: Mapping[str, Language], detect: Detect, given: str | None) -> str:
    """Give the code of a report's language; its file's word (`ar-EG`) counts where the letters do not contradict it.

    Raises UserError for a report in a language that is not read: rules for another would find nonsense.
    """
    text = f"{story.title or ''}\n{story.text[story.body :]}"
    place = name if story.number is None else f"{name}#{story.number}"
    said = (story.language or "").strip().replace("_", "-").partition("-")[0].lower()
    if given or story.certain or said in _UNSAID:
        return written(given or (story.language if story.certain else None), text, place, languages, detect)
    if said not in languages:
        known = ", ".join(sorted(languages))
        message = (
            f"says that it is in {story.language!r}, which is not read ({known} are); --language reads it all the same"
        )
        raise UserError.at(place, message)
    return said if _share(text, languages[said]) >= _LEAST_SHARE else detect(text)


def _share(text: str, language: Language) -> float:
    letters = [ord(char) for char in text[:_SAMPLE] if char.isalpha()]
    own = sum(any(first <= point <= last for first, last in language.letters) for point in letters)
    return own / len(letters) if letters else 1.0
