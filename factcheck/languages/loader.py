"""From a folder of YAML files to a Language, once a process; compiled data is cached by content."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from factcheck.data.cache import cached
from factcheck.languages.packed import Packed, lexicon
from factcheck.languages.setup import language_of
from factcheck.model.language import Language
from factcheck.text import fold as fold_module
from factcheck.text import tokens as tokens_module

HERE = pathlib.Path(__file__).parent
COMPILERS = (
    *(HERE / name for name in ("compile.py", "packed.py", "schema.py", "setup.py")),
    *(pathlib.Path(module.__file__ or "") for module in (fold_module, tokens_module)),
)
"""Code that decides what compiled data looks like: a change of it makes the cache start afresh."""
SAMPLES = "samples.yaml"
"""The file of a language's folder that holds no words to be found."""


@lru_cache(maxsize=1)
def load_languages() -> Mapping[str, Language]:
    """Load every shipped language, by its code."""
    codes = sorted(item.parent.name for item in HERE.glob("*/language.yaml"))
    return {code: load_language(HERE / code) for code in codes}


def load_language(folder: pathlib.Path) -> Language:
    """Load one language from its folder; raises UserError with every problem of every file.

    Its lexicon is read when the first word is looked up: a language nobody writes in costs next to nothing.
    """
    words = (item for item in folder.iterdir() if item.name.endswith(".yaml") and item.name != SAMPLES)
    files = sorted(words, key=lambda item: item.name)
    texts = {f"{folder.name}/{item.name}": item.read_bytes() for item in files}
    content = [part for name, data in texts.items() for part in (name.encode(), data)]
    content += [compiler.read_bytes() for compiler in COMPILERS]

    @lru_cache(maxsize=1)
    def compiled() -> dict[str, Any]:
        from factcheck.languages import compile as compiler  # with pydantic and YAML, which no known language needs

        return compiler.compiled(texts)

    def packed() -> Packed:
        found: Packed = cached("lexicon", content, lambda: compiled()["lexicon"])
        compiled.cache_clear()
        return found

    plain = cached("language", content, lambda: {name: part for name, part in compiled().items() if name != "lexicon"})
    return language_of(plain["language"], plain["boilerplate"], lexicon(plain["groups"], packed))
