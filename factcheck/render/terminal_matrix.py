"""The matrix: a line a subject, a column a report, the verdict, and last the subject in the words of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from factcheck.model.comparison import Comparison, Row
from factcheck.render.bidi import harmless
from factcheck.render.cells import cut, pad, widest
from factcheck.render.compact import SILENT
from factcheck.render.letters import letter, letters
from factcheck.render.matrix_plan import EQUAL, MAYBE, NEARLY, UNEQUAL, Lines, MatrixLine, plan
from factcheck.render.sheet import Sheet, joined
from factcheck.render.subject import subject_words

MOST_LINES = 12
WIDEST_VALUE, NARROWEST_VALUE = 24, 5
WIDEST_SUBJECT, NARROWEST_SUBJECT = 48, 16
INDENT, GAP = 2, 3
STYLES = {"conflict": "bold red", "silent": "dim", "agree": "", "not comparable": ""}
SIGN_STYLES = {UNEQUAL: "bold red", MAYBE: "yellow", EQUAL: "green", NEARLY: "green"}


def matrix_lines(sheet: Sheet, comparison: Comparison, *, all_rows: bool) -> list[Text]:
    """Set the matrix, the rows that matter most first, `MOST_LINES` of them unless all are asked for."""
    rows = plan(comparison, sheet.messages)
    if not rows:
        return []
    shown, left = (rows, []) if all_rows else _capped(rows)
    lines = [line for row in shown for line in row]
    columns, gap = _columns(sheet, lines, len(comparison.readings))
    verdicts = widest([line.verdict for line in lines] + [sheet.say("verdict")])
    out = [Text(""), _head(sheet, columns, gap, verdicts)]
    for line in lines:
        out += _row(sheet, comparison, line, columns, gap, verdicts)
    return out + (_more(sheet, left) if left else []) + _voices(sheet, comparison)


def _capped(rows: Sequence[Lines]) -> tuple[list[Lines], list[Lines]]:
    used = 0
    for index, row in enumerate(rows):
        used += len(row)
        if used > MOST_LINES:
            return list(rows[:index]), list(rows[index:])
    return list(rows), []


def _columns(sheet: Sheet, lines: Sequence[MatrixLine], reports: int) -> tuple[list[int], int]:
    """Give every report's column its width, and the gap; narrower than the values only where the page is too narrow."""
    widths = [min(WIDEST_VALUE, widest([line.values[r] for line in lines], 1)) for r in range(reports)]
    gap = GAP if sum(widths) + GAP * reports + INDENT <= sheet.width else 1
    while sum(widths) + gap * reports + INDENT > sheet.width and max(widths) > NARROWEST_VALUE:
        widths[widths.index(max(widths))] -= 1
    return widths, gap


def _head(sheet: Sheet, columns: Sequence[int], gap: int, verdicts: int) -> Text:
    line = Text(" " * INDENT)
    for report, width in enumerate(columns):
        line.append(pad(letter(report), width), "bold cyan").append(" " * gap)
    if line.cell_len + 2 + verdicts <= sheet.width:
        line.append("  ").append(sheet.isolated(sheet.say("verdict")), "dim")
    return line


def _row(
    sheet: Sheet, comparison: Comparison, line: MatrixLine, columns: Sequence[int], gap: int, verdicts: int
) -> Iterator[Text]:
    """Set a row; a verdict or subject there is no room for beside the values goes on a line of its own."""
    out = Text(" " * INDENT)
    for value, verdict, width in zip(line.values, line.verdicts, columns, strict=True):
        out.append(pad(cut(value, width), width), "dim" if value == SILENT else STYLES[verdict]).append(" " * gap)
    if out.cell_len + 2 + verdicts > sheet.width:
        yield out
        out = Text(" " * (INDENT + GAP))
    out.append(f"{line.sign or ' '} ", SIGN_STYLES.get(line.sign, ""))
    style = SIGN_STYLES[line.sign] if line.sign in (UNEQUAL, MAYBE) else "dim"
    out.append(pad(sheet.isolated(line.verdict), verdicts), style)
    room = sheet.width - out.cell_len - GAP
    if room < NARROWEST_SUBJECT:
        yield out
        out = Text(" " * (INDENT + GAP))
        room = sheet.width - out.cell_len - GAP
    yield out.append(" " * GAP).append_text(_subject(sheet, comparison, line.rows, min(room, WIDEST_SUBJECT)))


def _subject(sheet: Sheet, comparison: Comparison, rows: Sequence[Row], room: int) -> Text:
    """Name what a line is about; a line of several parts names them one after another."""
    if len(rows) == 1:
        return sheet.words(subject_words(comparison, rows[0], room))
    return Text(sheet.isolated(cut(" + ".join(harmless(row.subject) for row in rows), room)), "dim")


def _more(sheet: Sheet, rows: Sequence[Lines]) -> list[Text]:
    """Say how many rows were left out, and of what kind."""
    kinds = Counter(row[0].verdict for row in rows)
    what = joined(f"{verdict} {count}" for verdict, count in kinds.items())
    return sheet.paragraph(sheet.say("more", count=len(rows), what=what), indent=INDENT, style="dim")


def _voices(sheet: Sheet, comparison: Comparison) -> list[Text]:
    """Say which reports copy one another and count as one voice, and which tell another event."""
    told = [("one-voice", group) for group in comparison.voices]
    told += [("apart", comparison.apart)] if comparison.apart else []
    return [
        line
        for name, reports in told
        for line in sheet.paragraph(sheet.say(name, letters=letters(reports)), indent=INDENT, style="dim")
    ]
