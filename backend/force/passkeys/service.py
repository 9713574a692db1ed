"""Passkeys: the second factor of the step-up beside one-time codes (PRACTICE B4).

An officer adds a passkey at the desk after a fresh one-time code, and confirms by it what binds the
force. A challenge is of one session and one purpose, lives five minutes and is deleted when it is
taken, before the answer is judged, so that a repeated answer finds none. Wrong answers are counted
with wrong codes (sign_in.charge_own). What is stored of a passkey is no secret: who copies the
database confirms nothing.

Functions that check a code or an answer open their own transactions and must not run inside one.
"""

import secrets
from uuid import UUID

import structlog

from backend.core import access_log, clock, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotSignedIn
from backend.core.relying_party import RelyingParty
from backend.force.accounts import step_up
from backend.force.accounts.sign_in import charge_own
from backend.force.errors import (
    PasskeyLate,
    PasskeyNone,
    PasskeysOff,
    PasskeyUnusable,
    PasskeyWrong,
)
from backend.force.notices import service as notices
from backend.force.passkeys import ceremonies
from backend.force.passkeys.ceremonies import Used
from backend.force.queries import credentials, passkeys, people, sessions
from backend.force.queries.passkeys import PasskeyRow as PasskeyRow
from backend.force.queries.passkeys import Purpose
from backend.force.rules import accounts as account_rules
from backend.force.rules import passkeys as rules
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct
from schemas.force.passkey_acts import PasskeyAdded, PasskeyRemoved

MOST = rules.MOST
_LOG = structlog.get_logger("accounts")
_party: RelyingParty | None = None


def start(party: RelyingParty | None) -> None:
    """Set for whom passkeys are made; None: nowhere. Called when a process starts."""
    global _party
    _party = party


def serves(host: str) -> bool:
    """Tell whether the page under this host may use passkeys."""
    return _party is not None and _party.serves(host)


def place() -> str | None:
    """Return the first address at which passkeys are used; None: nowhere."""
    return _party.origins[0] if _party is not None else None


def _require_party() -> RelyingParty:
    if _party is None:
        raise PasskeysOff
    return _party


async def list_of(actor: Actor) -> list[PasskeyRow]:
    """Return the officer's own passkeys, the latest first."""
    return await passkeys.live_of(actor.officer_id)


async def begin_adding(actor: Actor, code: str, address: str) -> str:
    """Check a fresh code, and return what the browser needs to make a passkey, as JSON.

    An open desk whose last confirmation still counts does not suffice: a stranger who sat down at
    it would take a lasting factor away. Raises what step_up.confirm() raises, PasskeysOff, NotSignedIn.
    """
    party = _require_party()
    await step_up.confirm(actor, code, address)
    known = await passkeys.live_of(actor.officer_id)
    challenge = await _challenge(actor, "add")
    return ceremonies.to_make(
        party, actor.officer_id, actor.username, actor.full_name, challenge, known
    )


async def add(actor: Actor, name: str, answer: str) -> Outcome:
    """Record the passkey that the browser made. Raises PasskeyLate, PasskeyUnusable, PasskeysOff."""
    party = _require_party()
    made = ceremonies.made(party, await _take(actor, "add"), answer)
    if made is None:
        _LOG.info("passkey_unusable", officer_id=str(actor.officer_id))
        raise PasskeyUnusable
    content = PasskeyAdded(
        passkey_id=new_id(),
        name=name,
        credential_id=keys.b64url(made.credential_id),
        public_key=keys.b64url(made.public_key),
        transports=made.transports,
        synced=made.synced,
        sign_count=made.sign_count,
    )
    async with transaction():
        kind = PeopleAct.PASSKEY_ADDED
        act = ledger.desk_act(RecordKind.OFFICER, actor.officer_id, kind, content, actor)
        outcome = await ledger.record(act, actor)
        if isinstance(outcome, Accepted):
            words = {"officer": actor.full_name, "name": name}
            await _tell(actor.officer_id, content.passkey_id, "passkey.added", words)
    return outcome


async def remove(actor: Actor, passkey_id: UUID, code: str, address: str) -> Outcome:
    """Remove one of the officer's own passkeys after a fresh code. Raises what step_up.confirm() raises."""
    await step_up.confirm(actor, code, address)
    named = {row.id: row.name for row in await passkeys.live_of(actor.officer_id)}
    async with transaction():
        kind, content = PeopleAct.PASSKEY_REMOVED, PasskeyRemoved(passkey_id=passkey_id)
        act = ledger.desk_act(RecordKind.OFFICER, actor.officer_id, kind, content, actor)
        outcome = await ledger.record(act, actor)
        if isinstance(outcome, Accepted):
            await notices.settle(passkey_id)
            words = {"officer": actor.full_name, "name": named.get(passkey_id, "")}
            await _tell(actor.officer_id, passkey_id, "passkey.removed", words)
    return outcome


async def begin_confirming(actor: Actor) -> str:
    """Return what the browser needs to use one of the officer's passkeys, as JSON.

    Raises PasskeyNone, PasskeysOff, NotSignedIn.
    """
    party = _require_party()
    known = await passkeys.live_of(actor.officer_id)
    if not known:
        raise PasskeyNone
    return ceremonies.to_use(party, await _challenge(actor, "confirm"), known)


