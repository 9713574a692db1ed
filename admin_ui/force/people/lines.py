"""Officers as rows of their list: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import OfficerRow, possible_acts


def columns(language: Language) -> list[Column]:
    """Return the columns behind the name."""
    words = partial(say, language)
    return [
        Column(words("people.username"), "l"),
        Column(words("people.unit"), "xl"),
        Column(words("people.roles"), "xxl"),
        Column(words("people.officer_number"), "l", spare=True),
    ]


def lines(rows: Sequence[OfficerRow], language: Language, place: Place) -> list[Line]:
    """Return officers as rows; a badge tells who cannot sign in."""
    return [_line(one, language, place) for one in rows]


def _line(row: OfficerRow, language: Language, place: Place) -> Line:
    words, key = partial(say, language), f"officer-{row.id}"
    marks = []
    if row.state != "active":
        marks.append(Mark(words("people.state_disabled"), "bad"))
    elif not row.enrolled and not possible_acts.of_system(row):
        marks.append(Mark(words("people.not_enrolled"), "warn"))
    roles = ", ".join(words(f"domain.role_{role}") for role in row.roles)
    return Line(
        key=key,
        title=row.full_name,
        href=place.record(f"/desk/people/{row.id}", key),
        marks=marks,
        cells=(
            row.username,
            Cell(
                f"{short_name(row.unit, language)} ({row.unit_code})",
                whole=getattr(row.unit, language),
            ),
            roles or words("common.none"),
            row.officer_number or "",
        ),
    )
