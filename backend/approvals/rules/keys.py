"""Keys: whom a step waits for, in one word that a query can compare. Pure.

A step keeps keys of offices, not of people: `head:<unit>`, `role:<role>:<unit>`,
`title:<folded title>:<unit>`, `officer:<officer>`. Who holds an office today is asked today, so
that a transfer, an absence or a delegation routes by itself.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from backend.approvals.rules.facts import Step
from backend.core.actors import UnitPath
from backend.law.rules.titles import folded
from schemas.approvals.submissions import Submitted, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.delegations import DelegatedKind

BOUND = frozenset({StepKind.SIGN})
"""Steps that only an office or a delegation opens: nobody stands in for a signature (Law Art 54)."""


def officer(officer_id: UUID) -> str:
    """Return the key of one person."""
    return f"officer:{officer_id}"


def head(unit_id: UUID) -> str:
    """Return the key of the head of a unit."""
    return f"head:{unit_id}"


def is_head(key: str) -> bool:
    """Tell whether a key is that of the head of some unit."""
    return key.startswith("head:")


def role(name: Role, unit_id: UUID) -> str:
    """Return the key of the officers with a role in a unit."""
    return f"role:{name}:{unit_id}"


def title(name: str, unit_id: UUID) -> str:
    """Return the key of the holders of a title in a unit."""
    return f"title:{folded(name)}:{unit_id}"


def power(kind: DelegatedKind, unit_id: UUID, case_id: UUID | None = None) -> str:
    """Return the key of the deputies who hold a head's powers by a delegation, in one case or in all."""
    whole = f"power:{kind}:{unit_id}"
    return f"{whole}:{case_id}" if case_id else whole


DELEGATED: dict[SubmittedKind, DelegatedKind] = {
    SubmittedKind.SEIZURE: DelegatedKind.SANCTION,
    SubmittedKind.SANCTION: DelegatedKind.SANCTION,
    SubmittedKind.OTHER_PAPER: DelegatedKind.SANCTION,
    SubmittedKind.ENFORCEMENT: DelegatedKind.ENFORCEMENT,
    SubmittedKind.INSPECTION_DECISION: DelegatedKind.INSPECTION,
    SubmittedKind.ADHOC_PLAN: DelegatedKind.INSPECTION,
    SubmittedKind.MINUTES_DRAFT: DelegatedKind.INSPECTION,
    SubmittedKind.FILE: DelegatedKind.INSPECTION,
    SubmittedKind.VERIFICATION: DelegatedKind.INSPECTION,
}
"""The kind of delegation under which a deputy decides on each (Law Arts 54, 87.2; Ordinance Art 21)."""


def of_head(unit_id: UUID, subject: Submitted) -> list[str]:
    """Return the keys of the head of a unit, and of who holds the head's powers for this subject."""
    found = [head(unit_id)]
    kind = DELEGATED.get(subject.kind)
    if kind is not None:
        found.append(power(kind, unit_id))
        if subject.record_kind is RecordKind.CASE:
            found.append(power(kind, unit_id, subject.record_id))
    return found


def of(who: Who, path: UnitPath, subject: Submitted) -> list[list[str]]:
    """Return the keys that a step may wait for, the nearest first.

    Each inner list is one level; the caller takes the first at which there is somebody. The last is
    the head of the nation's unit: no step waits for nobody.
    """
    units = [one for one in path.as_tuple() if one is not None]
    upwards = list(reversed(units))[min(who.up, len(units) - 1) :]
    heads = [of_head(unit_id, subject) for unit_id in upwards]
    match who.by:
        case By.OFFICER if who.officer_id is not None:
            return [[officer(who.officer_id)], *heads]
        case By.ROLE if who.role is not None:
            return [[role(who.role, unit_id)] for unit_id in upwards] + heads
        case By.TITLE if who.title:
            return [[title(who.title, unit_id)] for unit_id in upwards] + heads
        case By.BODY:
            return [[role(Role.CLERK, unit_id), *of_head(unit_id, subject)] for unit_id in upwards]
        case _:
            return heads


def up_from(current: Iterable[str], path: UnitPath, subject: Submitted) -> list[list[str]]:
    """Return the heads above the offices that a step waits for now, the nearest first."""
    units = [one for one in path.as_tuple() if one is not None]
    named = {part for key in current for part in key.split(":")}
    at = next((number for number, one in enumerate(units) if str(one) in named), len(units))
    return [of_head(unit_id, subject) for unit_id in reversed(units[:at])]


def level_of(step: Step, path: UnitPath) -> int:
    """Return the level of the unit where a step waits now: 1 is the nation.

    Of the lowest unit that its keys name; of one person, the unit where its route asks.
    """
    units = [str(one) for one in path.as_tuple() if one is not None]
    named = {part for key in step.keys for part in key.split(":")}
    levels = [level for level, unit_id in enumerate(units, 1) if unit_id in named]
    return max(levels, default=max(1, len(units) - step.made.who.up))


