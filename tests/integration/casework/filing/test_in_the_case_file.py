"""The file of a case as one PDF: filed documents with their sheets, pages where it is safe, originals inside."""

import io
from uuid import UUID

import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.casework.case_file import service as case_file
from backend.casework.filing import printing
from backend.core import database
from backend.core.settings import Settings
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, filing, pictures
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import paper
from tests.support.workers import worker_of

pytestmark = pytest.mark.usefixtures("pool")


async def enter(desk: Desk, case: Case, name: str, data: bytes, kind: str, sheets: int = 1) -> UUID:
    file = await filing.keep(desk, case.id, name, data)
    wanted = {"file_id": file, "title": f"Tài liệu {name}", "document_kind": kind, "sheets": sheets}
    status, said = await act(desk, case, "sheets.filed", **wanted)
    assert status == 303, said
    return file


@pytest.mark.long
async def test_pages_and_pictures_are_printed_and_all_originals_are_inside(
    app: Litestar, people: People, settings: Settings
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    hostile = filing.with_objects(b"<</S/JavaScript/JS(app.alert(1))>>")
    sent = {
        "cong-van.pdf": (paper(), "letter"),
        "anh.jpg": (pictures.jpeg(size=(900, 600)), "photograph"),
        "ghi-am.wav": (filing.wav(), "audio"),
        "hoa-don.pdf": (hostile, "invoice"),
        "thu.eml": (filing.mail(), "email"),
        "hong.pdf": (b"%PDF-1.7\nnothing that a reader could open\n%%EOF", "other"),
    }
    for name, (data, kind) in sent.items():
        await enter(an, case, name, data, kind, sheets=2 if name == "ghi-am.wav" else 1)
    await worker_of(settings).drain()
    made = await case_file.make(case.id, people.giang.actor("desk"), None)
    reader = PdfReader(io.BytesIO(made.pdf))
    pages = [page.extract_text() for page in reader.pages]
    inside = {name: files[0] for name, files in reader.attachments.items()}
    assert inside == {
        f"{sheet:02d} {name}": data
        for sheet, (name, (data, _)) in zip((1, 2, 3, 5, 6, 7), sent.items(), strict=True)
    }
    listed = pages[1]
    for name in sent:
        assert f"Tài liệu {name}" in listed
    assert "03-04" in listed
    index = pages[2]
    assert "BẢNG KÊ TÀI LIỆU KHÔNG IN ĐƯỢC" in index
    assert [name for name in sent if name in index] == [
        "ghi-am.wav",
        "hoa-don.pdf",
        "thu.eml",
        "hong.pdf",
    ]
    letter, picture, sound, invoice = pages[3:7]
    assert "Biên bản vi phạm hành chính" in letter
    assert "BL 01" in letter
    assert "BL 02" in picture
    assert len(reader.pages[4].images) == 1
    assert "nghe, xem bằng tệp gốc" in sound
    assert "BL 03-04" in sound
    assert "không an toàn" in invoice
    printed = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]
    assert b"JavaScript" not in printed
    readings = await database.fetch("SELECT action FROM access_log WHERE record_id = $1", case.id)
    assert [row["action"] for row in readings].count("filed.read") == len(sent)


async def test_a_film_too_large_to_enclose_is_named_by_its_hash(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ENCLOSED_BYTES", 1000)
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    await enter(an, case, "ghi-hinh.mp4", filing.mp4(), "video")
    made = await case_file.make(case.id, people.giang.actor("desk"), None)
    reader = PdfReader(io.BytesIO(made.pdf))
    assert reader.attachments == {}
    assert "Tệp quá lớn để đính kèm" in reader.pages[2].extract_text()


async def test_a_file_that_keeps_its_reader_busy_is_given_up_and_not_printed() -> None:
    from media import pdf_pages

    deep = (
        b"%PDF-1.7\n1 0 obj\n"
        + b"[" * 3_000_000
        + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"
    )
    assert await pdf_pages.pages_of(deep) is None
    assert await pdf_pages.pages_of(b"") is None
