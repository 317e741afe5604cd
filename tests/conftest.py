"""What tests of every folder share."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import settings

from factcheck.languages.loader import load_languages
from factcheck.model.language import Language

# The same examples in every run and on every machine: a red build is a change's doing, never a draw's.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def tongues() -> Mapping[str, Language]:
    """Give the shipped languages by code."""
    return load_languages()
