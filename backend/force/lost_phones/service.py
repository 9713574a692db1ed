"""A phone that is lost or stolen: reported by its officer, for them, or without any phone or session.

    shown = await of_himself(actor)
    await report(actor, shown.officer_id, device_id, "")           # at the own desk
    officer_id = await prove("an", password, Second(code=…), address)   # nobody signed in: no session begins
    await report_proven(officer_id, device_id)

A report revokes the phone: every session on it ends with its next request, in every process, and
numbers lent to it are void. Nothing undoes it but a new enrolment. What the phone had not sent stays
sealed on it, and it says so itself when it next asks (errors.SessionOfRevoked): found again, it gives
its work out as a rescue file. The heads, the nearest administrators and the others who use the phone
get a notice, with what it last said to be unsent.

The public way takes the password and a recovery code or a passkey. Tries are counted apart from
sign-ins, and by network: who guesses here stops neither a sign-in there nor the owner elsewhere. After
many tries under one name from everywhere only those are judged further whose second factor is right: a
stranger has none. Without both factors nobody locks an officer out of a phone.
"""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

import msgspec
import structlog
from cryptography.exceptions import InvalidTag

from backend.core import clock, keys, refusing, scope
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.access_errors import LostProofOver
from backend.force.accounts import judging_asks, lent_numbers, passwords, recovery
from backend.force.accounts.sign_in import charge_own, charge_where
from backend.force.errors import CredentialsWrong
from backend.force.notices import service as notices
from backend.force.passkeys import service as passkeys
from backend.force.queries import credentials, lost_phones, people, sessions
from backend.force.queries import notices as notice_queries
from backend.force.queries.lost_phones import UnsentWork as UnsentWork
from backend.force.queries.people import Account
from backend.force.rules import accounts as rules
from backend.force.rules import recovery as recovery_rules
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.access_acts import DeviceReportedLost
from schemas.force.acts import PeopleAct

_TICKET_LIFE = timedelta(minutes=10)
_log = structlog.get_logger("accounts")


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """A phone that an officer used."""

    id: UUID
    name: str
    last_seen_at: datetime
    revoked_at: datetime | None
    unsent: list[UnsentWork]
    """What it last said to hold, of each officer who used it; empty if it never said anything."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """An officer's phones, those in use first."""

    officer_id: UUID
    full_name: str
    username: str
    phones: list[Phone]


async def of_himself(actor: Actor) -> Shown:
    """Return the officer's own phones."""
    return await _shown(await people.get(actor.officer_id))


def require_may_report(actor: Actor) -> None:
    """Raise NotAllowed unless the actor may report phones of others: a supervisor or an administrator."""
    if not may_report(actor):
        raise NotAllowed


def may_report(actor: Actor) -> bool:
    """Tell whether the actor may report phones of others."""
    return actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR)


async def of_officer(actor: Actor, username: str) -> Shown:
    """Return the phones of an officer of the reader's unit or below. Raises NotAllowed, NotFound."""
    require_may_report(actor)
    found = await credentials.find_by_username(rules.normalise_username(username))
    officer = await people.find(found.id) if found else None
    if officer is None or not scope.covers(actor, officer.path):
        raise NotFound(what="officer")
    return await _shown(officer)


async def of_proven(officer_id: UUID) -> Shown:
    """Return the phones of an officer who gave both factors without signing in."""
    return await _shown(await people.get(officer_id))


async def _shown(officer: Account) -> Shown:
    rows = await lost_phones.used_by(officer.id)
    told = await lost_phones.unsent([row.id for row in rows])
    return Shown(
        officer_id=officer.id,
        full_name=officer.full_name,
        username=officer.username,
        phones=[
            Phone(
                id=row.id,
                name=row.name,
                last_seen_at=row.last_seen_at,
                revoked_at=row.revoked_at,
                unsent=[one for one in told if one.device_id == row.id],
            )
            for row in rows
        ],
    )


async def report(actor: Actor, officer_id: UUID, device_id: UUID, reason: str) -> Outcome:
    """Report an officer's phone as lost, by the officer or for them; in the caller's transaction."""
    way: Literal["himself", "for_him"] = "himself" if actor.officer_id == officer_id else "for_him"
    content = DeviceReportedLost(officer_id=officer_id, way=way, reason=reason)
    return await _record(actor, device_id, content)


async def report_proven(officer_id: UUID, device_id: UUID) -> Outcome:
    """Report the phone of an officer who gave both factors without signing in."""
    actor = actor_of(await sessions.get_actor(officer_id), "desk")
    content = DeviceReportedLost(officer_id=officer_id, way="without_sign_in")
    return await _record(actor, device_id, content)


