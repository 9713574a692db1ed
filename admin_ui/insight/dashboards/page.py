"""The dashboard of a unit: questions that its level asks, each answered in words, by a chart, and by its numbers."""

from collections.abc import Callable

from litestar import Response, get

from admin_ui.insight.dashboards import asked as asking
from admin_ui.insight.dashboards import cards, standing_cards
from admin_ui.insight.dashboards.asked import Asked
from admin_ui.insight.dashboards.cards import Drawn
from admin_ui.insight.dashboards.parts import Card
from admin_ui.insight.statistics import asked as statistics_asking
from admin_ui.insight.statistics import states, told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core import clock, replica
from backend.core.actors import Actor
from backend.insight.dashboards import service as dashboards
from backend.insight.dashboards.service import Board
from backend.insight.rules.boards import KINDS
from schemas.law.catalogue import ViolationField

_ORDER: dict[str, tuple[str, ...]] = {
    "team": ("late", "load", "trend", "goods", "money", "time", "map"),
    "above": ("late", "trend", "money", "goods", "time", "load", "map"),
}
"""What a team asks first is who has to do what; above it, where things go."""


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
        cards=_cards(drawn, actor),
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
        statistics=f"/desk/statistics?{asked.statistics(board.unit.id)}",
    )


@replica.reads
async def _read(actor: Actor, asked: Asked) -> Board:
    """Return the dashboard: of one moment, wherever that is read."""
    return await dashboards.board(
        actor, asked.unit_id, asked.period, clock.today(), asked.reading, asked.filters
    )


def _cards(drawn: Drawn, actor: Actor) -> list[Card]:
    made: dict[str, Callable[[], Card]] = {
        "late": lambda: standing_cards.late(drawn, actor.unit.unit_id),
        "load": lambda: standing_cards.load(drawn),
        "map": lambda: standing_cards.where(drawn),
        "trend": lambda: cards.trend(drawn),
        "money": lambda: cards.money(drawn),
        "goods": lambda: cards.goods(drawn),
        "time": lambda: cards.time(drawn),
    }
    order = _ORDER["above" if drawn.board.below else "team"]
    return [made[name]() for name in order if name not in _left_out(drawn.board)]


def _left_out(board: Board) -> frozenset[str]:
    """Return the questions that have no answer about one field or one kind of party."""
    left_out = {"late", "load"} if board.narrowed else set()
    return frozenset(left_out | {"map"} if board.filters.fields else left_out)


def _anything(board: Board) -> bool:
    return any(one.now or one.before for one in board.figures.values())


HANDLERS = [show_dashboard]
