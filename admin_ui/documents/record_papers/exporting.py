"""Papers of plans, informations and reports that wait for somebody, as a file."""

from collections.abc import Mapping

from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.documents.record_papers import service as papers
from backend.exchange.list_exports.service import ExportedList, Table, table
from schemas.documents.record_papers import RecordPaperRow

_COLUMNS = (
    *("rpaper.paper", "exports.form", "exports.about", "exports.number", "exports.issued_on"),
    *("rpaper.drafted", "exports.drafted_at", "rpaper.state", "byhand.due"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    del query
    found = await papers.waiting(actor)

    def row(one: RecordPaperRow) -> Row:
        return (
            *(getattr(one.title, language), one.form, one.about, one.number, one.issued_on),
            *(one.drafted_by_name, one.drafted_at),
            *(say(language, f"rpaper.state_{one.state}"), exporting.due(one.due_at)),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=[],
        pages=exporting.whole(found, row),
    )


LISTS = (
    ExportedList(
        name="papers",
        slug="van-ban-cua-ke-hoach-thong-tin",
        title=exporting.both("rpaper.title"),
        place="/desk/papers",
        fields=(),
        opened=_opened,
    ),
)
