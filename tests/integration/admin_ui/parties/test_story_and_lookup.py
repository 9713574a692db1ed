"""A party's page tells what happened to it in the reader's scope; an exact number is found over the whole force."""

import pytest

from backend.casework.party_lookup import limiting
from backend.core import clock, database
from backend.core.buckets import Buckets
from tests.support import cases_made, factories, parties_made
from tests.support.parties_made import SHOP
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")
LOOKUP = "/desk/parties/lookup"


async def test_a_party_s_page_shows_what_the_reader_may_see(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    party_id = await parties_made.registered(people.an)
    await database.execute(
        "UPDATE inspections SET subject_id = $1 WHERE id = $2", party_id, work.id
    )
    number = await database.fetchval(
        "SELECT decision_number FROM inspections WHERE id = $1", work.id
    )
    head = await readers.of(people.giang)
    await head.open(f"/desk/parties/register/{party_id}")
    assert number in head.html
    colleague = await readers.of(people.em)
    await colleague.open(f"/desk/parties/register/{party_id}")
    assert number not in colleague.html, "em is not of the team"
    assert "Chưa có cuộc kiểm tra" in colleague.html


async def test_a_correction_changes_no_case_and_no_inspection(
    people: People, readers: Readers
) -> None:
    case_id = (await cases_made.inspected(people)).id
    party_id = await parties_made.registered(people.an)
    await database.execute("UPDATE cases SET subject_id = $1 WHERE id = $2", party_id, case_id)
    before = await database.fetchrow("SELECT * FROM cases WHERE id = $1", case_id)
    inspections = await database.fetch("SELECT id, decision, subject_name FROM inspections")
    desk = await readers.of(people.an)
    await desk.open(f"/desk/parties/register/{party_id}/edit")
    await desk.press(f"{party_id}/edit", None, name="Tên Khác", address="Nơi khác")
    assert dict(await database.fetchrow("SELECT * FROM cases WHERE id = $1", case_id)) == dict(
        before
    )
    assert await database.fetch("SELECT id, decision, subject_name FROM inspections") == inspections


async def test_an_exact_number_is_found_over_the_whole_force_and_recorded(
    people: People, readers: Readers
) -> None:
    await parties_made.registered(people.dung)
    desk = await readers.of(people.an)
    await desk.open(LOOKUP)
    assert await desk.press(LOOKUP, None, number="0100109106") == 422, "without a purpose"
    assert await desk.press(LOOKUP, None, purpose="Xác minh nhân thân") == 200
    assert SHOP.name in desk.html
    assert "Chi cục Đà Nẵng thử" in desk.html
    assert SHOP.address.line not in desk.html, "nothing else out of sight"
    assert "/desk/parties/register/" not in desk.html.split("lookup_found")[-1].split("<tbody")[1]
    told = await database.fetch(
        "SELECT kind, detail::text FROM access_log WHERE action = 'party.looked_up'"
    )
    assert [one["kind"] for one in told] == ["search"]
    assert "Xác minh nhân thân" in told[0]["detail"]
    assert "0100109106" in told[0]["detail"]
    assert await desk.press(LOOKUP, None, number="010010910", purpose="Xác minh") == 200
    assert "Không có tổ chức, cá nhân nào" in desk.html, "a part of a number finds nobody"


async def test_violations_count_as_the_law_counts_them(people: People, readers: Readers) -> None:
    """Law 15/2012 Art 7.1: one year after a fine was wholly executed nobody counts as sanctioned."""
    party_id = await parties_made.registered(people.dung)
    case_id = (await cases_made.inspected(people)).id
    today = clock.today()
    await database.execute(
        "UPDATE cases SET subject_tax_code = '0100109106', sanctioned_on = $2, fine_total_vnd = 5000000,"
        " executed_at = $2 WHERE id = $1",
        case_id,
        today,
    )
    desk = await readers.of(people.an)
    await desk.open(LOOKUP)
    await desk.press(LOOKUP, None, number="0100109106", purpose="Xác minh nhân thân")
    assert '<span class="mark warn">1</span>' in desk.html
    long_ago = today.replace(year=today.year - 2, day=1)
    await database.execute(
        "UPDATE cases SET sanctioned_on = $2, executed_at = $2 WHERE id = $1", case_id, long_ago
    )
    await desk.open(LOOKUP)
    await desk.press(LOOKUP, None, number="0100109106", purpose="Xác minh nhân thân")
    assert '<span class="mark warn">' not in desk.html
    assert party_id


async def test_numbers_are_not_gone_through_at_the_desk(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiting, "_buckets", Buckets(3, 1))
    desk = await readers.of(people.an)
    answers = []
    for number in range(4):
        await desk.open(LOOKUP)
        said = {"number": f"01008500{number:04}", "purpose": "Kiểm tra trước khi lập quyết định"}
        answers.append(await desk.press(LOOKUP, None, **said))
    assert answers == [200, 200, 200, 429]
    assert "quá nhiều số" in desk.page.text
