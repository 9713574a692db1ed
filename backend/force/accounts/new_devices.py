"""Devices that are new to an officer: notices of them, and approvals if a unit demands them.

Both factors were right, but an attacker may have seen both, or talked the officer into giving them
away. The officer therefore gets a notice at the desk and on their other phones, and notices a
sign-in that was not theirs. A unit may demand an approval, of its own officers and those below, by an
act (`unit.device_approval_set`); the demand of a unit above holds below it. What the operator demands by
the setting `HIENTRUONG_DEVICE_APPROVAL` stays besides: nobody who took over a desk can switch that off.
All functions run in the caller's transaction.
"""

from uuid import UUID

import msgspec

from backend.core import clock, scope
from backend.core.actors import Actor, Owned
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import judging_asks
from backend.force.errors import DevicePending
from backend.force.notices import service as notices
from backend.force.queries import approvals, asks, people, units
from backend.force.queries.approvals import Approval
from backend.force.queries.people import Account
from backend.force.rules.accounts import require_administrator
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import DeviceApproved, PeopleAct
from schemas.force.device_acts import DeviceApprovalSet

_MOST_NAMED = 3
_MOST_LISTED = 100
_EVERYWHERE = "*"
_NOBODY = Text(vi="người quản trị", en="an administrator")
_demanding: frozenset[str] = frozenset()


def demand(codes: tuple[str, ...]) -> None:
    """Set the codes of the units whose officers' new devices need an approval; `*` for all."""
    global _demanding
    _demanding = frozenset(codes)


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A new device as those who may approve it see it."""

    id: UUID
    officer: str
    username: str
    device: str
    device_id: UUID
    asked_at: str
    may: bool
    """False if it was approved, or the device was revoked meanwhile."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Whether new devices of a unit's officers wait for an approval: one reason is enough."""

    own: bool
    """The unit demands it itself."""
    by_operator: bool
    """The operator's setting demands it of this unit or one above, or of all."""
    inherited: list[Text]
    """The units above that demand it."""

    @property
    def demanded(self) -> bool:
        """Whether a new device waits, for whichever reason."""
        return self.own or self.by_operator or bool(self.inherited)


async def look(officer_id: UUID, device_id: UUID, name: str) -> DevicePending | None:
    """Send the notices of a new device; return the problem to answer with if it needs approval.

    The caller raises the problem once its transaction is committed.
    """
    if await approvals.has_used(officer_id, device_id):
        return None
    officer = await people.get(officer_id)
    asked = await approvals.of_pair(device_id, officer_id)
    waits = await _is_demanded(officer_id) and (asked is None or asked.approved_at is None)
    if asked is None and await approvals.has_others(officer_id, device_id):
        words: dict[str, str | Text] = {"device": name, "officer": officer.full_name}
        await notices.tell([officer_id], "device", device_id, "device.new", words, on_phones=True)
    if not waits:
        return None
    deciders = await _deciders(officer)
    if asked is None:
        await _ask(officer, device_id, name, deciders)
    named = ", ".join(one.full_name for one in deciders[:_MOST_NAMED])
    return DevicePending(who=Text(vi=named or _NOBODY.vi, en=named or _NOBODY.en))


async def _is_demanded(officer_id: UUID) -> bool:
    if _EVERYWHERE in _demanding:
        return True
    above = await approvals.units_above(officer_id)
    return any(one.device_approval or one.code in _demanding for one in above)


async def standing(actor: Actor, unit_id: UUID) -> Standing:
    """Return whether new devices wait for an approval in a unit of the administrator's scope, and why.

    Raises NotAllowed, NotFound.
    """
    require_administrator(actor)
    unit = await units.find_administered(actor, unit_id)
    if unit is None:
        raise NotFound(what="unit")
    path = [one for one in unit.path.as_tuple() if one is not None]
    above = await units.list_demanding(path)
    return Standing(
        own=any(one.id == unit_id and one.device_approval for one in above),
        by_operator=_EVERYWHERE in _demanding or any(one.code in _demanding for one in above),
        inherited=[
            Text(vi=one.name_vi, en=one.name_en)
            for one in above
            if one.id != unit_id and one.device_approval
        ],
    )


async def set_demand(actor: Actor, unit_id: UUID, *, demanded: bool, reason: str) -> Outcome:
    """Demand an approval of new devices in a unit and below it, or no longer. Raises NotAllowed, NotFound.

    What a unit above demands, or the operator, stays demanded.
    """
    await standing(actor, unit_id)
    content = DeviceApprovalSet(demanded=demanded, reason=reason)
    kind = PeopleAct.DEVICE_APPROVAL_SET
    act = ledger.desk_act(RecordKind.UNIT, unit_id, kind, content, actor)
    return await ledger.record(act, actor)


async def _ask(officer: Account, device_id: UUID, name: str, deciders: list[Actor]) -> None:
    ident = new_id()
    await approvals.ask(ident, device_id, officer.id, clock.now())
    words: dict[str, str | Text] = {"officer": officer.full_name, "device": name}
    told = [one.officer_id for one in deciders]
    await notices.tell(told, "device_waits", ident, "device.waits", words)


async def _deciders(officer: Account) -> list[Actor]:
    """Return who may approve, heads first, then administrators, of the officer's unit and above.

    The officer is never among them.
    """
    heads = await judging_asks.heads_of(officer.id, officer.path)
    found = {
        each.officer_id: actor_of(each, "desk") for each in await asks.candidates(officer.path)
    }
    able = [one for one in found.values() if may_approve(one, officer.id, officer)]
    return sorted(able, key=lambda one: (one.officer_id not in heads, one.has(Role.ADMINISTRATOR)))


def may_approve(actor: Actor, officer_id: UUID, officer: Owned) -> bool:
    """Tell whether the actor is another supervisor or administrator, with the officer in scope."""
    rules = actor.has(Role.SUPERVISOR) or actor.has(Role.ADMINISTRATOR)
    return rules and actor.officer_id != officer_id and scope.covers(actor, officer.path)


async def get(actor: Actor, ident: UUID) -> Waiting:
    """Return a new device that the reader may approve. Raises NotAllowed, NotFound."""
    return _waiting(await _approvable(actor, ident))


async def _approvable(actor: Actor, ident: UUID) -> Approval:
    if not (actor.has(Role.SUPERVISOR) or actor.has(Role.ADMINISTRATOR)):
        raise NotAllowed
    row = await approvals.find(ident)
    if row is None or not may_approve(actor, row.officer_id, row):
        raise NotFound(what="device")
    return row


async def listing(actor: Actor) -> list[Waiting]:
    """Return the devices that this actor may approve, the longest waiting first."""
    return [_waiting(row) for row in await approvals.list_waiting(actor, _MOST_LISTED)]


def _waiting(row: Approval) -> Waiting:
    return Waiting(
        id=row.id,
        officer=row.full_name,
        username=row.username,
        device=row.device,
        device_id=row.device_id,
        asked_at=clock.rfc3339(row.asked_at),
        may=row.approved_at is None and row.revoked_at is None,
    )


async def approve(actor: Actor, ident: UUID) -> Outcome:
    """Let an officer use a device from now on. Raises NotAllowed, NotFound."""
    row = await _approvable(actor, ident)
    content = DeviceApproved(officer_id=row.officer_id)
    kind = PeopleAct.DEVICE_APPROVED
    act = ledger.desk_act(RecordKind.DEVICE, row.device_id, kind, content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        await notices.settle(ident)
    return outcome
