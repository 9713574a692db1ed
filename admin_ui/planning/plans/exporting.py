"""The list of plans as a file."""

from collections.abc import Mapping

from admin_ui.planning.plans import asked as asking
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.force.units import service as units_service
from backend.planning.plans import reading
from backend.planning.readers import service as readers
from schemas.planning.views import PlanRow

_COLUMNS = (
    *(
        "plans.plan",
        "plans.kind",
        "plans.year",
        "exports.number",
        "exports.issued_on",
        "plans.state",
    ),
    *("plans.unit", "exports.agency", "planitems.first_day", "planitems.last_day", "plans.items"),
    *("planitems.state_done", "planitems.state_not_done", "exports.overlaps", "plans.clock"),
    *("exports.due", "exports.changed"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    if not readers.looks(actor):
        raise NotAllowed
    asked = {name: query.get(name, "") for name in asking.FIELDS}
    units = await units_service.covered(actor)
    unit = next((one for one in units if str(one.id) == asked["unit"]), None)
    exporting.require_unit(asked["unit"], unit)
    filters = asking.filters(asked, unit)

    async def page(cursor: str | None) -> tuple[list[PlanRow], str | None]:
        return await reading.page(actor, filters, cursor, exporting.PAGE)

    def row(one: PlanRow) -> Row:
        limit = one.clock
        return (
            *(one.title, say(language, f"plans.kind_{one.kind}"), str(one.year), one.number),
            *(one.issued_on, say(language, f"plans.state_{one.state}")),
            *(getattr(one.unit_name, language), one.agency, one.first_day, one.last_day),
            *(one.items, one.done, one.not_done, one.overlaps),
            getattr(limit.label, language) if limit else None,
            *(exporting.due(limit.due_at) if limit else None, one.changed_at),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("plans.year", str(filters.year) if filters.year else ""),
            *(("plans.kind", say(language, f"plans.kind_{one}")) for one in filters.kinds),
            *(("plans.state", say(language, f"plans.state_{one}")) for one in filters.states),
            ("plans.unit", getattr(unit.name, language) if unit else ""),
            ("plans.words", filters.words),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="plans",
        slug="ke-hoach-kiem-tra",
        title=exporting.both("plans.title"),
        place="/desk/plans",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
