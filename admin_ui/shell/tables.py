"""A register as a file for a spreadsheet: its days and its kind from the address, its bytes as they come."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response
from litestar.response import Stream

from admin_ui.shell import typed
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


def asked(since: str, until: str, kind: str) -> tuple[tuple[date, date], spreadsheets.Kind]:
    """Return the days and the kind of file. Empty days: this year until today. Raises Invalid."""
    today = clock.today()
    try:
        first = typed.day(since) if since else date(today.year, 1, 1)
        last = typed.day(until) if until else today
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
