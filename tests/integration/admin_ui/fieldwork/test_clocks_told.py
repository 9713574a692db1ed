"""What the desk and a paper say of a phone whose clock was two days ahead."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from pypdf import PdfReader

from backend.core import database
from tests.support import factories, site_papers
from tests.support.people import People
from tests.support.readers import Readers


async def test_desk_and_pdf_say_which_clock_the_times_of_a_paper_come_from(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    two_days = datetime.now(UTC) + timedelta(days=2)
    ahead = {"made_at": two_days.strftime("%Y-%m-%dT%H:%M:%SZ"), "clock_off_s": -172_800}
    await work.act("document.written", site_papers.writing(wrong := str(uuid4())), **ahead)
    right = str(uuid4())
    await work.act("document.written", site_papers.writing(right))
    await factories.write_minutes(work)
    written_at = await database.fetchval(
        "SELECT written_at FROM field_documents WHERE document_id = $1", wrong
    )
    assert abs(written_at - datetime.now(UTC)) < timedelta(minutes=1)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "đồng hồ máy nhanh 2 ngày; đúng ra" in page.text
    base = f"/desk/inspections/{work.id}"
    assert "nhanh 2 ngày" in printed(await desk.fetch(f"{base}/documents/{wrong}/pdf"))
    assert "theo đồng hồ điện thoại" in printed(await desk.fetch(f"{base}/documents/{right}/pdf"))
    assert "theo đồng hồ điện thoại" in printed(await desk.fetch(f"{base}/minutes.pdf"))
    map_page = await desk.open(f"{base}/map")
    assert "đồng hồ máy nhanh 2 ngày" in map_page.text


def printed(answer: Any) -> str:
    assert answer.status_code == 200
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
