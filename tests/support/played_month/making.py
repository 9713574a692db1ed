"""Cases of a team, made through the one door, and what is done in them."""

from typing import Any
from uuid import uuid4

from backend import registry
from backend.casework.cases import service as cases
from backend.core.database import transaction
from backend.ledger.service import Accepted
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.words import (
    CaseAct,
    CaseOfficerRole,
    DeliveryMode,
    PaymentKind,
)
from schemas.core.ids import new_id
from tests.support import cases_made, factories
from tests.support.cases_made import Case, today
from tests.support.people import People, Person


def person(number: int, **changed: Any) -> case_parts.Party:
    """A party of this number, whom no other case has."""
    given: dict[str, Any] = {
        "name": f"Nguyễn Văn Số {number}",
        "identity_number": f"0020999{number:05d}",
        "address": f"Số {number} phố Thử",
    }
    return cases_made.party(**(given | changed))


async def opened(team: People, who: case_parts.Party) -> Case:
    """A case of a team from an inspection of this party."""
    registry.open_all()
    work = await factories.submitted(team, subject=cases_made.inspected_party(who))
    async with transaction():
        actor = team.an.actor("desk")
        member = await cases.as_officer(team.chi.id, CaseOfficerRole.MEMBER)
        content = case_intake_acts.CaseOpened(
            opening=await cases.opening(actor, member),
            inspection_id=work.id,
            decision_number=work.number,
            party=who,
        )
        case_id, outcome = await cases.start(actor, CaseAct.CASE_OPENED, content)
    assert isinstance(outcome, Accepted), outcome
    return Case(case_id, team, team.an, team.giang, inspection=work)


async def due(team: People, who: case_parts.Party) -> Case:
    """A case that waits for nothing but its decision."""
    case = await opened(team, who)
    content = await cases_made.minuted(case, party=who)
    await case.take(CaseAct.VIOLATION_RECORDED, content, team.an)
    await cases_made.approve(case)
    await cases_made.waive(case)
    return case


async def sanctioned(team: People, who: case_parts.Party, **changed: Any) -> Case:
    """A case that is recorded and decided at one moment."""
    case = await due(team, who)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, **changed))
    return case


async def deliver(case: Case) -> None:
    """Hand the decision over, now."""
    facts = await case.facts()
    assert facts.decision_id
    content = case_execution_acts.DecisionDelivered(
        document_id=facts.decision_id,
        mode=DeliveryMode.DIRECT,
        delivered_on=today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver="Người vi phạm",
        proof_document_id=None,
    )
    await case.take(CaseAct.DECISION_DELIVERED, content, case.worker)


async def pay(case: Case, amount: int, kind: PaymentKind = PaymentKind.FINE, **on: Any) -> None:
    """Record a payment of today, or of another day."""
    given: dict[str, Any] = {
        "payment_id": new_id(),
        "kind": kind,
        "amount": amount,
        "paid_on": today(),
        "receipt_number": f"KB-{uuid4().hex[:12]}",
        "place": "Kho bạc Nhà nước",
    } | on
    content = case_execution_acts.PaymentReceived(**given)
    await case.take(CaseAct.PAYMENT_RECEIVED, content, case.worker)


async def filed(case: Case, by: Person | None = None) -> int:
    """File a sheet, by the head unless told otherwise; return its number."""
    return await cases_made.written_by_party(case, by or case.head)
