"""The desk's own page, and the pages of reports on their way into its frame."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from pathlib import Path

from factcheck.data.messages import load_messages, message_languages
from factcheck.desk.limits import Limits
from factcheck.render.page import render_page

TEMPLATES = Path(__file__).parent / "templates"
SECTION = "desk."
OWN = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""What the server's header adds to the policy a page carries inside."""
FRAMED = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts allow-forms allow-modals"
"""The same for a report in the desk's frame, where it is as apart from the desk as a page of elsewhere."""
MOST_HANDED = 4


def desk_page(language: str, limits: Limits) -> str:
    """Give the page, with its words in every language: changing it loses nothing that was typed."""
    words = {code: _words(code) for code in (language, *message_languages())}
    return render_page(
        "desk.html",
        folder=TEMPLATES,
        allow=("connect-src 'self'", "frame-src 'self'"),
        title=f"factcheck · {words[language]['name']}",
        language=language,
        direction=words[language]["direction"],
        other=next(code for code in words if code != language),
        words=words,
        limits={"request": limits.request, "file": limits.file},
    )


def _words(language: str) -> dict[str, str]:
    messages = load_messages(language)
    keys = (key for key in messages.templates if key.startswith(SECTION))
    said = {key.removeprefix(SECTION): str(messages.templates[key]) for key in keys}
    return {**said, "direction": messages.text("direction")}


class Handover:
    """Pages of reports between being made and being shown, each for one look; they are in memory, and few."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, bytes] = OrderedDict()

    def give(self, page: bytes) -> str:
        """Keep a page until it is asked for by the name given, which nobody can guess."""
        name = secrets.token_urlsafe()
        self._pages[name] = page
        while len(self._pages) > MOST_HANDED:
            self._pages.popitem(last=False)
        return name

    def take(self, name: str) -> bytes | None:
        """Give a page and forget it; None where there is none of that name."""
        return self._pages.pop(name, None)
