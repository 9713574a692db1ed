"""One-time codes for people whose application runs in the test's own process, without waiting for
the next code."""

import pyotp

from backend.core import clock
from deploy.demo.codes import STEP_SECONDS, Codes
from tests.support.people import People


class AtOnce(Codes):
    """The present code, even if it was used before or is about to end.

    The server also accepts the code of the previous step, so a code that is about to end is good.
    One that was used is first deleted on the server. `Codes` would wait in both cases, and the last
    three seconds of each half minute are the same for all processes of a run, so all of them would
    stop together.
    """

    def __init__(self, people: People) -> None:
        super().__init__()
        self._people = people

    async def next(self, totp_secret: str) -> str:
        """Return the present code without waiting."""
        step = int(clock.now().timestamp()) // STEP_SECONDS  # which a test may have set forward
        if self._used.get(totp_secret) == step:
            await self._people.forget_codes(
                *(person for person in self._people if person.totp_secret == totp_secret)
            )
        self._used[totp_secret] = step
        return pyotp.TOTP(totp_secret).at(step * STEP_SECONDS)
