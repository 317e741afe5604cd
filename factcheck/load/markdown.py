"""How a text in Markdown is told from others."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"\]\(https?://|(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![*\w])")


def is_markdown(text: str) -> bool:
    """Tell whether a text holds what nobody writes outside Markdown: a link, a phrase between double asterisks."""
    return _SIGNS.search(text) is not None
