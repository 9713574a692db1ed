"""Checks who somebody is: password and one-time code, within the limits on guessing.

A try is charged as a failure, in a transaction of its own, *before* it is judged; the charge is
taken back if the try was right. So a thousand concurrent tries cannot slip past the limit between
counting and writing, and a crash counts against the guesser.

Open sessions are not touched: a stranger who guesses at an account cannot sign its owner out
(SECURITY: S6). Nor can a stranger lock the owner out: an address, a browser or a phone from which
the owner signed in before has a count of its own (OWASP, Blocking Brute Force Attacks: device
cookies). A browser identifies itself by a mark that cannot be guessed, a phone by its enrolled key.
"""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.core import clock, refusing
from backend.core.database import transaction
from backend.core.errors import TooMany
from backend.force.accounts import device_keys, passwords, recovery, totp
from backend.force.accounts.tokens import new_token
from backend.force.errors import CodeUsed, CredentialsWrong, DeviceKeyInvalid, OfficerDisabled
from backend.force.queries import credentials, devices
from backend.force.queries.credentials import Factors
from backend.force.rules import accounts as rules
from backend.force.rules import recovery as recovery_rules
from schemas.force.sessions import DeviceOrder

_NOWHERE = "::"  # the address of counts that are kept by key alone; nobody signs in from there
_log = structlog.get_logger("accounts")


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """Both factors were right just now, for this officer."""

    officer_id: UUID
    username: str
    recovered: bool = False
    """The second factor was a recovery code."""


async def prove(
    username: str,
    password: str,
    code: str,
    address: str,
    *,
    phone: DeviceOrder | None = None,
    browser: str = "",
) -> Proof:
    """Check both factors. Opens its own transactions and must not run inside one.

    `phone` is what a phone sends of itself, `browser` the mark that known_browser() gave. Each
    selects a count of failures; neither proves who is typing. At the desk a recovery code may stand
    for the one-time code. Raises TooMany, CredentialsWrong (whichever part is wrong, or a recovery
    code that was used), CodeUsed, OfficerDisabled.
    """
    account = rules.normalise_username(username)
    own = rules.device_place(phone.id) if phone else rules.browser_place(browser)
    counted = own if phone is None or await _is_itself(phone, username, code) else None
    charge = await charge_try(account, address, counted)
    row = await credentials.find_by_username(account)
    right = await passwords.verify(row.password_hash if row else None, password)
    kept = recovery_rules.read(code) if phone is None else None
    if kept is not None:
        places = rules.places_of(address, own)
        return await _recovered(row if right else None, account, kept, charge, places, address)
    step = totp.matching_step(_seed(row), code.strip(), clock.now())
    if not right or step is None or row is None:
        refusing.failed(account)
        _log.info("sign_in_refused", officer_id=str(row.id) if row else None, address=address)
        raise CredentialsWrong
    try:
        await _claim(row.id, step, charge, rules.places_of(address, own))
    except CodeUsed:
        refusing.failed(account)
        raise
    if row.state != "active":
        refusing.failed(account)
        _log.warning("sign_in_disabled", officer_id=str(row.id), address=address)
        raise OfficerDisabled
    _log.info("signed_in", officer_id=str(row.id), address=address)
    return Proof(officer_id=row.id, username=row.username)


async def _recovered(
    row: Factors | None, account: str, code: str, charge: int, places: list[str], address: str
) -> Proof:
    """Judge a recovery code; `row` is None if the password was wrong."""
    async with transaction():
        used = await recovery.use(row.id, code) if row and row.state == "active" else False
        if row and used:
            await credentials.delete_failure(charge)
            await credentials.put_places(row.id, places, clock.now())
    if row is None or not used:
        refusing.failed(account)
        _log.info("recovery_refused", officer_id=str(row.id) if row else None, address=address)
        raise CredentialsWrong
    _log.info("signed_in", officer_id=str(row.id), address=address)
    return Proof(officer_id=row.id, username=row.username, recovered=True)


def known_browser(cookie: str | None) -> str:
    """Return the mark that a browser sends back with its sign-in: its present one, or a new one.

    The mark names no officer.
    """
    return cookie if cookie and rules.browser_place(cookie) else new_token()


