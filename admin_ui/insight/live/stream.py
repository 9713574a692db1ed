"""Server-sent events of one open page (HTML Living Standard, 9.2), written without a generator.

Litestar's own streams leave a generator open when its client is cut off while a chunk is being sent (litestar#3772); it
is then closed whenever the garbage collector comes by. Here the response itself runs the loop, so whatever ends it, a
closed window, a cut line, a slow reader or the end of the process, leaves the block that keeps the desk.

A stream ends by itself in less than a minute, and the browser connects again. Each time the guard and the scope are
asked anew: an officer who signed out, was disabled or lost sight of the record gets no further stream. A client that
vanished without a word (a closed lid, a lost network) is forgotten in the same time.
"""

import asyncio
import math
import random
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec
import structlog
from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.response.base import ASGIResponse

from admin_ui.shell.around_requests import STREAM
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.live import service as live
from backend.core.live.service import Desk
from backend.force.accounts import service as accounts

HEADERS = {
    "cache-control": "no-store",
    "x-accel-buffering": "no",  # nginx would hold events back until its buffer is full
}
BEAT_SECONDS = 15.0
"""A proxy or a mobile network ends a line on which nothing comes for long."""
LISTS_SECONDS = 52.0
RECORD_SECONDS = 34.0
"""Lives of streams. On a record, together with looking.KEPT_MS, less than a minute."""
APART_SECONDS = 1.0
"""Between two hints to one page, from the second of a burst on: a burst of acts costs each page one request a second,
and the act after a lone one is told at once."""
NAMED_SECONDS = 60.0
"""How long a name is kept: it is that of somebody who looks at a record right now."""
_SEND_SECONDS = 10.0
"""A reader who takes nothing for so long is let go."""
_RETRY_MS = 300
_log = structlog.get_logger("live")


class Watching(msgspec.Struct, frozen=True, kw_only=True):
    """What a page asked for: whose it is, which record it shows (None: lists), and of when it is."""

    actor: Actor
    record: tuple[str, Any] | None
    since: int
    """When the page was asked for (ms since 1970)."""
    mark: live.Mark | None
    """The id of the last event that reached the page."""
    stale: bool
    """Something is known to have changed since."""
    language: Language


class LiveStream(Response[None]):
    """The answer that keeps a page up to date."""

    def __init__(self, watching: Watching) -> None:
        super().__init__(None, media_type=STREAM, headers=dict(HEADERS))
        self._watching = watching

    def to_asgi_response(
        self,
        app: Any,
        request: Request[Any, Any, Any],
        *,
        cookies: Iterable[Cookie] | None = None,
        headers: dict[str, str] | None = None,
        is_head_response: bool = False,
        status_code: int | None = None,
        **_unused: Any,
    ) -> ASGIResponse:
        """Return the answer as the server sends it."""
        del app, request
        return _Sending(
            self._watching,
            cookies=[*self.cookies, *(cookies or ())],
            headers={**(headers or {}), **self.headers},
            is_head_response=is_head_response,
            media_type=STREAM,
            status_code=status_code or 200,
        )


