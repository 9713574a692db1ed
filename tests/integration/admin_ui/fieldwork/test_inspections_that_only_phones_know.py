"""A restore lost an inspection's decision: what phones send of it is seen at the desk."""

from pathlib import Path
from uuid import uuid4

import asyncpg
import msgspec
import pytest

from backend.core import database as backend_database
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.fieldwork.inspections import opinions
from backend.operations.migrations import files
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy.demo import contents, minutes
from deploy.servers import Servers
from tests.support import factories, lost_inspections, pictures
from tests.support.databases import Database
from tests.support.lost_inspections import Lost
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Reader, Readers
from tests.support.workers import worker_of


@pytest.fixture
async def lost(
    app: object,
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    tmp_path: Path,
) -> Lost:
    """Decided after the backup, worked on by an's phone, lost; the restore is declared, the phone has not come yet."""
    del app
    return await lost_inspections.made(settings, database, servers, people, phones, tmp_path)


async def test_the_head_sees_what_phones_sent_of_an_inspection_that_the_restore_lost(
    lost: Lost, people: People, readers: Readers
) -> None:
    head = await readers.of(people.giang)
    assert "chỉ còn trên điện thoại" not in (await head.open("/desk/work/list?show=overdue")).text
    nothing = "Không có cuộc kiểm tra nào chỉ còn trên điện thoại."
    assert nothing in (await head.open("/desk/work/lists/unknown")).text
    results = await lost.send_again()
    assert {one["problem"]["code"] for one in results if one["status"] == "refused"} == {
        "record_unknown"
    }
    held = [one["quarantine"]["code"] for one in results if one["status"] == "accepted"]
    assert set(held) == {"record_unknown"}

    assert people.an.full_name in (await head.open("/desk/?kind=unknown")).text
    page = await head.follow("/desk/work/lists/unknown")
    for said in (
        "Cuộc kiểm tra chỉ còn trên điện thoại",
        "1 dòng",
        people.an.full_name,
        lost.number,
        lost.decision["subject"]["name"],
        f"{len(results)} mục, trong đó 1 ảnh",
    ):
        assert said in page.text, said
    await head.follow(f"/desk/unknown/{lost.id}")
    for said in ("Lập biên bản kiểm tra", "Công bố quyết định tại nơi kiểm tra", "Quầy hàng"):
        assert said in head.page.text, said


async def test_heads_of_others_and_who_issues_nothing_do_not_see_it(
    lost: Lost, people: People, readers: Readers
) -> None:
    await lost.send_again()
    for person, status in ((people.ho, 404), (people.an, 403)):
        desk = await readers.of(person)
        assert await desk.look(f"/desk/unknown/{lost.id}") == status
        assert await desk.look("/desk/") == 200
        assert people.an.full_name not in desk.html.partition("<main")[2]
    head = await readers.of(people.giang)
    assert await head.look(f"/desk/unknown/{uuid4()}") == 404


async def entered(lost: Lost, desk: Reader, people: People, **changed: str) -> int:
    """The decision entered again from the list, as its paper has it; the last answer's status."""
    await desk.open(f"/desk/unknown/{lost.id}")
    await desk.follow(f"/desk/unknown/{lost.id}/decision")
    form = desk.form("/decision")
    values = {"again_reason": "Bản giấy do Đội giữ, đã đối chiếu với Trưởng Đoàn"} | changed
    for name, value in values.items():
        form.fill(name, value)
    form.find("no_conflict_declared").checked = True  # type: ignore[union-attr]
    signed = "again_signed_by_issuer"
    form.find(signed).checked = signed not in changed  # type: ignore[union-attr]
    status = await press(desk, "review")
    return await press(desk, "confirm") if status == 200 else status


async def press(desk: Reader, value: str) -> int:
    form = desk.form("/decision")
    return await desk.try_submit(form, next(item for item in form.buttons if item.value == value))


