"""The list of inspections as a file."""

from collections.abc import Mapping

from admin_ui.insight.search import inspections_asked as asking
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import InspectionRow
from schemas.fieldwork.words import InspectionState

_COLUMNS = (
    *("search.number", "exports.party", "exports.address", "queue.state", "queue.photos"),
    *("exports.missing", "exports.held", "queue.leader", "queue.unit", "queue.issued"),
    *("exports.submitted", "exports.changed"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked = {name: query.get(name, "") for name in asking.FIELDS}
    units = await inspections.units_in_scope(actor)
    filters, errors = asking.filters(asked, units, say(language, "search.date_wrong"))
    exporting.require_understood(errors.values())
    exporting.require_unit(asked["unit"], filters.unit_id)

    async def page(cursor: str | None) -> tuple[list[InspectionRow], str | None]:
        found = await inspections.listing(actor, filters, cursor, exporting.PAGE)
        return found.rows, found.next

    def row(one: InspectionRow) -> Row:
        return (
            *(one.decision_number, one.subject_name, one.subject_address),
            asking.state_said(one.state, language),
            *(one.photo_count, one.missing_count, one.quarantine_count, one.leader_name),
            exporting.unit_said(one, language, "unit_name_"),
            *(one.issued_at, one.submitted_at, one.updated_at),
        )

    unit = next((one for one in units if one.id == filters.unit_id), None)
    state = InspectionState(asked["state"]) if filters.states else None
    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("search.number", asked["number"]),
            ("search.subject", asked["subject"]),
            ("search.unit", exporting.unit_said(unit, language)),
            ("search.officer", asked["officer"]),
            ("search.state", asking.state_said(state, language) if state else ""),
            ("search.since", filters.since),
            ("search.until", filters.until),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="inspections",
        slug="kiem-tra",
        title=exporting.both("exports.inspections"),
        place="/desk/search",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
