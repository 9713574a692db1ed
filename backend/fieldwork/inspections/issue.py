"""Issuing an inspection decision (QĐ-KT): check it, number it without gaps, record it as an act."""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import change_feed, clock, formats, local_time, remembering
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import DomainError, NotAllowed
from backend.fieldwork.inspections import conflicts, entering, retaking, unknown
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.inspection_rows import IssuingOfficer
from backend.fieldwork.rules import decisions as decision_rules
from backend.force.delegations import service as delegations
from backend.force.notices import service as notices
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer
from backend.law.deadlines import service as deadlines
from backend.law.sanctions import service as sanctions
from backend.ledger import service as ledger
from schemas.core.entered_again import EnteredAgain
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.fieldwork.acts import DecisionIssued, TeamMember
from schemas.fieldwork.decisions import (
    DecisionAgain,
    DecisionFault,
    IssuedDecision,
    IssueDecision,
    TeamCandidate,
)
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType

FORM = entering.FORM


class DecisionNotIssuable(DomainError):
    """The decision would break rules; `faults` says which, by field."""

    code = "decision_not_issuable"
    status = 422
    text_vi = "Chưa ban hành được quyết định: còn điều phải sửa. Hãy xem từng mục được nêu, sửa rồi ký lại."
    text_en = "The decision cannot be issued yet: look at each point that is named, correct it, then sign again."

    def __init__(self, faults: list[DecisionFault]) -> None:
        super().__init__(faults=msgspec.to_builtins(faults))
        self.faults = faults


async def team_candidates(actor: Actor) -> list[TeamCandidate]:
    """Return the officers whom this issuer can name to a team.

    Raises NotAllowed if the officer may not issue decisions.
    """
    if not actor.has(Role.SUPERVISOR):
        raise NotAllowed
    return await read_queries.team_candidates(actor)


async def check_decision(
    order: IssueDecision, actor: Actor, again: DecisionAgain | None = None
) -> list[DecisionFault]:
    """Return every fault that prevents issuing the decision; empty if it can be issued.

    A decision that is entered `again` is judged by its own date.
    """
    if not actor.has(Role.SUPERVISOR):
        raise NotAllowed
    found = await faults_of(
        order, actor, actor.officer_id, _day(again), issued_before=again is not None
    )
    if again is not None:
        issuer = await read_queries.issuer(actor.officer_id)
        found.extend(await entering.faults(again, issuer.unit_id, issuer.unit_code))
    return found


async def faults_of(
    order: IssueDecision,
    actor: Actor,
    issuer_id: UUID,
    day: date,
    *,
    issued_before: bool = False,
) -> list[DecisionFault]:
    """Return every fault that prevents this issuer from issuing the decision on that day.

    The team is looked for in the unit of `actor` and below.
    """
    named = [order.leader_id, *order.member_ids]
    async with at_once() as ask:
        able = ask(read_queries.team_candidates(actor, named))
        against = ask(issuer_faults(issuer_id, day))
        same = ask(conflicts.team_faults(named, order.subject))
    team = {one.officer_id: one for one in able.result()}
    found = decision_rules.faults(
        order, team, day, deadlines.calendar(), issued_before=issued_before
    )
    return [*found, *same.result(), *against.result()]


async def issuer_faults(issuer_id: UUID, day: date) -> list[DecisionFault]:
    """Return why this officer may not issue decisions on that day (Ordinance 11/2016 Art 21)."""
    found: list[DecisionFault] = []
    issuer, office = await in_office(issuer_id, day)
    if not issuer.has_card:
        found.append(
            DecisionFault(
                field="issuer",
                text=Text(
                    vi="Người ban hành phải có Thẻ kiểm tra thị trường còn hiệu lực "
                    "(Điều 21 Pháp lệnh 11/2016/UBTVQH13).",
                    en="The issuer holds a valid inspection card (Ordinance 11/2016 Art 21).",
                ),
            )
        )
    if office.fault:
        found.append(DecisionFault(field="issuer", text=office.fault))
    return found


def _day(again: DecisionAgain | None) -> date:
    return again.day if again else clock.today()


class Office(msgspec.Struct, frozen=True):
    """The position under which an officer issues decisions on a day."""

    title: str
    """The title under which the officer issues; empty without one in the issuing unit or above."""
    cited: str | None
    """How the decision cites the delegation under which a deputy issues it."""
    fault: Text | None
    """Why the officer may not issue, or None."""


@remembering.once
async def in_office(officer_id: UUID, day: date) -> tuple[IssuingOfficer, Office]:
    """Return an officer, who exists, with the position under which the officer issues decisions on a day.

    Who signs has locked the delegations before (delegations.hold).
    """
    issuer = await read_queries.issuer(officer_id)
    return issuer, await _office_of(issuer, officer_id, day)


async def _office_of(issuer: IssuingOfficer, officer_id: UUID, day: date) -> Office:
    """Return the position under which the officer issues (Ordinance 11/2016 Art 21).

    It is one of the issuing unit or of a unit above it. An officer with two titles has the powers
    of both: a head's title goes before a deputy's, and a deputy's before any other.
    """
    units = [one for one in issuer.path.as_tuple() if one is not None]
    async with at_once() as ask:
        titles = ask(read_queries.titles_held(officer_id, units, day))
        citing = ask(delegations.citation(officer_id, FORM, day, None, units))
    held, cited = titles.result(), citing.result()
    faults = {
        title: sanctions.inspection_fault(sanctions.title_code(title), delegated=cited is not None)
        for title in held or [""]
    }
    title = min(
        faults, key=lambda one: decision_rules.rank(faults[one] is None, sanctions.is_deputy(one))
    )
    fault = faults[title]
    return Office(
        title=title,
        cited=cited if sanctions.is_deputy(title) else None,
        fault=sanctions.said(fault, sanctions.offices(day, None)) if fault else None,
    )


