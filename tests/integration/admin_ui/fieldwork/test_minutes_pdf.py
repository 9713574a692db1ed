"""The minutes as PDF on the desk: what was written and who signed; for readers alone, and each reading recorded."""

from backend.core import database
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers
from tests.unit.documents.papers.specimens import pages, squeezed


async def test_a_reader_gets_the_minutes_as_the_team_wrote_them(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert page.link("/minutes.pdf")
    answer = await desk.fetch(f"/desk/inspections/{work.id}/minutes.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline; filename*=UTF-8''BB-KT")
    text = squeezed("".join(pages(answer.content)))
    for words in ("BIÊN BẢN", "Công ty TNHH Thử Nghiệm Hoa Gạo", "TRƯỞNG ĐOÀN KIỂM TRA"):
        assert squeezed(words) in text, words
    assert "DỰTHẢO" not in text
    read = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE record_id = $1 AND officer_id = $2 AND action = 'inspection.print'",
        work.id,
        people.giang.id,
    )
    assert read == 1


async def test_minutes_that_were_not_written_are_not_there(
    people: People, readers: Readers
) -> None:
    work = await factories.opened(people)
    desk = await readers.of(people.giang)
    assert (await desk.fetch(f"/desk/inspections/{work.id}/minutes.pdf")).status_code == 404
    assert (await desk.open(f"/desk/inspections/{work.id}")).link("/minutes.pdf") is None
