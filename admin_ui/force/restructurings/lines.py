"""Restructurings that were asked for, as rows."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from admin_ui.force.units import showing
from admin_ui.shell.formats import moment
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.force.units import service as units
from backend.force.units.service import NamedAsk
from schemas.core.problems import Text


def listing(rows: Sequence[NamedAsk], language: Language, place: Place, following: str) -> Listing:
    """Return asks as a list."""
    words, now = partial(say, language), clock.now()
    return Listing(
        caption=words("restructurings.title"),
        heading=words("restructurings.one"),
        columns=[
            Column(words("restructurings.state"), "l"),
            Column(words("restructurings.asker"), "xl"),
            Column(words("restructurings.asked_at"), "l", phone=False),
        ],
        lines=[_line(one, language, now) for one in rows],
        empty=Empty(words("restructurings.none"), "/desk/units", words("common.nav_units")),
        first=place.first,
        following=following,
    )


def _line(row: NamedAsk, language: Language, now: datetime) -> Line:
    state = units.state_of_ask(row, now)
    return Line(
        key=f"restructuring-{row.id}",
        title=showing.title(Text(vi=row.unit_vi, en=row.unit_en), language, row.kind),
        href=f"/desk/unit-asks/{row.id}",
        about=row.unit_code,
        cells=(
            say(language, f"restructurings.state_{state}"),
            row.asker,
            Cell(moment(row.asked_at, language), at=row.asked_at.isoformat()),
        ),
    )
