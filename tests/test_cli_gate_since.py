"""`gate --since`: in a real repository, what changed is judged and the rest is there to be compared with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Command = Callable[..., Result]

EVENTS = Path(__file__).parents[1] / "fixtures" / "events"
HALL = "The town hall in Marbeck reopened on Monday, the mayor said."


def git(*words: str) -> None:
    people = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b",
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *words], check=True, capture_output=True, env={**os.environ, **people, **alone})  # noqa: S607


@pytest.fixture
def copy(command: Command, tmp_path: Path) -> Path:
    """Make a repository with copy of one commit, in the folder the command runs in."""
    folder = tmp_path / "copy"
    (folder / "old").mkdir(parents=True)
    for name in ("a", "b", "c", "d", "old/e", "f g"):
        (folder / f"{name}.txt").write_text(f"{HALL} It is report {name}.\n", "utf-8")
    (tmp_path / ".gitignore").write_text("*.draft.txt\n", "utf-8")
    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=first")
    git("tag", "v1")
    return folder


def judged(answer: Result) -> list[str]:
    assert answer.exit_code in {0, 1}, answer.stderr
    return [Path(one["report"]).name for one in json.loads(answer.stdout)]


def since(command: Command, *more: str, revision: str = "v1") -> list[str]:
    return judged(command("gate", "copy", "--since", revision, "--format", "json", *more))


def test_nothing_changed_goes_and_says_so(command: Command, copy: Path) -> None:
    answer = command("gate", "copy", "--since", "v1")
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, "go    nothing changed since v1\n", "")
    assert json.loads(command("gate", "copy", "--since", "v1", "--format", "json").stdout) == []


def test_committed_staged_unstaged_and_new_files_are_judged_and_no_others(command: Command, copy: Path) -> None:
    for name in ("a", "b"):
        (copy / f"{name}.txt").write_text(HALL, "utf-8")
    git("add", "copy/a.txt")
    git("commit", "--quiet", "--message=second")
    git("add", "copy/b.txt")
    (copy / "f g.txt").write_text(HALL, "utf-8")
    (copy / "خبر.txt").write_text(HALL, "utf-8")
    (copy / "x.draft.txt").write_text(HALL, "utf-8")
    assert since(command) == ["a.txt", "b.txt", "f g.txt", "خبر.txt"]
    assert since(command, revision="HEAD") == ["b.txt", "f g.txt", "خبر.txt"]
    assert since(command, revision="HEAD~1") == since(command, revision="main~1") == since(command)


def test_a_renamed_file_is_judged_under_its_new_name_and_a_deleted_one_is_no_error(
    command: Command, copy: Path
) -> None:
    git("mv", "copy/a.txt", "copy/renamed.txt")
    git("rm", "--quiet", "copy/b.txt")
    (copy / "c.txt").unlink()
    assert since(command) == ["renamed.txt"]
    named = command("gate", "copy/b.txt", "copy/c.txt", "copy/renamed.txt", "--since", "v1", "--format", "json")
    assert judged(named) == ["renamed.txt"]
    never = command("gate", "copy/never.txt", "copy/renamed.txt", "--since", "v1")
    assert (never.exit_code, never.stderr) == (2, "factcheck: copy/never.txt: no such file; check the name\n")


def test_a_file_changed_and_changed_back_has_not_changed(command: Command, copy: Path) -> None:
    before = (copy / "a.txt").read_bytes()
    (copy / "a.txt").write_text("something else", "utf-8")
    git("commit", "--quiet", "--all", "--message=second")
    (copy / "a.txt").write_bytes(before)
    assert since(command) == []
    assert since(command, revision="HEAD") == ["a.txt"]


def test_it_works_from_a_folder_below_and_for_a_file_alone(
    command: Command, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy / "old" / "e.txt").write_text(HALL, "utf-8")
    monkeypatch.chdir(copy / "old")
    for path in (".", "..", "e.txt", "../a.txt"):
        answer = command("gate", path, "--since", "v1", "--format", "json")
        assert judged(answer) == ([] if path == "../a.txt" else ["e.txt"])


def test_reports_that_have_not_changed_are_there_to_be_compared_with(command: Command, copy: Path) -> None:
    for name in ("report-a.txt", "report-b.txt"):
        shutil.copy(EVENTS / "minister-talks" / name, copy)
    git("add", ".")
    git("commit", "--quiet", "--message=second")
    (copy / "report-b.txt").write_text((copy / "report-b.txt").read_text("utf-8") + "\n", "utf-8")

    def beside(*more: str) -> list[Any]:
        answer = command("gate", "copy", "--since", "HEAD", "--format", "json", *more)
        return [[Path(name).name for name in one["beside"]] for one in json.loads(answer.stdout)]

    assert beside("--together") == [["report-a.txt"]]
    assert beside() == [[]]
    lines = command("gate", "copy", "--since", "HEAD", "--together").stdout.splitlines()
    assert "1 of 2 reports" in lines[0]


def test_a_repository_inside_another_is_asked_itself(command: Command, copy: Path) -> None:
    inner = copy / "inner"
    inner.mkdir()
    (inner / "z.txt").write_text(HALL, "utf-8")
    git("init", "--quiet", str(inner))
    git("-C", str(inner), "add", ".")
    git("-C", str(inner), "commit", "--quiet", "--message=inner")
    assert since(command, revision="HEAD") == []
    (inner / "z.txt").write_text("Other words.", "utf-8")
    assert since(command, revision="HEAD") == ["z.txt"]


def test_what_git_tells_its_hooks_does_not_lead_astray(
    command: Command, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy / "a.txt").write_text(HALL, "utf-8")
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    assert since(command) == ["a.txt"]


@pytest.mark.parametrize("revision", ["nowhere", "v1..HEAD", "HEAD~99", "v1:copy/a.txt", "HEAD^{tree}"])
def test_an_unknown_revision_is_told_in_one_line(command: Command, copy: Path, revision: str) -> None:
    answer = command("gate", "copy", "--since", revision)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert len(answer.stderr.splitlines()) == 1
    assert f"no revision {revision!r} in the repository of copy/a.txt" in answer.stderr


@pytest.mark.parametrize("revision", ["--output=owned", "-p", "--", "-", "", " ", "a\0b"])
def test_what_is_no_revision_never_becomes_an_option(command: Command, copy: Path, revision: str) -> None:
    answer = command("gate", "copy", f"--since={revision}")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("factcheck: --since: ")
    assert "is no revision" in answer.stderr
    assert not Path("owned").exists()


def test_outside_any_repository_it_says_so(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HALL, "utf-8")
    answer = command("gate", "a.txt", "--since", "HEAD")
    assert (answer.exit_code, answer.stderr) == (
        2,
        "factcheck: a.txt: is in no git repository; leave out --since to judge it\n",
    )


def test_standard_input_has_no_history(command: Command, copy: Path) -> None:
    answer = command("gate", "-", "--since", "HEAD", stdin=HALL)
    assert answer.exit_code == 2
    assert "standard input is in no repository" in answer.stderr


def test_without_git_it_says_so(command: Command, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(copy))
    answer = command("gate", "copy", "--since", "HEAD")
    assert (answer.exit_code, answer.stderr) == (
        2,
        "factcheck: --since: git is not installed, and it alone knows what changed; leave out --since\n",
    )


def test_a_repository_git_will_not_read_is_told(command: Command, copy: Path) -> None:
    (copy.parent / ".git" / "HEAD").write_text("nonsense", "utf-8")
    answer = command("gate", "copy", "--since", "HEAD")
    assert answer.exit_code == 2
    assert "git cannot read this repository (" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
