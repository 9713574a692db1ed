"""The work diary at the desk: lines written by acts, confirmed by the leader, noted on, printed, exported."""

import io
import re
from datetime import timedelta

from pypdf import PdfReader

from backend.core import clock, database
from backend.core.settings import Settings
from schemas.intake import acts
from tests.support import exports, factories
from tests.support import informations as made
from tests.support.people import People
from tests.support.readers import Readers


async def test_a_visit_writes_its_lines_and_the_leader_confirms_them_in_one_step(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people, minutes_flow=2)
    assert await database.fetchval("SELECT count(*) FROM diary_lines") == 2
    head = await readers.of(people.giang)
    await head.open("/desk/diary")
    for said in (
        work.number,
        "Kiểm tra: Điều kiện kinh doanh",
        "(Trưởng Đoàn)",
        "Công bố quyết định và bắt đầu kiểm tra",
    ):
        assert said in head.page.text, said
    form = head.form("/diary/confirm")
    lines = [one for one in form.controls if one.name == "line"]
    assert not any(one.checked for one in lines), "a team's lines are ticked by who confirms them"
    for one in lines:
        one.checked = True
    assert await head.try_submit(form, form.buttons[-1]) == 200
    assert "Đã xác nhận 2 dòng." in head.page.text
    assert head.page.text.count(people.giang.full_name) >= 3
    again = await database.fetchval("SELECT count(*) FROM diary_lines WHERE confirmed_by IS NULL")
    assert again == 0
    acts = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE act_type = 'diary.confirmed'"
    )
    assert acts == 2, "each line is confirmed by an act"


async def test_a_day_names_a_party_once_above_all_its_lines(
    people: People, readers: Readers
) -> None:
    await factories.announced(people, minutes_flow=2)
    head = await readers.of(people.giang)
    await head.open("/desk/diary")
    rows = re.findall(
        r'<tr role="row" id="line-[^"]+"( class="under")?>.*?class="line">(.*?)</div>',
        head.html,
        re.DOTALL,
    )
    assert [bool(under) for under, _ in rows] == [False, True]
    assert ["Hoa Gạo" in title for _, title in rows] == [True, False]
    for said, (_, title) in zip(
        ("Công bố quyết định và bắt đầu kiểm tra", "Kiểm tra: Điều kiện kinh doanh"),
        rows,
        strict=True,
    ):
        assert said in title, "a line says what was done, whole"


async def test_a_line_leads_to_its_inspection_and_for_a_clerk_nowhere(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people, minutes_flow=2)
    href = f'href="/desk/inspections/{work.id}'
    for person, leads in ((people.giang, True), (people.nga, False)):
        desk = await readers.of(person)
        await desk.open("/desk/diary")
        assert "Công bố quyết định và bắt đầu kiểm tra" in desk.page.text
        assert (href in desk.html) == leads, person.username
        assert (await desk.look(f"/desk/inspections/{work.id}") == 200) == leads


async def test_a_member_notes_beside_a_line_and_the_line_stays(
    people: People, readers: Readers
) -> None:
    await factories.decided(people, minutes_flow=2)
    line = await database.fetchval("SELECT id FROM diary_lines")
    before = await database.fetchval("SELECT line::text FROM diary_lines")
    member = await readers.of(people.an)
    await member.open("/desk/diary")
    assert "/diary/confirm" not in member.html, "only a leader confirms"
    await member.open(f"/desk/diary/{line}/note")
    assert await member.press("/note", None, note="") == 422
    assert await member.press("/note", None, note="Địa điểm đúng là số 12B") == 200
    assert "Địa điểm đúng là số 12B" in member.page.text
    assert await database.fetchval("SELECT line::text FROM diary_lines") == before
    stranger = await readers.of(people.dung)
    await stranger.open("/desk/diary")
    assert "Hoa Gạo" not in stranger.page.text
    assert await stranger.look(f"/desk/diary/{line}/note") == 404


async def test_a_note_sent_twice_stands_once_and_leads_back_to_the_same_lines(
    people: People, readers: Readers
) -> None:
    await factories.decided(people, minutes_flow=2)
    line = await database.fetchval("SELECT id FROM diary_lines")
    member = await readers.of(people.an)
    await member.open(f"/desk/diary?officer={people.an.id}")
    await member.follow(f"/desk/diary/{line}/note?officer={people.an.id}")
    assert await member.press("/note", None, note="12") == 422
    assert ">\n12</textarea>" in member.html, "what was typed stays"
    form = member.form("/note")
    form.fill("note", "Địa điểm đúng là số 12B")
    assert await member.try_submit(form, form.buttons[0]) == 200
    assert f"/desk/diary?officer={people.an.id}" in str(member.page.url)
    assert await member.try_submit(form, form.buttons[0]) == 200
    assert "lần này không ghi thêm gì" in member.page.text
    notes = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE act_type = 'diary.noted'"
    )
    assert notes == 1


