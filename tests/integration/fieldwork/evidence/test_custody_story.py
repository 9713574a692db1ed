"""The custody of a photograph as the desk tells it: every step, in order, and only to who may see it."""

from uuid import UUID

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.inspections import service as inspections
from deploy.demo import contents
from schemas.fieldwork.custody import CustodyKind, CustodyStep
from tests.support import factories
from tests.support.desk import Desks
from tests.support.factories import Picture, Work
from tests.support.people import People, Person
from tests.support.uploads import Tus, all_stored


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    del tus  # its application is running
    return await factories.announced(people)


async def told(picture: Picture, person: Person) -> list[CustodyStep]:
    return await evidence.custody_story(UUID(picture.photo_id), person.actor("desk"))


def kinds(story: list[CustodyStep]) -> list[str]:
    return [step.kind.value for step in story]


async def test_a_photograph_is_told_from_the_shutter_to_the_store(
    tus: Tus, work: Work, people: People
) -> None:
    picture = await factories.take_photo(work)
    assert kinds(await told(picture, people.giang)) == ["taken", "received"]
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    taken, received, came, stored = await told(picture, people.giang)
    assert (taken.kind, taken.officer_name) == (CustodyKind.TAKEN, people.an.full_name)
    assert taken.facts["sha256"] == picture.sha256
    assert received.kind is CustodyKind.RECEIVED
    assert f"số {received.facts['number']}" in received.text.vi
    assert (came.kind, came.facts["size"]) == (CustodyKind.BYTES_RECEIVED, str(len(picture.data)))
    assert (stored.kind, stored.officer_name) == (CustodyKind.STORED, None)
    assert stored.facts["object"].startswith("evidence/")


async def test_who_looked_and_who_took_a_copy_is_told_by_name(
    tus: Tus, work: Work, people: People, desks: Desks
) -> None:
    picture = await factories.take_photo(work)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    desk = await desks.of(people.khanh)
    for _ in range(3):
        await desk.open(f"/desk/photos/{picture.photo_id}")
    await desk.fetch(f"/desk/photos/{picture.photo_id}/original")
    await desk.fetch(f"/desk/photos/{picture.photo_id}/receipts.json")
    viewed, original, receipts = (await told(picture, people.giang))[-3:]
    assert (viewed.kind, viewed.count) == (CustodyKind.VIEWED, 3)
    assert viewed.until is not None
    assert viewed.until > viewed.at
    assert "bản gốc" in original.text.vi
    assert "receipts" in receipts.text.en
    for step in (viewed, original, receipts):
        assert step.officer_id == people.khanh.id
    assert original.kind is receipts.kind is CustodyKind.EXPORTED


async def test_withdrawing_is_a_step_with_its_reason(work: Work, people: People) -> None:
    picture = await factories.take_photo(work)
    await work.act("photo.withdrawn", {"photo_id": picture.photo_id, "reason": "Chụp nhầm kệ"})
    last = (await told(picture, people.giang))[-1]
    assert (last.kind, last.facts["reason"]) == (CustodyKind.WITHDRAWN, "Chụp nhầm kệ")
    assert last.officer_id == people.an.id


@pytest.mark.parametrize("decision", ["admitted", "dismissed"])
async def test_quarantine_and_its_end_are_steps(work: Work, people: People, decision: str) -> None:
    pen = await factories.pen(people.dung)
    content = contents.photo(str(work.id), b"bytes", "image/jpeg", None, None)
    act = pen.write(str(work.id), "photo.taken", content)
    await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    held = Picture(str(work.id), b"bytes", content["sha256"])
    decide = inspections.admit if decision == "admitted" else inspections.dismiss
    async with transaction():
        await decide(work.id, UUID(str(act["id"])), "Đã xem xét", people.giang.actor("desk"))
    story = await told(held, people.giang)
    assert kinds(story) == ["taken", "received", "quarantined", decision]
    assert story[-1].officer_name == people.giang.full_name
    assert story[-1].facts["reason"] == "Đã xem xét"


async def test_out_of_scope_there_is_no_story(work: Work, people: People) -> None:
    picture = await factories.take_photo(work)
    for person in (people.ho, people.dung, people.lan):
        with pytest.raises(NotFound):
            await told(picture, person)


async def test_every_kind_of_event_that_the_table_allows_has_its_sentence(
    work: Work, people: People
) -> None:
    picture = await factories.take_photo(work)
    events = ("verified", "protected", "differs", "missing", "overwritten", "unprotected")
    for event in events:
        await database.execute(
            "INSERT INTO custody_events (photo_id, event, sha256, size, retention_mode, retained_until, legal_hold)"
            " VALUES ($1, $2, $3, 5, 'GOVERNANCE', '2036-11-24T00:00:00Z', true)",
            UUID(picture.photo_id),
            event,
            picture.sha256,
        )
    story = (await told(picture, people.giang))[2:]
    assert kinds(story) == list(events)
    assert "24/11/2036" in story[1].text.vi
    for step in story:
        assert step.text.vi != step.text.en
        assert "{" not in step.text.vi + step.text.en
