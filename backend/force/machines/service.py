"""Accounts of machines: administrators ask for, confirm and end them; a request under a key is let in or refused.

A key has 256 random bits, is shown once, and is stored as its SHA-256. A key that is made while another is valid lets
that one live on for some days, so that the other system changes over without an outage. Every request that is let in
is counted and stands in the access log under the officer who answers for the account; every other one is a refused
request.
"""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.core import access_log, clock, keys, keyset, local_time, scope
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, Invalid, NotFound, NotSignedIn, TooMany
from backend.force.machines import leaving
from backend.force.notices import service as notices
from backend.force.queries import machines as queries
from backend.force.queries.machines import AccountRow as AccountRow
from backend.force.queries.machines import DayRow as DayRow
from backend.force.queries.machines import KeyRow as KeyRow
from backend.force.queries.machines import LiveKey as LiveKey
from backend.force.queries.machines import ShownAccount as ShownAccount
from backend.force.queries.machines import UseRow as UseRow
from backend.force.rules import machines as rules
from backend.force.rules.accounts import require_administrator
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import machine_acts as acts
from schemas.force.acts import PeopleAct

OVERLAP_DAYS = rules.OVERLAP_DAYS
LONGEST = rules.LONGEST
network = rules.network
_DAYS_SHOWN = timedelta(days=30)
_ENDING = 4
_LONGEST_ID = 18
"""Digits that surely fit the column."""


class MachineKeyUnknown(NotSignedIn):
    """No key, or one that is not valid any more."""

    code = "machine_key_unknown"
    text_vi = "Khóa không đúng, đã hết hạn hoặc tài khoản đã bị thu hồi. Hãy hỏi người quản trị cấp khóa mới."
    text_en = (
        "The key is wrong or over, or its account was revoked. Ask an administrator for a new one."
    )


class MachineRefused(DomainError):
    """The account is known, and this request is not let in."""

    code = "machine_refused"
    status = 403


_WHY = {
    "machine_ended": (
        "Tài khoản máy này đã hết hạn. Người chịu trách nhiệm cần đề nghị cấp tài khoản mới.",
        "This account has ended. The officer who answers for it has to ask for a new one.",
    ),
    "machine_owner_gone": (
        "Người chịu trách nhiệm của tài khoản này không còn ở đơn vị. Cần người quản trị chọn người khác.",
        "The officer who answers for this account has left the unit. An administrator has to name somebody else.",
    ),
    "machine_address": (
        "Tài khoản máy này không được dùng từ địa chỉ mạng này.",
        "This account may not be used from this address.",
    ),
    "machine_permission": (
        "Tài khoản máy này không được đọc nội dung này.",
        "This account may not read this.",
    ),
}


class TooManyRequests(TooMany):
    """One account asks more often than a report needs."""

    code = "machine_too_many"
    text_vi = "Hỏi quá nhiều lần. Hãy đợi một phút rồi thử lại."
    text_en = "Too many requests. Wait a minute, then try again."


class MachinePage(msgspec.Struct, frozen=True, kw_only=True):
    """An account's page."""

    row: ShownAccount
    keys: list[KeyRow]
    days: list[DayRow]
    """Of the last thirty days."""
    stops_on: date | None
    """When it stops, as who answers for it left and nobody else was named."""
    may_answer: bool
    """Whether this reader may confirm it: nobody confirms what they asked for."""


async def find(token: str) -> LiveKey | None:
    """Return the account of a key that is valid now; None for any other text. Nothing is cached."""
    if not rules.is_shaped_like_a_key(token):
        return None
    return await queries.find_live(_hashed(token), clock.now())


def actor_of(key: LiveKey) -> Actor:
    """Return the machine as an actor: without any role, in the account's unit, under who answers for it."""
    return Actor(
        officer_id=key.owner_id,
        username=key.owner_username,
        full_name=key.owner,
        roles=frozenset(),
        unit=key.path,
        session_id=None,
        face="machine",
    )


