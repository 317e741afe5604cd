"""What people install is what we tested: the wheel, built from the sdist, finds its rules far from the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ("report-a.txt", "report-b.txt")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

# One group: the package is built once, by one worker.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("package")]


@dataclass(frozen=True)
class Package:
    """The built distributions, and a folder with an environment in which the wheel is installed."""

    sdist: Path
    wheel: Path
    home: Path

    def run(self, command: str, *arguments: str) -> str:
        """Run a command of the new environment; gives what it printed."""
        return run(str(self.home / "env" / SCRIPTS / command), *arguments, folder=self.home)


def run(*command: str, folder: Path) -> str:
    """Run a command away from the repository, wide enough that no rule's name is cut; fails with all it said."""
    lookups = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in lookups}
    environment |= {"COLUMNS": "200", "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    home = tmp_path_factory.mktemp("package")
    # `build` makes the sdist, unpacks it elsewhere and makes the wheel from that; hatchling is the one installed here.
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(home), str(ROOT), folder=home)
    (sdist,) = home.glob("*.tar.gz")
    (wheel,) = home.glob("*.whl")
    venv.create(home / "env", with_pip=False, symlinks=os.name != "nt")
    python = str(home / "env" / SCRIPTS / "python")
    install = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index")
    run(*install, "--disable-pip-version-check", str(wheel), folder=home)
    # Dependencies come from the environment the tests run in, so no network is needed. It stands behind the new one
    # in the search path, and the .pth files in it (an editable factcheck) are not read.
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=home).strip()
    paths = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    Path(site, "dependencies.pth").write_text("\n".join(paths), encoding="utf-8")
    for name in REPORTS:
        shutil.copy(ROOT / "fixtures" / "events" / "minister-talks" / name, home)
    return Package(sdist, wheel, home)


def repository_files(*folders: str) -> set[str]:
    """Give the files of these folders, by their path in the repository."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


def test_sdist_holds_sources_rules_fixtures_and_tests(package: Package) -> None:
    with tarfile.open(package.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    expected = repository_files("factcheck", "rules", "fixtures", "tests", "scripts")
    assert expected - names == set()
    assert {"pyproject.toml", "Makefile", "README.md", "LICENSE", "NOTICE"} <= names


def test_wheel_holds_the_package_and_the_rules_and_nothing_else(package: Package) -> None:
    with zipfile.ZipFile(package.wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == repository_files("factcheck") | {f"factcheck/{name}" for name in repository_files("rules")}


def test_the_installed_command_is_the_wheel_s(package: Package) -> None:
    assert factcheck.__version__ in package.run("factcheck", "--version")
    where = package.run("python", "-c", "import factcheck; print(factcheck.__file__)")
    assert Path(where.strip()).is_relative_to(package.home)


def test_the_installed_command_lists_every_shipped_rule(package: Package) -> None:
    rules = {path.stem for path in (ROOT / "rules").rglob("*.yaml")}
    listed = package.run("factcheck", "rules", "list", "--all")
    assert rules
    assert {rule for rule in rules if rule not in listed} == set()


def test_the_installed_command_compares_two_reports(package: Package) -> None:
    assert package.run("factcheck", "compare", *REPORTS).strip()