async def issue_decision(
    order: IssueDecision,
    actor: Actor,
    again: DecisionAgain | None = None,
    minutes_flow: Literal[2] | None = FLOW,
) -> IssuedDecision:
    """Issue a decision, inside the caller's transaction, so no number is taken if issuing fails.

    A decision that a restore lost is entered `again`. It keeps its inspection, number and date, and
    follows the flow of that date. What phones sent of the inspection meanwhile is judged again.
    `minutes_flow` None is the older flow, which no new decision uses. Raises NotAllowed;
    DecisionNotIssuable with every fault; RefusedAct; NotFound if phones sent nothing of the lost
    inspection, or if it exists.
    """
    lost = await unknown.record(again.record_id, actor) if again else None
    await delegations.hold(actor.officer_id)
    if found := await check_decision(order, actor, again):
        raise DecisionNotIssuable(found)
    day = _day(again)
    issuer, office = await in_office(actor.officer_id, day)
    named = list(dict.fromkeys([order.leader_id, *order.member_ids]))
    decision_id = (lost and lost.decision_of(named)) or new_id()
    issuing = Issuer(kind="unit", id=issuer.unit_id)
    if again:
        said, number = await entering.enter(again, issuing, issuer.unit_code, decision_id)
    else:
        said = None
        taken = await numbering.take(issuing, FORM, day.year, decision_id)
        number = numbering.unit_number_text(FORM, taken.number, issuer.unit_code)
    bases = [text.strip() for text in order.legal_bases if text.strip()]
    if office.cited:
        bases.append(delegations.as_basis(office.cited))
    return await record_decision(
        order,
        actor,
        Numbered(
            inspection_id=again.record_id if again else new_id(),
            decision_id=decision_id,
            number=number,
            day=day,
            legal_bases=bases,
            issuer_name=issuer.full_name,
            issuer_title=office.title,
            again=said,
            minutes_flow=await _flow_of(day) if again else minutes_flow,
        ),
    )


class Numbered(msgspec.Struct, frozen=True, kw_only=True):
    """What a decision has besides its order: number, day, bases as cited, and issuer."""

    inspection_id: UUID
    decision_id: UUID
    number: str
    day: date
    legal_bases: list[str]
    issuer_name: str
    issuer_title: str
    again: EnteredAgain | None = None
    minutes_flow: Literal[2] | None = FLOW
    paper: UUID | None = None
    """The paper that it is; None if only the number is recorded."""


async def record_decision(order: IssueDecision, actor: Actor, numbered: Numbered) -> IssuedDecision:
    """Record the decision and tell the team, in the caller's transaction.

    The caller has checked the order and used the number. Raises RefusedAct.
    """
    named = list(dict.fromkeys([order.leader_id, *order.member_ids]))
    team = {one.officer_id: one for one in await read_queries.team_candidates(actor, named)}
    decision = DecisionIssued(
        decision_id=numbered.decision_id,
        number=numbered.number,
        unit_id=team[order.leader_id].unit_id,
        issued_on=numbered.day,
        legal_bases=numbered.legal_bases,
        subject=order.subject,
        place=order.place.strip(),
        latitude_e7=order.latitude_e7,
        longitude_e7=order.longitude_e7,
        contents=[text.strip() for text in order.contents if text.strip()],
        duration_days=order.duration_days,
        complex=order.complex,
        start_on=order.start_on,
        team=[member_of(team[officer], officer == order.leader_id) for officer in named],
        issuer_name=numbered.issuer_name,
        issuer_title=numbered.issuer_title,
        no_conflict_declared=order.no_conflict_declared,
        again=numbered.again,
        minutes_flow=numbered.minutes_flow,
        paper=numbered.paper,
        plan_item_id=order.plan_item_id,
    )
    inspection_id = numbered.inspection_id
    parsed = ledger.desk_act(
        RecordKind.INSPECTION, inspection_id, ActType.DECISION_ISSUED, decision, actor
    )
    ledger.unwrap(await ledger.record(parsed, actor))
    if numbered.again:
        await retaking.retake(inspection_id, parsed.act.id, actor)
    await _tell(named, inspection_id, decision)
    if numbered.paper is None and numbered.again is None:
        words = {
            "number": decision.number,
            "day": formats.day(decision.issued_on),
            "subject": decision.subject.name,
            "place": decision.place,
        }
        others = [one for one in named if one != actor.officer_id]
        once = f"{decision.decision_id}/in_force"
        await notices.tell(others, "inspection", inspection_id, "decision.signed", words, once=once)
    return IssuedDecision(
        inspection_id=inspection_id, decision_id=decision.decision_id, number=decision.number
    )


async def _flow_of(day: date) -> Literal[2] | None:
    """Return the flow by which the team of a lost decision worked.

    It is the newer flow from the day on which this installation got it.
    """
    since = await read_queries.newer_flow_since()
    return FLOW if day >= local_time.day_of(since) else None


def member_of(candidate: TeamCandidate, leader: bool) -> TeamMember:
    """Return an officer as a decision names them."""
    return TeamMember(
        officer_id=candidate.officer_id,
        full_name=candidate.full_name,
        title=candidate.title_vi,
        officer_number=candidate.officer_number,
        card_number=candidate.card_number,
        leader=leader,
    )


async def _tell(team: list[UUID], inspection_id: UUID, decision: DecisionIssued) -> None:
    await change_feed.tell(team, "decision", str(inspection_id))
    if decision.subject.subject_id:
        await change_feed.tell(team, "subject", str(decision.subject.subject_id))
    for officer in team:
        await change_feed.tell(team, "officer", str(officer))
