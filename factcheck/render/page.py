"""Pages for a browser: one file each, with their style and script inside, that load nothing and run nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from inspect import isroutine
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.render.bidi import visible

TEMPLATES = Path(__file__).parent / "templates"


def render_page(template: str, *, folder: Path = TEMPLATES, allow: Sequence[str] = (), **values: Any) -> str:
    """Fill a template (`report.html`) in; what is put in is text and never markup, and turns no line around.

    Beside it stand its style and script: `report.css` and any `report-*.css`, `report.js` and any `report-*.js`. The
    template finds them as `style` and `script`, and as `policy` what forbids the page everything but these two; there
    is no network, so fonts and pictures are the reader's own. It should extend `page.html`, which sets all three. In
    templates `style=` and `onclick=` attributes do nothing: the policy forbids them too.

    `folder` is where a template from elsewhere stands, and `allow` what the policy of a page that is served must grant
    it besides (`connect-src 'self'`). Raises jinja2's UndefinedError for a value that is not given, and ValueError
    for one that is None or a function: a page never says "None".
    """
    stem = template.rpartition(".")[0]
    style, script = (_inside(folder, stem, kind) for kind in ("css", "js"))
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
            *allow,
        )
    )
    page = _environment(folder).get_template(template)
    return page.render({**values, "style": Markup(style), "script": Markup(script), "policy": policy})  # noqa: S704  # our own files


@lru_cache(maxsize=8)
def _environment(folder: Path) -> Environment:
    environment = Environment(
        autoescape=True,
        finalize=_shown,
        keep_trailing_newline=True,
        loader=FileSystemLoader([folder, TEMPLATES]),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": True}  # what is hidden, or half a letter, is escaped
    return environment


def _shown(value: Any) -> Any:
    """Make what a template puts in fit to stand on a page; markup a macro made, and JSON, are so already."""
    if value is None or isroutine(value):  # `labels.clear` is a method of every mapping
        raise ValueError(f"a template puts in {value!r}; say in the template what stands there instead")
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _inside(folder: Path, stem: str, kind: str) -> str:
    """Give the files of a kind that go with a template, as one text that its element can hold as it is."""
    files = [*folder.glob(f"{stem}.{kind}"), *sorted(folder.glob(f"{stem}-*.{kind}"))]
    text = "\n".join(file.read_text(encoding="utf-8").replace("\r\n", "\n") for file in files)
    if ("</" in text and kind == "css") or "</script" in text.lower() or "<!--" in text:
        raise ValueError(f"{stem}.{kind} would end its element early: write </ and <!-- in parts")
    return text


def _hash(text: str) -> str:
    """Name the one text that may stand inside, as Content Security Policy does; nothing where there is none."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" if text else "'none'"
