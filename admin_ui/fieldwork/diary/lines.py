"""The work diary as lists, one for each day: a line is one row; what the form NK asks besides opens behind it."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from admin_ui.shell.formats import day_heading, moment, short_date
from admin_ui.shell.forms import query_of
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Act, Cell, Column, Empty, Line, Listing, Mark, Pick
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.diary import DiaryRow

_HOUR = re.compile(r"(\d\d:\d\d) (\d\d/\d\d/\d{4})", re.ASCII)
"""How an act's moment is written in a line; an officer may have written another text by hand."""
_SEEN = 70
"""Letters of a content that its row shows (macros/table.html): a longer one is told again among the details."""
_RECORDS = {
    RecordKind.INSPECTION: "/desk/inspections/",
    RecordKind.CASE: "/desk/cases/",
    RecordKind.INFORMATION: "/desk/informations/",
}


class Day(NamedTuple):
    """The lines of one day, and what its leader can do with them."""

    day: date
    heading: str
    listing: Listing
    open: list[tuple[str, bool]]
    """What waits for the reader: how a line is named in the form, and whether it is of the reader's own unit."""


def days(
    rows: Sequence[DiaryRow],
    language: Language,
    query: Mapping[str, str],
    seen: Collection[UUID],
    *,
    one_unit: bool,
) -> list[Day]:
    """Return the days of a page, the latest first. `seen`: informations and inspections that the reader may open."""
    made = []
    in_order = sorted(rows, key=_day_of, reverse=True)
    for day, found in groupby(in_order, key=_day_of):
        lines = _by_subject(list(found))
        opened = [(_named(row), row.own_unit) for row in lines if row.may_confirm]
        listing = Listing(
            caption=short_date(day, language),
            heading=say(language, "diary.head_subject"),
            columns=_columns(language, one_unit=one_unit),
            lines=[
                _line(row, language, query, seen, one_unit, under=_goes_on(lines, place))
                for place, row in enumerate(lines)
            ],
            empty=Empty(""),
            stacked=True,
        )
        made.append(Day(day, day_heading(day, language), listing, opened))
    return made


def _day_of(row: DiaryRow) -> date:
    return row.line.entered_on


def _by_subject(rows: Sequence[DiaryRow]) -> list[DiaryRow]:
    """Return the lines of a day with those of one party behind each other, in the order of the first of each."""
    found: dict[str, list[DiaryRow]] = {}
    for row in rows:
        found.setdefault(row.line.subject, []).append(row)
    return [row for of_one in found.values() for row in of_one]


def _goes_on(rows: Sequence[DiaryRow], place: int) -> bool:
    """Tell whether a line is of the party of the line before, whose name is not said again."""
    return place > 0 and rows[place].line.subject == rows[place - 1].line.subject


def bar(
    place: Place,
    language: Language,
    days: Sequence[Day],
    total: str,
    names: Mapping[str, Mapping[str, str]],
) -> Listing:
    """Return what stands above the days: the total, the conditions, the file. `names`: options by field, in words."""
    words, asked = partial(say, language), place.asked
    said = {name: known.get(asked.get(name, ""), "") for name, known in names.items()}
    waiting = words("diary.only_waiting_yes") if asked.get("waiting") == "yes" else ""
    return Listing(
        caption=words("diary.title"),
        heading=words("diary.head_subject"),
        columns=(),
        lines=[line for day in days for line in day.listing.lines],
        empty=Empty(words("diary.none")),
        total=total,
        chips=place.chips(
            ("unit", words("diary.unit"), said["unit"]),
            ("month", words("diary.month"), said["month"]),
            ("officer", words("diary.officer"), said["officer"]),
            ("waiting", words("diary.confirmation"), waiting),
        ),
        clear=place.path,
        taken=query_of({"list": "diary", **asked}),
    )


def _columns(language: Language, *, one_unit: bool) -> list[Column]:
    words = partial(say, language)
    return [
        Column(words("diary.head_hour"), "xs"),
        *(() if one_unit else (Column(words("diary.unit"), "s"),)),
        Column(words("diary.result"), "l", spare=True),
        Column(words("diary.head_confirmed"), "m"),
    ]


def _named(row: DiaryRow) -> str:
    """Name a line as it was shown: another text of it by then has another hash."""
    return f"{row.id}:{row.line_hash}:{row.line.entered_on}"


def _line(
    row: DiaryRow,
    language: Language,
    query: Mapping[str, str],
    seen: Collection[UUID],
    one_unit: bool,
    *,
    under: bool,
) -> Line:
    words, line = partial(say, language), row.line
    unit = Cell(short_name(row.unit, language), whole=getattr(row.unit, language))
    pick = None
    if row.may_confirm:
        about = words("diary.confirm_line", subject=line.subject, content=line.content)
        pick = Pick("line", _named(row), about, checked=row.own_unit)
    note = f"/desk/diary/{row.id}/note{f'?{query_of(query)}' if query else ''}"
    return Line(
        key=f"line-{row.id}",
        title=line.content if under else line.subject,
        href=_record(row, seen),
        about="" if under else line.content,
        marks=[Mark(words("diary.has_note"))] if row.notes else (),
        cells=(
            Cell(_hour(line.time, line.entered_on), whole=line.time),
            *(() if one_unit else (unit,)),
            line.result,
            _confirmed(row, language),
        ),
        more=_more(row, language),
        acts=[Act(words("diary.note"), note, line.subject)] if row.may_note else (),
        pick=pick,
        under=under,
    )


def _record(row: DiaryRow, seen: Collection[UUID]) -> str:
    """Return where its record is; empty for one out of the reader's sight: clerks read the diary and no inspection."""
    if row.record_kind != RecordKind.CASE and row.record_id not in seen:
        return ""
    place = _RECORDS.get(RecordKind(row.record_kind))
    return f"{place}{row.record_id}" if place else ""


def _hour(text: str, day: date) -> str:
    """Return the hour, if the line is of one on its day; else nothing, for a span opens with the line."""
    found = _HOUR.fullmatch(text)
    return found[1] if found and found[2] == short_date(day, "vi") else ""


def _confirmed(row: DiaryRow, language: Language) -> Cell:
    if row.confirmed_at is None:
        return Cell(say(language, "diary.waits_you" if row.may_confirm else "diary.waits"))
    name = row.confirmed_by_name or ""
    return Cell(name, whole=f"{name}, {moment(row.confirmed_at, language)}")


def _more(row: DiaryRow, language: Language) -> list[tuple[str, str]]:
    words, line = partial(say, language), row.line
    notes = "\n".join(f"{words('diary.note_by', by=note.by)} {note.text}" for note in row.notes)
    said = (
        ("diary.assigned", f"{line.assigned_by}\n{line.signer}"),
        ("diary.head_content", line.content if len(line.content) > _SEEN else ""),
        ("diary.head_members", "; ".join(line.members)),
        ("diary.where", "\n".join(one for one in (line.place, line.time) if one)),
        ("diary.result", line.result),
        ("diary.notes", notes),
        ("diary.unit", getattr(row.unit, language)),
    )
    return [(words(key), text) for key, text in said if text]
