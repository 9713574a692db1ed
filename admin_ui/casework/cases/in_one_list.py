"""Papers and file of a case in one list: what is still being written, then every sheet in its order."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark, MarkTone
from admin_ui.shell.words import Language, say
from schemas.casework.views import CaseView, FolioEntryView, PaperView

TAKES_EFFECT = ("signed", "delivered")
"""States of a paper that need no mark: it is as it should be."""


_TONES: dict[str, MarkTone] = {
    "content_ready": "accent",
    "replaced": "warn",
    "cancelled": "bad",
}


def listing(view: CaseView, language: Language) -> Listing:
    """Return papers without a sheet number first, newest first, then the contents list."""
    words = partial(say, language)
    papers = {one.id: one for one in view.papers}
    filed = {one.document_id for one in view.folio if one.inspection_paper is None}
    loose = [one for one in reversed(view.papers) if one.id not in filed]
    return Listing(
        caption=words("cases.part_file"),
        heading=words("cases.paper"),
        columns=[
            Column(words("cases.file_number"), "l", wraps=True),
            Column(words("cases.file_day"), "s"),
            Column(words("cases.file_sheet"), "xs", named=True),
        ],
        lines=[
            *(_of_paper(one, language) for one in loose),
            *(_of_sheet(one, papers, view, language) for one in view.folio),
        ],
        empty=Empty(words("cases.papers_none")),
        compact=True,
    )


def _line(
    key: str, title: str, href: str | None, cells: tuple[str, date | None, str], language: Language
) -> Line:
    number, day, sheets = cells
    on = Cell(short_date(day, language), at=day.isoformat()) if day else Cell()
    return Line(key=key, title=title, href=href or "", cells=(number, on, sheets))


def _of_paper(
    paper: PaperView, language: Language, entry: FolioEntryView | None = None, said: str = ""
) -> Line:
    told = [said] if said else list(_origin(paper, language))
    marks = []
    if paper.state not in TAKES_EFFECT:
        state = say(language, f"cases.paper_state_{paper.state}")
        marks.append(Mark(state, _TONES.get(paper.state, "")))
    number = paper.number or say(language, "cases.paper_unnumbered")
    line = _line(
        f"sheet-{entry.first_sheet}" if entry else f"paper-{paper.id}",
        getattr(paper.title, language),
        f"/desk/documents/{paper.id}",
        (number, paper.issued_on, _sheets(entry) if entry else ""),
        language,
    )
    about = " · ".join(one for one in (paper.issuer_name, *told) if one)
    return line._replace(about=about, marks=marks)


def _origin(paper: PaperView, language: Language) -> Iterator[str]:
    if paper.field_document:
        yield say(language, "cases.paper_field")
    elif paper.issued_at and not paper.issued_by:
        yield say(language, "cases.paper_elsewhere")


def _of_sheet(
    entry: FolioEntryView, papers: dict[UUID, PaperView], view: CaseView, language: Language
) -> Line:
    kind = say(language, f"case_story.is_document_kind_{entry.kind}") if entry.kind else ""
    paper = papers.get(entry.document_id) if entry.document_id else None
    if paper is not None and entry.inspection_paper is None:
        return _of_paper(paper, language, entry, kind)
    cells = (entry.number or "", entry.issued_on, _sheets(entry))
    line = _line(f"sheet-{entry.first_sheet}", entry.title, _address(entry, view), cells, language)
    return line._replace(about=kind)


def _address(entry: FolioEntryView, view: CaseView) -> str | None:
    if entry.inspection_paper == "decision":
        return f"/desk/decisions/{entry.document_id}"
    if entry.inspection_paper:
        return f"/desk/inspections/{view.inspection_id}"
    if entry.document_id:
        return f"/desk/documents/{entry.document_id}"
    return f"/desk/filed/{entry.file_id}" if entry.file_id else None


def _sheets(entry: FolioEntryView) -> str:
    first, last = entry.first_sheet, entry.last_sheet
    return f"{first:02}" if last == first else f"{first:02}–{last:02}"
