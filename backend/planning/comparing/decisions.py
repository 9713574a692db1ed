"""What plans say against a planned decision: other party or contents than its item, or once too often in a year.

Ordinance 11/2016 Art 20.1, practice B15. backend/registry.py registers it: inspections know nothing of plans.
"""

from backend.law.plan_limits import service as law
from backend.planning.queries import decisions as queries
from backend.planning.queries import items, plans
from backend.planning.rules import matching
from backend.planning.rules.facts import Item
from backend.planning.texts import decisions as texts
from schemas.core.problems import Text
from schemas.fieldwork.decisions import DecisionFault, IssueDecision
from schemas.planning.words import ItemState, PlanState

_FREE = (ItemState.PLANNED, ItemState.NOT_DONE)
"""Nobody carries it out: the decision would (progress/following.py)."""


async def against(order: IssueDecision) -> list[DecisionFault]:
    """Return why a decision that rests on a plan is not issued as it is drafted.

    One that carries an item out is compared with it. Any other is one too many if its subject is planned in the
    year; so is one whose item another inspection carries out. A decision whose item is gone is compared with no plan
    that does not have its subject.
    """
    item = await items.find(order.plan_item_id) if order.plan_item_id else None
    plan = await plans.find(item.plan_id) if item and item.state in _FREE else None
    if item is not None and plan is not None and plan.state is PlanState.ISSUED:
        return _differs(order, item, plan.number or "")
    return await _once_more(order)


def _differs(order: IssueDecision, item: Item, number: str) -> list[DecisionFault]:
    subject, contents = item.content.subject, item.content.contents
    found = []
    address = item.content.address
    if subject is not None and not matching.same_party(
        order.subject, _places(order), subject, address
    ):
        found.append(texts.other_party(number, f"{subject.name}, {address}"))
    if matching.all_contents(order.contents) != matching.all_contents(contents):
        found.append(texts.other_contents(number, contents))
    return found


async def _once_more(order: IssueDecision) -> list[DecisionFault]:
    keys = {key for address in _places(order) for key in matching.keys_at(order.subject, address)}
    spans = law.once_per_year()
    for one in await queries.planned(sorted(keys), order.start_on.year):
        setting = matching.setting_on(spans, max(order.start_on, one.first_day))
        if setting is not None and matching.too_many(order.contents, one.contents, setting):
            whose = Text(vi=one.agency or one.unit_vi, en=one.agency or one.unit_en)
            return [texts.once_more(one.number, whose, one.first_day, setting.citation)]
    return []


def _places(order: IssueDecision) -> tuple[str, str]:
    return order.subject.address, order.place
