"""`/desk/live`: the stream of an open page; `/desk/live/changed`: the question of a page that has no stream."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromQuery

from admin_ui.insight.live.stream import LiveStream, Watching
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from backend.approvals.submissions import service as submissions
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.core.live import service as live
from backend.fieldwork.inspections import service as inspections
from backend.force.importing import service as people_imports
from backend.insight.reports import views as reports
from backend.intake.informations import service as informations
from backend.ledger import reading
from backend.parties import reading as parties
from backend.parties.importing import service as party_imports
from backend.planning.plans import reading as plans
from schemas.core.vocabulary import RecordKind

LISTS = "work"
"""What a page of the reader's own lists asks for, instead of a record."""


async def _sees_submission(submission_id: UUID, actor: Actor) -> bool:
    try:
        await submissions.require_sight(submission_id, actor)
    except NotFound:
        return False
    return True


SEES: dict[str, Callable[[UUID, Actor], Awaitable[bool]]] = {
    RecordKind.INSPECTION: inspections.sees,
    RecordKind.CASE: cases.sees,
    RecordKind.SUBMISSION: _sees_submission,
    RecordKind.PLAN: plans.sees,
    RecordKind.INFORMATION: informations.sees,
    RecordKind.REPORT: reports.sees,
    RecordKind.PARTY_IMPORT: party_imports.sees,
    RecordKind.PEOPLE_IMPORT: people_imports.sees,
    RecordKind.PARTY: parties.sees,
}
"""How to tell, for each kind of record that has a live page, whether a reader may see one."""
_BEFORE_COMMIT = timedelta(seconds=2)
"""An entry is dated before it is committed, and seen after."""
_ON_THE_WAY_MS = 3000
"""What was committed before an event was sent may be heard this much later."""
_BACKGROUND = {"background": True}
"""A browser asks this by itself: it is no sign that somebody sits at the desk, and keeps no session alive."""


@get("/desk/live", opt=_BACKGROUND, include_in_schema=False)
async def keep_live(
    request: AnyRequest,
    of: FromQuery[str] = LISTS,
    at: FromQuery[str] = "",
    told: FromQuery[str] = "",
    language: FromQuery[str] = "",
) -> Response[Any]:
    """Send an event whenever the page may be out of date.

    `of` is `work`, or a kind and an id with a colon between. `at` is when the page was asked for, `told` the
    id of the last event that reached it, unless the browser says so itself, `language` the page's. Answers 204,
    on which a browser does not try again by itself, if there is no room or hints do not arrive here; the page then
    asks `/desk/live/changed` once a minute. Raises NotFound for a record that the reader does not see.
    """
    actor = actor_of(request)
    record = await _record(of, actor)
    if not await live.may_join(actor):
        return Response(None, status_code=204, headers={"retry-after": "60"})
    mark = live.Mark.read(request.headers.get("last-event-id") or told)
    reached = mark.at - _ON_THE_WAY_MS if mark else live.now_ms()
    since = _moment(at) or reached
    if mark and live.forgot(since, mark):  # another process's, perhaps
        since = max(since, reached)
    stale = False
    if live.forgot(since, mark):
        since, before = live.now_ms(), since
        stale = await _changed(record, before)
    return LiveStream(
        Watching(
            actor=actor,
            record=record,
            since=since,
            mark=mark,
            stale=stale,
            language=language_of(request, language),
        )
    )


@get("/desk/live/changed", opt=_BACKGROUND, include_in_schema=False)
async def tell_changed(
    request: AnyRequest, of: FromQuery[str] = LISTS, at: FromQuery[str] = ""
) -> Response[dict[str, object]]:
    """Answer whether a page asked for at `at` may be out of date, from the database alone.

    Lists always may be. Raises NotFound like the stream.
    """
    record = await _record(of, actor_of(request))
    now = live.now_ms()
    changed = await _changed(record, _moment(at) or 0)
    return Response({"changed": changed, "at": now})


async def _record(of: str, actor: Actor) -> tuple[str, UUID] | None:
    if of == LISTS:
        return None
    kind, _, written = of.partition(":")
    try:
        record_id = UUID(written)
    except ValueError:
        raise NotFound(what="record") from None
    sees = SEES.get(kind)
    if sees is None or not await sees(record_id, actor):
        raise NotFound(what="record")
    return kind, record_id


async def _changed(record: tuple[str, UUID] | None, since: int) -> bool:
    if record is None:
        return True
    last = await reading.last_received(record[1])
    return last is not None and last >= datetime.fromtimestamp(since / 1000, UTC) - _BEFORE_COMMIT


def _moment(written: str) -> int | None:
    """Read ms since 1970 as a page or an event has them; anything else is none."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 15 else None


HANDLERS = [keep_live, tell_changed]
