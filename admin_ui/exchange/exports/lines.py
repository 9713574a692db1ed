"""Lists that were taken away as rows: every cell as text."""

from collections.abc import Mapping, Sequence
from functools import partial

from admin_ui.shell.formats import moment, number
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark, total_shown
from admin_ui.shell.words import Language, say
from backend.exchange.list_exports.service import Export


def listing(rows: Sequence[Export], titles: Mapping[str, str], language: Language) -> Listing:
    """Return what the reader asked for last, which its page shows whole."""
    words = partial(say, language)
    return Listing(
        caption=words("exports.title"),
        heading=words("exports.list"),
        columns=[
            Column(words("exports.state"), "m"),
            Column(words("exports.rows"), "s", number=True, named=True),
            Column(words("exports.head_until"), "l", phone=False),
            Column(words("exports.asked_at"), "l", spare=True),
        ],
        lines=[_line(one, titles, language) for one in rows],
        empty=Empty(words("exports.none")),
        total=total_shown(language, len(rows), "", ""),
    )


def _line(row: Export, titles: Mapping[str, str], language: Language) -> Line:
    words = partial(say, language)
    state = words(f"exports.state_{row.state}")
    until = Cell()
    if row.state == "ready" and row.expires_at is not None:
        until = Cell(moment(row.expires_at, language), at=row.expires_at.isoformat())
    return Line(
        key=f"export-{row.id}",
        title=titles.get(row.list, row.list),
        href=f"/desk/exports/{row.id}",
        about=f"{row.kind.upper()} · {row.purpose}",
        marks=[Mark(state, "bad")] if row.state == "failed" else (),
        cells=(
            "" if row.state == "failed" else state,
            "" if row.total is None else number(row.total, language),
            until,
            Cell(moment(row.asked_at, language), at=row.asked_at.isoformat()),
        ),
    )
