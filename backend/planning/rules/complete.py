"""What a plan must have to be submitted (Circular 27/2020 Art 5.2), and its period (Art 5.1). Pure."""

from datetime import date

from backend.planning.rules.authority import TEAM
from backend.planning.rules.calendar import day_of
from backend.planning.texts.missing import missing
from schemas.core.problems import Text
from schemas.law.plan_limits import PlanPeriod
from schemas.planning.acts import PlanDrafted, PlanItem
from schemas.planning.words import PlanKind

_ASKED = ("basis", "aim", "contents", "reporting")
_OF_UNITS = ("unit_tasks",)
_OF_PLANS = ("means",)


def of_head(head: PlanDrafted, period: PlanPeriod | None, level: int) -> list[Text]:
    """Return what a head lacks. `level`: of the unit whose plan it is, 3 and below for a team.

    An orientation has no tasks, budget and means of its own. A team tells no tasks of units: the plan is its own
    (Art 5.3, which leaves out letter đ of Art 5.2).
    """
    names = list(_ASKED)
    if head.kind is not PlanKind.ORIENTATION:
        names += [*(_OF_UNITS if level < TEAM else ()), *_OF_PLANS]
    found = [missing(name) for name in names if not getattr(head, name)]
    if head.kind is not PlanKind.ORIENTATION and head.budget_vnd is None and not head.budget_note:
        found.append(missing("budget"))
    if why := outside_period(head.first_day, head.last_day, head.year, period):
        found.append(why)
    return found


def outside_period(
    first_day: date, last_day: date, year: int, period: PlanPeriod | None
) -> Text | None:
    """Return why a plan's days are not those in which the law has it carried out; None if they are."""
    if first_day.year != year or last_day.year != year or last_day < first_day:
        return missing("year", year=year)
    if period is None:
        return None
    first, before = day_of(period.first, year), day_of(period.before, year)
    if first_day < first or last_day >= before:
        return missing("period", first=first, before=before, citation=period.citation)
    return None


def of_item(item: PlanItem, first_day: date, last_day: date) -> str | None:
    """Return the code of what is wrong with an item, or None."""
    if (item.subject is None) == (item.criterion is None):
        return "item_subject"
    if item.subject is not None and not item.address.strip():
        return "item_address"
    if not first_day <= item.first_day <= item.last_day <= last_day:
        return "item_days"
    if item.leader_id is not None and item.leader_id in item.member_ids:
        return "item_team"
    return None