async def admit(key: LiveKey, permission: str, address: str) -> None:
    """Let a request in. Raises MachineRefused with the reason, TooManyRequests."""
    code = rules.refusal(
        expires_on=key.expires_on,
        stops_on=stops_on(key),
        today=clock.today(),
        networks=key.networks,
        address=address,
        permissions=key.permissions,
        wanted=permission,
    )
    if code is not None:
        vi, en = _WHY[code]
        raise MachineRefused(code=code, text=_text(vi, en))
    if not await queries.take_turn(key.id, rules.BURST, rules.PER_MINUTE / 60):
        raise TooManyRequests


def stops_on(row: AccountRow) -> date | None:
    """Return the first Vietnamese day on which the key opens nothing because nobody of the unit answers for it."""
    left = row.owner_left_at
    return rules.stops_on(local_time.day_of(left)) if left else None


async def note_use(key: LiveKey, permission: str, path: str, address: str) -> None:
    """Count a request that was let in, and enter it in the access log with its address on this server."""
    await queries.note_use(key.id, key.key_id, clock.today(), permission, clock.now())
    detail = {"machine": key.name, "path": path[:200]}
    await access_log.record(
        actor_of(key), f"machine.{permission}", key.id, address=address, detail=detail
    )


def may_read(actor: Actor) -> bool:
    """Tell whether an officer opens pages of accounts; who only answers for one does not."""
    return Role.ADMINISTRATOR in actor.roles


require = require_administrator
"""Raises NotAllowed unless the actor administers accounts."""


