"""Notices of a hearing and to the owner of goods, and copies of decisions (Law Arts 61, 72, 126)."""

from datetime import date
from typing import Any

from backend.casework.acts.clock_facts import Happened, SoFar, fact, of_what
from backend.casework.acts.declaring import (
    SAME_HAND,
    WARNED,
    Ask,
    Decision,
    Declared,
    Move,
    Unusual,
    Who,
)
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.acts.shared import named
from backend.casework.rules import offering, recording, unclaimed, warning
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import NOT_ARCHIVED, WITH_EXHIBITS
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.ledger.bounds.edges import At, Today, Told
from backend.ledger.bounds.table import HAPPENED, LAW, ORDER, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import notices as case_notices
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.law.deadlines import Fact


def _guard_hearing_notified(
    content: case_notices.HearingNotified, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a notice of a hearing for which nobody asked; warn of one after the time to decide."""
    if not recording.hearing_asked(facts):
        return refusal("case_hearing_unasked")
    if content.sheet is not None and all(one.first != content.sheet for one in facts.folio):
        return refusal("case_sheet_unknown", sheet=content.sheet)
    if not context.over_on("D12", day_of(content.hearing_at)):
        return None
    return warning.unless(content.despite, warning.HEARING_LATE)


HEARING_NOTIFIED = Declared(
    wire=CaseAct.HEARING_NOTIFIED,
    who=Who.WORKER,
    moves=(Move({CaseState.AWAIT_EXPLANATION}),),
    asks=(Ask.TIME,),
    guard=_guard_hearing_notified,
    unusual=WARNED,
    bounds=(
        bound("/notified_on", (LAW, Told("recorded")), Today(), HAPPENED),
        bound("/hearing_at", At("/notified_on"), At("/notified_on", 366), ORDER),
    ),
)


def _guard_exhibits_unclaimed(
    content: case_notices.ExhibitsUnclaimed, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return unclaimed.unclaimed_fault(content, facts)


def _unclaimed_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return a fact for each seizure whose goods or licence nobody came for."""
    content = act.content
    details = {"unclaimed": content.unclaimed, "held_until": content.held_until.isoformat()}
    return [
        fact(act, details | {"seizure_id": str(seizure)})
        for seizure, goods in so_far.held.items()
        if goods & set(content.exhibits)
    ]


EXHIBITS_UNCLAIMED = Declared(
    wire=CaseAct.EXHIBITS_UNCLAIMED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    offered=offering.goods_left,
    guard=_guard_exhibits_unclaimed,
    tells=_unclaimed_tells,
    unusual=WARNED,
    bounds=(bound("/held_until", (LAW, Told("seized")), Today(), HAPPENED),),
)


def _fold_owner_notified(content: case_notices.OwnerNotified, facts: Facts, _event: Event) -> None:
    for one in content.exhibits:
        facts.exhibits[one].notices += (content,)


def _guard_owner_notified(
    content: case_notices.OwnerNotified, facts: Facts, context: GuardContext
) -> Refuse | None:
    return unclaimed.notice_fault(content, facts) or filed(
        content.sheet, content.alone, facts, context.officer_id
    )


def _notice_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return a fact for each seizure whose goods the notice is about."""
    details: dict[str, Any] = {"notice": act.content.notice, "owner": act.content.owner}
    about = set(act.content.exhibits)
    return [
        fact(act, details | {"seizure_id": str(seizure)})
        for seizure, goods in so_far.held.items()
        if goods & about
    ]


OWNER_NOTIFIED = Declared(
    wire=CaseAct.OWNER_NOTIFIED,
    who=Who.HEAD,
    moves=(Move(WITH_EXHIBITS),),
    offered=offering.owner_called,
    fold=_fold_owner_notified,
    touches=named,
    guard=_guard_owner_notified,
    tells=_notice_tells,
    unusual=(*WARNED, *SAME_HAND),
    bounds=(bound("/notified_on", (LAW, Told("seized")), Today(), HAPPENED),),
)


def _fold_owner_not_awaited(
    content: case_notices.OwnerNotAwaited, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.exhibits[one].not_awaited = content.why


def _guard_owner_not_awaited(
    content: case_notices.OwnerNotAwaited, facts: Facts, _world: GuardContext
) -> Refuse | None:
    held = unclaimed.held(facts, content.exhibits)
    return refusal("case_exhibit") if held is None else None


OWNER_NOT_AWAITED = Declared(
    wire=CaseAct.OWNER_NOT_AWAITED,
    who=Who.HEAD,
    moves=(Move(WITH_EXHIBITS),),
    offered=offering.owner_called,
    decides=Decision(),
    fold=_fold_owner_not_awaited,
    touches=named,
    guard=_guard_owner_not_awaited,
    unusual=(Unusual(ExceptionKind.LEGAL_WARNING, "reason"),),
)


def _copy_tells(content: case_notices.CopySent, so_far: SoFar) -> dict[str, Any]:
    return {"to": content.to, "of": of_what(content.document_id, so_far)}


def _decided(view: CaseView, _today: date) -> bool:
    """Tell whether the case has a decision on the violation, whose copies are sent."""
    return view.decision_id is not None


COPY_SENT = Declared(
    wire=CaseAct.COPY_SENT,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    offered=_decided,
    compared_first=(Compared("document_id"),),
    paper=Stands(),
    details=_copy_tells,
    bounds=(bound("/sent_on", (LAW, Told("decided")), Today(), HAPPENED),),
)

ALL = (HEARING_NOTIFIED, EXHIBITS_UNCLAIMED, OWNER_NOTIFIED, OWNER_NOT_AWAITED, COPY_SENT)
