"""The forms a written word may be read as, once the clitics on it are taken off."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.model.language import Language

WORDS = 1 << 14
"""Words of which each memo keeps what it found: more than a day's news has that return, and 30 MB of all memos."""

SHORTEST_STEM = 2


class Candidate(NamedTuple):
    """A word without some of its clitics: what is left, what was taken off in front, and behind."""

    form: str
    prefix: str = ""
    suffix: str = ""


def without_clitics(word: str, prefix: str, language: Language) -> tuple[str, str]:
    """Take the clitics of a match's `prefix` off a folded word: give its article ("" where it has none), and the rest.

    Where the article has lost a letter to a preposition, it is given whole. A word that does not begin so is the rest.
    """
    article = next((own for own in (language.prefixes[-1] if language.prefixes else ()) if prefix.endswith(own)), "")
    for melted, full in language.contractions.items():
        at = len(prefix) - len(full)
        if prefix.endswith(full) and word.startswith(melted, at):
            return article, word[at + len(melted) :]
    return (article, word[len(prefix) :]) if word.startswith(prefix) else ("", word)


@lru_cache(maxsize=WORDS)
def candidates(word: str, language: Language) -> tuple[Candidate, ...]:
    """Give the readings of a folded word, the fewest letters taken off first; the word itself always leads."""
    found: dict[str, Candidate] = {}

    def strip(rest: str, taken: str, layer: int) -> None:
        found.setdefault(rest, Candidate(rest, taken))
        for index in range(layer, len(language.prefixes)):
            for prefix in language.prefixes[index]:
                if rest.startswith(prefix) and len(rest) - len(prefix) >= SHORTEST_STEM:
                    strip(rest[len(prefix) :], taken + prefix, index + 1)
        for melted, full in language.contractions.items():
            if rest.startswith(melted) and len(rest) - len(melted) >= SHORTEST_STEM:
                for index in range(layer, len(language.prefixes)):
                    for prefix in language.prefixes[index]:
                        if full.startswith(prefix):
                            strip(full[len(prefix) :] + rest[len(melted) :], taken + prefix, index + 1)

    strip(word, "", 0)
    for base in sorted(found.values(), key=lambda c: len(c.prefix)):
        for suffix in language.suffixes:
            stem = base.form[: -len(suffix)]
            if base.form.endswith(suffix) and len(stem) > SHORTEST_STEM:
                found.setdefault(stem, Candidate(stem, base.prefix, suffix))
                for changed, plain in language.endings.items():
                    if stem.endswith(changed):
                        whole = stem[: -len(changed)] + plain
                        found.setdefault(whole, Candidate(whole, base.prefix, suffix))
    return tuple(sorted(found.values(), key=lambda c: (len(c.suffix) > 0, len(c.prefix), len(c.suffix))))
