"""Evidence is never turned away for who sent it or when: it is kept aside, explained, and decided
on later.
"""

from uuid import UUID, uuid4

from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted, Refused
from deploy.demo import contents
from tests.support import factories, pictures
from tests.support.assertions import accepted, held, refused
from tests.support.people import People
from tests.support.phone import Phones

WHERE = contents.place(210285110, 1058542300)


async def test_a_stranger_s_photograph_is_kept_aside_and_then_admitted(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people)
    record, photo_id, data = str(work.id), str(uuid4()), pictures.jpeg()
    stranger = await phones.of(people.em)
    content = contents.photo(photo_id, data, "image/jpeg", WHERE, "Đi ngang qua")
    act = stranger.write(record, "photo.taken", content)
    [result] = await stranger.send()
    held(result, "not_on_team")
    await stranger.upload(photo_id, data, "image/jpeg", record)
    await stranger.wait_for_bytes(photo_id, data)

    phone = await phones.of(people.an)
    view = await phone.inspection(record)
    assert [item["code"] for item in view["quarantined"]] == ["not_on_team"]
    assert [photo["quarantine"] for photo in view["photos"]] == ["not_on_team"]

    async with transaction():
        outcome = await inspections.admit(
            work.id, UUID(act["id"]), "Cán bộ Đội 2 hỗ trợ theo phân công", people.giang.actor()
        )
    assert isinstance(outcome, Accepted), outcome
    view = await phone.inspection(record)
    assert [photo["quarantine"] for photo in view["photos"]] == [None]
    assert view["quarantined"][0]["decided"] == "admitted"
    work.pictures.append(factories.Picture(photo_id, data, content["sha256"]))
    await factories.write_minutes(work)
    assert isinstance(await factories.submit(work), Accepted)


async def test_dismissed_evidence_stays_visible_and_without_effect(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people)
    stranger = await phones.of(people.em)
    act = stranger.write(str(work.id), "place.fixed", WHERE)
    [result] = await stranger.send()
    held(result, "not_on_team")
    for expected in (Accepted, Refused):
        async with transaction():
            outcome = await inspections.dismiss(
                work.id, UUID(act["id"]), "Không liên quan vụ việc", people.giang.actor()
            )
        assert isinstance(outcome, expected), outcome
    view = await (await phones.of(people.an)).inspection(str(work.id))
    assert view["quarantined"][0]["decided"] == "dismissed"
    assert view["quarantined"][0]["reason"] == "Không liên quan vụ việc"
    assert [place["id"] for place in view["places"]] == work.places


async def test_a_quarantined_act_sent_again_is_answered_as_the_first_time(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people)
    stranger = await phones.of(people.em)
    act = stranger.write(str(work.id), "place.fixed", WHERE)
    [first] = await stranger.send()
    [again] = await stranger.deliver([act])
    assert again["status"] == "repeated"
    assert held(again, "not_on_team") == held(first, "not_on_team")


async def test_evidence_for_a_record_that_the_server_does_not_know_is_kept(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an)
    phone.write(str(uuid4()), "place.fixed", WHERE)
    [result] = await phone.send()
    held(result, "record_unknown")


async def test_minutes_that_do_not_satisfy_their_form_are_kept_aside(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    content = {"form": "BB-KT", "form_version": 1, "fields": {"agency": "Đội số 1"}}
    phone.write(str(work.id), "minutes.written", content)
    [result] = await phone.send()
    held(result, "form_invalid")


async def test_a_step_of_a_stranger_is_refused_and_parked_on_both_sides(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people)
    stranger = await phones.of(people.em)
    stranger.write(str(work.id), "inspection.announced", {"place": None})
    stranger.write(str(work.id), "place.fixed", WHERE)
    steps = await stranger.send()
    refused(steps[0], "not_on_team")
    held(steps[1], "not_on_team")
    assert len(stranger.outbox.refused) == 1
    assert not stranger.outbox.waiting


async def test_an_altered_signature_keeps_evidence_aside(phones: Phones, people: People) -> None:
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    act = phone.write(str(work.id), "place.fixed", WHERE)
    act["content"] = act["content"] | {"accuracy_mm": 1}
    [result] = await phone.deliver([act])
    held(result, "signature_invalid")


async def test_an_act_of_another_officer_is_refused_and_its_neighbours_go_on(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people)
    record = str(work.id)
    mine, other = await phones.of(people.an), await phones.of(people.binh)
    borrowed = other.write(record, "place.fixed", WHERE)
    before = mine.write(record, "place.fixed", WHERE)
    after = mine.write(record, "place.fixed", WHERE)
    results = await mine.deliver([before, borrowed, after])
    accepted([results[0], results[2]])
    refused(results[1], "act_of_another_officer")
    accepted(await other.send())
