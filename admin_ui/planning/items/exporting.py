"""The items of a plan, or of all issued plans in sight, as a file.

Its columns begin with those that the import knows: a unit can take its list away, change it and bring it in again.
"""

from collections.abc import Mapping

from admin_ui.planning.items import asked as asking
from admin_ui.shell import exporting, typed
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.force.units import service as units_service
from backend.planning.exporting import service as items
from backend.planning.plans import reading
from backend.planning.readers import service as readers


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    if not readers.looks(actor):
        raise NotAllowed
    asked = {name: query.get(name, "") for name in asking.FIELDS}
    plan_id = typed.identifier(asked["plan"])
    if asked["plan"] and plan_id is None:
        raise NotFound(what="plan")
    plan = await reading.view(plan_id, actor) if plan_id else None
    units = await units_service.covered(actor)
    filters = asking.filters(asked, units)
    exporting.require_unit(asked["unit"], filters.unit)

    def state(name: str, late: bool) -> str:
        return say(language, f"planitems.state_{asking.LATE if late else name}")

    async def page(cursor: str | None) -> tuple[list[Row], str | None]:
        return await items.listed(actor, plan_id, filters, cursor, exporting.PAGE, language, state)

    unit = next((one for one in units if filters.unit and one.id == filters.unit[1]), None)
    narrowed = asked["state"] if asked["state"] in asking.SHOWN else ""
    return table(
        headings=items.headings(language),
        conditions=exporting.conditions(
            language,
            ("plans.plan", (plan.row.number or plan.row.title) if plan else ""),
            ("plans.year", str(filters.year) if filters.year else ""),
            ("planitems.month", f"{filters.month:%m/%Y}" if filters.month else ""),
            ("plans.unit", getattr(unit.name, language) if unit else ""),
            ("plans.state", say(language, f"planitems.state_{narrowed}") if narrowed else ""),
        ),
        pages=exporting.paged(page, lambda one: one),
    )


LISTS = (
    ExportedList(
        name="plan_items",
        slug="danh-muc-ke-hoach-kiem-tra",
        title=exporting.both("planitems.title"),
        place="/desk/plans/items",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
