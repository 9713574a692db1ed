"""The list of cases as a file. Informants are no part of the list, and so of no file."""

from collections.abc import Mapping

from admin_ui.casework.cases import asked as asking
from admin_ui.casework.cases import lines
from admin_ui.shell import exporting
from admin_ui.shell.listing.places import ORDER
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from schemas.casework.views import CaseRow

_COLUMNS = (
    *("cases.case", "exports.party", "exports.address", "cases.state", "exports.rule"),
    *("cases.clock_first", "exports.fine", "exports.paid", "cases.lead", "cases.unit"),
    *("cases.opened", "exports.changed"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked = {name: query.get(name, "") for name in asking.FIELDS}
    units = await cases.units_in_scope(actor)
    wrong = say(language, "search.date_wrong")
    filters, errors = asking.filters(asked, units, actor, wrong)
    exporting.require_understood(errors.values())
    exporting.require_unit(asked["unit"], filters.unit_id)

    async def page(cursor: str | None) -> tuple[list[CaseRow], str | None]:
        found = await cases.listing(
            actor, filters, cursor, exporting.PAGE, oldest=query.get(ORDER) == lines.OPENED
        )
        return found.rows, found.next

    def row(one: CaseRow) -> Row:
        return (
            *(one.number, one.subject_name, one.subject_address),
            say(language, f"cases.state_{one.state}"),
            *(one.next_rule, exporting.due(one.next_due_at)),
            *(one.fine_total_vnd, one.paid_total_vnd),
            *(one.lead_name, getattr(one.unit_name, language), one.opened_at, one.updated_at),
        )

    unit = next((one for one in units if one.id == filters.unit_id), None)
    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("cases.number", asked["number"]),
            ("cases.subject", asked["subject"]),
            (
                "cases.state",
                say(language, f"cases.state_{asked['state']}") if filters.states else "",
            ),
            ("cases.unit", exporting.unit_said(unit, language)),
            ("cases.behaviour", asked["behaviour"]),
            ("cases.since", filters.since),
            ("cases.until", filters.until),
            ("cases.mine", say(language, "exports.yes") if asked["mine"] else ""),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="cases",
        slug="vu-viec",
        title=exporting.both("cases.title"),
        place="/desk/cases",
        fields=(*asking.FIELDS, ORDER),
        opened=_opened,
    ),
)
