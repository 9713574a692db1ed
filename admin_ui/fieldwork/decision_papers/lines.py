"""Papers of inspection decisions as rows of their list: every cell as text."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from admin_ui.documents.paper_pages import rows as paper_rows
from admin_ui.shell.formats import day_of, short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line
from admin_ui.shell.words import Language, say
from schemas.fieldwork.decision_papers import DecisionPaperRow


def columns(language: Language) -> list[Column]:
    """Return the columns behind who is inspected."""
    words = partial(say, language)
    return [
        Column(words("qdkt.state"), "xl"),
        Column(words("byhand.due"), "l"),
        Column(words("qdkt.head_number"), "l"),
        Column(words("qdkt.head_signed"), "s", spare=True),
        Column(words("qdkt.drafted"), "m", spare=True),
        Column(words("qdkt.head_day"), "s", phone=False),
    ]


def lines(
    rows: Sequence[DecisionPaperRow], language: Language, now: datetime, place: Place
) -> list[Line]:
    """Return papers as rows."""
    return [_line(one, language, now, place) for one in rows]


def _line(row: DecisionPaperRow, language: Language, now: datetime, place: Place) -> Line:
    key = f"paper-{row.id}"
    return Line(
        key=key,
        title=row.subject_name,
        href=place.record(f"/desk/decisions/{row.id}", key),
        about=_about(row, language),
        cells=(
            paper_rows.state(row, language, "qdkt"),
            paper_rows.compared_by(row, language, now),
            row.number or say(language, "qdkt.no_number"),
            short_date(row.issued_on, language),
            row.drafted_by_name,
            Cell(day_of(row.drafted_at, language), at=row.drafted_at.isoformat()),
        ),
    )


def _about(row: DecisionPaperRow, language: Language) -> str:
    """Return the place of a decision, which is what the page is of; of any other paper what it is too."""
    if row.form == "QĐ-KT":
        return row.place
    return f"{getattr(row.title, language)} · {row.place}"
