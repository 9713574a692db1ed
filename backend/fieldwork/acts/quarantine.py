"""A supervisor's acts about held evidence and about findings.

They are possible in every state, because they do not change it.
"""

from backend.fieldwork.acts.declaring import STAYS, Ask, Declared, Face, Who, Written
from backend.fieldwork.rules import inspections as rules
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Accept, Judgement, Refuse
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.findings import FindingWeighed
from schemas.fieldwork.words import ActType, QuarantineCode


def _objection(state: LockedInspection, context: GuardContext) -> Refuse | None:
    """Refuse a decision on a held act by its maker, by a member of the team or by the submitter.

    A second person must decide. The system may admit only acts that were held because something was
    missing (`JUDGED_ANEW`): that takes no person's judgement.
    """
    held = context.held
    if held is None:
        return refusal("quarantine_unknown")
    if held.decided:
        return refusal("quarantine_decided")
    if rules.is_system(context.actor):
        return None if held.code in rules.JUDGED_ANEW else refusal("not_allowed")
    mine = rules.own_work(context.actor.officer_id, state.team, state.submitted_by, held.officer_id)
    return refusal("quarantine_own") if mine else None


def _guard_admitted(
    _content: inspection_acts.EvidenceAdmitted, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    held = context.held
    if objection := _objection(state, context):
        return objection
    if held is None:
        raise TypeError("an objection is made to an unknown act")
    code = held.code
    if code in rules.NEVER_ADMITTED:
        return refusal("quarantine_signature")
    final = rules.never_admitted(code, state.minutes_flow) or context.beside
    if final and not rules.is_system(context.actor):
        return refusal("quarantine_final")
    return refusal("quarantine_unknown") if code == QuarantineCode.PHOTO_ID_TAKEN else None


EVIDENCE_ADMITTED = Declared(
    wire=ActType.EVIDENCE_ADMITTED,
    face=Face.DESK,
    who=Who.HEAD,
    older=STAYS,
    newer=STAYS,
    asks=(Ask.HELD,),
    guard=_guard_admitted,
    by_the_system=True,
    admits=True,
    joins_the_file=True,
    writes=Written.QUARANTINE,
)


def _guard_dismissed(
    _content: inspection_acts.EvidenceDismissed, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    return _objection(state, context) or Accept(next_state=None, note=context.held)


EVIDENCE_DISMISSED = Declared(
    wire=ActType.EVIDENCE_DISMISSED,
    face=Face.DESK,
    who=Who.HEAD,
    older=STAYS,
    newer=STAYS,
    asks=(Ask.HELD,),
    guard=_guard_dismissed,
    writes=Written.QUARANTINE,
)


def _guard_weighed(
    _content: FindingWeighed, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    """Refuse to weigh a finding about one's own work, or one that changed since it was shown."""
    if rules.own_work(context.actor.officer_id, state.team, state.submitted_by):
        return refusal("own_work")
    return refusal(context.finding) if context.finding else None


FINDING_WEIGHED = Declared(
    wire=ActType.FINDING_WEIGHED,
    face=Face.DESK,
    who=Who.HEAD,
    older=STAYS,
    newer=STAYS,
    asks=(Ask.FINDING,),
    guard=_guard_weighed,
    writes=Written.WEIGHT,
)

QUARANTINE_RULINGS = (EVIDENCE_ADMITTED, EVIDENCE_DISMISSED)
WEIGHINGS = (FINDING_WEIGHED,)
ALL = (*QUARANTINE_RULINGS, *WEIGHINGS)
