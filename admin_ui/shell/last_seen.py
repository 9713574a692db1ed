"""Notes which records a reader opens, for the rail: after the answer is sent, so that nobody waits for it."""

import html
import re
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from litestar import Request
from litestar.background_tasks import BackgroundTask

from backend.core.actors import Actor
from backend.force.seen import service as seen

_OK, _NOT_FOUND = 200, 404
_RECORD = re.compile(
    r"(/desk/(?:cases|decisions|diary|documents|informations|inspections|outgoing|papers|people|plans"
    r"|reports|samples|submissions|units)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))(?=/|$)"
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


def noting(request: AnyRequest, page: str, status: int, seen_as: str = "") -> BackgroundTask | None:
    """Return what to do once this page is sent: put its record first, or take out one that is gone.

    The record is called `seen_as`, or as its page is titled.
    """
    actor = request.state.get("actor")
    record = record_of(request.url.path) if request.method == "GET" else None
    if record is None or not isinstance(actor, Actor):
        return None
    known: list[tuple[str, str]] = request.state.get("seen", [])
    if status == _NOT_FOUND:
        there = any(address == record for address, _ in known)
        return BackgroundTask(_quietly, seen.gone, actor.officer_id, record) if there else None
    title = _TITLE.search(page)
    if status != _OK or title is None:
        return None
    now = (record, " ".join((seen_as or html.unescape(title[1])).split()))
    return None if known[:1] == [now] else BackgroundTask(_quietly, seen.opened, actor, *now)


async def _quietly(note: Callable[..., Awaitable[None]], *about: object) -> None:
    """Note it; a database that does not write now costs nothing but the note."""
    try:
        await note(*about)
    except Exception as error:  # the page is sent already, and right
        _log.warning("last_seen_not_noted", error=type(error).__name__)
