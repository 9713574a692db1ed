"""The work diary as a file, in the columns and the order of the form NK."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from admin_ui.fieldwork.diary import asked as asking
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Pages, Table, table
from backend.fieldwork.diary import service as diary

_COLUMNS = (
    *("diary.day", "exports.assigned", "exports.signer", "diary.content", "exports.party"),
    *("exports.place", "exports.time", "exports.officers", "diary.result", "diary.confirmation"),
    "exports.notes",
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    filters = asking.filters(query)
    await diary.lines(actor, filters, None, 1)  # or NotAllowed
    units = await diary.units_of(actor)
    unit = next((one for one in units if one.id == filters.unit_id), None)
    exporting.require_unit(query.get("unit", ""), unit)
    officers = dict(await diary.officers_of(actor)) if filters.officer_id else {}

    def row(one: diary.ListedLine) -> Row:
        line = one.line
        return (
            *(line.entered_on, line.assigned_by, line.signer, line.content, line.subject),
            *(line.place, line.time, "; ".join(line.members), line.result, diary.confirmed(one)),
            "; ".join(f"{said['text']} ({said['by']})" for said in one.notes),
        )

    async def pages() -> Pages:
        after: tuple[datetime, UUID] | None = None
        while found := await diary.lines(actor, filters, after, exporting.PAGE):
            yield [row(one) for one in found]
            after = found[-1].at, found[-1].id

    officer = filters.officer_id
    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("diary.unit", getattr(unit.name, language) if unit else ""),
            ("diary.month", query.get("month", "") if filters.from_on else ""),
            ("diary.officer", officers.get(officer, str(officer)) if officer else ""),
            ("diary.only_waiting", say(language, "exports.yes") if filters.waiting else ""),
        ),
        pages=pages,
    )


LISTS = (
    ExportedList(
        name="diary",
        slug="nhat-ky-cong-tac",
        title=exporting.both("diary.title"),
        place="/desk/diary",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
