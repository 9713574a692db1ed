"""A page asks the database as often for twenty rows as for two, and a page that goes on keeps its weight."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from backend.core import clock, database
from backend.fieldwork.diary import service as diary
from schemas.intake import acts
from tests.integration.admin_ui.intake.test_approval_of_papers import drafted as paper_of
from tests.integration.casework.issued_documents.test_signed_is_in_force import deliver, ready
from tests.support import cases_made, record_papers, statements
from tests.support import informations as made
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.statements import asked as asked

pytestmark = pytest.mark.usefixtures("app")

_LINES = """
WITH copies AS (
    INSERT INTO informations SELECT copy.* FROM informations one, generate_series(1, $1::int) g,
        LATERAL jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(),
            'number', $2 || g || '/TT')) copy
    WHERE one.id = (SELECT id FROM informations ORDER BY registered_at LIMIT 1) RETURNING id
)
INSERT INTO diary_lines SELECT copy.* FROM copies, diary_lines one,
    LATERAL jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'record_id', copies.id)) copy
WHERE one.id = (SELECT id FROM diary_lines ORDER BY at LIMIT 1)
"""


async def _counts(
    desk: Reader, address: str, asked: list[str], more: Callable[[int], Awaitable[object]]
) -> list[int]:
    """How often a page asks with the rows that are there, and with eighteen more."""
    counts = []
    for rows in (0, 18):
        if rows:
            await more(rows)
        await desk.open(address)  # what a process keeps is there from the second on
        asked.clear()
        await desk.open(address)
        counts.append(len(asked))
    return counts


async def _lines_of_informations(people: People) -> None:
    done = await made.registered(people.nga)
    verifier = acts.Verifier(officer_id=people.an.id, full_name=people.an.full_name)
    due = clock.today() + timedelta(days=5)
    said = acts.Assigned(officers=[verifier], due_on=due, instructions="Xem.", document_id=None)
    await made.did(people.giang, done.id, said)
    await _more_lines(1)


async def _more_lines(count: int) -> None:
    await database.execute(_LINES, count, f"{count}-")


async def test_the_diary_asks_no_more_for_many_informations_than_for_few(
    people: People, readers: Readers, asked: list[str]
) -> None:
    await _lines_of_informations(people)
    head = await readers.of(people.giang)
    few, many = await _counts(head, "/desk/diary", asked, _more_lines)
    assert head.html.count('<tr role="row" id="line-') == diary.SHOWN
    assert head.html.count('class="main-link" href="/desk/informations/') == diary.SHOWN
    assert many == few <= statements.MOST_OF_A_PAGE, "\n".join(asked)


async def test_a_diary_of_many_lines_goes_on_and_each_page_keeps_its_weight(
    people: People, readers: Readers
) -> None:
    await _lines_of_informations(people)
    await _more_lines(53)
    head = await readers.of(people.giang)
    await head.open("/desk/diary?waiting=yes")
    seen = 0
    while True:
        seen += head.html.count('<tr role="row" id="line-')
        assert len(head.html.encode()) <= statements.MOST_BYTES_OF_A_PAGE
        following = next((href for href, _ in head.page.links if "after=" in href), None)
        if following is None:
            break
        assert "waiting=yes" in following
        await head.open(following)
    assert seen == 55, "none twice, none left out"


async def test_the_list_of_papers_to_sign_asks_no_more_for_many_papers_than_for_few(
    people: People, readers: Readers, asked: list[str]
) -> None:
    case = await cases_made.sanctioned(people)
    await deliver(case, case.papers["MQĐ02"])

    async def more(count: int) -> None:
        for _ in range(count):
            await ready(case, "MQĐ24", people.giang)

    await more(2)
    head = await readers.of(people.giang)
    few, many = await _counts(head, "/desk/to-sign", asked, more)
    assert head.html.count('<tr role="row" id="') == 20
    assert many == few <= statements.MOST_OF_A_PAGE, "\n".join(asked)


@pytest.mark.usefixtures("newest_edition")
async def test_the_list_of_decrees_asks_once_for_all_of_them(
    people: People, readers: Readers, asked: list[str]
) -> None:
    desk = await readers.of(people.lan)
    await desk.open("/desk/catalogue/decrees")
    assert desk.html.count('id="decree-') > 1
    asked.clear()
    await desk.open("/desk/catalogue/decrees")
    assert len(asked) <= 8, "\n".join(asked)


async def test_the_list_of_record_papers_asks_no_more_for_many_papers_than_for_few(
    people: People, readers: Readers, asked: list[str]
) -> None:
    done = await made.registered(people.an)

    async def more(count: int) -> None:
        for _ in range(count):
            await paper_of(done.id, people.an, "TB")

    await more(2)
    desk = await readers.of(people.an)
    few, many = await _counts(desk, "/desk/papers", asked, more)
    assert desk.html.count('<tr role="row" id="') == 20
    assert many == few <= statements.MOST_OF_A_PAGE, "\n".join(asked)


async def test_who_opens_the_page_that_sends_a_scan_has_read_the_paper_once(
    people: People, readers: Readers
) -> None:
    with record_papers.owned():
        paper = await record_papers.drafted(await record_papers.plan(people.chi), "TB", people.an)
        desk = await readers.of(people.chi)
        await desk.open(f"/desk/papers/{paper}/scan")
    read = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE officer_id = $1 AND action = 'paper.page'",
        people.chi.id,
    )
    assert read == 1
