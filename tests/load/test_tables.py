"""Pipe tables: header, rows, cells; ragged, escaped, without rule, glued to the text."""

from __future__ import annotations

import pytest

from factcheck.load.blocks import Layout, split_blocks

Table = list[tuple[str, list[str], list[str]]]


def tables(text: str, layout: Layout) -> Table:
    return [
        (
            block.kind,
            [text[cell.start : cell.end] for cell in block.cells],
            [text[cell.start : cell.end] for cell in block.heads],
        )
        for block in split_blocks(text, layout)
    ]


AR = (["البند", "القيمة"], ["عدد المصابين", "12"], ["التكلفة", "3 ملايين"])
EN = (["Item", "Value"], ["Injured", "12"], ["Cost", "3 million"])


def whole(head: list[str], *rows: list[str]) -> Table:
    return [("table-head", head, []), *(("table-row", row, head) for row in rows)]


@pytest.mark.parametrize("rows", [AR, EN])
@pytest.mark.parametrize("rule", ["|---|---|", "| :-- | --: |", "|-|-|", "|===|===|", "+-----+-----+"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_table_with_a_rule(rows: tuple[list[str], ...], rule: str, newline: str, layout: Layout) -> None:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    text = newline.join([lines[0], rule, *lines[1:]])
    assert tables(text, layout) == whole(*rows)


@pytest.mark.parametrize("rows", [AR, EN])
def test_without_pipes_around(rows: tuple[list[str], ...], layout: Layout) -> None:
    text = "\n".join(" | ".join(row) for row in rows)
    assert tables(text, layout) == whole(*rows)


@pytest.mark.parametrize("rows", [AR, EN])
def test_tabs_and_no_spaces(rows: tuple[list[str], ...], layout: Layout) -> None:
    text = "\n".join("|\t" + "\t|".join(row) + "\t|\t" for row in rows)
    assert tables(text, layout) == whole(*rows)


def test_no_blank_line_around(layout: Layout) -> None:
    text = "Twelve people were hurt in the fire.\n| a | b |\n|---|---|\n| c | 1 |\nNobody died in the fire."
    assert [kind for kind, _, _ in tables(text, layout)] == ["paragraph", "table-head", "table-row", "paragraph"]


def test_a_row_is_a_whole_line(layout: Layout) -> None:
    text = "  | a | b |  \n|--|--|\n| c | 1 |"
    found = split_blocks(text, layout)
    assert [text[block.span.start : block.span.end] for block in found] == ["| a | b |", "| c | 1 |"]


def test_without_rule_words_over_digits_are_a_header(layout: Layout) -> None:
    assert tables("| a | b |\n| c | ٣ |", layout) == whole(["a", "b"], ["c", "٣"])


@pytest.mark.parametrize("text", ["| a | 2 |\n| c | 3 |", "| a | b |\n| c | d |"])
def test_without_rule_and_without_header(text: str, layout: Layout) -> None:
    assert [(kind, heads) for kind, _, heads in tables(text, layout)] == [("table-row", []), ("table-row", [])]


def test_a_single_row(layout: Layout) -> None:
    assert tables("| injured | 12 |", layout) == [("table-row", ["injured", "12"], [])]


def test_ragged_rows_keep_all_heads(layout: Layout) -> None:
    text = "| a | b | c |\n|---|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |\n| | 2 | |"
    head = ["a", "b", "c"]
    assert tables(text, layout) == whole(head, ["1"], ["1", "2", "3", "4"], ["", "2", ""])


def test_escaped_pipes(layout: Layout) -> None:
    text = "| a \\| b | c |\n|---|---|\n| x | 1 \\| 2 |"
    assert tables(text, layout) == whole(["a \\| b", "c"], ["x", "1 \\| 2"])


def test_a_frame_of_rules(layout: Layout) -> None:
    text = "+---+---+\n| a | b |\n+---+---+\n| c | 1 |\n+---+---+"
    assert tables(text, layout) == whole(["a", "b"], ["c", "1"])


def test_hyphens_as_values(layout: Layout) -> None:
    text = "| a | b |\n| c | 1 |\n| - | - |\n| d | - |"
    assert tables(text, layout) == whole(["a", "b"], ["c", "1"], ["d", "-"])


def test_empty_rows_are_left_out(layout: Layout) -> None:
    assert tables("| a | b |\n|---|---|\n|   |   |\n| c | 1 |", layout) == whole(["a", "b"], ["c", "1"])


def test_two_tables(layout: Layout) -> None:
    one = "| a | b |\n|---|---|\n| c | 1 |"
    assert tables(f"{one}\n\n{one}", layout) == whole(["a", "b"], ["c", "1"]) * 2


@pytest.mark.parametrize("line", ["Breaking | Twelve people hurt in the fire.", "A line that ends |", "|", "x \\| y"])
def test_a_pipe_alone_makes_no_table(line: str, layout: Layout) -> None:
    assert not any(kind.startswith("table") for kind, _, _ in tables(f"{line}\n\nTwelve people were hurt.", layout))


def test_a_header_alone(layout: Layout) -> None:
    assert tables("| a | b |\n|---|---|", layout) == [("table-head", ["a", "b"], [])]


def test_a_rule_above_everything_makes_no_header(layout: Layout) -> None:
    assert [kind for kind, _, _ in tables("|---|---|\n| a | b |\n| c | 1 |", layout)] == ["table-row", "table-row"]
