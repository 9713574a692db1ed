"""Which questions a dashboard answers, in which order."""

from collections.abc import Callable

from admin_ui.insight.dashboards import cards, standing_cards
from admin_ui.insight.dashboards.cards import Drawn
from admin_ui.insight.dashboards.parts import Card
from backend.core.actors import Actor
from backend.insight.dashboards.service import Board

_ORDER: dict[str, tuple[str, ...]] = {
    "team": ("late", "load", "trend", "goods", "money", "time", "map"),
    "above": ("late", "trend", "money", "goods", "time", "load", "map"),
}
"""What a team asks first is who has to do what; above it, where things go."""


def cards_of(drawn: Drawn, actor: Actor) -> list[Card]:
    """Return the cards of a dashboard."""
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
