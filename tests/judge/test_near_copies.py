"""Runs of words that may be near copies are found by their rarest words, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from factcheck.judge.near_copies import may_share

RUNS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12), max_size=6)
SHARES = st.sampled_from((0.5, 0.72, 0.75, 1.0))


@given(RUNS, RUNS, SHARES)
def test_no_near_copy_is_lost(ours: list[list[str]], theirs: list[list[str]], share: float) -> None:
    found = {(i, j) for i, others in may_share(ours, theirs, share) for j in others}
    near = {
        (i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if Indel.normalized_similarity(a, b) >= share
    }
    assert near <= found


def test_runs_with_only_common_words_in_common_are_left_out() -> None:
    ours = [["the", "bridge", "will", "open", "in", "spring"]]
    theirs = [["the", "bridge", "will", "open", "in", "june"], ["the", "harvest", "failed", "in", "northern", "plains"]]
    assert list(may_share(ours, theirs, 0.75)) == [(0, [0])]
