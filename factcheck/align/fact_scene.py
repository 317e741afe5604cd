"""A sentence as holding a figure to a fact sees it: which words are plain, where names stand, where clauses end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.align.fact_words import Tokens, token_range, tokens_within
from factcheck.model.claim import Claim
from factcheck.model.fact import Fact
from factcheck.model.language import Language
from factcheck.model.source import Attribution
from factcheck.text.passage import Match, Passage

PLAIN = (
    "stop", "level", "qualifier", "bound-verb", "bound-by", "bound-not", "number-joiner", "count-word", "total",
    "percent-word", "speech", "cue", "complementiser", "change", "change-end",
)  # fmt: skip
"""Groups whose words link a thing and its figure without making it another thing."""
GLUE = frozenset("-‐‑–/")
"""Marks that make one word of two where nothing stands beside them."""
WITHIN = frozenset("'\"«»“”‘’%$€£")
"""Marks that end no clause."""
YEAR, TO = "year", "to"
"""Keys of words before the number of a year (a financial year is another one), and before the end of a change."""
PARTIAL = frozenset({("update", "so-far"), ("year-word", "fiscal-year")})
"""Entries of other groups that tell of a part of a year, or of another year."""
VERBS = frozenset({("no-name", "verb"), ("no-name", "verb-now")})
"""Entries that only verbs have."""
MONTHS = {
    "half-1": ("01", "06"),
    "half-2": ("07", "12"),
    "quarter-1": ("01", "03"),
    "quarter-2": ("04", "06"),
    "quarter-3": ("07", "09"),
    "quarter-4": ("10", "12"),
}
"""First and last month of the parts of a year that have a name, by their keys."""
SPELT = frozenset({"day", "month"})
"""Keys of words that may stand before a date's own month or day ("the month of May 2024")."""
ENDS_AHEAD = 2
"""Tokens behind the rate of a change within which its end is told ("rose 12% to 34 million")."""


class Scene(Struct, frozen=True, eq=False):
    """A sentence, the tokens known to be plain, who speaks in it, its units, and the places and bodies it names."""

    passage: Passage
    language: Language
    plain: frozenset[int]
    spoken: tuple[Tokens, ...]
    names: tuple[Tokens, ...]
    units: tuple[Match, ...]
    parts: tuple[tuple[Tokens, str], ...]
    speaking: frozenset[int] = frozenset()

    def of(self, subject: Tokens, fact: Fact) -> Scene:
        """Give the scene as it is for a fact and a mention of its subject.

        Who speaks is plain, but for a speaker whose description names the subject; so is the part of a year the fact
        is of.
        """
        apart = (spoken for spoken in self.spoken if spoken[1] <= subject[0] or subject[1] <= spoken[0])
        speaking = frozenset(at for spoken in apart for at in range(*spoken))
        own = {at for tokens, key in self.parts if is_part(key, fact) for at in range(*tokens)}
        parts = tuple(part for part in self.parts if not is_part(part[1], fact))
        return replace(self, plain=self.plain | speaking | own, speaking=speaking, parts=parts)

    def word(self, at: int) -> str:
        """Give a token as it is folded."""
        return self.passage.tokens[at].text

    def stop(self, at: int) -> str:
        """Give the class of the function word at a token; empty where there is none."""
        match = self.passage.at(at, "stop")
        return match.entry.tag("class") if match is not None else ""

    def key(self, at: int) -> str:
        """Give the key of the function word at a token; empty where there is none."""
        match = self.passage.at(at, "stop")
        return match.entry.key if match is not None else ""

    def named(self, at: int) -> bool:
        """Tell whether a token belongs to the name of a place or body that does not speak."""
        return at not in self.speaking and any(start <= at < end for start, end in self.names)

    def ends_clause(self, at: int) -> bool:
        """Tell a mark that parts two clauses."""
        token = self.passage.tokens[at]
        return token.kind == "mark" and not glues(self.passage, at) and token.text not in WITHIN

    def is_verb(self, at: int) -> bool:
        """Tell a word that is known for a verb and for nothing else."""
        return any((m.entry.group, m.entry.key) in VERBS and m.end == at + 1 for m in self.passage.found.get(at, ()))

    def joined(self, at: int) -> bool:
        """Tell a word with "and" written to it, as some languages do."""
        token, layers = self.passage.tokens[at], self.language.prefixes
        if len(layers) < 2 or token.kind != "word" or not token.text.startswith(layers[0]):
            return False
        matches = self.passage.found.get(at, ())
        return any(match.prefix for match in matches) if matches else token.text.startswith(layers[0][0])

    def hangs(self, at: int) -> bool:
        """Tell a word with a preposition written to it."""
        layers = self.language.prefixes
        matches = self.passage.found.get(at, ())
        return len(layers) > 2 and any(match.prefix[:1] in layers[1] for match in matches if match.prefix)


