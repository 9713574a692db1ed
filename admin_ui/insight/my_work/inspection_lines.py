"""Inspections as rows of the desk's one table: what their lists have in common, and what each says beside it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import ago, day_of, moment
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.unit_names import short
from admin_ui.shell.words import Language, say
from schemas.fieldwork.inspections import InspectionRow

_UNITS: Mapping[UUID, str] = {}


def columns(language: Language, *own: Column) -> list[Column]:
    """Return the columns behind the inspected party: those of the list itself, then leader and unit."""
    words = partial(say, language)
    return [
        *own,
        Column(words("queue.leader"), "m", spare=True, phone=False),
        Column(words("queue.unit"), "m", phone=False),
    ]


def line(
    row: InspectionRow,
    language: Language,
    *own: Cell | str,
    anchor: str = "",
    place: Place | None = None,
    marks: Sequence[Mark] = (),
    units: Mapping[UUID, str] = _UNITS,
) -> Line:
    """Return an inspection as a row. `own` are the cells of the list's own columns; `anchor`: where its page opens."""
    unit = row.unit_name_en if language == "en" else row.unit_name_vi
    key, href = f"inspection-{row.id}", f"/desk/inspections/{row.id}"
    return Line(
        key=key,
        title=row.subject_name,
        href=(place.record(href, key) if place else href) + anchor,
        about=" · ".join(one for one in (row.decision_number, row.subject_address) if one),
        marks=[*marks, *_missing(row, language)],
        cells=(
            *own,
            row.leader_name,
            Cell(units.get(row.unit_id) or short(unit), whole=unit),
        ),
    )


def _missing(row: InspectionRow, language: Language) -> list[Mark]:
    """Return what is out of the ordinary with its photographs."""
    counted = (("queue.missing_said", row.missing_count), ("queue.held_said", row.quarantine_count))
    return [Mark(say(language, key, count=count), "warn") for key, count in counted if count]


def waits(since: datetime, now: datetime, language: Language) -> Cell:
    """Return for how long something waits."""
    whole = moment(since, language, seconds=False)
    return Cell(ago(since, now, language), whole=whole, at=since.isoformat())


def photos(row: InspectionRow) -> str:
    """Return how many photographs it has; nothing for none."""
    return str(row.photo_count) if row.photo_count else ""


def state(row: InspectionRow, language: Language) -> str:
    """Return the state, or what became of the file."""
    key = f"file_{row.file_status}" if row.file_status else f"state_{row.state}"
    return say(language, f"domain.{key}")


def usual_columns(language: Language) -> list[Column]:
    """Return the columns of a list of inspections that waits for nothing in particular."""
    words = partial(say, language)
    return columns(
        language,
        Column(words("queue.state"), "xl"),
        Column(words("queue.photos"), "xs", number=True, spare=True),
        Column(words("queue.issued"), "s"),
    )


def usual(
    row: InspectionRow,
    language: Language,
    *,
    place: Place | None = None,
    units: Mapping[UUID, str] = _UNITS,
) -> Line:
    """Return an inspection as a row of such a list."""
    issued = Cell(
        day_of(row.issued_at, language),
        whole=f"{moment(row.issued_at, language)}; {say(language, 'queue.updated')} "
        f"{moment(row.updated_at, language)}",
        at=row.issued_at.isoformat(),
    )
    own = (state(row, language), photos(row), issued)
    return line(row, language, *own, place=place, units=units)
