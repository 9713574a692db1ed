"""The records of a sample go out as evidence packages in one file, made by a worker, for who asked alone."""

import asyncio
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from backend.core import database, stores
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.core.settings import Settings
from backend.exchange.file_orders import service as orders
from backend.exchange.file_orders.errors import FileGone, StandingChanged
from backend.exchange.record_bundles import making, service
from backend.exchange.record_bundles.kind import BUNDLES
from backend.exchange.record_bundles.service import BundleWaits, Item
from backend.operations.queries import jobs
from media import keys as names
from media.store import ObjectMissing
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.integration.admin_ui.intake.test_no_byte_tells import older_case, texts, tip, told
from tests.support import cases_made, exports, factories
from tests.support.later import later
from tests.support.people import People, Person

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.long]
OBJECTS = "SELECT stored FROM record_bundles WHERE id = $1"
BESIDE = [("sample.json", b"{}"), ("population.txt", b"all x\n")]


async def asked(who: Person, about_id: UUID, *items: Item) -> UUID:
    """An order of packages."""
    bundle_id = new_id()
    async with transaction():
        await service.ask(bundle_id, about_id, list(items), who.actor(), "127.0.0.1")
    return bundle_id


async def made(bundle_id: UUID) -> None:
    """What the worker does with it."""
    await making.make(stores.current(), bundle_id)


async def taken(who: Person, about_id: UUID, bundle_id: UUID) -> zipfile.ZipFile:
    """The file that its asker gets."""
    async with transaction():
        found = await service.take(bundle_id, about_id, who.actor(), "127.0.0.1", BESIDE)
    return zipfile.ZipFile(io.BytesIO(b"".join([one async for one in found.chunks])))


async def state(bundle_id: UUID) -> str:
    """Where it stands."""
    found: str = await database.fetchval(
        "SELECT state FROM record_bundles WHERE id = $1", bundle_id
    )
    return found


async def test_each_record_is_the_package_that_its_page_gives(people: People) -> None:
    case = await cases_made.inspected(people)
    inspection = await factories.submitted(people)
    sample_id = new_id()
    bundle_id = await asked(
        people.khanh,
        sample_id,
        Item(kind="case", id=case.id),
        Item(kind="inspection", id=inspection.id),
    )
    with pytest.raises(FileGone):
        await taken(people.khanh, sample_id, bundle_id)
    with pytest.raises(BundleWaits):
        await asked(people.khanh, sample_id, Item(kind="case", id=case.id))
    await asyncio.gather(made(bundle_id), made(bundle_id))
    assert await state(bundle_id) == "ready"
    archive = await taken(people.khanh, sample_id, bundle_id)
    assert archive.testzip() is None
    manifest = json.loads(archive.read("manifest.json"))
    assert [one["id"] for one in manifest["records"]] == [str(case.id), str(inspection.id)]
    sums = dict(
        reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines()
    )
    for name in archive.namelist():
        if name != "SHA256SUMS":
            assert hashlib.sha256(archive.read(name)).hexdigest() == sums[name]
    inner = [zipfile.ZipFile(io.BytesIO(archive.read(one["path"]))) for one in manifest["records"]]
    assert "kiem-tra.py" in inner[1].namelist()
    assert all("manifest.json" in one.namelist() for one in inner)
    assert archive.read("population.txt") == b"all x\n"
    logged = await database.fetch(
        "SELECT action, record_id FROM access_log WHERE officer_id = $1", people.khanh.id
    )
    actions = {(row["action"], row["record_id"]) for row in logged}
    assert {
        ("case.package", case.id),
        ("record.package", inspection.id),
        ("sample.package", sample_id),
    } <= actions
    notices = "SELECT count(*) FROM notices WHERE officer_id = $1 AND text_key = 'sample.packed'"
    assert await database.fetchval(notices, people.khanh.id) == 1