def is_part(key: str, fact: Fact) -> bool:
    """Tell whether a part of a year is the one that a fact is of."""
    first, last = MONTHS.get(key, ("", ""))
    return fact.as_of is not None and fact.as_of == f"{fact.as_of[:4]}-{first}/{fact.as_of[:4]}-{last}"


def parts_of_time(passage: Passage) -> Iterator[tuple[Tokens, str]]:
    """Give where a sentence names a part of a year, or a year that is no calendar's, and the key of each."""
    for match in passage.matches("part-of-time", "update", "year-word"):
        group, key = match.entry.group, match.entry.key
        if group == "part-of-time" or (group, key) in PARTIAL:
            yield (match.start, match.end), key


def scene_of(
    passage: Passage, claims: Sequence[Claim], attributions: Sequence[Attribution], language: Language
) -> Scene:
    """Read a sentence's plain words: function words, words of telling, its dates, the rate of a change, who says it."""
    plain = {at for group in PLAIN for match in passage.matches(group) for at in range(match.start, match.end)}
    dated = {at for claim in claims if claim.date is not None for at in range(*token_range(passage, claim))}
    years = {m.end - 1 for m in passage.matches("year-word") if m.end in dated and m.entry.key == YEAR}
    marks = {at for at, token in enumerate(passage.tokens) if token.kind == "mark" and not glues(passage, at)}
    names = (token_range(passage, c) for c in claims if c.name is not None and c.name.type != "person")
    parts = list(parts_of_time(passage))
    spelt = [(tokens, key) for tokens, key in parts if key in SPELT and tokens[1] in dated]
    years |= {at for tokens, _ in spelt for at in range(*tokens)}
    return Scene(
        passage,
        language,
        frozenset(plain | dated | years | marks | set(_rates(passage, claims))),
        tuple(spoken for attribution in attributions for spoken in _spoken(passage, attribution)),
        tuple(names),
        tuple(passage.matches("unit")),
        tuple(part for part in parts if part not in spelt),
    )


def glues(passage: Passage, at: int) -> bool:
    """Tell a mark that makes one word of the two beside it."""
    tokens = passage.tokens
    if tokens[at].text not in GLUE or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _rates(passage: Passage, claims: Sequence[Claim]) -> Iterator[int]:
    """Give the tokens of a change's rate before its end: "12%" in "rose 12% to 34 million"."""
    for claim in claims:
        if claim.figure is not None and claim.figure.form in ("percent", "percentage-point"):
            start, end = token_range(passage, claim)
            ahead = (passage.at(at, "change-end") for at in range(end, min(end + ENDS_AHEAD, len(passage.tokens))))
            if any(match is not None and match.entry.key == TO for match in ahead):
                yield from range(start, end)


def _spoken(passage: Passage, attribution: Attribution) -> Iterator[Tokens]:
    """Give the tokens of the cue of an attribution, and those of its source."""
    source = attribution.source.span if attribution.source is not None else None
    for span in (attribution.cue, source):
        if span is not None and span.field == passage.sentence.span.field:
            yield tokens_within(passage, span)
