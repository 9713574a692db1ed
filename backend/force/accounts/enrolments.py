"""One-time addresses, through which officers set their first or new credentials.

An address holds 256 random bits, is stored as a hash, lives for an hour (in a letter three days) and works
once; a newer address invalidates the older ones (OWASP ASVS 5.0 §6.4). It begins with the installation's own
public address, never with the Host of a request: a forged Host would send the officer to an
attacker's page.

A reset needs an ask that a second person confirmed (asks.py). Its address opens nothing without the
code that the confirmer hands over, so that asker and confirmer each have one of the two. If only
one factor is replaced, the page asks for the other one as well. The seed of one-time codes is
derived from the address, so that the page can show the same QR code again without storing it.
"""

import hmac
import io
from datetime import timedelta
from typing import Literal
from uuid import UUID

import msgspec
import segno

from backend.core import clock, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.accounts import passwords, totp
from backend.force.accounts.sign_in import charge_own
from backend.force.accounts.tokens import hashed, new_token
from backend.force.errors import (
    CodeUsed,
    CodeWrong,
    CredentialsWrong,
    EnrolmentDead,
    HandedCodeWrong,
    PasswordsDiffer,
)
from backend.force.queries import asks, credentials, people, sessions
from backend.force.queries.credentials import Factors
from backend.force.rules import accounts as rules
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from backend.ledger.service import Outcome, Refused
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import CredentialsSet, EnrolmentIssued, PeopleAct

Purpose = Literal["first", "password", "one_time_code"]

_ACTS: dict[Purpose, PeopleAct] = {
    "first": PeopleAct.ENROLMENT_ISSUED,
    "password": PeopleAct.PASSWORD_RESET_ISSUED,
    "one_time_code": PeopleAct.CODE_RESET_ISSUED,
}


_public_url = "http://127.0.0.1:8000"


def start(public_url: str) -> None:
    """Set the public address of this installation, with which one-time addresses begin."""
    global _public_url
    _public_url = public_url


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """A new address, shown once.

    `path` is relative to the installation's origin, `address` is complete.
    """

    path: str
    address: str
    expires_at: str


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of an address needs. `secret` and `qr` only if a new seed is set."""

    officer_id: UUID
    username: str
    full_name: str
    language: str
    purpose: Purpose
    secret: str | None
    handed: bool
    """Whether the page asks for the confirmer's code."""
    waits_for: UUID | None
    """The ask that nobody confirmed in time. Until somebody does, these credentials open only work
    on site."""
    ask_id: UUID | None
    """The ask that it rests on."""
    alone: bool
    """One administrator made it without a second person. Its credentials end when the officer later
    gains a power."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the officer typed on the page of the address."""

    password: str
    """The new password; the present one if only the one-time code is replaced."""
    password_again: str
    code: str
    """A code from the new seed; from the present one if only the password is replaced."""
    handed: str = ""
    """The code that the confirmer of a reset handed over; spaces in it are ignored."""


async def issue(
    actor: Actor,
    officer_id: UUID,
    purpose: Purpose,
    ask_id: UUID | None = None,
    code_hash: bytes | None = None,
    *,
    field_only: bool = False,
    life: timedelta = rules.ENROLMENT_LIFE,
) -> tuple[Outcome, Issued | None]:
    """Record that an address is issued, and make it; None if the one door refused.

    `ask_id` is the ask that a reset rests on. `code_hash` is the hash of the code that its
    confirmer hands over. `field_only` says that nobody confirmed the ask in time.
    `life` is how long it can be used.
    """
    now = clock.now()
    ends = now + life
    content = EnrolmentIssued(expires_at=ends, ask_id=ask_id, field_only=field_only)
    act = ledger.desk_act(RecordKind.OFFICER, officer_id, _ACTS[purpose], content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Refused):
        return outcome, None
    token = new_token()
    issued_by = actor.officer_id if actor.officer_id != officer_id else None
    alone = actor.face != "cli" and ask_id is None
    await credentials.insert_enrolment(
        hashed(token),
        officer_id,
        purpose,
        issued_by,
        now,
        ends,
        ask_id,
        code_hash,
        field_only,
        alone,
    )
    path = f"/desk/enrol/{token}"
    return outcome, Issued(path=path, address=_public_url + path, expires_at=clock.rfc3339(ends))


def code_fits(ask_id: UUID, typed: str, code_hash: bytes) -> bool:
    """Tell whether the typed text is the code of this ask's confirmer; spaces in it are ignored."""
    return hmac.compare_digest(hash_of_code(ask_id, "".join(typed.split())), code_hash)


def hash_of_code(ask_id: UUID, code: str) -> bytes:
    """Return what is stored of the confirmer's code.

    It is derived with a key outside the database, so a copy of the database does not reveal the
    code.
    """
    return keys.current().derive("handed-code", ask_id.bytes + code.encode())


def _seed_of(token: str) -> bytes:
    # 160 bits, the size of SHA-1's output that RFC 4226 §4 recommends.
    return keys.current().derive("enrolment-seed", token.encode())[:20]


