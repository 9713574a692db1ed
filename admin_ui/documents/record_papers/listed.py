"""Papers of plans and informations that wait, as rows of their list: every cell as text."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from admin_ui.documents.paper_pages import rows as paper_rows
from admin_ui.shell.formats import day_of
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, total_shown
from admin_ui.shell.words import Language, say
from schemas.documents.record_papers import RecordPaperRow


def listing(rows: Sequence[RecordPaperRow], language: Language, now: datetime) -> Listing:
    """Return the papers as a list, which its page shows whole."""
    words = partial(say, language)
    due, numbered = any(one.due_at for one in rows), any(one.number for one in rows)
    return Listing(
        caption=words("rpaper.title"),
        heading=words("rpaper.paper"),
        columns=[
            Column(words("rpaper.state"), "xl"),
            *([Column(words("byhand.due"), "l")] if due else []),
            *([Column(words("rpaper.number"), "l", phone=False)] if numbered else []),
            Column(words("rpaper.drafted"), "m", spare=True),
            Column(words("qdkt.head_day"), "s", spare=True),
        ],
        lines=[_line(one, language, now, due, numbered) for one in rows],
        empty=Empty(words("rpaper.none_wait")),
        total=total_shown(language, len(rows), "", ""),
        taken="list=papers",
        wordy=True,
    )


def _line(
    row: RecordPaperRow, language: Language, now: datetime, due: bool, numbered: bool
) -> Line:
    return Line(
        key=f"paper-{row.id}",
        title=getattr(row.title, language),
        href=f"/desk/papers/{row.id}",
        about=row.about,
        cells=(
            paper_rows.state(row, language, "rpaper"),
            *([paper_rows.compared_by(row, language, now)] if due else []),
            *([row.number or ""] if numbered else []),
            row.drafted_by_name,
            Cell(day_of(row.drafted_at, language), at=row.drafted_at.isoformat()),
        ),
    )
