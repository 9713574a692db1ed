"""The files behind the sheets of a case's file: what each is, its name in a package, and its bytes.

A sheet can have two: a paper that the clerk sealed has the officer's own file too, and a paper that
was signed by hand its print and its scan. Bytes are read one after the other, chunk by chunk.
"""

import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Literal
from uuid import UUID

import msgspec

from backend.casework.filing import printing
from backend.casework.queries import issued_documents as paper_queries
from backend.casework.queries import scans as scan_queries
from backend.core import custody
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import scans
from backend.documents.rules import file_kinds
from backend.fieldwork.filing import service as obtained
from backend.fieldwork.papers import for_cases, on_site
from schemas.casework.views import CaseView, FiledFileView, FolioEntryView, PaperView
from schemas.core.problems import Text

What = Literal["signed", "sealed", "without_seal", "print", "scan", "on_site", "draft", "filed"]
"""`print` is what was printed for a signature by hand, `scan` what was signed; `on_site` is a paper of
the field with its number, sealed or signed; `draft` one without."""

_BESIDE: dict[What, str] = {
    "without_seal": "chưa có dấu số",
    "print": "bản in chưa ký",
    "scan": "bản quét có chữ ký",
    "draft": "chưa có số",
}
_MOST_BYTES = 180
"""Of a name: common file systems take 255 bytes."""
_RESERVED = '<>:"/\\|?*'


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """One file behind a sheet. `sha256` and `size` are those of its record, None if it has none."""

    sheet: FolioEntryView
    what: What
    name: str
    title: str
    sha256: str | None
    size: int | None
    dangers: list[Text]
    """What was found in its bytes. Such a file's name ends in .bin, so that no click opens it; also that of
    one whose ending does not fit its bytes."""
    chunks: Callable[[], AsyncIterator[bytes]]
    """Reads the bytes, unchecked. Raises Unavailable, also in between; NotFound if it is out of sight."""
    is_whole: Callable[[], Awaitable[bool]] | None
    """Reads all bytes and compares them with the record. None if that is done while they are read."""


async def of_case(view: CaseView, actor: Actor, address: str | None) -> list[Original]:
    """Return the files behind the sheets, in their order. The caller has checked and recorded.

    Sheets without a file (kept on paper, or elsewhere) have no entry.
    """
    found: list[Original] = []
    for sheet in view.folio:
        if sheet.inspection_paper is not None:
            found += await _of_inspection(view, sheet, actor, address)
            continue
        paper = next((one for one in view.papers if one.id == sheet.document_id), None)
        file = printing.find(view.files, sheet.file_id)
        if paper is not None and paper.field_document:
            found.append(_on_site(sheet, paper, actor, address))
        elif paper is not None and paper.sha256:
            found += await _issued(sheet, paper, actor)
        elif file is not None:
            found += await _filed(sheet, file)
    return _apart(found)


async def _of_inspection(
    view: CaseView, sheet: FolioEntryView, actor: Actor, address: str | None
) -> list[Original]:
    """Return the files of a decision or of minutes of the inspection; none if it is out of sight."""
    inspection_id, document_id = view.inspection_id, sheet.document_id
    if inspection_id is None or document_id is None:
        return []
    if not await obtained.sees(inspection_id, actor):
        return []  # a case may be another unit's by now; a fault of the store would be said otherwise
    if sheet.inspection_paper == "decision":
        try:
            files = await for_cases.files_of_decision(document_id, actor)
        except NotFound:
            return []
        return [
            Original(
                sheet=sheet,
                what=one.what,
                name=_name(sheet, sheet.number, "QĐ", one.what, scans.ENDINGS[one.media_type]),
                title=sheet.title,
                sha256=one.sha256,
                size=one.size,
                dangers=[],
                chunks=one.chunks,
                is_whole=partial(custody.is_whole, one.object_key, one.sha256, one.size),
            )
            for one in files
        ]

    async def chunks() -> AsyncIterator[bytes]:
        yield await for_cases.pdf_of_minutes(inspection_id, document_id, actor, address)

    return [
        Original(
            sheet=sheet,
            what="on_site",
            name=_name(sheet, sheet.number, "BB-KT", "on_site", "pdf"),
            title=sheet.title,
            sha256=None,
            size=None,
            dangers=[],
            chunks=chunks,
            is_whole=None,
        )
    ]


