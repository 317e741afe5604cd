"""The JSON Schemas that are published: of rule files, of the configuration, of files of facts, of the report."""

from __future__ import annotations

from typing import Any

from factcheck.config import ConfigFile
from factcheck.data.models import adapter_of
from factcheck.facts.schema import FactEntry
from factcheck.judge.schema import RuleFile
from factcheck.render.wire import ComparisonOut

PUBLISHED: dict[str, Any] = {"rule": RuleFile, "config": ConfigFile, "report": ComparisonOut, "facts": list[FactEntry]}


def schema_of(what: str) -> dict[str, Any]:
    """Give the schema of `rule`, `config`, `facts` or `report` (JSON Schema 2020-12)."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter_of(PUBLISHED[what]).json_schema()}
