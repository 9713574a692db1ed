"""Which acts are exceptions, until when they are checked, and who may check them. Pure."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.actors import Actor, UnitPath
from backend.deadlines.rules import Calendar, add_working_days, day_of, end_of
from backend.exceptions.texts import KINDS
from schemas.acts import DecisionIssued
from schemas.case_acts import Opening
from schemas.case_side_acts import DocumentPrinted
from schemas.exceptions import ExceptionKind
from schemas.vocabulary import Role

CHECK_DAYS = 5
"""Working days in which the level above checks who acted alone (practice B6)."""

_ALONE = {
    "document.issued": ExceptionKind.SELF_SIGNED,
    "document.printed": ExceptionKind.SELF_SIGNED,
    **dict.fromkeys(
        (
            *("execution.completed", "exhibits.moved", "exhibits.disposed", "decision.delivered"),
            *("enforcement.ordered", "execution.suspended", "decision.annulled"),
            *("decision.due_again", "sanction.declined", "case.transferred", "case.closed"),
        ),
        ExceptionKind.SAME_HAND,
    ),
}
_CHECKED = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK)
_LATE = frozenset({"sanction.imposed", "sanction.imposed_on_spot"})
_NOT_CARRIED_OUT = {
    "inspection.discarded": ExceptionKind.DISCARDED,
    "decision.withdrawn": ExceptionKind.WITHDRAWN,
}
_OTHERS = frozenset(
    {
        *("case.reopened", "inspection.discarded", "decision.issued", "document.discarded"),
        "decision.withdrawn",
        *(
            "remedy.ordered",
            "case.opened",
            "violation.recorded",
            "payment.received",
            "case.archived",
            "information.received",
            "plan_item.entered",
            "inspection.proposed",
        ),
    }
)
_WITH_TERM = frozenset(
    {
        *(ExceptionKind.SELF_SIGNED, ExceptionKind.SAME_HAND, ExceptionKind.REOPENED),
        *(ExceptionKind.GIVEN_UP, ExceptionKind.LATE_ENTRY, ExceptionKind.NO_FINE),
        *(ExceptionKind.DECIDED_TWICE, ExceptionKind.ANOTHER_PARTY, ExceptionKind.NO_OPINION),
        *(
            ExceptionKind.ENTERED_AGAIN,
            ExceptionKind.GAIN_KEPT,
            ExceptionKind.RECEIPT_AGAIN,
            ExceptionKind.UNPAID,
            ExceptionKind.UNDONE,
        ),
    }
)


class Found(msgspec.Struct, frozen=True):
    """An exception that an act tells of, with the reason that its maker gave (empty where none is asked)."""

    kind: ExceptionKind
    reason: str


def may_be_one(act_type: str) -> bool:
    """Whether acts of this type can be exceptions at all."""
    return act_type in _ALONE or act_type in _OTHERS or act_type in _LATE


def found(act_type: str, content: Any, officer_id: UUID) -> Found | None:
    """What exception an accepted act is; None for what goes by the rule."""
    beside, why = _found(act_type, content, officer_id), _again(content)
    if why is None:
        return beside
    # One line an act: what else is unusual about it stands in the reason.
    said = (beside.reason or KINDS[beside.kind].vi) if beside else ""
    return Found(ExceptionKind.ENTERED_AGAIN, " – ".join(one for one in (why, said) if one))


def _found(act_type: str, content: Any, officer_id: UUID) -> Found | None:
    if act_type in _ALONE:
        return _first(
            (ExceptionKind.UNPAID, getattr(content, "unpaid", None)),
            (_ALONE[act_type], getattr(content, "alone", None)),
            # Older acts name no ground, and were listed by no rule.
            (ExceptionKind.NO_FINE, content.reason if _declined(act_type, content) else None),
        )
    if act_type in _LATE:
        return _first(
            *_beside(content),
            (ExceptionKind.LATE_ENTRY, getattr(content, "late", None)),
            (ExceptionKind.NO_OPINION, getattr(content, "no_opinion", None)),
        )
    match act_type:
        case "case.reopened":
            return Found(ExceptionKind.REOPENED, getattr(content, "reason", "") or "")
        case "case.archived":
            return _first((ExceptionKind.UNDONE, getattr(content, "undone", None)))
        case "case.opened" | "violation.recorded":
            other = content.another_party
            return Found(ExceptionKind.ANOTHER_PARTY, other) if other else None
        case "payment.received":
            return Found(ExceptionKind.RECEIPT_AGAIN, content.again) if content.again else None
        case "remedy.ordered":
            # Older acts on "another ground" name no proof, and were listed by no rule.
            unusual = content.why == "other" and content.ground_proof is not None
            told = [one for one in _beside(content) if one[1]]
            if not told and not unusual:
                return None
            return _first(*told, (ExceptionKind.NO_FINE, content.reason))
        case "inspection.discarded" | "decision.withdrawn":
            return Found(_NOT_CARRIED_OUT[act_type], content.reason)
        case "document.discarded":
            given_up = content.number is not None
            return Found(ExceptionKind.GIVEN_UP, content.reason) if given_up else None
        case "decision.issued":
            leads = any(one.officer_id == officer_id and one.leader for one in content.team)
            return Found(ExceptionKind.LEADER_IS_ISSUER, "") if leads else None
        case _:
            return None


def _again(content: Any) -> str | None:
    """How it is known of what was entered again after a restore: a case, a paper, a decision. None for all others;
    empty for papers of before it was asked."""
    if isinstance(content, DocumentPrinted):
        signed = f" (người ký: {content.issuer_name})" if content.signed_by else ""
        return f"{content.restored_why or ''}{signed}" if content.restored else None
    said = getattr(content, "opening", content)
    return said.again.reason if isinstance(said, Opening | DecisionIssued) and said.again else None


def _declined(act_type: str, content: Any) -> bool:
    """Whether nobody is sanctioned, on a ground that is named."""
    return act_type == "sanction.declined" and content.why is not None


def _beside(content: Any) -> list[tuple[ExceptionKind, str | None]]:
    """What a decision says of itself beside its paper."""
    return [
        (ExceptionKind.DECIDED_TWICE, getattr(content, "twice", None)),
        (ExceptionKind.GAIN_KEPT, getattr(content, "gain_kept", None)),
    ]


def _first(*kinds: tuple[ExceptionKind, str | None]) -> Found | None:
    """An act has one line, of the first kind that has a reason: who checks it reads the others' reasons there too."""
    told = [(kind, reason) for kind, reason in kinds if reason]
    return Found(told[0][0], "\n".join(reason for _, reason in told)) if told else None


def check_by(kind: ExceptionKind, at: datetime, calendar: Calendar) -> datetime | None:
    """The end (UTC) of the last day on which it is to be checked; None where no term runs."""
    if kind not in _WITH_TERM:
        return None
    return end_of(add_working_days(day_of(at), CHECK_DAYS, calendar))


def may_check(actor: Actor, officer_id: UUID, unit: UnitPath, officer_unit: UnitPath) -> bool:
    """An auditor over the unit, or a supervisor of a level above both unit and maker; never who did it himself.

    Who was given an auditor's role beside one that is checked, before that was shut, does not check as an auditor.
    """
    if actor.officer_id == officer_id or not _covers(actor, unit):
        return False
    if actor.has(Role.AUDITOR) and not actor.has(*_CHECKED):
        return True
    above = actor.unit.level < min(unit.level, officer_unit.level)
    return actor.has(Role.SUPERVISOR) and above and _covers(actor, officer_unit)


def _covers(actor: Actor, path: UnitPath) -> bool:
    return path.as_tuple()[actor.unit.level - 1] == actor.unit.unit_id
