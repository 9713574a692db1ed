"""Papers and file of a case in one list: what is still being written, then every sheet in its order."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import msgspec

from admin_ui.shell.words import Language, say
from schemas.casework.views import CaseView, FolioEntryView, PaperView

TAKES_EFFECT = ("signed", "delivered")
"""States of a paper that need no mark: it is as it should be."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A paper, a file or a sheet. `state` is a paper's state where it is an exception, else None."""

    title: str
    href: str | None
    sheets: str | None
    number: str | None
    on: date | None
    signer: str | None
    said: str | None
    """What the reader cannot see from the title: made on site, or elsewhere, of which kind."""
    state: str | None
    form: str | None
    filed_at: datetime | None


def lines(view: CaseView, language: Language) -> list[Line]:
    """Return papers without a sheet number first, newest first, then the contents list."""
    papers = {one.id: one for one in view.papers}
    filed = {one.document_id for one in view.folio if one.inspection_paper is None}
    loose = [one for one in reversed(view.papers) if one.id not in filed]
    return [
        *(_of_paper(one, language) for one in loose),
        *(_of_sheet(one, papers, view, language) for one in view.folio),
    ]


def _of_paper(
    paper: PaperView, language: Language, entry: FolioEntryView | None = None, said: str = ""
) -> Line:
    told = [said] if said else list(_origin(paper, language))
    return Line(
        title=getattr(paper.title, language),
        href=f"/desk/documents/{paper.id}",
        sheets=_sheets(entry) if entry else None,
        number=paper.number,
        on=paper.issued_on,
        signer=paper.issuer_name,
        said=", ".join(told) or None,
        state=None if paper.state in TAKES_EFFECT else paper.state,
        form=paper.form,
        filed_at=entry.filed_at if entry else None,
    )


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
    return Line(
        title=entry.title,
        href=_address(entry, view),
        sheets=_sheets(entry),
        number=entry.number,
        on=entry.issued_on,
        signer=None,
        said=kind or None,
        state=None,
        form=None,
        filed_at=entry.filed_at,
    )


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
