"""How confiscated goods are taken: by minutes (MBB20), before witnesses. Pure.

The minutes are signed by their maker, by the person whose goods are confiscated and by a witness; if
that person is absent, by two witnesses (Law on Handling Administrative Violations Art 81.1).
"""

from typing import Any

from backend.casework.rules import exhibit_guards
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Facts
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts

MINUTES = "MBB20"
_WITNESSES = {"present": 1, "absent": 2}
"""Witnesses by whether the person whose goods are confiscated is there."""


def witness_fault(attendance: str, witnesses: int) -> Refuse | None:
    """Refuse minutes with fewer witnesses than Art 81.1 asks for."""
    least = _WITNESSES[attendance]
    if witnesses >= least:
        return None
    return refusal("case_confiscation_witnesses" if least > 1 else "case_confiscation_witness")


def fault(
    facts: Facts, content: case_exhibit_acts.ExhibitsDisposed, context: GuardContext
) -> Refuse | None:
    """Return why goods are not taken by these minutes, or None.

    The money of goods that were sold early needs none: it is in the deposit account already.
    """
    goods = [one for one in content.exhibits if not facts.exhibits[one].sold_early]
    if not goods:
        return None
    if content.minutes_id is None:
        if content.sheet is not None:
            return filed(content.sheet, content.alone, facts, context.officer_id)
        return refusal("case_confiscation_minutes")
    if missing := stands(facts, content.minutes_id, MINUTES):
        return missing
    minutes = facts.papers[content.minutes_id]
    if not set(goods) <= exhibit_guards.listed(facts, minutes):
        return refusal("case_confiscation_rows")
    decision = facts.papers[content.document_id] if content.document_id else None
    on = decision.issued_on.isoformat() if decision and decision.issued_on else None
    named = (minutes.fields.get("decision_number"), minutes.fields.get("decision_date"))
    if decision is None or named != (decision.number, on):
        return refusal("case_paper_not_named", by=f"{MINUTES} số {minutes.number}")
    return witness_fault(str(minutes.fields.get("attendance")), len(_witnesses(minutes.fields)))


def _witnesses(fields: dict[str, Any]) -> set[str]:
    """Return the witnesses' names, without the makers, who are no witnesses of their own minutes."""
    makers = [fields.get("maker") or {}, *(fields.get("companions") or [])]
    own = {exhibit_guards.folded(str(one.get("name"))) for one in makers}
    return {
        exhibit_guards.folded(str(one.get("name"))) for one in fields.get("witnesses") or []
    } - own