async def get(token: str) -> Enrolment:
    """Return what a live address is for. Raises EnrolmentDead."""
    row = await credentials.find_enrolment(hashed(token), clock.now())
    if row is None:
        raise EnrolmentDead
    return Enrolment(
        officer_id=row.officer_id,
        username=row.username,
        full_name=row.full_name,
        language=row.language,
        purpose=row.purpose,
        secret=totp.base32(_seed_of(token)) if row.purpose != "password" else None,
        handed=row.code_hash is not None,
        waits_for=row.ask_id if row.field_only else None,
        ask_id=row.ask_id,
        alone=row.alone,
    )


async def qr_code(token: str) -> bytes:
    """Return the seed as an SVG picture of a QR code, without styles. Raises EnrolmentDead."""
    enrolment = await get(token)
    if enrolment.secret is None:
        raise EnrolmentDead
    picture = segno.make(totp.address(_seed_of(token), enrolment.username), error="m")
    out = io.BytesIO()
    picture.save(out, kind="svg", scale=6, border=4, light="#ffffff", xmldecl=False, nl=False)
    return out.getvalue()


async def use(token: str, choice: Choice, address: str) -> None:
    """Set the credentials that the address is for.

    Opens its own transactions and must not run inside one. Raises EnrolmentDead, PasswordTooWeak,
    PasswordCommon, PasswordOwn, PasswordsDiffer, HandedCodeWrong, CodeWrong, CodeUsed,
    CredentialsWrong (the factor that is kept is wrong), TooMany.
    """
    enrolment = await get(token)
    if enrolment.purpose != "one_time_code":
        await passwords.require_good(enrolment.officer_id, choice.password)
        if passwords.normalise(choice.password) != passwords.normalise(choice.password_again):
            raise PasswordsDiffer
    charge = await charge_own(f"link:{hashed(token).hex()}", address)
    if enrolment.handed and not await _handed_right(token, choice.handed):
        raise HandedCodeWrong
    row = await credentials.find_by_officer(enrolment.officer_id)
    if row is None:
        raise EnrolmentDead
    seed = _kept_seed(row) if enrolment.purpose == "password" else _seed_of(token)
    step = totp.matching_step(seed, choice.code.strip(), clock.now())
    if enrolment.purpose == "one_time_code" and not await passwords.verify(
        row.password_hash, choice.password
    ):
        raise CredentialsWrong
    if step is None or seed is None:
        raise CredentialsWrong if enrolment.purpose == "password" else CodeWrong
    new_hash = None
    if enrolment.purpose != "one_time_code":
        new_hash = await passwords.make_hash(choice.password)
    async with transaction():
        await _set(token, enrolment, new_hash, seed, step)
        await credentials.delete_failure(charge)


async def _handed_right(token: str, handed: str) -> bool:
    row = await credentials.find_enrolment(hashed(token), clock.now())
    if row is None:
        raise EnrolmentDead
    if row.ask_id is None or row.code_hash is None:
        return False
    return code_fits(row.ask_id, handed, row.code_hash)


def _kept_seed(row: Factors) -> bytes | None:
    return None if row.totp_seed is None else totp.unseal(row.totp_seed, row.id)


async def _set(
    token: str, enrolment: Enrolment, new_hash: str | None, seed: bytes, step: int
) -> None:
    officer_id = enrolment.officer_id
    await people.lock(
        officer_id
    )  # locked before the link, in the same order as a confirmation locks them: otherwise a deadlock
    if not await credentials.claim_enrolment(hashed(token), clock.now()):
        raise EnrolmentDead
    sealed = totp.seal(seed, officer_id)
    match enrolment.purpose:
        case "first":
            await credentials.put_credentials(
                officer_id, new_hash or "", sealed, step, alone=enrolment.alone
            )
        case "password":
            if not await credentials.claim_step(officer_id, step):
                raise CodeUsed
            await credentials.set_password(officer_id, new_hash or "")
        case "one_time_code":
            await credentials.set_seed(officer_id, sealed, step)
    await credentials.set_field_only(officer_id, enrolment.waits_for)
    if enrolment.ask_id is not None and enrolment.waits_for is None:
        await asks.finish(enrolment.ask_id, clock.now())
    actor = actor_of(await sessions.get_actor(officer_id), "desk")
    content = CredentialsSet(purpose=enrolment.purpose)
    act = ledger.desk_act(RecordKind.OFFICER, officer_id, PeopleAct.CREDENTIALS_SET, content, actor)
    ledger.unwrap(await ledger.record(act, actor))


async def install_credentials(actor: Actor, officer_id: UUID, password: str, secret: str) -> None:
    """Give a demonstration's officer known credentials (`secret` in base32). Command line only.

    Real installations use one-time addresses. Raises PermissionError for any other face.
    """
    if actor.face != "cli":
        raise PermissionError("credentials are installed at the command line only")
    new_hash = await passwords.make_hash(password)
    sealed = totp.seal(totp.from_base32(secret), officer_id)
    await credentials.put_credentials(officer_id, new_hash, sealed, 0)