async def test_the_head_enters_the_decision_again_and_all_that_phones_sent_stands(
    lost: Lost, people: People, readers: Readers
) -> None:
    await lost.send_again()
    head = await readers.of(people.giang)
    assert await entered(lost, head, people) == 200, head.page.text
    assert head.page.url.endswith(f"/desk/inspections/{lost.id}?done=entered")
    assert "Đã nhập lại quyết định" in head.page.text
    assert f"theo số {lost.number}" in head.page.text

    decision = await backend_database.fetchval(
        "SELECT act FROM ledger_entries WHERE record_id = $1 AND act_type = 'decision.issued'",
        lost.id,
    )
    content = msgspec.json.decode(decision)["content"]
    for name in ("decision_id", "number", "issued_on", "place", "legal_bases", "contents"):
        assert content[name] == lost.decision[name], name
    assert content["subject"]["kind"] == lost.decision["subject"]["kind"]
    assert [one["officer_id"] for one in content["team"] if one["leader"]] == [str(people.chi.id)]
    assert content["again"]["number"] == lost.number
    assert content["again"]["reason"].startswith("Bản giấy")

    # At the phone's next sync the inspection is there, and what waited is taken.
    await lost.phone.sync()
    steps = [act for act in lost.phone.outbox.log if act["type"].startswith("inspection.")]
    assert [one["status"] for one in await lost.phone.deliver(steps)] == ["accepted", "accepted"]
    assert [one["status"] for one in await lost.leader_again()] == ["accepted"]
    view = await lost.phone.inspection(str(lost.id))
    assert view["state"] == "announced"
    assert {one["decided"] for one in view["quarantined"]} == {"admitted"}
    assert [one["photo_id"] for one in view["photos"] if one["quarantine"] is None] == [
        lost.photo_id
    ]
    assert view["minutes"]["id"] == lost.minutes
    assert {one["id"] for one in view["signatures"]} == set(lost.signatures)
    assert [one["id"] for one in view["places"]] == [lost.place]
    [paper] = view["documents"]
    assert paper["number"] == f"{lost.paper_number}/BB-VPHC-01-QLTT-THU1"

    # The bytes are in the store, and the phone has a receipt for them again; then the visit goes on as any other.
    await worker_of(lost.settings).drain()
    receipt = await lost.phone.wait_for_bytes(lost.photo_id, lost.photo)
    lost.phone.write(
        str(lost.id),
        "inspection.submitted",
        contents.submission(lost.minutes, [receipt["sha256"]], lost.signatures, [lost.place]),
    )
    [submitted] = await lost.phone.send()
    assert submitted["status"] == "accepted", submitted
    assert lost.number in (await head.open("/desk/")).text
    assert await head.look(f"/desk/unknown/{lost.id}") == 404
    report = await verification.in_snapshot(None, lambda _: None)
    tampered = [one for one in report.findings if one.verdict is Verdict.TAMPERED]
    assert not tampered, tampered


async def test_a_head_who_was_on_the_team_himself_needs_no_other_head_for_what_phones_sent(
    lost: Lost, people: People, readers: Readers
) -> None:
    """The law lets who decides lead as well, and nobody judges here: it stands as it did before it was lost."""
    await backend_database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )
    await lost.send_again()
    head = await readers.of(people.giang)
    assert await entered(lost, head, people, leader_id=str(people.giang.id)) == 200, head.page.text
    await lost.phone.sync()
    async with transaction():
        await opinions.entrust(lost.id, people.an.id, people.giang.actor("desk"))
    view = await lost.phone.inspection(str(lost.id))
    assert str(people.giang.id) in {one["officer_id"] for one in view["decision"]["team"]}
    assert {one["decided"] for one in view["quarantined"]} == {"admitted"}
    assert {one["id"] for one in view["signatures"]} == set(lost.signatures)
    assert "Hệ thống tự xét lại" in (await head.open(f"/desk/inspections/{lost.id}")).text


async def test_a_decision_is_not_entered_again_with_a_number_or_a_day_that_no_restore_lost(
    lost: Lost, people: People, readers: Readers
) -> None:
    await lost.send_again()
    head = await readers.of(people.giang)
    fresh = (await factories.decided(people)).number
    for changed, said in (
        ({"again_number": fresh}, "không bỏ qua số này"),
        ({"again_number": "48000001/QĐ-KT"}, "không đúng cách viết"),
        ({"again_day": "2020-01-02", "start_on": "2020-01-02"}, "Không có lần khôi phục nào"),
        ({"again_reason": ""}, "Cần ghi lý do"),
        ({"again_signed_by_issuer": ""}, "Chỉ người đã ký"),
    ):
        assert await entered(lost, head, people, **changed) == 422, changed
        assert said in head.page.text, said
    assert await entered(lost, head, people) == 200
    assert await head.look(f"/desk/unknown/{lost.id}/decision") == 404


async def test_another_who_issues_nothing_there_cannot_enter_it_again(
    lost: Lost, people: People, readers: Readers
) -> None:
    await lost.send_again()
    for person, status in ((people.ho, 404), (people.an, 403), (people.khanh, 403)):
        desk = await readers.of(person)
        assert await desk.look(f"/desk/unknown/{lost.id}/decision") == status


