"""What one report may ask for: size, depth, claims and time, each refused in one line and set in factcheck.toml."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from factcheck.config import load_config
from factcheck.model.errors import UserError
from factcheck.model.limits import ENDLESS, LIMITS, Clock, Limits
from factcheck.pipeline import compare_reports, extract_claims, load_report, read_report

TEXT = "The fire killed 12 people and hurt 30, the ministry said on Monday.\n"


def pages(tmp_path: Path, depth: int) -> dict[str, Path]:
    inner = f"<p>{TEXT}</p>"
    html = f"<html><body>{'<div>' * depth}{inner}{'</div>' * depth}</body></html>"
    feed = (
        f"<rss><channel><item><description>{'<b>' * depth}{inner}{'</b>' * depth}</description></item></channel></rss>"
    )
    files = {"html": tmp_path / "page.html", "xml": tmp_path / "feed.xml"}
    files["html"].write_text(html, "utf-8")
    files["xml"].write_text(feed, "utf-8")
    return files


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("report-bytes = 50", "one.txt: is larger than 50 bytes; give the report's text alone"),
        ("claims = 2", "one.txt: holds more than 2 claims; give one report's text alone, or raise limits.claims"),
        (
            "seconds = 1e-9",
            "one.txt: takes more than 1e-09 seconds; give the report's text alone, or raise limits.seconds",
        ),
    ],
)
def test_a_bound_is_told_in_one_line(command: Callable[..., Result], bound: str, said: str) -> None:
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(TEXT, "utf-8")
    Path("factcheck.toml").write_text(f"[limits]\n{bound}\n", "utf-8")
    result = command("compare", "one.txt", "two.txt")
    assert result.exit_code == 2
    assert f"factcheck: {said}" in result.stderr.splitlines()
    assert "Traceback" not in result.stderr
    Path("factcheck.toml").unlink()
    assert command("compare", "one.txt", "two.txt").exit_code == 0


@pytest.mark.parametrize("kind", ["html", "xml"])
def test_depth_is_bounded_and_the_bound_can_be_lowered(tmp_path: Path, kind: str) -> None:
    assert "12" in load_report(str(pages(tmp_path, 30)[kind])).text
    with pytest.raises(UserError, match="nests elements more than 20 deep"):
        load_report(str(pages(tmp_path, 30)[kind]), limits=Limits(nesting=20))
    with pytest.raises(UserError, match=f"nests elements more than {LIMITS.nesting} deep"):
        load_report(str(pages(tmp_path, 5000)[kind]))


def test_a_report_as_long_as_its_bound_is_read() -> None:
    assert read_report("a" * 20, id="r", limits=Limits(report_bytes=20)).text == "a" * 20
    with pytest.raises(UserError, match=r"^r: is larger than 20 bytes"):
        read_report("a" * 21, id="r", limits=Limits(report_bytes=20))


def test_comparing_is_timed_as_well() -> None:
    report = read_report(TEXT, id="r")
    with pytest.raises(UserError, match="takes more than 0 seconds"):
        compare_reports([report, report], limits=Limits(seconds=0))


def test_a_clock_that_has_time_says_nothing() -> None:
    ENDLESS.check()
    Clock("r", 60).check()
    with pytest.raises(UserError, match=r"^r: takes more than 0 seconds"):
        Clock("r", 0).check()


def test_claims_up_to_the_bound_are_all_there() -> None:
    report = read_report(TEXT, id="r")
    found = len(extract_claims(report).claims)
    assert len(extract_claims(report, Limits(claims=found)).claims) == found


@pytest.mark.parametrize(
    ("bound", "where"),
    [
        ("claims = 0", 2),
        ("seconds = -1", 2),
        ("seconds = inf", 2),
        ("nesting = 100000", 2),
        ("claim = 5", 2),
        ('claims = "5"', 2),
    ],
)
def test_a_bound_that_is_none_is_told_at_its_line(tmp_path: Path, bound: str, where: int) -> None:
    file = tmp_path / "factcheck.toml"
    file.write_text(f"[limits]\n{bound}\nreport-bytes = 70\n", "utf-8")
    config = load_config(str(file))
    assert [problem.line for problem in config.problems] == [where]
    assert config.bounds == Limits(report_bytes=70)


def test_bounds_are_shown(command: Callable[..., Result]) -> None:
    Path("factcheck.toml").write_text("[limits]\nseconds = 5\n", "utf-8")
    shown = json.loads(command("config", "show", "--format", "json").stdout)
    assert shown["limits.seconds"] == {"value": 5.0, "from": ["factcheck.toml:2"]}
    assert shown["limits.claims"] == {"value": LIMITS.claims, "from": ["default"]}
