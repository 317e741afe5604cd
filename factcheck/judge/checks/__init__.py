"""Check kinds, one a file: each exports CHECK. A rule file names one and says when and how loudly it speaks."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct, field

from factcheck.judge.case import Case, Draft
from factcheck.judge.schema import Closed, When
from factcheck.model.finding import Subject


class Options(Closed, frozen=True):
    """Settings a rule may give its check; a check with none uses this as it is."""


class Check(Struct, frozen=True):
    """A kind of check: what it looks at, the levels it grades by, its settings, the slots it fills, and its function.

    `more_slots` are those that only some levels fill. `conditions` are those of a rule's `when` that it honours itself,
    beside the general ones.

    `turns` names what makes a silent example fire (see factcheck/mutants/turns.py) and the levels it reaches, or none
    where it reaches any.

    `run(case, where, when, options)` gives drafts; `where` is the report's number, or the numbers of a pair.
    """

    on: Subject
    levels: tuple[str, ...]
    slots: frozenset[str]
    options: type[Options]
    run: Callable[[Case, tuple[int, ...], When, Options], Iterator[Draft]]
    conditions: frozenset[str] = frozenset()
    turns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    more_slots: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def filled(self, level: str) -> frozenset[str]:
        """Name the slots a draft of this level fills."""
        return self.slots | self.more_slots.get(level, frozenset())

    @property
    def says(self) -> str:
        """What the check finds, in a line: the first of its file."""
        return (sys.modules[self.run.__module__].__doc__ or "").partition("\n")[0]


@lru_cache(maxsize=1)
def load_checks() -> Mapping[str, Check]:
    """Find every check kind by its file's name, in sorted order."""
    import pkgutil

    return {name: load_check(name) for name in sorted(module.name for module in pkgutil.iter_modules(__path__))}


def load_check(name: str) -> Check:
    """Load a check kind by its file's name."""
    check: Check = importlib.import_module(f"{__name__}.{name}").CHECK
    return check