async def _record(actor: Actor, device_id: UUID, content: DeviceReportedLost) -> Outcome:
    act = ledger.desk_act(RecordKind.DEVICE, device_id, PeopleAct.DEVICE_LOST, content, actor)
    others = await lost_phones.others_on(device_id, content.officer_id)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        # The server makes these acts: not every officer may void numbers.
        job = actor_of(await sessions.get_actor(actor.officer_id), "job")
        await lent_numbers.void_of_device(device_id, job, lent_numbers.REVOKED)
        await _tell(actor, device_id, content.officer_id, others)
    return outcome


async def _tell(actor: Actor, device_id: UUID, officer_id: UUID, others: list[UUID]) -> None:
    officer = await people.get(officer_id)
    [phone] = [one for one in (await _shown(officer)).phones if one.id == device_id]
    words: dict[str, str | Text] = {
        "by": actor.full_name,
        "officer": officer.full_name,
        "device": phone.name,
        "left": _left(phone),
    }
    await notices.tell(
        [officer_id, *others], "device", device_id, "device.lost", words, on_phones=True
    )
    heads = await notices.heads_of(officer.path, officer_id)
    heads += sorted(await judging_asks.heads_of(officer_id, officer.path))
    administrators = await notice_queries.nearest(officer.path, Role.ADMINISTRATOR, [officer_id])
    told = {*heads, *administrators} - {officer_id, actor.officer_id, *others}
    await notices.tell(told, "device", device_id, "device.lost_of", words)


def _left(phone: Phone) -> Text:
    """Return what the phone last said to hold, of all officers together."""
    if not phone.unsent:
        return Text(vi="chưa rõ", en="unknown")
    count = str(sum(one.unsent for one in phone.unsent))
    return Text(vi=count, en=count)


class Second(msgspec.Struct, frozen=True, kw_only=True):
    """The second factor of an officer without a phone: a recovery code, or a passkey's answer to a challenge."""

    code: str = ""
    challenge: str = ""
    answer: str = ""


async def prove(username: str, password: str, second: Second, address: str) -> UUID:
    """Check both factors without beginning a session, and return whose they are.

    Must not run in a transaction. Raises TooMany, CredentialsWrong (whichever is wrong).
    """
    account = rules.normalise_username(username)
    charge, braked = await charge_where(f"lost:{account}", address)
    row = await credentials.find_by_username(account)
    charges = [charge]
    if braked is not None:
        async with transaction():
            holds = row is not None and row.state == "active" and await _holds(row.id, second)
        if not holds:
            raise braked
        charges.append(await charge_own(f"lost-second:{account}", address))
    right = await passwords.verify(row.password_hash if row else None, password)
    async with transaction():
        active = row is not None and right and row.state == "active"
        proven = await _second(row.id, second) if active and row else False
        if proven:
            for one in charges:
                await credentials.delete_failure(one)
    if row is None or not proven:
        refusing.failed(account)
        _log.info("lost_phone_refused", officer_id=str(row.id) if row else None, address=address)
        raise CredentialsWrong
    return row.id


async def _holds(officer_id: UUID, second: Second) -> bool:
    """Tell whether the second factor is right, and use nothing up."""
    if second.answer:
        return await passkeys.answers(officer_id, second.challenge, second.answer)
    kept = recovery_rules.read(second.code)
    return kept is not None and await recovery.has(officer_id, kept)


async def _second(officer_id: UUID, second: Second) -> bool:
    if second.answer:
        return await passkeys.proves(officer_id, second.challenge, second.answer)
    kept = recovery_rules.read(second.code)
    return kept is not None and await recovery.use(officer_id, kept)


def ticket(officer_id: UUID) -> str:
    """Return what stands for a proof on the next page, for ten minutes; it opens nothing else."""
    ends = clock.now() + _TICKET_LIFE
    said = msgspec.json.encode((officer_id, ends))
    return keys.b64url(keys.current().seal(said, b"lost-phone"))


def read_ticket(sent: str) -> UUID:
    """Return whose proof a ticket stands for. Raises LostProofOver."""
    try:
        plain = keys.current().unseal(keys.unb64url(sent), b"lost-phone")
        officer_id, ends = msgspec.json.decode(plain, type=tuple[UUID, datetime])
    except (InvalidTag, ValueError):
        raise LostProofOver from None
    if ends <= clock.now():
        raise LostProofOver
    return officer_id
