"""The outputs other tools read, by the names `--format` knows them by; each is loaded only when it is asked for."""

from __future__ import annotations

from factcheck.data.messages import Messages
from factcheck.render.outcome import Outcome

EVERYWHERE = ("markdown", "sarif", "junit", "github", "gitlab", "rdjson")
"""Outputs of `compare` and `gate` alike."""
COMPARED = (*EVERYWHERE, "csv", "html")
"""Outputs of `compare`, which alone lays reports side by side."""


def render_output(name: str, outcome: Outcome, messages: Messages) -> str:
    """Give an output by its name; raises ValueError for a name that is none's."""
    match name:
        case "markdown":
            from factcheck.render.markdown_report import render_markdown as render
        case "sarif":
            from factcheck.render.sarif import render_sarif as render
        case "junit":
            from factcheck.render.junit import render_junit as render
        case "github":
            from factcheck.render.github import render_github as render
        case "gitlab":
            from factcheck.render.gitlab import render_gitlab as render
        case "rdjson":
            from factcheck.render.rdjson import render_rdjson as render
        case "csv":
            from factcheck.render.matrix_csv import render_csv as render
        case "html":
            from factcheck.render.html_report import render_html as render
        case _:
            raise ValueError(f"no output is called {name!r}")
    return render(outcome, messages)
