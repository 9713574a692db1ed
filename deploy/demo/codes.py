"""One-time codes (RFC 6238), each used once, and none that is about to expire."""

import asyncio
import time
from collections.abc import Callable

import pyotp

STEP_SECONDS = 30
_TOO_LATE_SECONDS = 3
"""A code with less time left than this may have expired when the server reads it."""

Tell = Callable[[float], None]


class Codes:
    """Remembers which time step each secret has used, because the server refuses a step twice."""

    def __init__(self, tell: Tell | None = None) -> None:
        """`tell` is called with the seconds to wait, whenever we wait for the next code."""
        self._used: dict[str, int] = {}
        self._tell = tell or (lambda _seconds: None)

    async def next(self, totp_secret: str) -> str:
        """Return the present code, or wait for the next if this one was used or is about to end."""
        wait = self.seconds_to_wait(totp_secret, time.time())
        if wait > 0:
            self._tell(wait)
            await asyncio.sleep(wait)
        moment = time.time()
        self._used[totp_secret] = int(moment) // STEP_SECONDS
        return pyotp.TOTP(totp_secret).at(int(moment))

    def seconds_to_wait(self, totp_secret: str, moment: float) -> float:
        """Return the seconds from `moment` until an unused code with enough time left begins.

        0 if there is one now.
        """
        step, into = divmod(moment, STEP_SECONDS)
        used = self._used.get(totp_secret, -1) >= int(step)
        if not used and into <= STEP_SECONDS - _TOO_LATE_SECONDS:
            return 0.0
        return max(self._used.get(totp_secret, -1) + 1, int(step) + 1) * STEP_SECONDS - moment + 0.2