def may_sign(held: Iterable[str], step: Step, path: UnitPath, subject: Submitted) -> bool:
    """Tell whether an officer with these keys has the competence that a signature step needs."""
    return not for_signing(step, path, subject).isdisjoint(held)


def for_signing(step: Step, path: UnitPath, subject: Submitted) -> set[str]:
    """Return the keys of which one gives the competence that a signature step needs.

    That of the head whose step it was made for, of a head above, or a delegation by one of these (Law
    Art 54). A head below, and powers in another unit or for other papers, do not reach so far.
    """
    units = [one for one in path.as_tuple() if one is not None]
    upwards = list(reversed(units))[min(step.made.who.up, len(units) - 1) :]
    return {key for unit_id in upwards for key in of_head(unit_id, subject)} | set(step.made.keys)


def role_for(step: Step) -> Role | None:
    """Return the role that an officer needs to whom a step is handed on; None if it needs none.

    A step that its route gave to a role stays with that role when it is handed on. Once it went to a head,
    because nobody has the role, it stays with nobody.
    """
    if any(key.startswith("head:") for key in step.keys):
        return None
    if step.kind is StepKind.LEGAL_CHECK:
        return Role.LEGAL
    return step.made.who.role if step.made.who.by is By.ROLE else None


HEADS = frozenset({Role.SUPERVISOR, Role.TEAM_LEADER})
"""Roles of those who head a unit or are a head's deputy."""


def decides_as_head(step: Step) -> bool:
    """Tell whether a step takes the decision of a head, by whomever it is answered now."""
    of_a_head = any(key.startswith("head:") for key in (*step.made.keys, *step.keys))
    return of_a_head and step.kind in {StepKind.AGREE, StepKind.APPROVE}


def roles_for(step: Step) -> frozenset[Role]:
    """Return the roles of which an officer needs one to whom a step is handed on; none if no certain one is needed.

    A head's decision is handed to a head (decision 0048). Clerks, administrators and inspectors decide nothing.
    """
    if role := role_for(step):
        return frozenset({role})
    return HEADS if decides_as_head(step) else frozenset()


def takes(step: Step, roles: Collection[Role]) -> bool:
    """Tell whether an officer with these roles may be handed a step that is no signature.

    Never an auditor, who checks later what was answered (practice A).
    """
    needed = roles_for(step)
    return not needed.isdisjoint(roles) if needed else Role.AUDITOR not in roles


@dataclass(frozen=True)
class Basis:
    """On which ground an officer answers a step."""

    how: Literal["own", "stand_in", "delegate"]
    of: UUID | None = None
    """For whom, if the office is another's."""


@dataclass(frozen=True)
class Claims:
    """The keys that an officer answers to now."""

    officer_id: UUID
    own: frozenset[str]
    standing_in: Mapping[str, UUID] = field(default_factory=dict)
    """Keys of officers who are away, with whose they are."""
    delegated: Mapping[str, UUID] = field(default_factory=dict)
    """Keys of heads whose powers this officer holds by a delegation, with whose they are."""

    def basis(self, step: Step) -> Basis | None:
        """Return on which ground this officer answers a step, or None."""
        if not self.own.isdisjoint(step.keys):
            return Basis("own")
        if whose := next((self.delegated[one] for one in step.keys if one in self.delegated), None):
            return Basis("delegate", whose)
        if step.kind in BOUND:
            return None
        whose = next((self.standing_in[one] for one in step.keys if one in self.standing_in), None)
        return Basis("stand_in", whose) if whose else None

    @property
    def deciding(self) -> list[str]:
        """Return the keys under which this officer answers every step, for a query."""
        return sorted({*self.own, *self.delegated})

    @property
    def advising(self) -> list[str]:
        """Return the further keys under which this officer answers all but signatures."""
        return sorted(self.standing_in)


@dataclass(frozen=True)
class Away:
    """One absence in force."""

    officer_id: UUID
    stand_in_id: UUID


def stands_in_for(officer_id: UUID, away: Iterable[Away]) -> set[UUID]:
    """Return everybody for whom an officer stands in, through stand-ins who are away themselves.

    Circles are refused when an absence is recorded; should there be one, it ends here.
    """
    by_stand_in: dict[UUID, list[UUID]] = {}
    for one in away:
        by_stand_in.setdefault(one.stand_in_id, []).append(one.officer_id)
    found: set[UUID] = set()
    ask = [officer_id]
    while ask:
        for whose in by_stand_in.get(ask.pop(), []):
            if whose not in found and whose != officer_id:
                found.add(whose)
                ask.append(whose)
    return found


def stand_ins_of(officer_id: UUID, away: Iterable[Away]) -> set[UUID]:
    """Return everybody who stands in for an officer, through stand-ins who are away themselves."""
    known = list(away)
    return {one.stand_in_id for one in known if officer_id in stands_in_for(one.stand_in_id, known)}


def is_circle(officer_id: UUID, stand_in_id: UUID, away: Iterable[Away]) -> bool:
    """Tell whether this absence, with those that overlap it, would stand in for itself."""
    return stand_in_id == officer_id or stand_in_id in stands_in_for(officer_id, away)