async def test_it_is_given_to_its_asker_alone_and_under_the_same_roles(people: People) -> None:
    inspection = await factories.submitted(people)
    sample_id = new_id()
    bundle_id = await asked(people.khanh, sample_id, Item(kind="inspection", id=inspection.id))
    await made(bundle_id)
    other = replace(people.giang, roles=(Role.AUDITOR,))
    with pytest.raises(NotFound):
        await taken(other, sample_id, bundle_id)
    with pytest.raises(NotFound):
        await taken(people.khanh, new_id(), bundle_id)
    moved = replace(people.khanh, unit=people.ho.unit)
    with pytest.raises(StandingChanged):
        await taken(moved, sample_id, bundle_id)


async def test_nothing_in_them_tells_who_informed(people: People) -> None:
    """Also of a case from before informations were records, whose first act had the informant's words."""
    case = await cases_made.recorded(people)
    await tip(people, case)
    assert case.inspection is not None
    items = [Item(kind="case", id=one) for one in (case.id, await older_case(people))]
    items.append(Item(kind="inspection", id=case.inspection.id))
    sample_id = new_id()
    bundle_id = await asked(people.khanh, sample_id, *items)
    await made(bundle_id)
    async with transaction():
        found = await service.take(bundle_id, sample_id, people.khanh.actor(), None, BESIDE)
    data = b"".join([one async for one in found.chunks])
    assert any(case.inspection.number in text for text in texts(data)), "the packages are read"
    assert told(data) == []


async def test_a_record_that_went_out_of_sight_has_no_package(people: People) -> None:
    case = await cases_made.inspected(people)
    sample_id = new_id()
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_1 = $3, unit_2 = $2 WHERE id = $1",
        people.khanh.id,
        people.ho.unit.unit_id,
        people.ho.unit.unit_1,
    )
    danang = replace(people.khanh, unit=people.ho.unit)
    bundle_id = await asked(danang, sample_id, Item(kind="case", id=case.id))
    await made(bundle_id)
    archive = await taken(danang, sample_id, bundle_id)
    (missing,) = json.loads(archive.read("manifest.json"))["records"]
    assert missing["path"] is None
    assert not [one for one in archive.namelist() if one.startswith("records/")]


async def test_who_is_no_auditor_any_more_gets_none(people: People) -> None:
    case = await cases_made.inspected(people)
    bundle_id = await asked(people.khanh, new_id(), Item(kind="case", id=case.id))
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.khanh.id)
    await made(bundle_id)
    assert await state(bundle_id) == "failed"
    said = "SELECT failure FROM record_bundles WHERE id = $1"
    assert await database.fetchval(said, bundle_id) == "export_standing_changed"


