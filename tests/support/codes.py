"""One-time codes of people whose application runs in the test's own process: nobody waits for the next one."""

import time

import pyotp

from deploy.demo.codes import STEP_SECONDS, Codes
from tests.support.people import People


class AtOnce(Codes):
    """The code of this moment, whether it was used before or is about to end.

    The server takes the code of the step before as well, so one that is about to end is good. One that was used is
    forgotten at the server first. `Codes` waits in both cases, and the last three seconds of each half minute are the
    same for all processes of a run: they all stood still together.
    """

    def __init__(self, people: People) -> None:
        super().__init__()
        self._people = people

    async def next(self, totp_secret: str) -> str:
        """Return the present code at once."""
        step = int(time.time()) // STEP_SECONDS
        if self._used.get(totp_secret) == step:
            await self._people.forget_codes(
                *(person for person in self._people if person.totp_secret == totp_secret)
            )
        self._used[totp_secret] = step
        return pyotp.TOTP(totp_secret).at(step * STEP_SECONDS)
