"""A supervisor issues an inspection decision: the form, the rules with their articles, the act."""

from datetime import date, timedelta

from backend.core import database
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Reader, Readers


async def fill(desk: Reader, people: People, **changed: str) -> None:
    await desk.open("/desk/inspections/new")
    form = desk.form("/inspections/new")
    values = {
        "subject_name": "Hộ kinh doanh Bằng Lăng",
        "subject_address": "Số 3 phố Bằng Lăng",
        "contents": "Niêm yết giá\nNguồn gốc hàng hóa",
        "duration_days": "2",
        "leader_id": str(people.chi.id),
    } | changed
    for name, value in values.items():
        form.fill(name, value)
    form.fill("member_ids", str(people.an.id), str(people.binh.id))
    form.find("no_conflict_declared").checked = "no_conflict" not in changed  # type: ignore[union-attr]


async def press(desk: Reader, value: str) -> int:
    form = desk.form("/inspections/new")
    return await desk.try_submit(form, next(item for item in form.buttons if item.value == value))


async def test_it_is_looked_at_once_more_before_it_stands(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people)
    assert await press(desk, "review") == 200
    assert "Ban hành quyết định này?" in desk.page.text
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0
    assert await press(desk, "confirm") == 200
    assert "Đã ban hành quyết định." in desk.page.text
    assert "01000001/QĐ-KT" in desk.page.text
    assert await database.fetchval("SELECT name FROM subjects") == "Hộ kinh doanh Bằng Lăng"


async def test_changing_it_brings_back_what_was_typed(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people)
    await press(desk, "review")
    assert await press(desk, "change") == 200
    assert 'value="Hộ kinh doanh Bằng Lăng"' in desk.html
    assert f'value="{people.an.id}" checked' in desk.html


async def test_each_broken_rule_is_said_with_its_article(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    late = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011 - any late day
    await fill(
        desk, people, duration_days="5", start_on=late, leader_id=str(people.cuc.id), contents=""
    )
    assert await press(desk, "review") == 422
    for words in (
        "Điều 22 Pháp lệnh 11/2016/UBTVQH13",
        "khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13",
        "khoản 2 Điều 19 Pháp lệnh 11/2016/UBTVQH13",
        "Trưởng Đoàn phải có Thẻ kiểm tra thị trường còn hiệu lực",
    ):
        assert words in desk.page.text, words
    assert 'href="#f-start_on"' in desk.html


async def test_the_forms_own_faults_are_said_at_their_fields(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people, subject_name="", start_on="2026-02-31", leader_id="")
    assert await press(desk, "review") == 422
    for field in ("subject_name", "start_on", "leader_id"):
        assert f'href="#f-{field}"' in desk.html


async def test_a_party_of_the_register_is_found_and_copied(
    people: People, readers: Readers
) -> None:
    await test_it_is_looked_at_once_more_before_it_stands(people, readers)
    desk = await readers.of(people.giang)
    await desk.open("/desk/inspections/new")
    assert await desk.press("/inspections/new", "find", find="bang lang") == 200
    subject = await database.fetchval("SELECT id FROM subjects")
    await fill(desk, people, subject_name="", subject_address="")
    form = desk.form("/inspections/new")
    form.fill("subject", str(subject))
    assert await press(desk, "review") == 200
    assert "Số 3 phố Bằng Lăng" in desk.page.text
    assert await press(desk, "confirm") == 200
    assert await database.fetchval("SELECT count(*) FROM subjects") == 1


async def test_only_a_supervisor_issues(people: People, readers: Readers) -> None:
    for person in (people.an, people.khanh, people.lan):
        desk = await readers.of(person)
        assert await desk.look("/desk/inspections/new") == 403


async def test_the_team_finds_it_at_its_desk(people: People, readers: Readers) -> None:
    work = await factories.decided(people)
    desk = await readers.of(people.binh)
    assert work.number in (await desk.open("/desk/")).text
