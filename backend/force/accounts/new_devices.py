"""A device that an officer never used before: he is told, and where his unit demands it somebody approves it first.

Both factors were right; but both may have been looked over, or talked out of him. He is told at the desk and on his
other phones, and sees at once what he did not do. Which units demand an approval is a setting of the installation
(`HIENTRUONG_DEVICE_APPROVAL`), so that nobody who took a desk over switches it off. The caller's transaction.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import judging_asks
from backend.force.errors import DevicePending
from backend.force.notices import service as notices
from backend.force.queries import approvals, asks, people
from backend.force.rules.actors import actor_of
from backend.force.rules.units import path_of_row
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import DeviceApproved, PeopleAct

_MOST_NAMED = 3
_MOST_LISTED = 100
_EVERYWHERE = "*"
_NOBODY = Text(vi="người quản trị", en="an administrator")
_demanding: frozenset[str] = frozenset()


def demand(codes: tuple[str, ...]) -> None:
    """Take the codes of the units whose officers' new devices wait; `*` for all."""
    global _demanding
    _demanding = frozenset(codes)


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A new device, as who may approve it sees it."""

    id: UUID
    officer: str
    username: str
    device: str
    device_id: UUID
    asked_at: str
    may: bool
    """False where it was approved, or the device was revoked meanwhile."""


async def look(officer_id: UUID, device_id: UUID, name: str) -> DevicePending | None:
    """Tell of a new device. The problem to answer with, once this transaction is committed, while it waits."""
    if await approvals.has_used(officer_id, device_id):
        return None
    officer = await people.find(officer_id)
    asked = await approvals.of_pair(device_id, officer_id)
    waits = await _is_demanded(officer_id) and (asked is None or asked["approved_at"] is None)
    if asked is None and await approvals.has_others(officer_id, device_id):
        words: dict[str, str | Text] = {"device": name, "officer": officer["full_name"]}
        await notices.tell([officer_id], "device", device_id, "device.new", words, on_phones=True)
    if not waits:
        return None
    deciders = await _deciders(officer)
    if asked is None:
        await _ask(officer, device_id, name, deciders)
    named = ", ".join(one.full_name for one in deciders[:_MOST_NAMED])
    return DevicePending(who=Text(vi=named or _NOBODY.vi, en=named or _NOBODY.en))


async def _is_demanded(officer_id: UUID) -> bool:
    if not _demanding:
        return False
    return _EVERYWHERE in _demanding or bool(
        _demanding.intersection(await approvals.codes_above(officer_id))
    )


async def _ask(officer: Any, device_id: UUID, name: str, deciders: list[Actor]) -> None:
    ident = new_id()
    await approvals.ask(ident, device_id, officer["id"], clock.now())
    words: dict[str, str | Text] = {"officer": officer["full_name"], "device": name}
    told = [one.officer_id for one in deciders]
    await notices.tell(told, "device_waits", ident, "device.waits", words)


async def _deciders(officer: Any) -> list[Actor]:
    """Who may approve: heads first, then administrators, of his unit and above; never he himself."""
    path = path_of_row(officer)
    heads = await judging_asks.heads_of(officer)
    found = {each["officer_id"]: actor_of(each, "desk") for each in await asks.candidates(path)}
    able = [one for one in found.values() if may_approve(one, officer["id"], officer)]
    return sorted(able, key=lambda one: (one.officer_id not in heads, one.has(Role.ADMINISTRATOR)))


def may_approve(actor: Actor, officer_id: UUID, officer: Any) -> bool:
    """A supervisor or administrator whose scope has the officer, and who is not he."""
    rules = actor.has(Role.SUPERVISOR) or actor.has(Role.ADMINISTRATOR)
    return rules and actor.officer_id != officer_id and scope.covers(actor, path_of_row(officer))


async def get(actor: Actor, ident: UUID) -> Waiting:
    """One that the reader may approve. Raises NotAllowed, NotFound."""
    if not (actor.has(Role.SUPERVISOR) or actor.has(Role.ADMINISTRATOR)):
        raise NotAllowed
    row = await approvals.find(ident)
    if row is None or not may_approve(actor, row["officer_id"], row):
        raise NotFound(what="device")
    return _waiting(row)


async def listing(actor: Actor) -> list[Waiting]:
    """What waits for this actor's word, the longest waiting first; nothing where he approves none."""
    return [_waiting(row) for row in await approvals.list_waiting(actor, _MOST_LISTED)]


def _waiting(row: Any) -> Waiting:
    return Waiting(
        id=row["id"],
        officer=row["full_name"],
        username=row["username"],
        device=row["device"],
        device_id=row["device_id"],
        asked_at=clock.rfc3339(row["asked_at"]),
        may=row["approved_at"] is None and row["revoked_at"] is None,
    )


async def approve(actor: Actor, ident: UUID) -> Outcome:
    """Let an officer use a device from now on. Raises NotAllowed, NotFound."""
    await get(actor, ident)
    row = await approvals.find(ident)
    content = DeviceApproved(officer_id=row["officer_id"])
    kind = PeopleAct.DEVICE_APPROVED
    act = ledger.desk_act(RecordKind.DEVICE, row["device_id"], kind, content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        await notices.settle(ident)
    return outcome
