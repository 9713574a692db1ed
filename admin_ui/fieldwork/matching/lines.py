"""Decisions signed by hand from which teams began, as rows of their list: every cell as text."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from admin_ui.shell.clock_words import clock_end, clock_rest
from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark
from admin_ui.shell.words import Language, say
from schemas.fieldwork.hand_signed import HandSignedRow


def listing(
    rows: Sequence[HandSignedRow], language: Language, now: datetime, place: Place
) -> Listing:
    """Return those that wait or did not match, the most urgent first."""
    words = partial(say, language)
    return Listing(
        caption=words("matching.title"),
        heading=words("decision.subject"),
        columns=[
            Column(words("byhand.due"), "l"),
            Column(words("qdkt.state"), "m"),
            Column(words("matching.begun"), "m", spare=True, phone=False),
            Column(words("matching.begun_on"), "s", phone=False),
        ],
        lines=[_line(one, language, now, place) for one in rows],
        empty=Empty(words("matching.none"), "/desk/decisions", words("qdkt.title")),
    )


def _line(row: HandSignedRow, language: Language, now: datetime, place: Place) -> Line:
    words, key = partial(say, language), f"inspection-{row.inspection_id}"
    due = Cell()
    if not row.outcome:
        due = Cell(
            clock_rest(row.due_at, now, language),
            tone=tone(row.due_at, now),
            whole=clock_end(row.due_at, language),
        )
    return Line(
        key=key,
        title=row.subject_name,
        href=place.record(f"{place.path}/{row.inspection_id}", key),
        about=f"{row.number} · {row.place}",
        marks=[Mark(words("matching.differs"), "bad")] if row.outcome else [],
        cells=(
            due,
            "" if row.outcome else words("matching.waits"),
            row.begun_by_name,
            Cell(
                day_of(row.begun_at, language),
                whole=moment(row.begun_at, language),
                at=row.begun_at.isoformat(),
            ),
        ),
    )