async def confirm(actor: Actor, answer: str, address: str) -> None:
    """Open signing and approving on the actor's session by a passkey, as a code does.

    Raises PasskeyLate, PasskeyWrong, TooMany, PasskeysOff, NotSignedIn.
    """
    party = _require_party()
    if actor.session_id is None or actor.face != "desk":
        raise NotSignedIn
    challenge = await _take(actor, "confirm")
    charge = await charge_own(f"session:{actor.session_id}", address)
    credential_id = ceremonies.credential_of(answer, actor.officer_id)
    async with transaction():
        row = await passkeys.lock(actor.officer_id, credential_id) if credential_id else None
        used = ceremonies.used(party, challenge, answer, row) if row else None
        if row is not None and used is not None:
            await _record_use(actor, row, used)
            await credentials.delete_failure(charge)
            until = clock.now() + account_rules.CONFIRMED_FOR
            await sessions.confirm_desk(actor.session_id, until)
            await access_log.record(actor, "step_up.passkey", None, address=address or None)
    if used is None:
        _LOG.info("passkey_refused", officer_id=str(actor.officer_id), address=address)
        raise PasskeyWrong


def begin_unsigned() -> tuple[str, str] | None:
    """Return what the browser of a stranger needs to use any passkey, as JSON, and what it sends back with the answer.

    None where passkeys are not used. Nobody is named, so it does not tell which officers have one; only
    passkeys that the machine itself finds answer. The challenge is derived from what is sent back,
    five minutes long: nothing of a stranger is stored.
    """
    if _party is None:
        return None
    ends = int((clock.now() + rules.CHALLENGE_LIFE).timestamp())
    mark = secrets.token_bytes(16) + ends.to_bytes(8)
    return ceremonies.to_use(_party, _derived(mark), []), keys.b64url(mark)


async def proves(officer_id: UUID, sent: str, answer: str) -> bool:
    """Tell whether the answer is by a passkey of this officer to an unsigned challenge that has not ended.

    In the caller's transaction, which records the use.
    """
    found = await _unsigned(officer_id, sent, answer)
    if found is None:
        return False
    await _record_use(actor_of(await sessions.get_actor(officer_id), "desk"), *found)
    return True


async def answers(officer_id: UUID, sent: str, answer: str) -> bool:
    """Tell the same, in the caller's transaction, and record nothing."""
    return await _unsigned(officer_id, sent, answer) is not None


async def _unsigned(officer_id: UUID, sent: str, answer: str) -> tuple[PasskeyRow, Used] | None:
    party = _party
    if party is None:
        return None  # a refusal would tell a stranger that the password before it was right
    try:
        mark = keys.unb64url(sent)
    except ValueError:
        return None
    if len(mark) != 24 or int.from_bytes(mark[16:]) <= clock.now().timestamp():
        return None
    credential_id = ceremonies.credential_of(answer, officer_id)
    row = await passkeys.lock(officer_id, credential_id) if credential_id else None
    used = ceremonies.used(party, _derived(mark), answer, row) if row else None
    return (row, used) if row and used else None


def _derived(mark: bytes) -> bytes:
    return keys.current().derive("unsigned-passkey-challenge", mark)


async def _record_use(actor: Actor, row: PasskeyRow, used: Used) -> None:
    """Record the use. A count that went back alarms the officer and the head, once a day."""
    now = clock.now()
    count = max(row.sign_count, used.sign_count)
    await passkeys.use(row.id, count, used.synced, now)
    if not rules.went_back(row.sign_count, used.sign_count):
        return
    _LOG.warning(
        "passkey_count_went_back",
        officer_id=str(actor.officer_id),
        passkey_id=str(row.id),
        known=row.sign_count,
        seen=used.sign_count,
    )
    await passkeys.mark(row.id, now)
    words, once = {"officer": actor.full_name, "name": row.name}, f"{clock.today()}/{row.id}"
    await _tell(actor.officer_id, row.id, "passkey.went_back", words, once)
    officer = await people.get(actor.officer_id)
    heads = await notices.heads_of(officer.path, actor.officer_id)
    await notices.tell(
        heads, "person", actor.officer_id, "passkey.went_back", dict(words), once=once
    )


async def _tell(
    officer_id: UUID, passkey_id: UUID, key: str, words: dict[str, str], once: str | None = None
) -> None:
    """Notify the officer, on phones too: the person at the desk may be somebody else."""
    await notices.tell(
        [officer_id], "device", passkey_id, key, dict(words), once=once, on_phones=True
    )


async def _challenge(actor: Actor, purpose: Purpose) -> bytes:
    if actor.session_id is None or actor.face != "desk":
        raise NotSignedIn
    made = secrets.token_bytes(32)
    async with transaction():
        ends = clock.now() + rules.CHALLENGE_LIFE
        await passkeys.put_challenge(actor.session_id, purpose, made, ends)
    return made


async def _take(actor: Actor, purpose: Purpose) -> bytes:
    """Take the session's challenge, for ever. Raises PasskeyLate if none waits, NotSignedIn."""
    if actor.session_id is None or actor.face != "desk":
        raise NotSignedIn
    async with transaction():
        taken = await passkeys.take_challenge(actor.session_id, purpose)
    if taken is None or taken.expires_at <= clock.now():
        raise PasskeyLate
    return taken.challenge