async def listing(
    actor: Actor, after: str | None, limit: int
) -> tuple[list[ShownAccount], str | None]:
    """Return a page of the accounts of the scope, the newest first, and the cursor of the next. Raises NotAllowed."""
    require_administrator(actor)
    position = keyset.read(after, datetime, UUID) if after else None
    found = await queries.list_accounts(scope.administered(actor), position, limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return found[:limit], keyset.write(last.asked_at, last.id) if last else None


async def get(actor: Actor, account_id: UUID) -> MachinePage:
    """Return an account's page. Raises NotAllowed, NotFound."""
    row = await _get(actor, account_id)
    return MachinePage(
        row=row,
        keys=await queries.keys_of(account_id),
        days=await queries.days_of(account_id, clock.today() - _DAYS_SHOWN),
        stops_on=stops_on(row),
        may_answer=row.state == "asked" and row.asked_by != actor.officer_id,
    )


async def uses(
    actor: Actor, account_id: UUID, after: str | None, limit: int
) -> tuple[ShownAccount, list[UseRow], str | None]:
    """Return an account, a page of its requests that were let in, and the cursor of the next page.

    Raises NotAllowed, NotFound.
    """
    row = await _get(actor, account_id)
    found = await queries.uses_of(account_id, _place(after) if after else None, limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return row, found[:limit], keyset.write(last.at, str(last.id)) if last else None


def _place(cursor: str) -> tuple[datetime, int]:
    at, ident = keyset.read(cursor, datetime, str)
    if not ident.isascii() or not ident.isdecimal() or len(ident) > _LONGEST_ID:
        raise Invalid(code="cursor_invalid")
    return at, int(ident)


async def _get(actor: Actor, account_id: UUID) -> ShownAccount:
    require_administrator(actor)
    row = await queries.find(scope.administered(actor), account_id)
    if row is None:
        raise NotFound(what="machine")
    return row


async def owner_named(actor: Actor, username: str) -> UUID | None:
    """Return the active officer of the scope with this user name; None if there is none. Raises NotAllowed."""
    require_administrator(actor)
    return await queries.find_owner(scope.administered(actor), username)


async def ask(actor: Actor, unit_id: UUID, content: acts.MachineAsked) -> Outcome:
    """Ask for an account. It opens nothing before a second administrator confirms it. Raises NotAllowed."""
    require_administrator(actor)
    return await _record(actor, unit_id, PeopleAct.MACHINE_ASKED, content)


async def confirm(actor: Actor, account_id: UUID, note: str, owner_id: UUID) -> Outcome:
    """Confirm an account as the second person, under the owner who was shown. Raises NotAllowed, NotFound."""
    content = acts.MachineConfirmed(account_id=account_id, note=note, owner_id=owner_id)
    return await _of(actor, account_id, PeopleAct.MACHINE_CONFIRMED, content)


async def decline(actor: Actor, account_id: UUID, reason: str) -> Outcome:
    """Decline an account, or take back what one asked for. Raises NotAllowed, NotFound."""
    content = acts.MachineDeclined(account_id=account_id, reason=reason)
    return await _of(actor, account_id, PeopleAct.MACHINE_DECLINED, content)


async def name_owner(actor: Actor, account_id: UUID, owner_id: UUID, reason: str) -> Outcome:
    """Have another officer answer for an account. Raises NotAllowed, NotFound."""
    row = await _get(actor, account_id)
    content = acts.MachineOwnerNamed(account_id=account_id, owner_id=owner_id, reason=reason)
    outcome = await _record(actor, row.unit_id, PeopleAct.MACHINE_OWNER_NAMED, content)
    if isinstance(outcome, Accepted):
        await leaving.tell_of_change(row, owner_id, actor, reason)
    return outcome


async def revoke(actor: Actor, account_id: UUID, reason: str) -> Outcome:
    """End an account now: its keys are refused from the next request on. Raises NotAllowed, NotFound."""
    content = acts.MachineRevoked(account_id=account_id, reason=reason)
    return await _of(actor, account_id, PeopleAct.MACHINE_REVOKED, content)


async def make_key(actor: Actor, account_id: UUID, overlap_days: int) -> tuple[Outcome, str]:
    """Make a key and return it: it can be shown now and never again. Keys before it end after `overlap_days`.

    Raises NotAllowed, NotFound.
    """
    await _get(actor, account_id)
    now = clock.now()
    earlier = [
        one
        for one in await queries.keys_of(account_id)
        if one.valid_until is None or one.valid_until > now
    ]
    days = overlap_days if overlap_days in OVERLAP_DAYS else 0
    content = acts.MachineKeyMade(
        account_id=account_id,
        key_id=new_id(),
        others_until=rules.overlap_end(days, now) if earlier else None,
    )
    outcome = await _of(actor, account_id, PeopleAct.MACHINE_KEY_MADE, content)
    key = rules.PREFIX + keys.b64url(secrets.token_bytes(32))
    if isinstance(outcome, Accepted):
        await queries.insert_key(
            content.key_id, account_id, _hashed(key), key[-_ENDING:], actor.officer_id, now
        )
    return outcome, key


async def warn_owners() -> int:
    """Tell those who answer for accounts that end soon, thirty days, a week and a day before; for a job."""
    async with transaction():
        await leaving.look(None, clock.now())
    today, sent = clock.today(), 0
    for row in await queries.ending_before(today + timedelta(days=max(rules.WARNED_DAYS)), today):
        days = rules.warned_of(row.expires_on, today)
        words = {"name": row.name, "day": f"{row.expires_on:%d/%m/%Y}"}
        once = f"{row.id}/{row.expires_on}/{days}"
        told = [row.owner_id, row.asked_by]
        sent += await notices.tell(told, "machine", row.id, "machine.ends", words, once=once)
    for row in await queries.without_owner():
        day = stops_on(row)
        if day is not None and 0 < (day - today).days <= rules.WARNED_OWNERLESS:
            sent += await leaving.tell(row, day, f"{row.id}/{day}")
    return sent


async def _of(actor: Actor, account_id: UUID, kind: PeopleAct, content: Wire) -> Outcome:
    row = await _get(actor, account_id)
    return await _record(actor, row.unit_id, kind, content)


async def _record(actor: Actor, unit_id: UUID, kind: PeopleAct, content: Wire) -> Outcome:
    act = ledger.desk_act(RecordKind.UNIT, unit_id, kind, content, actor)
    return await ledger.record(act, actor)


def _hashed(key: str) -> bytes:
    """Return the hash under which the database knows a key: of 256 random bits there is nothing to guess."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def _text(vi: str, en: str) -> Text:
    return Text(vi=vi, en=en)
