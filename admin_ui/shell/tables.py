"""A register as a file for a spreadsheet: its days and its kind from the address, its bytes as they come."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromQuery
from litestar.response import Stream

from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from admin_ui.shell.words import Language, say
from backend.core import clock, spreadsheets
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotFound
from schemas.core.problems import Text


def unit(text: str, actor: Actor) -> UUID:
    """Return the unit that the address names, or the reader's own. Raises NotFound."""
    try:
        return UUID(text) if text else actor.unit.unit_id
    except ValueError:
        raise NotFound(what="unit") from None


_unit = unit  # the handler below has an argument of that name


def asked(since: str, until: str, kind: str) -> tuple[tuple[date, date], spreadsheets.Kind]:
    """Return the days and the kind of file. Empty days: this year until today. Raises Invalid."""
    today = clock.today()
    try:
        first = typed.edge(since) if since else date(today.year, 1, 1)
        last = typed.edge(until) if until else today
    except ValueError:
        raise _wrong() from None
    if first > last:
        raise _wrong()
    return (first, last), "xlsx" if kind == "xlsx" else "csv"


def _wrong() -> Invalid:
    def said(language: Language) -> str:
        return say(language, "outgoing.days_wrong")

    return Invalid(code="days_wrong", text=Text(vi=said("vi"), en=said("en")))


def sent(parts: AsyncIterator[bytes], name: str, kind: spreadsheets.Kind) -> Response[Any]:
    """Send the file as it is read."""
    plain = f"so.{kind}"
    return Stream(
        parts,
        media_type=spreadsheets.MEDIA_TYPES[kind],
        headers={
            "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}",
            "cache-control": "no-store",
        },
    )


Exported = Callable[
    [Actor, UUID, tuple[date, date], spreadsheets.Kind, str | None, datetime | None],
    Awaitable[tuple[AsyncIterator[bytes], str]],
]
"""Returns a unit's register of these days as a table, and a file name; it logs the access.

The last two arguments are where the reader is, and until when the reader is confirmed.
"""


def export(place: str, exported: Exported) -> HTTPRouteHandler:
    """Return the handler that sends the register whose page is at `place`."""

    @get(f"{place}/export", include_in_schema=False)
    async def export_register(
        request: AnyRequest,
        unit: FromQuery[str] = "",
        since: FromQuery[str] = "",
        until: FromQuery[str] = "",
        kind: FromQuery[str] = "csv",
    ) -> Response[Any]:
        """Send the register of these days for a spreadsheet; the reading is recorded.

        Raises NotAllowed, NotFound, Invalid for days in the wrong order, ConfirmationNeeded.
        """
        actor = actor_of(request)
        unit_id = _unit(unit, actor)
        days, chosen = asked(since, until, kind)
        parts, name = await exported(
            actor,
            unit_id,
            days,
            chosen,
            address_of(request),
            confirming.until(request),
        )
        return sent(parts, name, chosen)

    return export_register
