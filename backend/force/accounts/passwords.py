"""Passwords: Argon2id with OWASP's second parameter set (t=2, 19 MiB, p=1), about 30 ms a try.

Hashing occupies a core, so it runs in threads, at most four concurrently in a process. A burst of
sign-ins queues here instead of taking the memory (4 x 19 MiB) or the event loop. For an unknown
officer a dummy hash is verified, so that the response time does not reveal who exists.
"""

import asyncio
import unicodedata
from uuid import UUID

from argon2 import PasswordHasher, Type
from argon2.exceptions import Argon2Error, InvalidHashError

from backend.force.queries import people
from backend.force.rules import passwords as rules
from backend.force.units import service as units

_HASHER = PasswordHasher(
    time_cost=2, memory_cost=19 * 1024, parallelism=1, hash_len=32, salt_len=16, type=Type.ID
)
_AT_ONCE = 4
_gates: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}

# Made once of random bytes with the parameters of real hashes; nobody knows a password for it.
_DUMMY = (
    "$argon2id$v=19$m=19456,t=2,p=1$yHFOneUGJsmXcadyc/V/jQ$"
    "DcshcqaeNDKENVGOxrkhESjKPx8eOJFoUKqdub1eYCg"
)


def normalise(password: str) -> str:
    """Apply NFKC, as NIST SP 800-63B-4 §3.1.1.2 asks.

    The same key strokes on two keyboards then stay equal. Vietnamese input methods compose letters
    differently, so this is a common case, not a rare one.
    """
    return unicodedata.normalize("NFKC", password)


async def require_good(officer_id: UUID, password: str) -> None:
    """Raise unless the officer may choose this password: PasswordTooWeak, PasswordCommon, PasswordOwn."""
    officer = await people.get(officer_id)
    path = [one for one in officer.path.as_tuple() if one is not None]
    named = await units.names_of(path)
    owner = rules.Owner(
        username=officer.username,
        full_name=officer.full_name,
        officer_number=officer.officer_number,
        units=tuple(name.vi for name in named.values()),
    )
    await asyncio.to_thread(rules.check, password, owner)


async def make_hash(password: str) -> str:
    """Hash a password that satisfies the rule; the result carries its parameters and salt."""
    async with _gate():
        return await asyncio.to_thread(_HASHER.hash, normalise(password))


async def verify(stored: str | None, password: str) -> bool:
    """Verify a password, in the same time whether there is a hash or not. Always False for None."""
    async with _gate():
        right = await asyncio.to_thread(_verify, stored or _DUMMY, normalise(password))
    return right and stored is not None


def _verify(stored: str, password: str) -> bool:
    try:
        return _HASHER.verify(stored, password)
    except (Argon2Error, InvalidHashError):
        return False


def _gate() -> asyncio.Semaphore:
    loop = asyncio.get_running_loop()
    if loop not in _gates:
        _gates.clear()
        _gates[loop] = asyncio.Semaphore(_AT_ONCE)
    return _gates[loop]
