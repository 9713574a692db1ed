"""Papers made on site, at the desk: as they read, with their signatures, and as PDF."""

import io
from uuid import UUID, uuid4

from pypdf import PdfReader

from backend.core import database
from backend.fieldwork.inspections import document_views
from tests.support import factories, site_papers
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers


async def test_a_numbered_paper_reads_the_same_on_the_page_and_in_its_pdf(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    block = await site_papers.lend(work)
    document_id = str(uuid4())
    await work.act("document.written", site_papers.writing(document_id))
    written = str(work.pen.log[-1]["id"])
    refusal = {"reason": "Không đồng ý với số lượng.", "witness": "Võ Văn Tám"}
    await work.act("document.signed", site_papers.signature(written, "maker"))
    refused = site_papers.signature(written, "subject", drawing=None, refusal=refusal)
    await work.act("document.signed", refused)
    await work.act("document.signed", site_papers.signature(written, "witness"))
    numbered = await site_papers.numbered(work, block, document_id, written, block.first)
    await work.act("document.numbered", numbered)

    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    said = (
        "Biên bản vi phạm hành chính",
        f"Số {numbered['text']}",
        "Kinh doanh hàng hóa nhập lậu",
        "Sữa bột công thức 900 g",
        "Không đồng ý với số lượng.",
    )
    for words in said:
        assert words in page.text, words
    answer = await desk.fetch(f"/desk/inspections/{work.id}/documents/{document_id}/pdf")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    printed = _text(answer.content)
    mark = await _mark(work.id)
    for words in (numbered["text"], "Kinh doanh hàng hóa nhập lậu", "Không đồng ý", mark):
        assert words in printed, words
    read = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE record_id = $1 AND officer_id = $2 AND action = 'document.pdf'",
        work.id,
        people.giang.id,
    )
    assert read == 1


async def test_a_number_that_may_not_be_used_is_shown_with_its_reason(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    block = await site_papers.lend(work)
    document_id = str(uuid4())
    await work.act("document.written", site_papers.writing(document_id))
    written = str(work.pen.log[-1]["id"])
    for role in ("maker", "subject"):
        await work.act("document.signed", site_papers.signature(written, role))
    beyond = await site_papers.numbered(work, block, document_id, written, block.last + 5)
    await work.act("document.numbered", beyond)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    for words in ("Số không dành cho máy này hoặc đã dùng", beyond["text"], "Chưa có số"):
        assert words in page.text, words


async def test_a_phone_of_the_team_gets_the_pdf_and_a_stranger_does_not(
    people: People, phones: Phones
) -> None:
    work = await factories.announced(people)
    document_id = str(uuid4())
    await work.act("document.written", site_papers.writing(document_id, "MBB15"))
    member, stranger = await phones.of(people.an), await phones.of(people.dung)
    address = f"/api/mobile/v1/documents/{document_id}/pdf"
    whole = await member.client.get(address)
    assert whole.status_code == 200
    assert whole.content.startswith(b"%PDF-")
    assert (await stranger.client.get(address)).status_code == 404


def _text(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


async def _mark(inspection_id: UUID) -> str:
    """As phone and desk show it: of form, version and fields."""
    [paper] = await document_views.of_inspection(inspection_id)
    return f"{paper.content_sha256[:4]} {paper.content_sha256[4:8]}"
