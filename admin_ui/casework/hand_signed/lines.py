"""Papers that are signed by hand as rows of their list: every cell as text."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from admin_ui.shell.clock_words import clock_end, clock_rest
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.casework.drafting.service import by_hand


def columns(language: Language) -> list[Column]:
    """Return the columns behind the paper."""
    words = partial(say, language)
    return [
        Column(words("byhand.due"), "l"),
        Column(words("byhand.state"), "xl"),
        Column(words("byhand.case"), "l", phone=False),
        Column(words("byhand.issuer"), "m", spare=True),
        Column(words("cases.unit"), "m", spare=True),
    ]


def lines(
    rows: Sequence[by_hand.Waiting], language: Language, now: datetime, place: Place
) -> list[Line]:
    """Return papers as rows."""
    return [_line(one, language, now, place) for one in rows]


def _line(row: by_hand.Waiting, language: Language, now: datetime, place: Place) -> Line:
    key = f"paper-{row.id}"
    behind = (row.number, row.party_name)
    return Line(
        key=key,
        title=getattr(row.title, language),
        href=place.record(f"/desk/documents/{row.id}", key),
        about=" · ".join(one for one in behind if one),
        cells=(
            Cell(
                clock_rest(row.due_at, now, language),
                tone=tone(row.due_at, now),
                whole=clock_end(row.due_at, language),
            ),
            say(language, f"byhand.hand_{row.hand}"),
            Cell(row.case_number, f"/desk/cases/{row.case_id}"),
            row.issuer_name or "",
            Cell(short_name(row.unit, language), whole=getattr(row.unit, language)),
        ),
    )
