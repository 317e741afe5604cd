"""Two reports of one event wait in every test's folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.baseline.incoming import TALKS, A, B


@pytest.fixture(autouse=True)
def _incoming(tmp_path: Path) -> None:
    (tmp_path / "incoming").mkdir()
    for name in (A, B):
        shutil.copy(TALKS / Path(name).name, tmp_path / name)
