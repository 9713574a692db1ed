"""The list of reports as a file. What is in a report is taken away from its own page."""

from collections.abc import Mapping

from admin_ui.insight.reports import asked as asking
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.force.units import service as units_service
from backend.insight.report_definitions import service as definitions
from backend.insight.reports import views
from schemas.insight.report_views import ReportListed

_COLUMNS = (
    *("reports.report", "reports.definition", "reports.state", "reports.unit"),
    *("exports.first", "exports.last", "reports.due", "exports.sent_at", "reports.sent_late"),
    *("exports.number", "exports.issued_on", "reports.is_correction", "reports.on_behalf_title"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    if not actor.has(*asking.READERS):
        raise NotAllowed
    asked = {name: query.get(name, "") for name in asking.FIELDS}
    units = await units_service.covered(actor)
    unit = next((one for one in units if str(one.id) == asked["unit"]), None)
    exporting.require_unit(asked["unit"], unit)
    kinds = {
        one.code: str(getattr(one.newest.title, language)) for one in await definitions.everything()
    }
    filters = asking.filters(asked, unit, kinds)
    if asked["day"] and filters.day is None:
        exporting.require_understood([say(language, "search.date_wrong")])
    yes = say(language, "exports.yes")

    async def page(cursor: str | None) -> tuple[list[ReportListed], str | None]:
        return await views.page(actor, filters, cursor, exporting.PAGE)

    def row(one: ReportListed) -> Row:
        return (
            *(one.title, kinds.get(one.definition, one.definition)),
            *(say(language, f"reports.state_{one.state}"), getattr(one.unit_name, language)),
            *(one.first, one.last, one.due_on, one.sent_at),
            yes if one.sent_at and one.late else "",
            *(one.number, one.issued_on, yes if one.replaces else ""),
            yes if one.on_behalf else "",
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("reports.definition", kinds[filters.definition] if filters.definition else ""),
            *(("reports.state", say(language, f"reports.state_{one}")) for one in filters.states),
            ("reports.unit", getattr(unit.name, language) if unit else ""),
            ("reports.period_has", filters.day),
            ("reports.late_only", yes if filters.late_on else ""),
            ("reports.on_behalf_only", yes if filters.on_behalf else ""),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="reports",
        slug="bao-cao",
        title=exporting.both("reports.title"),
        place="/desk/reports",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
