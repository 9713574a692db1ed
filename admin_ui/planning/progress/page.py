"""How far issued plans are, as a board by state. Each number is a link to the rows behind it."""

from litestar import Response, get

from admin_ui.planning import choices
from admin_ui.planning.items.page import ITEMS, SHOWN, asked_of, filters_of
from admin_ui.shell.forms import query_of
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.planning.plans import reading
from backend.planning.readers import service as readers

_COLUMN = 20
"""Items of a column of the board; its number is of all."""


def _looks(request: AnyRequest) -> Actor:
    actor = actor_of(request)
    if not readers.looks(actor):
        raise NotAllowed
    return actor


def _with_year(request: AnyRequest) -> dict[str, str]:
    asked = asked_of(request)
    year = choices.year_of(asked["year"]) or choices.this_year()
    return asked | {"year": str(year)}


@get("/desk/plans/board", include_in_schema=False)
async def show_board(request: AnyRequest) -> Response[str]:
    """Show items of a year as columns by state. Raises NotAllowed."""
    actor, language, asked = _looks(request), language_of(request), _with_year(request)
    columns = []
    async with transaction():
        units = await choices.units_of(request)
        for name in SHOWN:
            filters = await filters_of(request, asked | {"state": name})
            found = await reading.work(actor, filters, limit=_COLUMN)
            href = f"{ITEMS}?{query_of({**asked, 'state': name})}"
            columns.append((name, found.count, found.rows, href))
    return page(
        request,
        "planning/progress/board.html",
        asked=asked,
        columns=columns,
        any=any(count for _, count, _, _ in columns),
        units=choices.options(units, request),
        months=choices.months(language, int(asked["year"])),
    )


HANDLERS = [show_board]
