"""Absences as rows: every cell as text. None has a page to read, so each opens its details."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import day_of, moment, period, short_date
from admin_ui.shell.listing.table import Act, Cell, Column, Line
from admin_ui.shell.words import Language, say
from backend.approvals.absences.service import ListedAbsence


def columns(language: Language) -> list[Column]:
    """Return the columns behind who is away."""
    words = partial(say, language)
    return [
        Column(words("absences.stand_in"), "l"),
        Column(words("absences.days"), "xl"),
        Column(words("absences.state"), "l"),
        Column(words("absences.entered"), "l", spare=True),
    ]


def lines(
    rows: Sequence[ListedAbsence], language: Language, today: date, ends: Collection[UUID]
) -> list[Line]:
    """Return absences as rows. `ends`: those that the reader may end."""
    return [_line(one, language, today, one.id in ends) for one in rows]


def _line(row: ListedAbsence, language: Language, today: date, may_end: bool) -> Line:
    words = partial(say, language)
    days = period(row.first_day, row.last_day, language)
    if row.ended_on:
        state = words("absences.ended_on", day=short_date(row.ended_on, language))
    elif row.last_day < today:
        state = words("absences.over")
    else:
        state = words("absences.to_come" if row.first_day > today else "absences.now")
    entered = f"{row.entered_name}, {moment(row.entered_at, language)}"
    details = (
        ("absences.reason", row.reason),
        ("absences.days", days),
        ("absences.state", state),
        ("absences.entered", entered),
    )
    end = Act(words("absences.end"), f"/desk/absences/{row.id}", row.officer_name)
    return Line(
        key=f"absence-{row.id}",
        title=row.officer_name,
        about=row.reason,
        cells=(
            row.stand_in_name,
            days,
            state,
            Cell(f"{row.entered_name}, {day_of(row.entered_at, language)}", whole=entered),
        ),
        more=[(words(name), said) for name, said in details if said],
        acts=[end] if may_end else (),
    )