class _Sending(ASGIResponse):
    """Sends events until the page is closed or the stream has lived long enough."""

    __slots__ = ("_said", "_watching")
    _should_set_content_length = False

    def __init__(self, watching: Watching, **how: Any) -> None:
        super().__init__(**how)
        self._watching = watching
        self._said = ""

    async def send_body(self, send: Any, receive: Any) -> None:
        """Run the stream; the desk leaves the hub in whatever way this ends."""
        watching = self._watching
        async with live.joined(
            watching.actor, watching.record, watching.since, watching.mark
        ) as desk:
            gone = asyncio.create_task(_gone(receive))
            gone.add_done_callback(lambda _: desk.wake())
            try:
                await self._tell(desk, send, gone)
                if desk.over:
                    mark = "" if desk.changed else f"id: {live.mark()}\n\n"
                    await _send(send, mark, more=False)
            except TimeoutError:
                _log.info("live_reader_let_go")
            finally:
                gone.cancel()

    async def _tell(self, desk: Desk, send: Any, gone: "asyncio.Task[None]") -> None:
        """Tell until the page is gone or the stream has lived long enough. It is never ended between reading what is
        to be said and saying it, which would lose that."""
        clock = asyncio.get_running_loop().time
        ends, told_last = clock() + _life(self._watching), -math.inf
        await _send(send, f"retry: {_RETRY_MS}\nevent: hello\ndata: 1\n\n")
        desk.wake(changed=self._watching.stale, faces=True)
        while True:
            await desk.wait(min(BEAT_SECONDS, max(0.0, ends - clock())))
            if gone.done() or desk.over:
                return
            changed = desk.changed
            await _send(send, await self._news(desk))
            if clock() >= ends:
                desk.over = True
                return
            if not changed:
                await desk.rest(APART_SECONDS)  # who looks may wait, a change does not
            else:
                lone, told_last = clock() - told_last >= APART_SECONDS, clock()
                await asyncio.wait({gone}, timeout=0 if lone else APART_SECONDS)
            if gone.done():
                return

    async def _news(self, desk: Desk) -> str:
        """Return a change by itself: it waits for no names. Who looks is said with the next event, at the latest after
        BEAT_SECONDS."""
        mark = live.mark()  # before the flags are read, so that it covers nothing that is untold
        if desk.changed:
            desk.changed = False
            return _event("changed", mark)
        desk.faces_changed = False
        if desk.watches is not None:
            said = await faces(desk, self._watching.language)
            if said != self._said:
                self._said = said
                return _event("faces", mark, said)
        return f"id: {mark}\n\n"


def _life(watching: Watching) -> float:
    """Streams that began together, after a restart, do not all end together."""
    longest = LISTS_SECONDS if watching.record is None else RECORD_SECONDS
    return longest * random.uniform(0.85, 1)  # noqa: S311 - spreads load, guards nothing


def _event(name: str, mark: str, data: str = "1") -> str:
    return f"event: {name}\nid: {mark}\ndata: {data}\n\n"


async def _send(send: Any, text: str, *, more: bool = True) -> None:
    """Raises TimeoutError if the reader takes nothing."""
    async with asyncio.timeout(_SEND_SECONDS):
        await send({"type": "http.response.body", "body": text.encode(), "more_body": more})


async def _gone(receive: Any) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


class _Names:
    """Names of officers who look at records: asked once for all pages of this process, and again after a minute."""

    def __init__(self) -> None:
        self._known: dict[UUID, tuple[str, float]] = {}

    async def of(self, officers: list[UUID]) -> dict[UUID, str]:
        """Return the names of these officers."""
        now = asyncio.get_running_loop().time()
        known = {one: kept for one, kept in self._known.items() if kept[1] > now}
        if missing := [one for one in officers if one not in known]:
            found = await accounts.names_of(missing)
            known |= {one: (name, now + NAMED_SECONDS) for one, name in found.items()}
            self._known = known
        return {one: known[one][0] for one in officers if one in known}


_NAMES = _Names()


async def faces(desk: Desk, language: Language) -> str:
    """Return who else looks at the desk's record, in one line for its reader; empty if nobody does.

    The guard let the reader see the record, so they may see who works on it.
    """
    looking = live.others(desk)
    if not looking:
        return ""
    try:
        names = await _NAMES.of([one.officer_id for one in looking])
    except Exception as error:
        _log.warning("faces_not_named", error=type(error).__name__)
        return ""
    now = live.now_ms()
    each = [
        say(language, "live.looks", name=names[one.officer_id], minutes=(now - one.since) // 60_000)
        if now - one.since >= 60_000
        else say(language, "live.just_came", name=names[one.officer_id])
        for one in looking
        if one.officer_id in names
    ]
    return say(language, "live.looking", who=", ".join(each)) if each else ""