def _on_site(
    sheet: FolioEntryView, paper: PaperView, actor: Actor, address: str | None
) -> Original:
    async def chunks() -> AsyncIterator[bytes]:
        yield (await on_site.pdf(paper.id, actor, address)).pdf

    what: What = "on_site" if paper.number else "draft"
    return Original(
        sheet=sheet,
        what=what,
        name=_paper_name(sheet, paper, what, "pdf"),
        title=paper.title.vi,
        sha256=None,
        size=None,
        dangers=[],
        chunks=chunks,
        is_whole=None,
    )


async def _issued(sheet: FolioEntryView, paper: PaperView, actor: Actor) -> list[Original]:
    """Return the files of a signed paper: the one that is handed out first."""
    found = []
    if paper.sealed_id is not None:
        found.append(await _scan(sheet, paper, "sealed", paper.sealed_id, actor))
    if paper.scan_id is not None:
        found.append(await _scan(sheet, paper, "scan", paper.scan_id, actor))
    stored = await paper_queries.stored(paper.id)
    if stored is not None:
        what: What = "signed"
        if paper.sealed_id is not None:
            what = "without_seal"
        elif paper.hand is not None:
            what = "print"
        name = _paper_name(sheet, paper, what, "pdf")
        found.append(
            _kept(sheet, what, name, paper.title.vi, stored.object_key, stored.sha256, stored.size)
        )
    return [one for one in found if one is not None]


async def _scan(
    sheet: FolioEntryView, paper: PaperView, what: What, scan_id: UUID, actor: Actor
) -> Original | None:
    row = await scan_queries.find(actor, scan_id)
    if row is None:
        return None
    name = _paper_name(sheet, paper, what, scans.ENDINGS[row.media_type])
    return _kept(sheet, what, name, paper.title.vi, row.object_key, row.sha256, row.size)


async def _filed(sheet: FolioEntryView, file: FiledFileView) -> list[Original]:
    row = await scan_queries.filed(file.id)
    if row is None:
        return []
    name = f"{sheet.first_sheet:02d}-{plain(file.file_name)}"
    if file.dangers or not file_kinds.ends_as(name, file.media_type):
        name += ".bin"
    return [
        _kept(sheet, "filed", name, sheet.title, row.object_key, row.sha256, row.size, file.dangers)
    ]


def _kept(
    sheet: FolioEntryView,
    what: What,
    name: str,
    title: str,
    object_key: str,
    sha256: str,
    size: int,
    dangers: list[Text] | None = None,
) -> Original:
    async def chunks() -> AsyncIterator[bytes]:
        async for chunk in await custody.opened(object_key, 0, size):
            yield chunk

    return Original(
        sheet=sheet,
        what=what,
        name=name,
        title=title,
        sha256=sha256,
        size=size,
        dangers=dangers or [],
        chunks=chunks,
        is_whole=partial(custody.is_whole, object_key, sha256, size),
    )


def _paper_name(sheet: FolioEntryView, paper: PaperView, what: What, ending: str) -> str:
    return _name(sheet, paper.number, paper.form, what, ending)


def _name(sheet: FolioEntryView, numbered: str | None, form: str, what: What, ending: str) -> str:
    """Return `01-QĐ-KT-123.pdf`: sheet, symbol, number; what the file is where there are two."""
    number, _, symbol = (numbered or "").partition("/")
    said = f"{symbol or form}-{number}" if number else form
    beside = f" ({_BESIDE[what]})" if what in _BESIDE else ""
    return f"{sheet.first_sheet:02d}-{plain(said)}{beside}.{ending}"


def plain(name: str) -> str:
    """Return a name that any file system takes and that leads out of no folder; its ending stays.

    Letters of control and of direction go: a name that reads `fdp.exe` backwards would mislead.
    """
    kept = "".join(
        "-" if letter in _RESERVED else letter
        for letter in unicodedata.normalize("NFC", name)
        if unicodedata.category(letter)[0] != "C"
    ).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = kept, "", ""
    room = _MOST_BYTES - len(f"{dot}{ending}".encode())
    cut = stem.encode()[:room].decode(errors="ignore").rstrip()
    return f"{cut}{dot}{ending}" or "tep"


def _apart(found: list[Original]) -> list[Original]:
    """Give a second file of the same name a number, as file systems that fold case need it."""
    seen: set[str] = set()
    apart = []
    for one in found:
        name, times = one.name, 1
        while name.casefold() in seen:
            times += 1
            stem, dot, ending = one.name.partition(".")
            name = f"{stem} ({times}){dot}{ending}"
        seen.add(name.casefold())
        apart.append(msgspec.structs.replace(one, name=name))
    return apart
