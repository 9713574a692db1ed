"""A supervisor issues an inspection decision: the form, the rules with their articles, the paper, the act."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from backend.core import database
from deploy.demo import desk as pages
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Reader, Readers


async def fill(desk: Reader, people: People, **changed: str) -> None:
    await desk.open("/desk/decisions/new")
    form = desk.form("/decisions/new")
    values = {
        "subject_name": "Hộ kinh doanh Bằng Lăng",
        "subject_address": "Số 3 phố Bằng Lăng",
        "proposal": "Đề xuất kiểm tra của công chức quản lý địa bàn",
        "contents": "Niêm yết giá\nNguồn gốc hàng hóa",
        "duration_days": "2",
        "leader_id": str(people.chi.id),
    } | changed
    for name, value in values.items():
        form.fill(name, value)
    form.fill("member_ids", str(people.an.id), str(people.binh.id))
    form.find("no_conflict_declared").checked = "no_conflict" not in changed  # type: ignore[union-attr]


async def save(desk: Reader) -> int:
    """Save the draft; its page is shown then."""
    form = desk.form("/decisions/new")
    return await desk.try_submit(form, next(one for one in form.buttons if one.value == "save"))


async def issue(desk: Reader) -> None:
    """Sign the draft that the page shows by hand, and send its scan."""
    await pages.sign_by_hand(desk, urlsplit(desk.page.url).path)


async def test_it_is_looked_at_once_more_before_it_stands(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people)
    assert await save(desk) == 200
    assert "Đã lưu dự thảo." in desk.page.text
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0
    await issue(desk)
    assert "Quyết định có hiệu lực" in desk.page.text
    assert "01000001/QĐ-KT" in desk.page.text
    assert await database.fetchval("SELECT name FROM subjects") == "Hộ kinh doanh Bằng Lăng"


async def test_a_second_person_compares_the_scan_with_what_was_printed(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people)
    await save(desk)
    await issue(desk)
    address = urlsplit(desk.page.url).path
    clerk = await readers.of(people.nga)
    await clerk.open(f"{address}/compare")
    for frame in ("printed.pdf", "scan/shown"):
        assert f'src="{address}/{frame}"' in clerk.html
    form = clerk.form(f"{address}/compare")
    form.find("looked").checked = True  # type: ignore[union-attr]
    agrees = next(one for one in form.buttons if one.value == "agrees")
    assert await clerk.try_submit(form, agrees) == 200
    assert await database.fetchval("SELECT state FROM decision_papers") == "signed"


async def test_changing_it_brings_back_what_was_typed(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people)
    await save(desk)
    await desk.follow("/edit")
    assert 'value="Hộ kinh doanh Bằng Lăng"' in desk.html
    assert f'value="{people.an.id}" checked' in desk.html


async def test_each_broken_rule_is_said_with_its_article(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    late = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011 - any late day
    await fill(desk, people, duration_days="5", start_on=late, leader_id=str(people.cuc.id))
    assert await save(desk) == 200
    for words in (
        "Chưa ký được",
        "Điều 22 Pháp lệnh 11/2016/UBTVQH13",
        "khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13",
        "Trưởng Đoàn phải có Thẻ kiểm tra thị trường còn hiệu lực",
    ):
        assert words in desk.page.text, words
    await desk.follow("/edit")
    assert 'href="#f-start_on"' in desk.html, "and at its field, where it is mended"


async def test_a_draft_without_contents_is_not_saved_and_the_article_says_why(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people, contents="")
    assert await save(desk) == 422
    assert "khoản 2 Điều 19 Pháp lệnh 11/2016/UBTVQH13" in desk.page.text
    assert 'href="#f-contents"' in desk.html


async def test_the_forms_own_faults_are_said_at_their_fields(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await fill(desk, people, subject_name="", start_on="2026-02-31", leader_id="")
    assert await save(desk) == 422
    for field in ("subject_name", "start_on", "leader_id"):
        assert f'href="#f-{field}"' in desk.html


async def test_a_party_of_the_register_is_found_and_copied(
    people: People, readers: Readers
) -> None:
    await test_it_is_looked_at_once_more_before_it_stands(people, readers)
    desk = await readers.of(people.giang)
    await desk.open("/desk/decisions/new")
    assert await desk.press("/decisions/new", "find", find="bang lang") == 200
    subject = await database.fetchval("SELECT id FROM subjects")
    await fill(desk, people, subject_name="", subject_address="")
    desk.form("/decisions/new").fill("subject", str(subject))
    assert await save(desk) == 200
    assert "Số 3 phố Bằng Lăng" in desk.page.text
    await issue(desk)
    assert await database.fetchval("SELECT count(*) FROM subjects") == 1


async def test_the_address_of_the_form_of_before_leads_to_this_one(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    assert (await desk.open("/desk/inspections/new")).url.endswith("/desk/decisions/new")


async def test_only_who_inspects_or_is_a_head_drafts(people: People, readers: Readers) -> None:
    for person in (people.khanh, people.lan):
        desk = await readers.of(person)
        assert await desk.look("/desk/decisions/new") == 403


async def test_the_team_finds_it_at_its_desk(people: People, readers: Readers) -> None:
    work = await factories.decided(people)
    desk = await readers.of(people.binh)
    assert work.number in (await desk.open("/desk/")).text
