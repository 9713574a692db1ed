"""A file that goes to the prosecution bodies: the decision (MQĐ33), the minutes of its handover (MBB28), the act.

await case.take(CaseAct.CRIME_REFERRED, await referrals.referred(case))
"""

from typing import Any
from uuid import UUID

from schemas.casework.acts import proceedings as case_acts
from tests.support.cases_made import Case, today
from tests.support.people import Person


async def handed_over(case: Case, referral: UUID, by: Person | None = None) -> UUID:
    """Issue minutes of the handover that name this decision, by the officer who works on the case."""
    paper = (await case.facts()).papers[referral]
    assert paper.issued_on
    named = {"decision_number": paper.number, "decision_date": paper.issued_on.isoformat()}
    return await case.paper("MBB28", by or case.worker, **named)


async def referred(
    case: Case, referral: UUID | None = None, **changed: Any
) -> case_acts.CrimeReferred:
    """Issue what is missing; return the act's content."""
    decision = referral or await case.paper("MQĐ33")
    given: dict[str, Any] = {
        "to": "Cơ quan Cảnh sát điều tra",
        "document_id": decision,
        "reason": "Có dấu hiệu tội phạm",
        "handover_id": await handed_over(case, decision),
        "handed_on": today(),
    }
    return case_acts.CrimeReferred(**(given | changed))
