"""Which acts are exceptions, until when they are checked, and who may check them. Pure."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.actors import Actor, UnitPath
from backend.deadlines.rules import Calendar, add_working_days, day_of, end_of
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
            "decision.due_again",
        ),
        ExceptionKind.SAME_HAND,
    ),
}
_CHECKED = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK)
_LATE = frozenset({"sanction.imposed", "sanction.imposed_on_spot"})
_OTHERS = frozenset(
    {
        *("case.reopened", "inspection.discarded", "decision.issued", "document.discarded"),
        *("remedy.ordered", "case.opened"),
    }
)
_WITH_TERM = frozenset(
    {
        *(ExceptionKind.SELF_SIGNED, ExceptionKind.SAME_HAND, ExceptionKind.REOPENED),
        *(ExceptionKind.GIVEN_UP, ExceptionKind.LATE_ENTRY, ExceptionKind.NO_FINE),
        *(ExceptionKind.DECIDED_TWICE, ExceptionKind.ANOTHER_PARTY),
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
    if act_type in _ALONE:
        alone = getattr(content, "alone", None)
        return Found(_ALONE[act_type], alone) if alone else None
    if act_type in _LATE:
        late = getattr(content, "late", None)
        if twice := getattr(content, "twice", None):
            return Found(ExceptionKind.DECIDED_TWICE, _both(twice, late))
        return Found(ExceptionKind.LATE_ENTRY, late) if late else None
    match act_type:
        case "case.reopened":
            return Found(ExceptionKind.REOPENED, getattr(content, "reason", "") or "")
        case "case.opened":
            other = content.another_party
            return Found(ExceptionKind.ANOTHER_PARTY, other) if other else None
        case "remedy.ordered":
            if content.twice is not None:
                return Found(ExceptionKind.DECIDED_TWICE, _both(content.twice, content.reason))
            # Older acts on "another ground" name no proof, and were listed by no rule.
            unusual = content.why == "other" and content.ground_proof is not None
            return Found(ExceptionKind.NO_FINE, content.reason) if unusual else None
        case "inspection.discarded":
            return Found(ExceptionKind.DISCARDED, content.reason)
        case "document.discarded":
            given_up = content.number is not None
            return Found(ExceptionKind.GIVEN_UP, content.reason) if given_up else None
        case "decision.issued":
            leads = any(one.officer_id == officer_id and one.role == "lead" for one in content.team)
            return Found(ExceptionKind.LEADER_IS_ISSUER, "") if leads else None
        case _:
            return None


def _both(reason: str, other: str | None) -> str:
    """An act has one line: whoever checks it reads why it is there for another rule too."""
    return f"{reason}\n{other}" if other else reason


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
