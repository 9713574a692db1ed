"""A gate in front of the server for one phone's acts.

The phone sends, syncs and asks as usual, but only as many of its acts get through as the test
allows. The phone meets possible answers of the server: a batch that is too large, which it splits
until each act is alone, and a broken line.
"""

import asyncio
import json

from playwright.async_api import Route

from tests.phone_app.support.kept import read_kept
from tests.phone_app.support.phone import Phone

_TOO_LARGE = json.dumps(
    {
        "type": "about:blank",
        "title": "The batch is too large.",
        "status": 413,
        "code": "batch_too_large",
        "text": {"vi": "Lô gửi quá lớn.", "en": "The batch is too large."},
        "retryable": False,
        "detail": None,
    }
)
_ARRIVED_SECONDS = 30


class Gate:
    """Open at first. When closed, it lets through what `let_one` allows, in the order of the
    phone's log."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.is_open = True
        self._left = 0

    async def stand(self) -> "Gate":
        """Start filtering this phone's acts."""
        context = self.phone.window.context
        assert context is not None
        await context.route("**/api/mobile/v1/acts", self._judge)
        return self

    async def _judge(self, route: Route) -> None:
        if self.is_open:
            await route.continue_()
        elif self._left == 0:
            await route.abort("connectionreset")
        elif len(json.loads(route.request.post_data or "")["acts"]) > 1:
            await route.fulfill(
                status=413, content_type="application/problem+json", body=_TOO_LARGE
            )
        else:
            self._left -= 1
            await route.continue_()

    async def let_one(self) -> None:
        """Let the next act through, and return when the phone has its answer."""
        before = await self._waiting()
        self._left = 1
        await self.phone.send_now()
        async with asyncio.timeout(_ARRIVED_SECONDS):
            while self._left or await self._waiting() >= before:  # noqa: ASYNC110 - a browser's
                await asyncio.sleep(0.05)

    async def _waiting(self) -> int:
        kept = await read_kept(self.phone.page, whole=False)
        return sum(one["state"] == "waiting" for one in kept.acts)
