"""Lay news reports of one event side by side: what differs, what lacks a source, what does not add up."""

from __future__ import annotations

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
