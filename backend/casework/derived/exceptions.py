"""Which acts are exceptions, by when these are checked, and who may check them. Pure."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.acts.declaring import Declared
from backend.casework.acts.index import ACTS
from backend.casework.texts.exceptions import KINDS
from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.core.local_time import day_of
from backend.fieldwork.acts.index import ACTS as INSPECTION_ACTS
from backend.law.rules.counting import Calendar, add_working_days, end_of
from schemas.casework.acts.parts import Opening
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import Role
from schemas.fieldwork.acts import DecisionIssued
from schemas.fieldwork.words import ActType
from schemas.force.acts import PeopleAct

CHECK_DAYS = 5
"""Working days in which the level above checks an officer who acted alone (practice B6)."""

_NOT_CARRIED_OUT = {
    "inspection.discarded": ExceptionKind.DISCARDED,
    "decision.withdrawn": ExceptionKind.WITHDRAWN,
}
_OF_INSPECTIONS = frozenset(
    {
        *_NOT_CARRIED_OUT,
        "decision.issued",
        *(str(kind) for kind, one in INSPECTION_ACTS.items() if one.exceptional),
    }
)
_WITH_TERM = frozenset(
    {
        *(ExceptionKind.SELF_SIGNED, ExceptionKind.SAME_HAND, ExceptionKind.REOPENED),
        *(ExceptionKind.SHEET_DIFFERS, ExceptionKind.FORMER_MEMBER),
        *(ExceptionKind.GIVEN_UP, ExceptionKind.LATE_ENTRY, ExceptionKind.NO_FINE),
        *(ExceptionKind.DECIDED_TWICE, ExceptionKind.ANOTHER_PARTY, ExceptionKind.NO_OPINION),
        *(ExceptionKind.EMERGENCY, ExceptionKind.NO_PLAN, ExceptionKind.EMERGENCY_ACCESS),
        *(ExceptionKind.SAME_NAME, ExceptionKind.RELATED),
        *(
            ExceptionKind.ENTERED_AGAIN,
            ExceptionKind.GAIN_KEPT,
            ExceptionKind.RECEIPT_AGAIN,
            ExceptionKind.UNPAID,
            ExceptionKind.UNDONE,
            ExceptionKind.LEGAL_WARNING,
        ),
    }
)


class Found(msgspec.Struct, frozen=True):
    """An exception that an act is, with its maker's reason (empty if none is asked)."""

    kind: ExceptionKind
    reason: str


def _declared(act_type: str) -> Declared | None:
    """Return the declared act of a case of this name; None for acts of other records."""
    return ACTS[CaseAct(act_type)] if act_type in set(CaseAct) else None


def may_be_one(act_type: str) -> bool:
    """Tell whether acts of this type can be exceptions at all."""
    declared = _declared(act_type)
    if declared is None:
        return act_type in _OF_INSPECTIONS or act_type == PeopleAct.EMERGENCY_ASKED
    return bool(declared.unusual) or declared.opens


def found(act_type: str, content: Any, officer_id: UUID) -> Found | None:
    """Return the exception that an accepted act is; None for an act that follows the rule."""
    beside, why = _found(act_type, content, officer_id), _again(act_type, content)
    if why is None:
        return beside
    # One line for each act: the reason names what else is unusual about it.
    said = (beside.reason or KINDS[beside.kind].vi) if beside else ""
    return Found(ExceptionKind.ENTERED_AGAIN, " – ".join(one for one in (why, said) if one))


def _found(act_type: str, content: Any, officer_id: UUID) -> Found | None:
    if (declared := _declared(act_type)) is not None:
        return _first(*((one.kind, one.of(content)) for one in declared.unusual))
    match act_type:
        case PeopleAct.EMERGENCY_ASKED:
            return Found(ExceptionKind.EMERGENCY_ACCESS, content.reason)
        case "inspection.discarded" | "decision.withdrawn":
            return Found(_NOT_CARRIED_OUT[act_type], content.reason)
        case "decision.issued":
            leads = any(one.officer_id == officer_id and one.leader for one in content.team)
            return Found(ExceptionKind.LEADER_IS_ISSUER, "") if leads else None
        case _:
            return _of_inspection(act_type, content)


def _of_inspection(act_type: str, content: Any) -> Found | None:
    declared = INSPECTION_ACTS[ActType(act_type)] if act_type in set(ActType) else None
    told = declared.exceptional(content) if declared and declared.exceptional else None
    return Found(ExceptionKind(told[0]), told[1]) if told else None


def _again(act_type: str, content: Any) -> str | None:
    """Return the reason why a case, paper or decision was entered again after a restore.

    None for all others; empty for papers from before this was asked.
    """
    declared = _declared(act_type)
    if declared is not None and declared.entered_again is not None:
        return declared.entered_again(content)
    said = getattr(content, "opening", content)
    return said.again.reason if isinstance(said, Opening | DecisionIssued) and said.again else None


def _first(*kinds: tuple[ExceptionKind, str | None]) -> Found | None:
    """Return an act's one line: the first kind with a reason, and the reasons of all kinds.

    So the officer who checks it reads the other reasons too.
    """
    told = [(kind, reason) for kind, reason in kinds if reason]
    return Found(told[0][0], "\n".join(reason for _, reason in told)) if told else None


def check_by(kind: ExceptionKind, at: datetime, calendar: Calendar) -> datetime | None:
    """Return the end (UTC) of the last day to check it; None if it has no term."""
    if kind not in _WITH_TERM:
        return None
    return end_of(add_working_days(day_of(at), CHECK_DAYS, calendar))


def may_check(
    actor: Actor,
    officer_id: UUID,
    unit: UnitPath,
    officer_unit: UnitPath,
    kind: ExceptionKind | None = None,
) -> bool:
    """Tell whether the officer may check an exception; nobody checks their own act.

    An auditor over the unit may, or a supervisor of a level above both unit and maker. An officer
    who got an auditor's role besides one that is checked, while that was still possible, does not
    count as an auditor. Emergency access is judged by auditors alone, because heads confirm it.
    """
    if actor.officer_id == officer_id or not scope.covers(actor, unit):
        return False
    if actor.only_audits:
        return True
    if kind is ExceptionKind.EMERGENCY_ACCESS:
        return False
    above = actor.unit.level < min(unit.level, officer_unit.level)
    return actor.has(Role.SUPERVISOR) and above and scope.covers(actor, officer_unit)
