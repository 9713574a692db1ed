"""Passwords: Argon2id, with OWASP's second parameter set (t=2, 19 MiB, p=1): about 30 ms a try.

Hashing holds a core, so it runs in threads, at most four at once in a process: a burst of sign-ins
queues here instead of taking the memory (4 x 19 MiB) or the event loop. Where there is no such
officer a dummy is verified, so that the time of an answer does not tell who exists.
"""

import asyncio
import unicodedata

from argon2 import PasswordHasher, Type
from argon2.exceptions import Argon2Error, InvalidHashError

_HASHER = PasswordHasher(
    time_cost=2, memory_cost=19 * 1024, parallelism=1, hash_len=32, salt_len=16, type=Type.ID
)
_AT_ONCE = 4
_gates: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}

# Nobody knows a password for it: made of random bytes once, the same parameters as real ones.
_DUMMY = (
    "$argon2id$v=19$m=19456,t=2,p=1$yHFOneUGJsmXcadyc/V/jQ$"
    "DcshcqaeNDKENVGOxrkhESjKPx8eOJFoUKqdub1eYCg"
)


def normalise(password: str) -> str:
    """NFKC, as NIST SP 800-63B-4 §3.1.1.2 asks: the same key strokes on two keyboards stay equal.

    Vietnamese input methods differ in composing letters, so this is a common case, not a rare one.
    """
    return unicodedata.normalize("NFKC", password)


async def make_hash(password: str) -> str:
    """Hash a password that satisfies the rule; the result carries its parameters and salt."""
    async with _gate():
        return await asyncio.to_thread(_HASHER.hash, normalise(password))


async def verify(stored: str | None, password: str) -> bool:
    """Compare in the same time whether there is a hash or not. False for None, always."""
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
