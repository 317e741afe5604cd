"""Lay news reports of one event side by side: what differs, what lacks a source, what does not add up."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.facts.load import load_facts
    from factcheck.model.claim import Claim
    from factcheck.model.comparison import Comparison
    from factcheck.model.finding import Finding
    from factcheck.model.pair import Pair
    from factcheck.model.report import Report
    from factcheck.pipeline import compare_reports, extract_claims, load_report

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Comparison",
    "Finding",
    "Pair",
    "Report",
    "__version__",
    "compare_reports",
    "extract_claims",
    "load_facts",
    "load_report",
]

_HOMES = {
    "Claim": "model.claim",
    "Comparison": "model.comparison",
    "Finding": "model.finding",
    "Pair": "model.pair",
    "Report": "model.report",
    "compare_reports": "pipeline",
    "extract_claims": "pipeline",
    "load_facts": "facts.load",
    "load_report": "pipeline",
}
"""The module each public name is taken from when it is first asked for: a command starts with what it needs."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
