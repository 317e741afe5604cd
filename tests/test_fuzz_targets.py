"""Every fuzzing target on its seeds, each as it is and changed a few times: the short form of `make fuzz`."""

from __future__ import annotations

import importlib
import random
from pathlib import Path

import pytest

from tests.fuzz.mutate import mutator
from tests.fuzz.run import SIZE, check, targets
from tests.fuzz.seeds import words

SEEDS, CHANGES = 5, 2
"""Seeds of a target, evenly taken, and changed forms of each."""


@pytest.fixture(scope="module")
def told() -> list[bytes]:
    return words(400)


def cut(data: bytes, most: int) -> bytes:
    """Change an input in no way that needs libFuzzer: take its end off, inside a letter or not."""
    return data[: max(1, min(most, len(data)) * 2 // 3)]


@pytest.mark.parametrize("name", targets())
def test_a_target_holds_on_its_seeds_and_near_them(name: str, told: list[bytes], tmp_path: Path) -> None:
    target = importlib.import_module(f"tests.fuzz.targets.{name}")
    change = mutator([*told, *getattr(target, "WORDS", ())], cut)
    seeds = target.seeds()
    for number, seed in enumerate(seeds[:: max(1, len(seeds) // SEEDS)]):
        inputs = [seed[:SIZE]]
        draw = random.Random(number)  # noqa: S311  # no secret: the same changes in every run
        for _ in range(CHANGES):
            inputs.append(change(inputs[-1], SIZE, draw.randrange(1 << 30)))
        for data in inputs:
            check(target, data, tmp_path)
