"""A phone that worked on after the backup: it loads anew, sends again, and no number stands on two papers."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.core import clock
from backend.core import database as backend_database
from backend.core.local_time import year_of
from backend.core.settings import Settings
from backend.core.stores import make_store
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer
from backend.force.rules.numbers import BLOCK_SIZE
from backend.ledger import sealer
from backend.operations.recovery.publishing import Publisher
from deploy.demo.phone import Refused
from deploy.servers import Servers
from tests.support import buckets, factories, restoring
from tests.support.databases import Database
from tests.support.people import People, Person
from tests.support.phone import Phone, Phones, photographed
from tests.support.restoring import declared
from tests.support.site_papers import SYMBOLS, signature, writing
from tests.support.uploads import all_stored
from tests.support.workers import worker_of

FORM = "MBB01"


async def fetch_block(phone: Phone) -> dict[str, Any]:
    order = {"form": FORM, "year": year_of(clock.now())}
    answer: dict[str, Any] = await phone.call("POST", "/number-blocks", json=order)
    return answer


async def paper(phone: Phone, person: Person, inspection: UUID, block: dict[str, Any]) -> str:
    """A paper written, signed and numbered on the phone; its id. Not sent yet."""
    document_id = str(uuid4())
    written = phone.write(str(inspection), "document.written", writing(document_id, FORM))
    for role in ("maker", "subject"):
        phone.write(str(inspection), "document.signed", signature(written["id"], role))
    officer = await backend_database.fetchval(
        "SELECT officer_number FROM officers WHERE id = $1", person.id
    )
    taken = [act for act in phone.outbox.log if act["type"] == "document.numbered"]
    number = block["first"] + len(taken)
    phone.write(
        str(inspection),
        "document.numbered",
        {
            "document_id": document_id,
            "written": written["id"],
            "form": FORM,
            "year": block["year"],
            "number": number,
            "block_id": block["id"],
            "text": f"{number}/{SYMBOLS[FORM]}-{officer}",
        },
    )
    return document_id


@pytest.fixture
async def inspection(people: People, app: object) -> UUID:
    """Announced on site; `an` has an officer number."""
    work = await factories.announced(people)
    await backend_database.execute(
        "UPDATE officers SET officer_number = '01-QLTT-THU1' WHERE id = $1", people.an.id
    )
    return work.id


async def test_a_phone_sends_again_and_its_numbers_hold_though_the_block_was_lost(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    inspection: UUID,
) -> None:
    phone = await phones.of(people.an)
    copy = await restoring.copied(database, servers)
    block = await fetch_block(phone)  # from here on all is lost
    first = await paper(phone, people.an, inspection, block)
    await phone.send()
    lost_decision = (await factories.decided(people)).number
    later = await paper(phone, people.an, inspection, block)  # numbered, and not sent yet

    content = await declared(settings, copy)
    assert content.numbers.sequences >= 1
    with pytest.raises(Refused) as refused:
        await phone.sync()
    assert refused.value.code == "cursor_expired"
    phone.cursor = None
    await phone.sync()
    results = await phone.deliver(phone.outbox.log)
    assert [one["status"] for one in results] == ["accepted"] * len(phone.outbox.log)
    assert [one["quarantine"] for one in results] == [None] * len(results)
    rows = await backend_database.fetch(
        "SELECT number, document_id::text, state FROM document_numbers WHERE issuer_id = $1 ORDER BY number",
        people.an.id,
    )
    assert [tuple(row) for row in rows] == [
        (block["first"], first, "used"),
        (block["first"] + 1, later, "used"),
    ]
    assert {one["status"] for one in await phone.deliver(phone.outbox.log)} == {"repeated"}

    anew = await fetch_block(phone)
    assert anew["first"] > block["last"]
    issuer = Issuer(kind="officer", id=people.an.id)
    assert await numbering.missing_numbers(issuer, FORM, block["year"]) == []
    decision = (await factories.decided(people)).number
    assert decision != lost_decision
    assert int(decision[4:8]) > int(lost_decision[4:8])


async def test_a_number_of_the_lost_part_stands_on_one_paper_alone(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    inspection: UUID,
) -> None:
    phone = await phones.of(people.an)
    copy = await restoring.copied(database, servers)
    await declared(settings, copy)
    lost = {"id": str(uuid4()), "first": 3, "year": year_of(clock.now())}
    phone.cursor = None
    await phone.sync()
    await paper(phone, people.an, inspection, lost)
    assert [one["quarantine"] for one in await phone.send()] == [None] * 4
    await paper(phone, people.an, inspection, lost | {"first": 2})  # again 3
    told = await phone.send()
    assert told[-1]["quarantine"]["code"] == "number_unusable"
    far = {"id": str(uuid4()), "first": 100_000, "year": year_of(clock.now())}
    await paper(phone, people.an, inspection, far)  # nobody jumped over this one
    assert (await phone.send())[-1]["quarantine"]["code"] == "number_unusable"


@pytest.mark.usefixtures("own_pool")
async def test_where_the_store_came_back_too_nothing_says_that_nothing_was_lost(
    settings: Settings, database: Database, servers: Servers, people: People
) -> None:
    await factories.decided(people)
    await sealer.seal_once()
    settings = buckets.settings_on_own(servers, settings)
    store = make_store(settings)
    await Publisher(store, settings).once()
    await store.close()
    copy = await restoring.copied(database, servers)
    first = await declared(settings, copy, store_too=True)
    assert first.lost is None
    assert min(first.numbers.of_units, first.numbers.of_officers) >= 1000
    # A backup of just now, and it comes back: what followed it is lost, and must be declared as well.
    again = await declared(settings, copy, store_too=True)
    assert again.era_after == first.era_after + 1
    assert again.numbers.of_units >= 1000


def test_a_backup_that_comes_back_twice_does_not_give_the_same_numbers_twice() -> None:
    night = datetime(2026, 11, 26, tzinfo=UTC)
    first = numbering.jump_after(None, None, night, night + timedelta(hours=8))
    second = numbering.jump_after(None, None, night, night + timedelta(hours=9))
    assert second.of_officers >= first.of_officers + 3 * BLOCK_SIZE
    assert second.of_units >= first.of_units + 3 * BLOCK_SIZE


async def test_an_original_whose_act_was_lost_is_taken_from_the_store_when_the_act_comes_again(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    inspection: UUID,
) -> None:
    phone = await phones.of(people.an)
    copy = await restoring.copied(database, servers)
    photo_id, data = photographed(phone, inspection)
    await phone.send()
    await phone.upload(photo_id, data, "image/jpeg", str(inspection))
    first = await phone.wait_for_bytes(photo_id, data)  # the phone forgets the bytes after this

    await declared(settings, copy)
    assert await phone.byte_receipt(photo_id, data) is None
    await phone.deliver(phone.outbox.log)
    await worker_of(settings_here(settings, database)).drain()
    again = await phone.wait_for_bytes(photo_id, data)
    assert again["sha256"] == first["sha256"]
    assert again["stored_at"] > first["stored_at"]


async def test_an_original_that_the_database_does_not_know_is_adopted_where_its_act_is_there(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    inspection: UUID,
) -> None:
    phone = await phones.of(people.an)
    photo_id, data = photographed(phone, inspection)
    await phone.send()
    copy = await restoring.copied(database, servers)
    await phone.upload(photo_id, data, "image/jpeg", str(inspection))
    await phone.wait_for_bytes(photo_id, data)

    content = await declared(settings, copy)
    assert content.objects is not None
    assert content.objects.adopted == 1
    assert await phone.byte_receipt(photo_id, data) is not None


async def test_bytes_that_waited_for_their_act_in_the_backup_are_adopted_from_where_they_went_since(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    inspection: UUID,
) -> None:
    phone = await phones.of(people.an)
    photo_id, data = photographed(phone, inspection)
    await phone.upload(photo_id, data, "image/jpeg", str(inspection))
    await all_stored()
    copy = await restoring.copied(database, servers)  # the copy knows them in staging
    await phone.send()
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()

    await declared(settings, copy)
    phone.cursor = None
    await phone.sync()
    await phone.deliver(phone.outbox.log)
    worker = worker_of(settings_here(settings, database))
    await worker.drain()
    await worker.close()
    assert await backend_database.fetchval(
        "SELECT stored_at IS NOT NULL FROM photos WHERE id = $1", UUID(photo_id)
    )


async def test_a_photograph_whose_object_is_gone_is_asked_for_again(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    inspection: UUID,
) -> None:
    phone = await phones.of(people.an)
    photo_id, data = photographed(phone, inspection)
    await phone.send()
    await phone.upload(photo_id, data, "image/jpeg", str(inspection))
    await phone.wait_for_bytes(photo_id, data)
    copy = await restoring.copied(database, servers)
    empty = buckets.settings_on_own(servers, settings)
    content = await declared(empty, copy)  # the store was brought back without it
    assert content.objects is not None
    assert (content.objects.adopted, content.objects.without_objects) == (0, 1)
    [missing] = (await phone.inspection(str(inspection)))["custody"]["missing"]
    assert missing["photo_id"] == photo_id
    await phone.upload(photo_id, data, "image/jpeg", str(inspection))
    await all_stored()
    await worker_of(settings_here(settings, database)).drain()
    assert (await phone.inspection(str(inspection)))["custody"]["missing"] == []


def settings_here(settings: Settings, database: Database) -> Settings:
    """The settings of the restored system's worker."""
    here = settings.database_url.replace(database.name, f"{database.name}_b")
    return msgspec.structs.replace(settings, database_url=here)


