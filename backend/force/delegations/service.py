"""Delegations: a clerk enters them from the scan, a second person confirms them.

Whether one is in force is decided again for the day of each paper.
"""

from datetime import date
from functools import lru_cache
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.delegations import telling
from backend.force.queries import delegations as queries
from backend.force.queries.delegations import HeldDelegation, OfficeHolder
from backend.force.queries.delegations import ListedDelegation as ListedDelegation
from backend.force.rules import delegation_permissions as permissions
from backend.force.rules import delegations as rules
from backend.force.rules.delegations import Delegation, Recorded
from backend.law.sanctions import service as sanctions
from backend.ledger import service as ledger
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import delegations as acts
from schemas.force.acts import PeopleAct
from schemas.force.delegations import DelegatedKind

PAGE = 50
as_basis = rules.as_basis
same = rules.same
_TYPES: dict[type[Wire], PeopleAct] = {
    acts.DelegationGiven: PeopleAct.DELEGATION_GIVEN,
    acts.DelegationConfirmed: PeopleAct.DELEGATION_CONFIRMED,
    acts.DelegationEnded: PeopleAct.DELEGATION_ENDED,
}


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A head who can give powers, and a deputy who can receive them."""

    giver: OfficeHolder
    receiver: OfficeHolder


async def citation(
    receiver_id: UUID,
    form: str,
    day: date,
    case_id: UUID | None,
    units: list[UUID],
    *,
    signed: bool = False,
    held: bool = False,
) -> str | None:
    """Return how a paper cites the delegation that gives this officer the powers for it, or None.

    `units` are the paper's unit and all units above it: powers in another unit do not count in this
    one. `signed`: the paper is signed already, see rules.holds(). `held`: the paper is being signed
    in this transaction. The delegations are then locked, so that none ends before the transaction
    does: what a paper cites was in force when the paper was signed.
    """
    for row in await queries.list_of(receiver_id, day, held=held):
        here = row.unit_id in units
        kind = rules.kind_of(form)
        if here and rules.holds(_told(row), kind, day, case_id, signed=signed):
            return rules.cited_whole(row.number, row.decided_on, kind)
    return None


async def hold(receiver_id: UUID) -> None:
    """Lock the delegations to a signer until the transaction ends, before it is judged whether they hold.

    None of them ends meanwhile: what a paper cites was in force when the paper was signed. Pages judge without it.
    """
    await queries.hold_of(receiver_id)


def _told(row: HeldDelegation) -> Delegation:
    return Delegation(
        number=row.number,
        decided_on=row.decided_on,
        kinds=frozenset(row.kinds.split(",")),
        case_id=row.case_id,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        confirmed=row.confirmed_at is not None,
        ended_on=row.ended_on,
        giver_heads=row.giver_title in row.giver_titles,
        receiver_deputises=any(
            sanctions.deputises(title, row.giver_title) for title in row.receiver_titles
        ),
        both_there=row.both_there,
    )


def require_reader(actor: Actor) -> None:
    """Raise NotAllowed for officers who may not read the register."""
    if not actor.has(Role.CLERK, Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL):
        raise NotAllowed


def may_enter(actor: Actor) -> bool:
    """Tell whether the actor enters delegations: clerks do."""
    return actor.has(Role.CLERK)


async def page(actor: Actor, after: UUID | None = None) -> list[ListedDelegation]:
    """Return the register in sight, newest first; one row more than a page if there is a next page.

    Raises NotAllowed.
    """
    require_reader(actor)
    return await queries.page(actor, after, PAGE + 1)


async def find(delegation_id: UUID, actor: Actor) -> ListedDelegation:
    """Return one delegation in sight. Raises NotAllowed, NotFound."""
    require_reader(actor)
    row = await queries.find_in_sight(actor, delegation_id)
    if row is None:
        raise NotFound(what="delegation")
    return row


def permitted(row: Recorded, actor: Actor) -> permissions.Permitted:
    """Return what this reader may do with a delegation today."""
    return permissions.permitted(row, actor, clock.today())


async def pairs(actor: Actor) -> list[Pair]:
    """Return who can give powers to whom today: each head with each deputy of the unit.

    Only units in the clerk's sight.
    """
    units: dict[UUID, list[OfficeHolder]] = {}
    for row in await queries.people_in_office(actor, clock.today()):
        units.setdefault(row.unit_id, []).append(row)
    # Cached, so that each two titles are compared once: a national clerk has thousands of officers
    # in sight.
    deputises = lru_cache(maxsize=None)(sanctions.deputises)
    return [
        Pair(giver=head, receiver=deputy)
        for unit in units.values()
        for head in unit
        for deputy in unit
        if head.id != deputy.id and deputises(deputy.title_vi, head.title_vi)
    ]


async def act(receiver_id: UUID, content: Wire, actor: Actor) -> ledger.Outcome:
    """Enter, confirm or end a delegation in the caller's transaction; return the door's outcome.

    The head whose powers these are, the deputy, and who entered the delegation get a notice.
    """
    kind = _TYPES[type(content)]
    written = ledger.desk_act(RecordKind.OFFICER, receiver_id, kind, content, actor)
    outcome = await ledger.record(written, actor)
    if isinstance(outcome, ledger.Accepted):
        await telling.tell(content, actor)
    return outcome


class InForce(msgspec.Struct, frozen=True, kw_only=True):
    """A delegation in force on a day: what a deputy may decide for a head, with both names."""

    receiver_id: UUID
    receiver: str
    giver_id: UUID
    giver: str
    unit_id: UUID
    case_id: UUID | None
    kinds: list[DelegatedKind]


async def in_force(receivers: list[UUID], units: list[UUID], day: date) -> list[InForce]:
    """List the delegations in force on a day to these officers, or of powers in these units.

    By receiver, the latest first.
    """
    found: list[InForce] = []
    for row in await queries.not_over(receivers, units, day):
        told = _told(row)
        kinds = [
            DelegatedKind(kind)
            for kind in row.kinds.split(",")
            if rules.holds(told, kind, day, row.case_id)
        ]
        if kinds:
            one = InForce(
                receiver_id=row.receiver_id,
                receiver=row.receiver,
                giver_id=row.giver_id,
                giver=row.giver,
                unit_id=row.unit_id,
                case_id=row.case_id,
                kinds=kinds,
            )
            found.append(one)
    return found
