"""Cases as rows, with the clocks of given facts, written without acts: for tests of what is due.

For example:

    case = await clocks.case_of(people.an, clocks.recorded("2026-03-09 10:00"))
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.clocks import service as case_clocks
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.local_time import VIETNAM
from backend.law.deadlines import service as deadlines
from schemas.core.ids import new_id
from schemas.law.deadlines import Fact
from tests.support.people import Person

RULES = "2026-01-01"


def vn(text: str) -> datetime:
    """A point in time, given by the clock in Vietnam."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def fact(act: str, at: str | datetime, **details: Any) -> Fact:
    """An act of a case, at a time given by the clock in Vietnam."""
    return Fact(act=act, at=vn(at) if isinstance(at, str) else at, details=details)


async def case_of(lead: Person, *facts: Fact, party: str = "Công ty TNHH Thử Nghiệm") -> UUID:
    """A case of the lead's unit with its clocks."""
    case_id = new_id()
    async with transaction():
        await database.execute(
            "INSERT INTO cases (id, number, unit_id, unit_1, unit_2, unit_3, unit_4, state, rule_set,"
            " opened_at, updated_at, lead_id, subject_name) VALUES"
            " ($1, $2, $3, $4, $5, $6, $7, 'violation_recorded', $8, $9, $9, $10, $11)",
            case_id,
            f"VV-{str(case_id)[-6:]}",
            lead.unit.unit_id,
            *lead.unit.as_tuple(),
            RULES,
            clock.now(),
            lead.id,
            party,
        )
        await database.execute(
            "INSERT INTO case_officers (case_id, officer_id, role) VALUES ($1, $2, 'lead')",
            case_id,
            lead.id,
        )
    await rewrite(case_id, lead, *facts)
    return case_id


async def rewrite(case_id: UUID, lead: Person, *facts: Fact) -> None:
    """Write the case's clocks again, as its handler does after each act."""
    async with transaction():
        found = deadlines.clocks(facts, RULES, clock.now())
        await case_clocks.store_clocks(case_id, lead.unit, found)
