"""When goods were destroyed as the law has it. Pure.

Destruction needs a decision (MQĐ16) and minutes (MBB21) by another officer, with people who took part
(Decree 118/2021 Art 9.10; Law on Handling Administrative Violations Arts 33, 126).
"""

from datetime import datetime
from typing import Any

from backend.casework.rules import early_sale, exhibit_guards
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Facts
from backend.casework.rules.papers_in_force import Needed
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import ExhibitState
from schemas.core.problems import Text

WITNESSES_LEAST = 2
"""People besides the maker who must take part in a destruction."""
DESTROYED_BY = (Needed(("MQĐ16",), "decision_id"), Needed(("MBB21",), "minutes_id"))
"""The order to destroy goods, and the minutes of it."""


def destroying(facts: Facts, content: case_exhibit_acts.ExhibitsDestroyed) -> Refuse | None:
    """Return why goods were not destroyed as the law has it, or None.

    The law asks for the order, minutes that name the goods, two officers and witnesses.
    """
    for needed in DESTROYED_BY:
        if missing := stands(facts, getattr(content, needed.field), *needed.forms):
            return missing
    order, minutes = facts.papers[content.decision_id], facts.papers[content.minutes_id]
    if minutes.issued_by == order.issued_by:
        return refusal("case_destruction_alone")
    if len(_people(minutes.fields)) < WITNESSES_LEAST:
        return refusal("case_destruction_people", least=WITNESSES_LEAST)
    found = exhibit_guards.find_exhibits(
        facts, content.exhibits, ExhibitState.SEIZED, ExhibitState.CONFISCATED
    )
    if found is None or any(early_sale.is_money(one, ExhibitState.DESTROYED) for one in found):
        return refusal("case_exhibit")
    taken = [one.content.exhibit_id for one in found if one.state == ExhibitState.CONFISCATED]
    if taken and not exhibit_guards.ordered(facts, taken):
        return refusal("case_confiscation_paper")
    if not set(content.exhibits) <= exhibit_guards.listed(facts, order) & exhibit_guards.listed(
        facts, minutes
    ):
        return refusal("case_destruction_rows")
    named = (minutes.fields.get("decision_number"), minutes.fields.get("decision_date"))
    if named != (order.number, order.issued_on.isoformat() if order.issued_on else None):
        return refusal("case_paper_not_named", by=f"MBB21 số {minutes.number}")
    if _ended(minutes.fields) != content.destroyed_on:
        why = Text(vi="khác ngày trong MBB21", en="another than that of the minutes (MBB21)")
        return refusal("case_dates", why)
    return None


def _people(fields: dict[str, Any]) -> set[str]:
    """Return the people who took part besides the maker of the minutes."""
    groups = ("companions", "authority", "witnesses")
    named = {
        exhibit_guards.folded(str(one.get("name")))
        for group in groups
        for one in fields.get(group) or []
    }
    return named - {exhibit_guards.folded(str((fields.get("maker") or {}).get("name")))}


def _ended(fields: dict[str, Any]) -> Any:
    try:
        return day_of(datetime.fromisoformat(str(fields.get("ended_at"))))
    except ValueError:
        return None
