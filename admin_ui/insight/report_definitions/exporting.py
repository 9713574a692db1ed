"""The list of report definitions as a file: which there are, and which version is in force."""

from collections.abc import Mapping

from admin_ui.insight.report_definitions import outline
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.insight.report_definitions import service as definitions
from backend.insight.report_definitions.service import Kept

_COLUMNS = (
    *("repdef.code", "repdef.name", "statistics.period", "repdef.levels", "repdef.state"),
    *("repdef.version", "repdef.valid_from", "repdef.shipped", "repdef.waiting"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    del actor, query  # every officer may read all of them
    found, today = await definitions.everything(), clock.today()
    yes = say(language, "exports.yes")

    def row(kept: Kept) -> Row:
        now = kept.at(today)
        said = now.definition if now else kept.newest
        return (
            *(kept.code, getattr(said.title, language), outline.period(said, language)),
            outline.levels(said.levels, language),
            say(language, "repdef.in_force" if now else "repdef.not_in_force"),
            *(now.number if now else None, now.definition.valid_from if now else None),
            *(yes if now and now.shipped else "", yes if kept.waiting else ""),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=[],
        pages=exporting.whole(found, row),
    )


LISTS = (
    ExportedList(
        name="report_definitions",
        slug="mau-bao-cao",
        title=exporting.both("repdef.title"),
        place="/desk/report-definitions",
        fields=(),
        opened=_opened,
    ),
)