def test_the_jump_is_as_far_as_what_was_lost_can_have_gone() -> None:
    now = datetime(2026, 11, 26, tzinfo=UTC)
    of = numbering.jump_after
    assert of(0, None, now, now).of_officers >= 2 * BLOCK_SIZE
    assert of(500, None, now, now).of_units > 500
    assert of(500, 3, now, now).of_units > 500  # the operator may ask for more, not for less
    assert of(None, None, now, now).of_units >= 1000
    hours = timedelta(
        hours=3
    )  # the worker stood still for so long: in no checkpoint, and lent all the same
    assert of(7, None, now - 2 * hours, now, now - hours).of_units > 7 + 60
    assert of(0, None, now - 2 * hours, now, now - hours).of_officers > 20 * BLOCK_SIZE
    moved = of(0, 0, now, now)  # moved while it was stopped: nothing is lost, and he says so
    assert (moved.of_officers, moved.of_units) == (0, 0)
    assert of(0, None, now, now).years == [2026]
    new_year = datetime(2027, 1, 2, tzinfo=UTC)
    assert of(0, None, datetime(2026, 12, 30, tzinfo=UTC), new_year).years == [2026, 2027]
    assert of(0, None, now, datetime(2026, 12, 20, tzinfo=UTC)).years == [2026, 2027]
