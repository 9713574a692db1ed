"""A register's unit from the address, and a file for a spreadsheet: its bytes as they come."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response
from litestar.response import Stream

from backend.core import spreadsheets
from backend.core.actors import Actor
from backend.core.errors import NotFound


def unit(text: str, actor: Actor) -> UUID:
    """Return the unit that the address names, or the reader's own. Raises NotFound."""
    try:
        return UUID(text) if text else actor.unit.unit_id
    except ValueError:
        raise NotFound(what="unit") from None


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
