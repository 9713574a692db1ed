"""The dashboard of a unit: questions that its level asks, each answered in words, by a chart, and by its numbers."""

from litestar import Response, get

from admin_ui.insight.dashboards import asked as asking
from admin_ui.insight.dashboards import questions
from admin_ui.insight.dashboards.asked import Asked
from admin_ui.insight.dashboards.cards import Drawn
from admin_ui.insight.statistics import asked as statistics_asking
from admin_ui.insight.statistics import states, told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core import clock, replica
from backend.core.actors import Actor
from backend.insight.dashboards import service as dashboards
from backend.insight.dashboards.service import Board
from backend.insight.rules.boards import KINDS
from schemas.law.catalogue import ViolationField


@get(asking.PLACE, include_in_schema=False)
async def show_dashboard(request: AnyRequest) -> Response[str]:
    """Show the dashboard of a unit, the reader's own if none is named. Raises NotAllowed, NotFound."""
    actor, language = actor_of(request), language_of(request)
    asked = asking.read(request.query_params, clock.today())
    board = await _read(actor, asked)
    drawn = Drawn(board=board, asked=asked, language=language)
    return page(
        request,
        "insight/dashboards/dashboard.html",
        board=board,
        asked=asked,
        cards=questions.cards_of(drawn, actor),
        empty=not _anything(board),
        units=told.options(board.units, language),
        unit_name_asked=getattr(board.unit.name, language),
        narrowed=told.narrowed(asked.field, asked.party, "", asked.reading, language),
        states=states.behind(board.counted, language),
        counted=states.counted(board.counted, language),
        of_unit=told.of_unit(board.unit, board.units, board.reading, board.days.begins, language),
        period_options=told.said("statistics.period_", KINDS, language),
        reading_options=told.said("statistics.reading_", ("then", "today"), language),
        field_options=told.said("catalogue.field_", ViolationField, language),
        party_options=told.said("statistics.party_", statistics_asking.PARTIES, language),
        taken=asked.query(board.unit.id),
        statistics=f"/desk/statistics?{asked.statistics(board.unit.id)}",
    )


@replica.reads
async def _read(actor: Actor, asked: Asked) -> Board:
    """Return the dashboard: of one moment, wherever that is read."""
    return await dashboards.board(
        actor, asked.unit_id, asked.period, clock.today(), asked.reading, asked.filters
    )


def _anything(board: Board) -> bool:
    return any(one.now or one.before for one in board.figures.values())


HANDLERS = [show_dashboard]