async def test_a_line_that_is_another_by_now_is_not_confirmed(
    people: People, readers: Readers
) -> None:
    await factories.decided(people, minutes_flow=2)
    head = await readers.of(people.giang)
    await head.open("/desk/diary")
    form = head.form("/diary/confirm")
    box = form.find("line")
    assert box is not None
    ident, _, rest = box.value.partition(":")
    box.value, box.checked = f"{ident}:{'0' * 64}:{rest.partition(':')[2]}", True
    assert await head.try_submit(form, form.buttons[-1]) == 200
    assert "Không có dòng nào được xác nhận" in head.page.text


async def test_it_is_printed_on_its_form_and_exported(
    people: People, readers: Readers, settings: Settings
) -> None:
    work = await factories.decided(people, minutes_flow=2)
    head = await readers.of(people.giang)
    data = (await head.fetch("/desk/diary/diary.pdf")).content
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(data)).pages)
    assert "NHẬT KÝ CÔNG TÁC" in text.upper()
    assert work.number in text.replace("\n", "")
    table = await exports.taken(head, settings, "list=diary")
    assert any(work.number in str(one) for one in table.column("Văn bản giao việc"))
    assert await head.look("/desk/diary/diary.pdf?month=2001-01") == 404
    read = await database.fetch("SELECT action FROM access_log WHERE action LIKE 'diary.%'")
    assert {row["action"] for row in read} == {"diary.printed"}


async def test_the_button_of_a_day_confirms_the_ticked_lines_of_that_day_alone(
    people: People, readers: Readers
) -> None:
    """The days are folded: a line of another day may be ticked without having been seen."""
    await factories.announced(people, minutes_flow=2)
    head = await readers.of(people.giang)
    await head.open("/desk/diary")
    form = head.form("/diary/confirm")
    button = form.buttons[-1]
    lines = [one for one in form.controls if one.name == "line"]
    for one, day in zip(lines, ("2001-02-03", button.value), strict=True):
        one.value = f"{one.value.rpartition(':')[0]}:{day}"
        one.checked = True
    assert await head.try_submit(form, button) == 200
    assert "Đã xác nhận 1 dòng." in head.page.text
    form = head.form("/diary/confirm")
    assert len([one for one in form.controls if one.name == "line"]) == 1
    assert form.buttons[0].name == "whole"
    assert await head.try_submit(form, form.buttons[0]) == 200
    assert "Đã xác nhận 1 dòng." in head.page.text, "the whole day needs no tick"


async def test_filters_narrow_it(people: People, readers: Readers) -> None:
    await factories.decided(people, minutes_flow=2)
    head = await readers.of(people.giang)
    for asked, there in (
        (f"officer={people.an.id}", True),
        (f"officer={people.giang.id}", False),
        ("month=2001-01", False),
        ("waiting=yes", True),
        (f"unit={people.an.unit.unit_id}", True),
    ):
        await head.open(f"/desk/diary?{asked}")
        assert ("Hoa Gạo" in head.page.text) is there, asked


async def test_filters_that_leave_no_line_lead_back_to_all(
    people: People, readers: Readers
) -> None:
    head = await readers.of(people.giang)
    await head.open("/desk/diary")
    assert "Chưa có dòng nhật ký nào." in head.page.text
    assert "Xem toàn bộ nhật ký" not in head.page.text
    await head.open("/desk/diary?month=2001-01")
    assert "Không có dòng nhật ký nào khớp." in head.page.text
    assert "Xem toàn bộ nhật ký" in head.page.text
    assert '<option value="2001-01" selected>01/2001</option>' in head.html, "an old month too"
    await head.open("/desk/diary?month=nonsense")
    assert "Không có dòng nhật ký nào khớp." in head.page.text


async def test_lines_of_teams_are_for_their_own_leaders_and_not_ticked_for_the_department(
    people: People, readers: Readers
) -> None:
    await factories.announced(people, minutes_flow=2)
    done = await made.registered(people.nga)
    an = acts.Verifier(officer_id=people.an.id, full_name=people.an.full_name)
    due = clock.today() + timedelta(days=5)
    assigned = acts.Assigned(officers=[an], due_on=due, instructions="Xem.", document_id=None)
    await made.did(people.giang, done.id, assigned)
    head = await readers.of(people.giang)
    await head.open("/desk/diary")
    form = head.form("/diary/confirm")
    ticked = [one.checked for one in form.controls if one.name == "line"]
    assert ticked == [True, False, False]
    assert await head.try_submit(form, form.buttons[-1]) == 200
    assert "Đã xác nhận 1 dòng." in head.page.text
    await head.follow(f"/desk/informations/{done.id}")
    team_head = await readers.of(people.chi)  # Đội trưởng, without the role of a supervisor
    await team_head.open("/desk/diary")
    assert "2 dòng của đơn vị chờ bạn xác nhận" in team_head.page.text
    assert await team_head.press("/diary/confirm") == 200
    assert "Đã xác nhận 2 dòng." in team_head.page.text
