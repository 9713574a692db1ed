"""Decisions that change an inspection decision: the paper as it would be signed, and what it does."""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.core.database import at_once
from backend.core.errors import Conflict
from backend.documents import forms
from backend.documents import service as documents
from backend.fieldwork.decision_papers.filling import Filled
from backend.fieldwork.inspections import conflicts, issue
from backend.fieldwork.queries import decision_changes as queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.inspection_rows import IssuingOfficer
from backend.fieldwork.rules import decision_changes as rules
from backend.fieldwork.rules import decisions as decision_rules
from backend.fieldwork.rules.decision_fields import Signer
from backend.fieldwork.rules.desk_papers import EXTENDS
from backend.force.delegations import service as delegations
from schemas.core.base import Wire
from schemas.fieldwork.acts import TeamMember
from schemas.fieldwork.decision_changes import DecisionAmended, DecisionExtended
from schemas.fieldwork.decision_papers import PaperPrinted
from schemas.fieldwork.decisions import (
    DecisionChange,
    DecisionFault,
    DecisionInForce,
    IssueDecision,
)
from schemas.fieldwork.minutes_flow import DecisionWithdrawn
from schemas.fieldwork.words import ActType


class PrintedOver(Conflict):
    """What was printed to be signed by hand no longer fits: the team or the decision changed since."""

    code = "printed_over"
    text_vi = (
        "Từ khi in, có người trong Đoàn không còn làm nhiệm vụ, hoặc thời hạn đã được gia hạn bằng quyết định khác, "
        "nên tờ đã in không còn đúng. Bản quét vẫn được giữ, quyết định chưa được ghi. Nếu chỉ có thành viên rời Đoàn: "
        "gửi lại và đánh dấu ô xác nhận điều đó. Nếu không, hoặc Trưởng Đoàn đã rời Đoàn, hoặc còn dưới 2 người: hãy "
        "hủy tờ đã in (nêu lý do) và soạn lại."
    )
    text_en = (
        "Since it was printed somebody of the team is no longer on duty, or another decision extended the time, so the "
        "sheet no longer fits. The scan is kept, the decision was not entered. If only members have left, send it "
        "again and tick the box that says so. Otherwise, or if the leader has left, or fewer than 2 are left, give the "
        "printed sheet up (with a reason) and draft it again."
    )


async def require_team(named: list[UUID], actor: Actor) -> None:
    """Require that everybody whom a printed paper names to the team is on duty. Raises PrintedOver."""
    if len(await read_queries.team_candidates(actor, named)) != len(set(named)):
        raise PrintedOver


async def filled(
    change: DecisionChange, inspection_id: UUID, signer_id: UUID, actor: Actor
) -> Filled:
    """Return the paper as this officer would sign it today. Joins the caller's transaction."""
    form, day = rules.form_of(change), clock.today()
    version = forms.newest(form)
    before = await queries.decision(inspection_id)
    async with at_once() as ask:
        signing = ask(issue.in_office(signer_id, day))
        issuing = ask(_issuer_of(inspection_id))
        joining = ask(_team(change, before, actor))
        standing = ask(queries.state(inspection_id))
        against = ask(issue.issuer_faults(signer_id, day))
    officer, office = signing.result()
    team, faults = joining.result()
    fields = rules.fields(
        documents.get_form(form, version),
        change,
        before,
        team,
        Signer(officer.full_name, office.title, officer.unit_name, office.cited),
        day,
        delegations.as_basis(office.cited) if office.cited else None,
    )
    return Filled(
        version=version,
        fields=fields,
        fields_hash=sha256_hex(fields),
        day=day,
        faults=[
            *rules.faults(change, before),
            *rules.office_faults(officer.path, issuing.result().path),
            *rules.withdrawal_faults(change, standing.result()),
            *faults,
            *against.result(),
        ],
        signer_id=signer_id,
        officer=officer,
        office=office,
    )


async def _issuer_of(inspection_id: UUID) -> IssuingOfficer:
    """Return the officer who issued the decision that is changed."""
    return await read_queries.issuer(await queries.issued_by(inspection_id))


async def _team(
    change: DecisionChange, before: DecisionInForce, actor: Actor
) -> tuple[list[TeamMember], list[DecisionFault]]:
    """Return the new team, and what is wrong with it; nothing if it stays."""
    if change.leader_id is None:
        return [], []
    order = _as_order(change, before)
    named = list(dict.fromkeys([order.leader_id, *order.member_ids]))
    known = {one.officer_id: one for one in await read_queries.team_candidates(actor, named)}
    team = [issue.member_of(known[one], one == order.leader_id) for one in named if one in known]
    same = await conflicts.team_faults(named, before.subject)
    return team, [*decision_rules.team_faults(order, known), *same]


def _as_order(change: DecisionChange, before: DecisionInForce) -> IssueDecision:
    """Return the change of a team as an order, by which teams are judged."""
    leader = change.leader_id or next(one.officer_id for one in before.team if one.leader)
    return IssueDecision(
        subject=before.subject,
        place=before.place,
        legal_bases=before.legal_bases,
        contents=before.contents,
        duration_days=before.duration_days,
        complex=before.complex,
        start_on=max(before.start_on, clock.today()),
        leader_id=leader,
        member_ids=change.member_ids or [],
        no_conflict_declared=change.no_conflict_declared,
    )


async def effect(
    change: DecisionChange, inspection_id: UUID, printed: PaperPrinted, actor: Actor
) -> tuple[ActType, Wire]:
    """Return the act that the signed paper means for its inspection. Raises PrintedOver."""
    before = await queries.decision(inspection_id)
    if rules.faults(change, before):
        raise PrintedOver
    if change.withdraws:
        return ActType.DECISION_WITHDRAWN, DecisionWithdrawn(
            reason=change.reason,
            paper=printed.document_id,
            number=printed.number,
            issued_on=printed.issued_on,
        )
    if rules.form_of(change) == EXTENDS:
        return ActType.DECISION_EXTENDED, DecisionExtended(
            paper=printed.document_id,
            number=printed.number,
            issued_on=printed.issued_on,
            reason=change.reason,
            duration_days=change.duration_days or 0,
        )
    if change.leader_id is not None:
        await require_team([change.leader_id, *(change.member_ids or [])], actor)
    team, _ = await _team(change, before, actor)
    return ActType.DECISION_AMENDED, DecisionAmended(
        paper=printed.document_id,
        number=printed.number,
        issued_on=printed.issued_on,
        reason=change.reason,
        contents=[one.strip() for one in change.contents if one.strip()]
        if change.contents is not None
        else None,
        place=change.place.strip() if change.place is not None else None,
        team=team or None,
    )
