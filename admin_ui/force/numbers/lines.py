"""Numbers that were reserved and are on no signed paper, as rows of their list: every cell as text."""

from collections.abc import Collection, Sequence
from functools import partial

from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, totalled
from admin_ui.shell.words import Language, say
from backend.casework.issued_documents import service as issued_documents
from backend.documents.record_papers import service as record_papers
from backend.fieldwork.decision_papers import service as decisions

Kept = issued_documents.KeptNumber | decisions.KeptNumber | record_papers.KeptNumber


_WHOLE = 200
"""Each sort of paper is listed up to here; of a list that may go on, no total is said."""


def listing(rows: Sequence[Kept], wrong: Collection[str], language: Language) -> Listing:
    """Return the list. `wrong`: ids of the rows whose form was sent and not understood."""
    words = partial(say, language)
    return Listing(
        caption=words("paper.numbers_title"),
        heading=words("paper.number_label"),
        columns=[
            Column(words("paper.content_title"), "xl"),
            Column(words("paper.number_of"), "l", phone=False),
            Column(words("paper.number_reserved"), "s"),
            Column(words("paper.number_reserved_by"), "m", spare=True, phone=False),
        ],
        lines=[
            _line(one, wrong, language) for one in sorted(rows, key=lambda row: row.reserved_at)
        ],
        empty=Empty(words("paper.numbers_none")),
        total=totalled(language, "paper.numbers_total", len(rows)) if len(rows) < _WHOLE else "",
    )


def _line(row: Kept, wrong: Collection[str], language: Language) -> Line:
    place, about = _place(row, language)
    title, key = getattr(row.title, language), str(row.document_id)
    reserved = moment(row.reserved_at, language)
    return Line(
        key=f"number-{key}",
        title=row.text,
        href=place,
        about=str(row.year),
        cells=(
            Cell(title, whole=f"{title} ({row.form})"),
            about,
            Cell(day_of(row.reserved_at, language), whole=reserved, at=row.reserved_at.isoformat()),
            row.reserved_by,
        ),
        form=say(language, "paper.number_void"),
        open=key in wrong,
    )


def _place(row: Kept, language: Language) -> tuple[str, Cell]:
    """Return the page of its paper, and what it belongs to."""
    match row:
        case issued_documents.KeptNumber():
            said = say(language, "paper.case", number=row.case_number)
            return f"/desk/documents/{row.document_id}", Cell(said, f"/desk/cases/{row.case_id}")
        case decisions.KeptNumber():
            return f"/desk/decisions/{row.document_id}", Cell(row.subject_name)
        case record_papers.KeptNumber():
            return f"/desk/papers/{row.document_id}", Cell(row.about)
