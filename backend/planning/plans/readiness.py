"""What keeps a plan from being submitted."""

from collections.abc import Sequence
from datetime import date

from backend.law.plan_limits import service as law
from backend.planning.plans import overlapping, paper_words
from backend.planning.queries import items as item_queries
from backend.planning.rules import complete
from backend.planning.rules.facts import Plan
from backend.planning.texts.missing import missing as sentence
from schemas.core.problems import Text
from schemas.planning.words import PlanKind


async def missing(plan: Plan) -> list[Text]:
    """Return what a plan lacks by Circular 27/2020 Art 5, its overlaps, and what its finalised paper says no more.

    Empty if it can be submitted.
    """
    if plan.kind is PlanKind.FOREIGN:
        return []
    found = complete.of_head(plan.head, law.period_of(plan.kind, plan.first_day), plan.path.level)
    if plan.kind is not PlanKind.ORIENTATION and not await item_queries.count_of(plan.id):
        found.append(sentence("items"))
    if count := await item_queries.outside(plan.id, *plan.days):
        found.append(sentence("item_days", count=count))
    if count := overlapping.unresolved(await overlapping.of_plan(plan)):
        found.append(sentence("overlaps", count=count))
    if why := await paper_words.stale_final(plan):
        found.append(why)
    return found


def outside(plan: Plan, first_day: date, last_day: date) -> Text | None:
    """Return why a plan may not have this period, or None."""
    return complete.outside_period(
        first_day, last_day, plan.year, law.period_of(plan.kind, first_day)
    )


def joined(sentences: Sequence[Text]) -> Text:
    """Return sentences as one."""
    return Text(
        vi="; ".join(one.vi for one in sentences), en="; ".join(one.en for one in sentences)
    )