async def test_what_others_than_the_team_sent_stays_held_and_is_seen(
    lost: Lost, people: People, readers: Readers, phones: Phones
) -> None:
    await lost.send_again()
    stranger = await phones.of(people.em)
    data = pictures.jpeg(size=(641, 480))
    photo_id = str(uuid4())
    stranger.write(
        str(lost.id), "photo.taken", contents.photo(photo_id, data, "image/jpeg", None, "Lạ")
    )
    await stranger.send()
    head = await readers.of(people.giang)
    await head.open(f"/desk/unknown/{lost.id}/decision")
    boxes = head.form("/decision")
    named = [box.value for box in boxes.controls if box.name == "member_ids" and box.checked]
    assert set(named) == {str(people.an.id), str(people.binh.id)}  # as the minutes name them
    boxes.fill("again_reason", "Theo bản giấy")
    for name in ("no_conflict_declared", "again_signed_by_issuer"):
        boxes.find(name).checked = True  # type: ignore[union-attr]
    assert await press(head, "review") == 200, head.page.text
    assert await press(head, "confirm") == 200
    await lost.phone.sync()
    await lost.leader_again()
    view = await lost.phone.inspection(str(lost.id))
    [held] = [one for one in view["quarantined"] if one["decided"] is None]
    assert held["content"]["photo_id"] == photo_id
    await head.open(f"/desk/inspections/{lost.id}")
    await head.follow(f"/held/{held['act_id']}/admit")
    assert await head.press("/admit", reason="Được tăng cường tại chỗ.") == 200
    view = await lost.phone.inspection(str(lost.id))
    assert photo_id in {one["photo_id"] for one in view["photos"] if one["quarantine"] is None}


async def test_the_level_above_finds_the_decision_entered_again_in_the_list_of_exceptions(
    lost: Lost, people: People, readers: Readers
) -> None:
    await lost.send_again()
    assert await entered(lost, await readers.of(people.giang), people) == 200
    auditor = await readers.of(people.khanh)
    await auditor.open("/desk/exceptions?kind=entered_again")
    for said in ("Nhập lại sau khôi phục hệ thống", "Bản giấy do Đội giữ", lost.number):
        assert said in auditor.page.text, said
    # As for one that was entered before the list had such: the migration lists it.
    owner = await asyncpg.connect(lost.settings.owner_database_url)
    await owner.execute("DELETE FROM exceptions")
    await owner.execute((files.FOLDER / "0115_all_that_is_entered_again.sql").read_text())
    await owner.close()
    report = await verification.in_snapshot(None, lambda _: None)
    tampered = [one for one in report.findings if one.verdict is Verdict.TAMPERED]
    assert not tampered, tampered


async def test_days_are_shown_as_on_every_page(
    lost: Lost, people: People, readers: Readers
) -> None:
    await lost.send_again()
    head = await readers.of(people.giang)
    year, month, day = lost.decision["issued_on"].split("-")
    await head.open(f"/desk/unknown/{lost.id}")
    assert f"{lost.number} · {day}/{month}/{year}" in head.page.text
    assert lost.decision["issued_on"] not in head.page.text


async def test_what_a_stranger_says_of_it_neither_names_it_nor_is_shown_to_heads_of_others(
    lost: Lost, people: People, readers: Readers, phones: Phones
) -> None:
    await lost.send_again()
    # Of the same department, but not on the team: his name comes before theirs.
    await backend_database.execute(
        "UPDATE officers SET full_name = 'An Văn Em' WHERE id = $1", people.em.id
    )
    em = await phones.of(people.em)
    em.write(str(lost.id), "inspection.opened", {"decision_id": str(uuid4())})
    await em.send()
    # Of another department, later than the team.
    dung = await phones.of(people.dung)
    other = lost.decision | {"subject": lost.decision["subject"] | {"name": "Hộ ông Lạ"}}
    fields = minutes.fill(other, "Đội Đà Nẵng thử")
    dung.write(str(lost.id), "minutes.written", minutes.content(fields))
    await dung.send()

    head, elsewhere = await readers.of(people.giang), await readers.of(people.ho)
    await elsewhere.open("/desk/work/lists/unknown")
    assert "Hộ ông Lạ" in elsewhere.page.text
    await head.open("/desk/work/lists/unknown")
    assert "Hộ ông Lạ" not in head.page.text
    assert lost.decision["subject"]["name"] in head.page.text
    assert await entered(lost, head, people) == 200, head.page.text
    known = await backend_database.fetchval(
        "SELECT decision_id FROM inspections WHERE id = $1", lost.id
    )
    assert str(known) == lost.decision["decision_id"]
