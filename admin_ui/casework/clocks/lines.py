"""What is due as rows of its list: every cell as text."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from admin_ui.shell.clock_words import clock_end, clock_rest
from admin_ui.shell.formats import moment
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.table import Cell, Column, Line
from admin_ui.shell.words import Language, say
from schemas.law.deadlines import DueRow


def columns(language: Language) -> list[Column]:
    """Return the columns behind what is to be done."""
    words = partial(say, language)
    return [
        Column(words("deadlines.head_rest"), "l"),
        Column(words("deadlines.end"), "l", phone=False),
        Column(words("deadlines.head_party"), "xxl"),
        Column(words("deadlines.case"), "l", spare=True),
        Column(words("deadlines.head_officer"), "m", spare=True),
    ]


def lines(rows: Sequence[DueRow], language: Language, now: datetime) -> list[Line]:
    """Return limits as rows; each leads to its case, where its article and how it is reckoned stand."""
    words = _Words(language)
    return [_line(one, number, words, now) for number, one in enumerate(rows)]


class _Words:
    """What all rows say alike."""

    __slots__ = ("case", "end", "language", "of_day")

    def __init__(self, language: Language) -> None:
        self.language = language
        self.end = say(language, "deadlines.end")
        self.case = say(language, "deadlines.case")
        self.of_day = f"{say(language, 'deadlines.end_of_day')} "


def _line(row: DueRow, number: int, words: _Words, now: datetime) -> Line:
    clock, language = row.clock, words.language
    label = getattr(clock.label, language)
    about = f": {getattr(clock.about, language)}" if clock.about else ""
    end = clock_end(clock.due_at, language)
    by_day = end.startswith(words.of_day)
    day = end.removeprefix(words.of_day) if by_day else moment(clock.due_at, language)
    return Line(
        key=f"d{number}-{row.case_id.hex[-8:]}",
        title=f"{label}{about}",
        href=f"/desk/cases/{row.case_id}",  # above a case stand the cases: this list is no step of its way
        cells=(
            Cell(
                clock_rest(clock.due_at, now, language),
                tone="" if clock.lapses and clock.due_at > now else tone(clock.due_at, now),
            ),
            Cell(day, whole=end),
            row.party or "",
            row.case_number or "",
            ", ".join(row.officers),
        ),
        more=[
            (words.end, f"{end} ({getattr(clock.citation, language)})"),
            (words.case, row.case_number or ""),
        ],
    )
