"""Which sentence something stands in, looked up and not searched for."""

from __future__ import annotations

from bisect import bisect_right

from factcheck.model.claim import Reading
from factcheck.model.span import Span


def sentence_at(reading: Reading, span: Span) -> int:
    """Give the index of the sentence a span begins in; of what stands between two, the one before."""
    at = bisect_right(reading.sentences, span.order[:2], key=lambda sentence: sentence.span.order[:2])
    return reading.sentences[max(0, at - 1)].index
