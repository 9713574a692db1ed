"""Papers that wait for a scan or for comparison as a file."""

from collections.abc import Mapping

from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.casework.drafting import service as drafting
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table

_COLUMNS = (
    *("exports.number", "byhand.paper", "exports.issued_on", "byhand.case", "exports.party"),
    *("exports.unit", "byhand.issuer", "byhand.state", "byhand.due", "byhand.overdue"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    del query
    await drafting.by_hand.waiting(actor, None, 1)  # or NotAllowed

    async def page(cursor: str | None) -> tuple[list[drafting.by_hand.Waiting], str | None]:
        found = await drafting.by_hand.waiting(actor, cursor, exporting.PAGE)
        return found.rows, found.next

    def row(one: drafting.by_hand.Waiting) -> Row:
        return (
            *(one.number, getattr(one.title, language), one.issued_on, one.case_number),
            *(one.party_name, getattr(one.unit, language), one.issuer_name),
            *(say(language, f"byhand.hand_{one.hand}"), one.due_at),
            say(language, "exports.yes") if one.overdue else "",
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=[],
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="by_hand",
        slug="van-ban-ky-tren-giay",
        title=exporting.both("byhand.title"),
        place="/desk/by-hand",
        fields=(),
        opened=_opened,
    ),
)
