"""Figures, reports and what is told of the force at large. An officer sees those of the own unit and below."""

from tests.integration.authorisation.table import CHECKERS, FORBIDDEN, LIVE, OK, Line, desk

_LEADERS = frozenset({"own team_leader", "other team_leader", "leader"})
READERS = CHECKERS | _LEADERS

INSIGHT: tuple[Line, ...] = (
    desk("GET", "/desk/dashboard", (READERS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/figures", (LIVE, OK)),
    # An empty form is refused as a form; who may sign is judged by the record (test_signing_figures.py).
    desk("POST", "/desk/figures/{act:str}", (LIVE, (422,)), ask="/desk/figures/present"),
    desk("GET", "/desk/statistics", (READERS, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/statistics/behind",
        (READERS, OK),
        (LIVE, FORBIDDEN),
        ask="/desk/statistics/behind?figure=decisions",
    ),
)