async def _is_itself(phone: DeviceOrder, username: str, code: str) -> bool:
    """Tell whether a phone offers, and proves, the key under which it is enrolled.

    Its id alone proves nothing: many others know it.
    """
    enrolled = await devices.find_key(phone.id)
    if enrolled is None:
        return False
    said = device_keys.said_at_sign_in(phone.id, username, code)
    try:
        return device_keys.is_its_own(phone, enrolled, said)
    except DeviceKeyInvalid:
        return False


def _seed(row: Factors | None) -> bytes | None:
    if row is None or row.totp_seed is None:
        return None
    return totp.unseal(row.totp_seed, row.id)


async def charge_try(account: str, address: str, own: str | None = None) -> int:
    """Count this try as a failure until it proves right. Raises TooMany with the minutes to wait.

    `own` is the phone or browser as a place. If the owner signed in with it before, only failures
    at that place count: not those from the office's address, and not those of strangers.
    """
    counted_under = rules.guess_address(address)
    now = clock.now()
    async with transaction():
        place = await credentials.known_place(
            account, rules.places_of(address, own), now - rules.PLACE_LIFE
        )
        by_account, by_address = await credentials.charge_try(
            account, counted_under, place, now - rules.GUESS_WINDOW
        )
        waits = [rules.wait_until(by_account, rules.MAX_FAILURES_PER_ACCOUNT, now)]
        if not rules.one_persons(place):
            waits.append(rules.wait_until(by_address, rules.MAX_FAILURES_PER_ADDRESS, now))
        until = max((wait for wait in waits if wait is not None), default=None)
        charge = None if until else await credentials.insert_failure(account, counted_under, place)
    if until is not None or charge is None:
        refusing.stopped(account)
        _log.warning("sign_in_limited", address=address)
        raise _too_many(until or now + timedelta(minutes=1), now)
    return charge


async def charge_where(key: str, address: str) -> tuple[int, TooMany | None]:
    """Count a try of somebody who is not signed in under a key and the network that it comes from.

    Returns the charge, and what refuses the try unless the second factor is right: too many came under the
    key from everywhere. Raises TooMany where too many came from this network.
    """
    counted_under, now = rules.guess_address(address), clock.now()
    since = now - rules.GUESS_WINDOW
    async with transaction():
        here, by_address = await credentials.charge_try(
            key, counted_under, f"ip:{counted_under}", since
        )
        everywhere = await credentials.failures_everywhere(key, since)
        waits = [
            rules.wait_until(here, rules.MAX_FAILURES_PER_ACCOUNT, now),
            rules.wait_until(by_address, rules.MAX_FAILURES_PER_ADDRESS, now),
        ]
        until = max((wait for wait in waits if wait is not None), default=None)
        if until is None:
            charge = await credentials.insert_failure(key, counted_under, f"ip:{counted_under}")
    if until is not None:
        refusing.stopped(key)
        _log.warning("proof_limited", address=address)
        raise _too_many(until, now)
    braked = rules.wait_until(everywhere, rules.MAX_FAILURES_EVERYWHERE, now)
    return charge, _too_many(braked, now) if braked else None


def _too_many(until: datetime, now: datetime) -> TooMany:
    return TooMany(minutes=rules.minutes_between(now, until), retry_at=clock.rfc3339(until))


async def charge_own(key: str, address: str) -> int:
    """Count a try under what only its holder has: a session, a one-time address, an ask's code.

    Sign-ins by strangers, under the officer's name or from the office's address, do not count here,
    nor do these count there. So nobody can block the step-up of a session, or a link, that is not
    theirs. Raises TooMany with the minutes to wait.
    """
    now = clock.now()
    async with transaction():
        failures, _ = await credentials.charge_try(key, _NOWHERE, "", now - rules.GUESS_WINDOW)
        until = rules.wait_until(failures, rules.MAX_FAILURES_PER_ACCOUNT, now)
        charge = None if until else await credentials.insert_failure(key, _NOWHERE, "")
    if until is not None or charge is None:
        _log.warning("confirmation_limited", address=address)
        raise _too_many(until or now + timedelta(minutes=1), now)
    return charge


async def _claim(officer_id: UUID, step: int, charge: int, places: list[str]) -> None:
    async with transaction():
        fresh = await credentials.claim_step(officer_id, step)
        if fresh:
            await credentials.delete_failure(charge)
            await credentials.put_places(officer_id, places, clock.now())
    if not fresh:
        _log.warning("code_used_again", officer_id=str(officer_id))
        raise CodeUsed
