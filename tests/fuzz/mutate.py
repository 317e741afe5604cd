"""Changes to an input that keep it text: libFuzzer's own cut letters of two bytes in halves."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩"


def mutator(words: Sequence[bytes], otherwise: Callable[[bytes, int], bytes]) -> Callable[[bytes, int, int], bytes]:
    """Make what changes an input: half the time as text, half the time as `otherwise` does."""
    told = [word.decode("utf-8", "ignore") for word in words]

    def change(data: bytes, most: int, seed: int) -> bytes:
        draw = random.Random(seed)  # noqa: S311  # no secret: what is tried next
        if draw.random() < 0.4:
            return otherwise(data, most)
        pieces = _PIECES.findall(data.decode("utf-8", "ignore"))
        for _ in range(draw.randint(1, 5)):
            _once(pieces, told, draw)
        return "".join(pieces).encode()[:most]

    return change


def _once(pieces: list[str], words: Sequence[str], draw: random.Random) -> None:
    at = draw.randrange(len(pieces) + 1)
    length = draw.choice((1, 1, 2, 5, 20))
    match draw.randrange(8):
        case 0:
            del pieces[at : at + length]
        case 1:
            pieces[at:at] = pieces[at : at + length]
        case 2 | 3:
            pieces[at:at] = [draw.choice(words), draw.choice((" ", "", ""))]
        case 4:
            pieces[at : at + 1] = [draw.choice(words)]
        case 5:
            pieces[at:at] = ["".join(draw.choices(_DIGITS, k=draw.choice((1, 2, 4, 30))))]
        case 6:
            other = draw.randrange(len(pieces) + 1)
            pieces[at:at] = pieces[other : other + length]
        case _:
            pieces[at : at + 1] = [piece * draw.choice((2, 3, 40)) for piece in pieces[at : at + 1]]
