"""The list of papers about inspection decisions as a file."""

from collections.abc import Mapping

from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.fieldwork.decision_papers import service as papers
from schemas.fieldwork.decision_papers import DecisionPaperRow

_COLUMNS = (
    *("exports.number", "exports.form", "exports.issued_on", "decision.subject", "exports.place"),
    *("exports.drafted_by", "exports.drafted_at", "qdkt.state", "byhand.due"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    if not papers.may_list(actor):
        raise NotAllowed
    every = query.get("every") == "yes"

    async def page(cursor: str | None) -> tuple[list[DecisionPaperRow], str | None]:
        return await papers.listed(actor, cursor, open_only=not every, limit=exporting.PAGE)

    def row(one: DecisionPaperRow) -> Row:
        return (
            *(one.number, one.form, one.issued_on, one.subject_name, one.place),
            *(one.drafted_by_name, one.drafted_at),
            *(say(language, f"qdkt.state_{one.state}"), exporting.due(one.due_at)),
        )

    shown = say(language, "exports.every" if every else "exports.open_only")
    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=[(say(language, "exports.shown"), shown)],
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="decisions",
        slug="quyet-dinh-kiem-tra",
        title=exporting.both("qdkt.title"),
        place="/desk/decisions",
        fields=("every",),
        opened=_opened,
    ),
)
