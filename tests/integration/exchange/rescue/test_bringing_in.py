"""A supervisor brings in what a phone could not send: as if it had been sent, under the officer's own signatures."""

import hashlib
from uuid import UUID

import msgspec

from backend.core import database, stores
from backend.ledger import sealer
from tests.integration.exchange.rescue.days import WHERE, a_day
from tests.support import factories
from tests.support.assertions import accepted
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.rescue import Pack, bring, put, recipient_of, seal
from tests.support.uploads import all_stored
from tests.support.verifying import verify


async def test_a_whole_day_comes_in_and_the_phone_s_own_sending_is_then_a_repeat(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.giang)
    address = await bring(desk, day.file())
    await all_stored()

    view = await day.phone.inspection(str(day.record))
    assert view["state"] == "submitted"
    assert view["quarantined"] == []
    assert all(photo["stored"] for photo in view["photos"])
    entries = await database.fetch(
        "SELECT officer_id, device_id, seq, verdicts FROM ledger_entries "
        "WHERE record_id = $1 AND device_id IS NOT NULL ORDER BY number",
        day.record,
    )
    assert [row["seq"] for row in entries] == list(range(1, len(day.acts) + 1))
    assert {row["officer_id"] for row in entries} == {people.an.id}
    assert {row["device_id"] for row in entries} == {UUID(day.phone.device_id)}
    for row in entries:
        verdicts = msgspec.json.decode(row["verdicts"])
        told = {verdicts[question] for question in ("device", "signature", "sequence", "chain")}
        assert told == {"ok"}, verdicts

    results = await day.phone.send()
    assert {result["status"] for result in results} == {"repeated"}
    receipts = accepted(results)
    for picture in day.pictures:
        await day.phone.upload(picture.photo_id, picture.data, "image/jpeg", str(day.record))
        first = await day.phone.byte_receipt(picture.photo_id, picture.data)
        assert first is not None
    assert await database.fetchval("SELECT count(*) FROM uploads") == len(day.pictures)
    assert len(receipts) == len(day.acts)

    await desk.open(address)
    assert "Đã nhập" in desk.page.text
    assert day.number in desk.page.text
    assert day.acts[0]["id"] not in desk.page.text


async def test_who_brought_it_in_stands_on_the_device_s_record_and_everything_verifies(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    data = day.file()
    await bring(await readers.of(people.giang), data)
    await all_stored()
    [row] = await database.fetch(
        "SELECT officer_id, act FROM ledger_entries WHERE act_type = 'rescue.imported'"
    )
    assert row["officer_id"] == people.giang.id
    for part in (hashlib.sha256(data).hexdigest(), f'"acts":{len(day.acts)}', '"photos":2'):
        assert part in row["act"]
    await sealer.seal_once()
    report = await verify()
    assert report.findings == []
    told = await database.fetch("SELECT action, officer_id FROM access_log ORDER BY id")
    assert [tuple(line) for line in told if line["action"].startswith("rescue.")] == [
        ("rescue.opened", people.giang.id),
        ("rescue.imported", people.giang.id),
    ]


async def test_looking_at_a_file_records_nothing_of_it(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.giang)
    before = await database.fetchval("SELECT count(*) FROM ledger_entries")
    answer = await put(desk, day.file())
    await desk.open(answer.headers["location"])
    assert f"{len(day.acts)} việc, trong đó 0 việc máy chủ đã có" in desk.page.text
    assert "2 ảnh" in desk.page.text
    assert people.an.full_name in desk.page.text
    assert await database.fetchval("SELECT count(*) FROM ledger_entries") == before
    assert await database.fetchval("SELECT count(*) FROM uploads") == 0


async def test_the_same_file_twice_by_two_supervisors_adds_nothing_the_second_time(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    data = day.file()
    await bring(await readers.of(people.giang), data)
    await all_stored()
    counts = "SELECT (SELECT count(*) FROM ledger_entries WHERE record_id = $1), (SELECT count(*) FROM uploads)"
    before = await database.fetchrow(counts, day.record)
    other = await readers.of(people.hai)
    address = await bring(other, data)
    assert tuple(await database.fetchrow(counts, day.record)) == tuple(before)
    await other.open(address)
    assert "Đã có từ trước" in other.page.text
    assert "Đã nhận" not in other.page.text.split("Kết quả", 1)[1]


async def test_a_phone_that_sent_half_goes_on_where_it_stood(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    accepted(await day.phone.deliver(day.acts[:4]))
    first = day.pictures[0]
    await day.phone.tus.cut(
        await day.phone.tus.create(
            first.data,
            {
                "photo_id": first.photo_id,
                "sha256": first.sha256,
                "filetype": "image/jpeg",
                "inspection_id": str(day.record),
            },
        ),
        first.data,
        0,
        1000,
    )
    address = await bring(desk := await readers.of(people.giang), day.file())
    await all_stored()
    await desk.open(address)
    assert desk.page.text.count("Đã có từ trước") == 4
    view = await day.phone.inspection(str(day.record))
    assert view["state"] == "submitted"
    assert all(photo["stored"] for photo in view["photos"])
    assert await database.fetchval("SELECT count(*) FROM uploads") == 2


async def test_nothing_of_a_file_is_left_on_the_disk_after_it_was_brought_in(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    folder = stores.current().settings.spool_dir / "rescue"
    desk = await readers.of(people.giang)
    answer = await put(desk, day.file())
    [waiting] = folder.iterdir()
    assert waiting.stat().st_mode & 0o777 == 0o600
    assert waiting.read_bytes().startswith(b"age-encryption.org/v1\n")
    await desk.open(answer.headers["location"])
    await desk.submit(desk.form(answer.headers["location"]))
    assert list(folder.iterdir()) == []


async def test_an_inspection_of_another_unit_is_not_named_to_who_brings_it_in(
    phones: Phones, people: People, readers: Readers
) -> None:
    work = await factories.decided(
        people, issuer=people.ho, leader=people.duyen, members=[people.dung]
    )
    phone = await phones.of(people.an)
    phone.write(str(work.id), "place.fixed", WHERE)
    pack = Pack.of(phone.outbox.log, [], work.id)
    desk = await readers.of(people.giang)
    data = seal(pack.plain(), recipient_of(phone.session["server_keys"]))
    await desk.open(await bring(desk, data))
    assert "Chờ xem xét" in desk.page.text
    assert "ngoài phạm vi của bạn" in desk.page.text
    assert work.number not in desk.page.text
    assert str(work.id) not in desk.html
