"""Who says what: the cues of saying of every sentence, what each covers, and the speaker that goes on from before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.clauses_of_saying import COMMAS, Said, nominal, speaker_line, verb_first, verb_second
from factcheck.extract.quotes import FoundQuote, find_quotes
from factcheck.model.language import Language
from factcheck.model.source import Attribution, Mode, Source
from factcheck.text.passage import Match, Passage


def find_attributions(
    passages: Sequence[Passage], language: Language, texts: dict[str, str]
) -> Iterator[tuple[int, Attribution]]:
    """Give (sentence index, attribution) in order; a cue with no source of its own continues the last speaker."""
    speaker: Source | None = None
    for number, passage in enumerate(passages):
        if passage.sentence.kind == "heading":
            speaker = None
        surface = texts[passage.sentence.span.field][passage.sentence.span.start : passage.sentence.span.end]
        quotes = list(find_quotes(passage, language))
        for said in _attributions(passage, quotes, language, surface):
            if said.content[0] >= said.content[1]:
                continue  # "Police:" and nothing after it
            if said.source is not None:
                speaker = said.source.source
            source = said.source.source if said.source is not None else speaker
            explain = (
                said.how,
                said.source.explain if said.source else "source: the last speaker" if source else "source: nobody",
            )
            yield (
                number,
                Attribution(
                    source,
                    passage.span(*said.cue),
                    passage.span(*said.content),
                    _mode(passage, said.content, quotes),
                    explain,
                ),
            )


def _attributions(passage: Passage, quotes: Sequence[FoundQuote], language: Language, surface: str) -> Iterator[Said]:
    line = speaker_line(passage, language, surface)
    if line is not None:
        yield line
        return
    article = language.prefixes[-1] if language.prefixes else ()
    withheld = {at for m in passage.matches("withheld") for at in range(m.start, m.end)}
    cues = [
        m
        for m in _cues(passage)
        if m.start not in withheld
        and not _negated(passage, m)
        and not _inside(m, quotes)
        and not any(m.prefix.endswith(own) for own in article)
    ]
    for position, cue in enumerate(cues):
        limit = _limit(cues, position, len(passage.tokens))
        if cue.entry.group == "cue":
            said = nominal(passage, cue, language, surface)
        elif "verb-first" in language.options:
            said = verb_first(passage, cue, limit, language, surface)
        else:
            said = verb_second(passage, cue, cues, limit, language, surface)
        if said is not None and said.content[1] > said.content[0]:
            yield said


LAST = 6
"""Tokens of a source that may follow a cue which only ends a sentence."""


def _cues(passage: Passage) -> Iterator[Match]:
    """Give the words of saying; of a phrase that means something else here, the verb inside it."""
    for match in passage.matches("speech", "cue"):
        verb = None if _may_stand(passage, match) else passage.at(match.end - 1, "speech")
        yield verb or match


def _may_stand(passage: Passage, cue: Match) -> bool:
    """Tell whether a cue that means something else within a sentence ends this one, behind a comma."""
    if not cue.entry.tag("final"):
        return True
    comma = cue.start > 0 and passage.tokens[cue.start - 1].text in COMMAS
    rest = passage.tokens[cue.end :]
    closed = all(token.kind != "mark" or token.text in ENDS for token in rest)
    return comma and 0 < len(rest) <= LAST and closed


ENDS = frozenset(".!؟…»”)(")


def _inside(cue: Match, quotes: Sequence[FoundQuote]) -> bool:
    return any(q.closed and q.start <= cue.start < q.end for q in quotes)


def _negated(passage: Passage, cue: Match) -> bool:
    return any(
        (m := passage.at(at, "negation")) is not None and m.end == cue.start
        for at in (cue.start - 1, cue.start - 2)
        if at >= 0
    )


def _limit(cues: Sequence[Match], position: int, length: int) -> int:
    """Give where a statement ends at the latest: at the next cue that opens a statement of its own."""
    for later in cues[position + 1 :]:
        if later.entry.tag("trailing") or (later.entry.tag("continues") and later.prefix):
            return later.start
    return length


def _mode(passage: Passage, content: tuple[int, int], quotes: Sequence[FoundQuote]) -> Mode:
    start, end = content
    inside = [q for q in quotes if q.start < end and start < q.end]
    if not inside:
        return "indirect"
    words = [at for at in range(start, end) if passage.tokens[at].kind == "word"]
    quoted = sum(any(q.start <= at < q.end for q in inside) for at in words)
    return "direct" if quoted == len(words) else "mixed"
