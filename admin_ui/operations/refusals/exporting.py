"""Refused requests as a file, for auditors and legal officers."""

from collections.abc import Mapping

from admin_ui.operations.refusals import reasons
from admin_ui.shell import exporting, typed
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.operations.refusals import service as refusals

_COLUMNS = (
    *("refusals.at", "refusals.officer", "exports.method", "refusals.asked", "exports.target"),
    *("refusals.why", "exports.code", "refusals.times", "refusals.from", "exports.network"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    if not refusals.may_read(actor):
        raise NotAllowed
    asked = query.get("officer", "")
    officer = typed.identifier(asked)
    if asked and officer is None:
        raise NotFound(what="officer")

    async def page(cursor: str | None) -> tuple[list[refusals.RefusedRequest], str | None]:
        return await refusals.listing(actor, officer, cursor, exporting.PAGE)

    def row(one: refusals.RefusedRequest) -> Row:
        return (
            *(one.at, one.full_name, one.method, one.route, str(one.target or "")),
            *(say(language, reasons.why(one.code, one.status)), one.code, one.times),
            *(say(language, f"refusals.face_{one.face}"), one.address),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(language, ("refusals.officer", asked)),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="refusals",
        slug="yeu-cau-bi-tu-choi",
        title=exporting.both("refusals.title"),
        place="/desk/refusals",
        fields=("officer",),
        opened=_opened,
    ),
)
