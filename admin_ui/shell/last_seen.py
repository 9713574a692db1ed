"""What is done for the rail once a page is sent, so that nobody waits for it.

The record that the reader opened is noted, and what waits is counted anew if that takes long.
"""

import html
import re
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from litestar import Request
from litestar.background_tasks import BackgroundTask, BackgroundTasks

from backend.core.actors import Actor
from backend.force.seen import service as seen
from backend.insight.my_work import tally

_OK = 200
_CLOSED = frozenset({403, 404})
"""Out of sight: of a record that was moved, or of a kind that the reader's post does not open any more."""
_RECORD = re.compile(
    r"(/desk/(?:cases|decisions|documents|informations|inspections|outgoing|papers|people|plans"
    r"|reports|samples|submissions)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))(?=/|$)"
)
_TITLE = re.compile(r"<title>(.*?) – [^–<]*</title>", re.DOTALL)
_log = structlog.get_logger(__name__)

AnyRequest = Request[Any, Any, Any]


def record_of(path: str) -> str | None:
    """Return the address of the record whose own page this is, None for other pages."""
    found = _RECORD.match(path)
    return found[1] if found and found[1] == path.rstrip("/") else None


def record_above(path: str) -> str | None:
    """Return the address of the record above this page, None for its own page and for others."""
    found = _RECORD.match(path)
    return found[1] if found and found[1] != path.rstrip("/") else None


def after(request: AnyRequest, page: str, status: int, seen_as: str = "") -> BackgroundTasks | None:
    """Return what to do once this page is sent; see noting() for the record."""
    actor = request.state.get("actor")
    if not isinstance(actor, Actor):
        return None
    tasks = [noting(request, page, status, seen_as)]
    if tally.behind(actor):
        tasks.append(BackgroundTask(_quietly, tally.recount, actor))
    asked = [one for one in tasks if one is not None]
    return BackgroundTasks(asked) if asked else None


async def after_recording(request: AnyRequest) -> None:
    """Count anew once a form was answered: what waits may be another number now. A hook of the router."""
    actor = request.state.get("actor")
    if request.method == "POST" and isinstance(actor, Actor):
        await _quietly(tally.recount, actor)


def noting(request: AnyRequest, page: str, status: int, seen_as: str = "") -> BackgroundTask | None:
    """Return what to do once this page is sent: put its record first, or take out one that the reader sees no more.

    The record is called `seen_as`, or as its page is titled.
    """
    actor = request.state.get("actor")
    record = record_of(request.url.path) if request.method == "GET" else None
    if record is None or not isinstance(actor, Actor):
        return None
    known: list[tuple[str, str]] = request.state.get("seen", [])
    if status in _CLOSED:
        there = any(address == record for address, _ in known)
        return BackgroundTask(_quietly, seen.gone, actor.officer_id, record) if there else None
    title = _TITLE.search(page)
    if status != _OK or title is None:
        return None
    now = (record, " ".join((seen_as or html.unescape(title[1])).split()))
    return None if known[:1] == [now] else BackgroundTask(_quietly, seen.opened, actor, *now)


async def _quietly(do: Callable[..., Awaitable[object]], *about: object) -> None:
    """Do it; a database that does not write now costs nothing but that."""
    try:
        await do(*about)
    except Exception as error:  # the page is sent already, and right
        _log.warning("frame_not_kept", what=do.__name__, error=type(error).__name__)
