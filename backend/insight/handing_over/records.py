"""The act on each record by which a colleague takes an officer's place there, written by the system."""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.approvals.rules import keys
from backend.casework.cases import events as case_events
from backend.core import clock, formats
from backend.core.actors import Actor
from backend.insight.handing_over import teams_waiting
from backend.insight.handing_over.stopped import Stopped
from backend.insight.queries import handing_over as queries
from backend.insight.queries.handing_over import Line, Person
from backend.insight.texts import handing_over as texts
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from backend.planning.queries import items as item_queries
from backend.planning.rules.handed_over import handed_over
from schemas.approvals.submissions import HandedOn
from schemas.approvals.words import SubmissionAct
from schemas.casework.acts.beside import OfficersAssigned
from schemas.casework.acts.parts import CaseOfficer
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.acts import TeamMember
from schemas.fieldwork.decision_changes import TeamHandedOver
from schemas.fieldwork.words import ActType
from schemas.force.acts import PeopleAct
from schemas.force.delegations import DelegationEnd, DelegationEnded
from schemas.intake.acts import HandedOver, Verifier
from schemas.intake.words import InformationAct
from schemas.planning.acts import TeamChanged
from schemas.planning.words import PlanAct

_MOST_REASON = 2000


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Why the work is handed over, and the decision by which, where there is one."""

    reason: str
    number: str | None = None
    decided_on: date | None = None
    asked_by: Literal["officer", "head"] | None = None
    """Who asked an administrator for it, where the officer stays."""


def by_decision(order: Order) -> str:
    """Return the reason with the decision that it rests on, as acts keep it: in Vietnamese, as papers are."""
    if not order.number:
        return order.reason
    day = f" ngày {formats.day(order.decided_on)}" if order.decided_on else ""
    return f"Quyết định số {order.number}{day}: {order.reason}"[:_MOST_REASON]


async def hand_over(line: Line, officer: Person, to: Person, order: Order, actor: Actor) -> None:
    """Put a colleague in the officer's place in one record. Raises Stopped if the record does not take it."""
    reason = f"Bàn giao công việc của {officer.full_name}. {by_decision(order)}"[:_MOST_REASON]
    kind, act, content = await _act(line, officer, to, reason)
    system = msgspec.structs.replace(actor, face="job", device_id=None, device_public_key=None)
    outcome = await ledger.record(
        ledger.desk_act(kind, line.record_id, act, content, system), system
    )
    if isinstance(outcome, Refused):
        raise Stopped(outcome.text, line)


async def _act(
    line: Line, officer: Person, to: Person, reason: str
) -> tuple[RecordKind, str, Wire]:
    match line.kind:
        case "case":
            content = await _officers(line.record_id, officer, to, reason)
            return RecordKind.CASE, CaseAct.OFFICERS_ASSIGNED, content
        case "team":
            raise RuntimeError("a team waits for its issuer")
        case "inspection":
            await teams_waiting.ask(line, to)
            team = TeamHandedOver(from_id=officer.id, to=_member(line, to), reason=reason)
            return RecordKind.INSPECTION, ActType.TEAM_HANDED_OVER, team
        case "information":
            verifier = Verifier(officer_id=to.id, full_name=to.full_name)
            handed = HandedOver(from_id=officer.id, to=verifier, reason=reason)
            return RecordKind.INFORMATION, InformationAct.HANDED_OVER, handed
        case "plan_item":
            changed = await _item(line, officer, to, reason)
            return RecordKind.PLAN, PlanAct.TEAM_CHANGED, changed
        case "step":
            on = HandedOn(
                step=int(line.part),
                to=[keys.officer(to.id)],
                reason=reason,
                up=False,
                from_id=officer.id,
            )
            return RecordKind.SUBMISSION, SubmissionAct.HANDED_ON, on


async def _officers(case_id: UUID, officer: Person, to: Person, reason: str) -> OfficersAssigned:
    """Return the officers of a case with the colleague in the officer's place, who is named there once."""
    facts = await case_events.facts_of(case_id)
    if facts is None:
        raise RuntimeError("a case's row without acts")
    officers = [
        CaseOfficer(officer_id=to.id, full_name=to.full_name, title=to.title[:500], role=one.role)
        if one.officer_id == officer.id
        else one
        for one in facts.officers
        if one.officer_id != to.id
    ]
    return OfficersAssigned(officers=officers, reason=reason)


def _member(line: Line, to: Person) -> TeamMember:
    return TeamMember(
        officer_id=to.id,
        full_name=to.full_name,
        title=to.title,
        officer_number=to.officer_number,
        card_number=to.card_number,
        leader=line.role == "lead",
    )


async def _item(line: Line, officer: Person, to: Person, reason: str) -> TeamChanged:
    item = next(iter(await item_queries.of_ids([UUID(line.part)])), None)
    if item is None or item.state == "removed":
        raise Stopped(texts.GONE, line)
    changed = handed_over(item.content, officer.id, to.id)
    return TeamChanged(items=[changed], from_id=officer.id, to_id=to.id, reason=reason)


async def end_delegations(officer: Person, how: str, order: Order, actor: Actor) -> int:
    """End what was delegated by the officer or to them, as they leave or move (Decree 118/2021 Art 10); count it."""
    system = msgspec.structs.replace(actor, face="job", device_id=None, device_public_key=None)
    ground = DelegationEnd.MOVED if how == "move" else DelegationEnd.RETIRED
    held = await queries.delegations(officer.id)
    for one in held:
        content = DelegationEnded(
            delegation_id=one.id, on=clock.today(), reason=by_decision(order), ground=ground
        )
        act = ledger.desk_act(
            RecordKind.OFFICER, one.receiver_id, PeopleAct.DELEGATION_ENDED, content, system
        )
        outcome = await ledger.record(act, system)
        if isinstance(outcome, Refused):
            raise Stopped(outcome.text)
    return len(held)
