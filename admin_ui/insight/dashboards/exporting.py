"""The tables of a dashboard as one file, a sheet for each. Where a question has no numbers, there is no sheet."""

from collections.abc import Mapping

from admin_ui.insight.dashboards import asked as asking
from admin_ui.insight.dashboards import parts, questions
from admin_ui.insight.dashboards.cards import Drawn
from admin_ui.insight.dashboards.parts import Card, Figure
from admin_ui.shell import exporting, formats
from admin_ui.shell.words import Language, say
from backend.core import clock, spreadsheets
from backend.core.actors import Actor
from backend.exchange.list_exports.service import ExportedList, Pages, Sheet, Table
from backend.insight.dashboards import service as dashboards

_FIELDS = ("unit", "period", "until", "reading", "field", "party")


def _sheet(card: Card, figure: Figure) -> Sheet:
    table = figure.table

    def cell(written: str, value: spreadsheets.Cell) -> spreadsheets.Cell:
        return ("" if written == "–" else written) if value is None else value

    def line(row: parts.Row) -> spreadsheets.Row:
        return (row.name.written, *(cell(one.written, one.value) for one in row.cells))

    pages = exporting.whole(table.rows, line)
    return Sheet(figure.caption or card.question, list(table.headings), pages)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    today = clock.today()
    asked = asking.read(query, today)
    board = await dashboards.board(
        actor, asked.unit_id, asked.period, today, asked.reading, asked.filters
    )
    drawn = Drawn(board=board, asked=asked, language=language)
    sheets = [
        _sheet(card, figure) for card in questions.cards_of(drawn, actor) for figure in card.figures
    ]

    def chosen(begins: str, value: str) -> str:
        return say(language, f"{begins}{value}") if value else ""

    async def nothing() -> Pages:
        yield []

    days = asked.period
    return Table(
        conditions=exporting.conditions(
            language,
            ("statistics.unit", getattr(board.unit.name, language)),
            ("statistics.period", say(language, f"statistics.period_{days.kind}")),
            ("statistics.since", days.first),
            ("exports.until", days.last),
            ("statistics.reading", say(language, f"statistics.reading_{asked.reading}")),
            ("statistics.field", chosen("catalogue.field_", asked.field)),
            ("statistics.party", chosen("statistics.party_", asked.party)),
            ("exports.counted_through", formats.number(board.counted.through, language)),
        ),
        sheets=sheets or [Sheet("", [say(language, "dashboard.column_figure")], nothing)],
    )


LISTS = (
    ExportedList(
        name="dashboard",
        slug="bang-dieu-hanh",
        title=exporting.both("dashboard.title"),
        place=asking.PLACE,
        fields=_FIELDS,
        opened=_opened,
    ),
)