async def test_a_worker_that_died_half_way_is_followed_by_one_that_goes_on(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = await factories.submitted(people), await factories.submitted(people)
    items = [Item(kind="inspection", id=one.id) for one in (first, second)]
    sample_id = new_id()
    bundle_id = await asked(people.khanh, sample_id, *items)
    store, real = stores.current().store, stores.current().store.put_file
    calls: list[Any] = []

    async def dies(*args: Any, **more: Any) -> None:
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        await real(*args, **more)

    monkeypatch.setattr(store, "put_file", dies)
    with pytest.raises(KeyboardInterrupt):
        await made(bundle_id)
    assert await state(bundle_id) == "running"
    await made(bundle_id)
    assert len(calls) == 3
    archive = await taken(people.khanh, sample_id, bundle_id)
    assert len([one for one in archive.namelist() if one.startswith("records/")]) == 2


async def test_what_a_dead_worker_left_is_taken_up_by_the_sweep_and_its_bytes_are_removed(
    people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It died between the store and the row: nothing but `stored` says that the bytes are there."""
    inspection = await factories.submitted(people)
    sample_id = new_id()
    bundle_id = await asked(people.khanh, sample_id, Item(kind="inspection", id=inspection.id))
    store = stores.current().store

    async def dies(*_: Any) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(making.queries, "add_part", dies)
        with pytest.raises(KeyboardInterrupt):
            await made(bundle_id)
    (left,) = await database.fetchval(OBJECTS, bundle_id)
    assert await store.size_of(names.bundled(left)) > 0
    await database.execute("DELETE FROM pgqueuer")  # the job went with its worker
    assert await orders.sweep(BUNDLES) == 0, "a moment ago: it may live"
    with later(minutes=11):
        assert await orders.sweep(BUNDLES) == 1
        await exports.written(settings)
    assert await state(bundle_id) == "ready"
    with pytest.raises(ObjectMissing):
        await store.size_of(names.bundled(left))
    archive = await taken(people.khanh, sample_id, bundle_id)
    assert len([one for one in archive.namelist() if one.startswith("records/")]) == 1


async def test_what_was_stopped_or_failed_leaves_nothing_in_the_store(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [Item(kind="inspection", id=(await factories.submitted(people)).id) for _ in range(2)]
    sample_id = new_id()
    bundle_id = await asked(people.khanh, sample_id, *items)
    real = making.queries.add_part

    async def stopped(*args: Any) -> bool:
        assert await service.cancel(bundle_id, sample_id, people.khanh.actor())
        return await real(*args)

    monkeypatch.setattr(making.queries, "add_part", stopped)
    with pytest.raises(NotFound):
        await service.cancel(bundle_id, sample_id, people.giang.actor())
    await made(bundle_id)
    assert await state(bundle_id) == "cancelled"
    objects = await database.fetchval(OBJECTS, bundle_id)
    assert len(objects) == 1, "the second one was not begun"
    store = stores.current().store
    with pytest.raises(ObjectMissing):
        await store.size_of(names.bundled(objects[0]))
    with pytest.raises(FileGone):
        await taken(people.khanh, sample_id, bundle_id)
    await asked(people.khanh, sample_id, *items)  # it can be asked for anew


async def test_an_order_whose_job_is_held_is_failed_and_made_when_the_job_is_released(
    people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection = await factories.submitted(people)
    sample_id = new_id()
    bundle_id = await asked(people.khanh, sample_id, Item(kind="inspection", id=inspection.id))

    async def broken(*_: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as breaking:
        breaking.setattr(BUNDLES.orders, "begin", broken)
        await exports.written(settings)
    assert await state(bundle_id) == "waiting", "its worker never came so far as to say so"
    assert await orders.sweep(BUNDLES) == 1
    assert await orders.sweep(BUNDLES) == 0
    assert await state(bundle_id) == "failed"
    told = "SELECT count(*) FROM notices WHERE officer_id = $1 AND text_key = 'sample.pack_failed'"
    assert await database.fetchval(told, people.khanh.id) == 1
    held = "SELECT count(*) FROM pgqueuer WHERE entrypoint = 'make_bundle' AND status = 'failed'"
    assert await database.fetchval(held) == 1, "one line for the operator, not one with each sweep"
    async with transaction():
        await jobs.release(None)
    await exports.written(settings)
    assert await state(bundle_id) == "ready"


async def test_a_held_job_that_is_released_makes_nothing_twice_if_its_asker_asked_again(
    people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = Item(kind="inspection", id=(await factories.submitted(people)).id)
    sample_id = new_id()
    first = await asked(people.khanh, sample_id, item)

    async def broken(*_: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as breaking:
        breaking.setattr(BUNDLES.orders, "begin", broken)
        await exports.written(settings)
    await orders.sweep(BUNDLES)
    second = await asked(people.khanh, sample_id, item)
    await made(first)  # the operator released it
    assert (await state(first), await state(second)) == ("failed", "waiting")
    await made(second)
    assert await state(second) == "ready"


async def test_packages_are_deleted_after_a_day(people: People) -> None:
    inspection = await factories.submitted(people)
    sample_id = new_id()
    bundle_id = await asked(people.khanh, sample_id, Item(kind="inspection", id=inspection.id))
    await made(bundle_id)
    assert await orders.sweep(BUNDLES) == 0
    with later(days=1):
        with pytest.raises(FileGone):
            await taken(people.khanh, sample_id, bundle_id)
        assert await orders.sweep(BUNDLES) == 1
    assert await state(bundle_id) == "expired"
