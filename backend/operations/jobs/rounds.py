"""What a worker does again and again by itself: reminding, passing on, counting, beginning."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, NamedTuple

from backend.approvals.submissions import passing
from backend.casework.clocks import reminding
from backend.casework.notices import reminding as terms
from backend.force.accounts import card_reminding as cards
from backend.insight.figures import counting as figures
from backend.insight.figures import monthly
from backend.insight.reports import beginning as report_beginning
from backend.insight.reports import reminding as report_limits
from backend.insight.search import following as search
from backend.intake.informations import reminding as information_limits
from backend.operations.checkup import noting
from backend.parties import comparing
from backend.planning.plans import beginning
from backend.planning.plans import reminding as plan_limits


class Round(NamedTuple):
    """One such thing: its name in logs and in /metrics, what is called, and the pause after each call."""

    name: str
    call: Callable[[], Awaitable[Any]]
    every: timedelta


ROUNDS = (
    Round("reminding", reminding.remind, reminding.EVERY),
    Round("plans", plan_limits.remind, plan_limits.EVERY),
    Round("plans_begun", beginning.remind, plan_limits.EVERY),
    Round("informations", information_limits.remind, information_limits.EVERY),
    Round("terms", terms.remind, terms.EVERY),
    Round("cards", cards.remind, cards.EVERY),
    Round("counting_figures", figures.count_all, figures.EVERY),
    Round("recounting_figures", monthly.recount_if_due, monthly.EVERY),
    Round("following_for_search", search.follow_all, search.EVERY),
    Round("reports_begun", report_beginning.begin, report_beginning.EVERY),
    Round("reports", report_limits.remind, report_limits.EVERY),
    Round("comparing_parties", comparing.compare_waiting, comparing.EVERY),
    Round("passing_steps_on", passing.pass_on, passing.EVERY),
    Round("noting_health", noting.note_whole, noting.EVERY),
)
