"""What is due as a file."""

from collections.abc import Mapping

from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks.service import Filter
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from schemas.law.deadlines import DueRow

_COLUMNS = (
    *("deadlines.case", "exports.party", "deadlines.what", "exports.rule", "exports.citation"),
    *("deadlines.from", "deadlines.end", "deadlines.state", "deadlines.officer"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked = query.get("show", "")
    chosen = Filter(asked) if asked in set(Filter) else Filter.ALL
    await case_clocks.due_page(actor, chosen, None, 1)  # or NotAllowed

    async def page(cursor: str | None) -> tuple[list[DueRow], str | None]:
        found = await case_clocks.due_page(actor, chosen, cursor, exporting.PAGE)
        return found.rows, found.next

    def row(one: DueRow) -> Row:
        clock = one.clock
        about = getattr(clock.about, language) if clock.about else ""
        return (
            *(one.case_number, one.party),
            ": ".join(said for said in (getattr(clock.label, language), about) if said),
            *(clock.rule, getattr(clock.citation, language), clock.trigger_at),
            exporting.due(clock.due_at),
            *(say(language, f"deadlines.state_{clock.state}"), ", ".join(one.officers)),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=[
            (say(language, "deadlines.filter"), say(language, f"deadlines.show_{chosen.value}"))
        ],
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="due",
        slug="viec-den-han",
        title=exporting.both("deadlines.due_title"),
        place="/desk/due",
        fields=("show",),
        opened=_opened,
    ),
)
