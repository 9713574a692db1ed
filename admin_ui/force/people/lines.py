"""Officers as rows of their list: every cell as text."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.approvals.absences.service import Leave
from backend.force.accounts import service as accounts
from backend.force.accounts.service import OfficerRow, possible_acts


def columns(language: Language) -> list[Column]:
    """Return the columns behind the name."""
    words = partial(say, language)
    return [
        Column(words("people.username"), "l"),
        Column(words("people.unit"), "xxl", wraps=True),
        Column(words("people.roles"), "xxl"),
        Column(words("people.officer_number"), "l", spare=True),
    ]


def lines(
    rows: Sequence[OfficerRow],
    language: Language,
    place: Place,
    away: Mapping[UUID, Leave],
    today: date,
) -> list[Line]:
    """Return officers as rows; badges tell who cannot sign in, who is away, and whose card needs somebody."""
    return [_line(one, language, place, away.get(one.id), today) for one in rows]


def _line(
    row: OfficerRow, language: Language, place: Place, away: Leave | None, today: date
) -> Line:
    words, key = partial(say, language), f"officer-{row.id}"
    marks = []
    if row.state != "active":
        marks.append(Mark(words("people.state_disabled"), "bad"))
    elif not row.enrolled and not possible_acts.of_system(row):
        marks.append(Mark(words("people.not_enrolled"), "warn"))
    if away:
        marks.append(Mark(words("people.away_mark", day=short_date(away.until, language))))
    if said := card_said(row, language, today):
        marks.append(said)
    roles = ", ".join(words(f"domain.role_{role}") for role in row.roles)
    return Line(
        key=key,
        title=row.full_name,
        about=getattr(row.title, language),
        href=place.record(f"/desk/people/{row.id}", key),
        marks=marks,
        cells=(
            row.username,
            Cell(
                f"{short_name(row.unit, language)} ({row.unit_code})",
                whole=getattr(row.unit, language),
            ),
            roles
            or words("people.no_person" if possible_acts.of_system(row) else "people.no_roles"),
            row.officer_number or "",
        ),
    )


def title_said(title: str, language: Language) -> str:
    """Return the name of a position that the law names, which is known by its Vietnamese one."""
    return title if language == "vi" else accounts.title_in_english(title)


def card_said(row: OfficerRow, language: Language, today: date) -> Mark | None:
    """Return what is to be done about the officer's inspection card, or None."""
    need = possible_acts.card_need(row, today)
    if need is None:
        return None
    day = short_date(row.card_until, language) if row.card_until else ""
    said = say(language, f"people.card_mark_{need}", day=day)
    return Mark(said, "warn" if need == "soon" else "bad")
