"""Which questions govern cases today, and which only answer: the one table.

The answer, the desk's page and docs/law/reckoner.md say it by this table. A question governs if an act of a case is
refused, warned of or reckoned by the same function. Enforcement is not yet recorded step by step.
"""

from collections.abc import Mapping
from typing import NamedTuple

from backend.law.deadlines import service as deadlines
from schemas.casework.words import CaseAct
from schemas.law.reckoning import Asked


class Row(NamedTuple):
    """A question about a decision, and the act that is judged by the same rule; None if it only answers."""

    en: str
    rule: str
    """The module of backend/law/rules, or the time limit."""
    act: CaseAct | None


EXECUTION: dict[str, Row] = {
    "interest": Row("late interest", "paying_late", CaseAct.EXECUTION_COMPLETED),
    "instalments": Row("payment in parts", "execution", CaseAct.INSTALMENTS_GRANTED),
    "postponement": Row("postponement", "paying_late", CaseAct.EXECUTION_POSTPONED),
    "reduction": Row("reduction", "paying_late", CaseAct.FINE_REDUCED),
    "waiver": Row("waiver", "paying_late", CaseAct.FINE_REDUCED),
    "no_minutes": Row("a sanction without minutes", "procedure", CaseAct.SANCTION_IMPOSED_ON_SPOT),
    "lapse": Row("when a decision lapses", "lapsing", CaseAct.EXECUTION_LAPSED),
    "partial": Row("when a fine is stopped", "stopping", CaseAct.EXECUTION_PARTIAL),
    "correction": Row("how long a decision is changed", "changing", CaseAct.DOCUMENT_AMENDED),
    "delivery": Row("deemed delivery", "deemed", CaseAct.DECISION_DELIVERED),
    "publication": Row("publication", "publication", CaseAct.SANCTION_PUBLISHED),
    "pay_officer": Row("payment to the officer", "paid_to", CaseAct.PAYMENT_RECEIVED),
    "enforcement_time": Row("hours of enforcement", "enforcing", None),
    "no_means": Row("no means: checked again", "D28", None),
    "end_enforcement": Row("end of enforcement", "enforcing", None),
    "transfer_execution": Row("transfer of execution", "enforcing", None),
}
"""Questions of the kind `execution`, by `what`."""

WITHOUT_CLOCK = {
    "P09": "a guard asks it (backend/casework/cases/last_days.py)",
    "P11": "a seizure that secures the execution has no other limit (backend/casework/cases/limits.py)",
    "P19": "D15 begins again",
}
"""Time limits that no act starts and that govern all the same, and how."""


def governs(asked: Asked, facts: Mapping[str, str], book: str) -> bool:
    """Tell whether a case is governed by the answer; True if the question itself is not known."""
    if asked is Asked.EXECUTION:
        row = EXECUTION.get(facts.get("what", ""))
        return row is None or row.act is not None
    if asked is Asked.DEADLINE:
        rule, step = facts.get("rule", ""), facts.get("step")
        return f"{rule}.{step}" not in silent(book) if step else rule not in silent(book)
    return True


def silent(book: str) -> list[str]:
    """List the time limits of an edition that can be reckoned and that govern no case."""
    rules = deadlines.rules_of(book)
    started = {one.id for one in rules if one.triggers}
    known = {one.id for one in rules if one.limits or one.reports}
    return sorted(known - started - WITHOUT_CLOCK.keys())
