"""Bad networks: answers are lost, things are sent twice, bytes and acts overtake each other."""

import asyncio
from uuid import uuid4

from backend.core import database
from deploy.demo import contents
from tests.support import factories, pictures
from tests.support.assertions import accepted
from tests.support.people import People
from tests.support.phone import Phones

WHERE = contents.place(210285110, 1058542300)


async def test_a_lost_answer_costs_nothing_everything_sent_again_changes_nothing(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    record = str(work.id)
    phone = await phones.of(people.an)
    decision = phone.held[("inspection", record)]["decision"]["decision_id"]
    phone.write(record, "inspection.opened", {"decision_id": decision})
    phone.write(record, "inspection.announced", {"place": WHERE})
    for _ in range(5):
        phone.write(record, "place.fixed", WHERE)
    first = await phone.send()
    before = await phone.inspection(record)
    again = await phone.deliver(phone.outbox.log)
    assert [item["status"] for item in again] == ["repeated"] * 7
    assert accepted(again) == accepted(first)
    assert await phone.inspection(record) == before


async def test_an_act_sent_by_two_requests_at_once_stands_once(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    phone = await phones.of(people.an)
    act = phone.write(str(work.id), "place.fixed", WHERE)
    answers = await asyncio.gather(*(phone.deliver([act]) for _ in range(8)))
    receipts = [accepted(results)[0] for results in answers]
    assert all(receipt == receipts[0] for receipt in receipts)
    count = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE record_id = $1", work.id
    )
    assert count == 2  # the decision and the place


async def test_two_devices_of_one_team_interleave_in_one_record(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    record = str(work.id)
    one, other = await phones.of(people.an), await phones.of(people.binh)
    decision = {"decision_id": one.held[("inspection", record)]["decision"]["decision_id"]}
    for phone in (one, other, one, other):
        phone.write(record, "inspection.opened", decision)
        phone.write(record, "place.fixed", WHERE)
        accepted(await phone.send())
    view = await one.inspection(record)
    assert [act["number"] for act in view["acts"]] == list(range(1, 10))
    assert {place["officer_name"] for place in view["places"]} == {
        people.an.full_name,
        people.binh.full_name,
    }
    assert view["state"] == "opened"
    assert [act["verdicts"].get("sequence") for act in view["acts"][1:]] == ["ok"] * 8
    assert [act["verdicts"].get("chain") for act in view["acts"][1:]] == ["ok"] * 8


async def test_one_officer_on_two_devices_keeps_two_logs(phones: Phones, people: People) -> None:
    work = await factories.decided(people)
    first, second = await phones.of(people.an), await phones.of(people.an)
    for phone in (first, second):
        phone.write(str(work.id), "place.fixed", WHERE)
        phone.write(str(work.id), "place.fixed", WHERE)
    accepted(await second.send())
    accepted(await first.send())
    for phone in (first, second):
        await phone.sync()
        session = await phone.refresh()
        assert (session["last_seq"], session["last_hash"]) == (2, phone.outbox.head)


async def test_a_gap_in_the_log_is_accepted_and_told(phones: Phones, people: People) -> None:
    work = await factories.decided(people)
    phone = await phones.of(people.an)
    phone.write(str(work.id), "place.fixed", WHERE)
    lost = phone.outbox.waiting.pop()
    phone.write(str(work.id), "place.fixed", WHERE)
    accepted(await phone.send())
    accepted(await phone.deliver([lost]))
    acts = (await phone.inspection(str(work.id)))["acts"]
    assert [act["verdicts"].get("sequence") for act in acts[1:]] == ["gap", "late"]


async def test_the_act_may_come_before_the_bytes(phones: Phones, people: People) -> None:
    work = await factories.decided(people)
    record, photo_id, data = str(work.id), str(uuid4()), pictures.jpeg()
    phone = await phones.of(people.an)
    phone.write(record, "photo.taken", contents.photo(photo_id, data, "image/jpeg", WHERE, None))
    accepted(await phone.send())
    assert await phone.byte_receipt(photo_id, data) is None
    [photo] = (await phone.inspection(record))["photos"]
    assert not photo["stored"]
    await phone.upload(photo_id, data, "image/jpeg", record)
    await phone.wait_for_bytes(photo_id, data)
    view = await phone.inspection(record)
    assert view["photos"][0]["stored"]
    assert view["missing_count"] == 0


async def test_the_bytes_may_come_before_the_act(phones: Phones, people: People) -> None:
    work = await factories.decided(people)
    record, photo_id, data = str(work.id), str(uuid4()), pictures.jpeg()
    phone = await phones.of(people.an)
    await phone.upload(photo_id, data, "image/jpeg", record)
    phone.write(record, "photo.taken", contents.photo(photo_id, data, "image/jpeg", WHERE, None))
    accepted(await phone.send())
    await phone.wait_for_bytes(photo_id, data)
    [photo] = (await phone.inspection(record))["photos"]
    assert photo["stored"]
    original = await phone.photograph(photo_id, "original")
    assert original.content == data


async def test_a_cut_in_the_middle_is_resumed_with_equal_bytes(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    record, photo_id = str(work.id), str(uuid4())
    data = pictures.jpeg() + bytes(range(256)) * 2000
    phone = await phones.of(people.an)
    resumed = await phone.upload(photo_id, data, "image/jpeg", record, cut_after=200_000)
    assert 0 < resumed <= 200_000
    phone.write(record, "photo.taken", contents.photo(photo_id, data, "image/jpeg", WHERE, None))
    accepted(await phone.send())
    await phone.wait_for_bytes(photo_id, data)
    assert (await phone.photograph(photo_id, "original")).content == data


async def test_byte_receipts_and_states_come_to_the_phone_by_sync(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    record, photo_id, data = str(work.id), str(uuid4()), pictures.jpeg()
    phone = await phones.of(people.an)
    phone.write(record, "photo.taken", contents.photo(photo_id, data, "image/jpeg", WHERE, None))
    accepted(await phone.send())
    await phone.upload(photo_id, data, "image/jpeg", record)
    receipt = await phone.wait_for_bytes(photo_id, data)
    await phone.sync()
    assert phone.held[("byte_receipt", photo_id)] == receipt
    [photo] = phone.held[("inspection", record)]["photos"]
    assert photo["stored"]
    assert await phone.sync() == []
