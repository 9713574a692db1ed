"""Each kind of doubt once, through the door and the worker, and beside it what is just not one."""

import asyncio
from datetime import timedelta

import pytest

from backend.core import clock, database
from backend.core.settings import Settings
from backend.fieldwork.findings import searching
from media.store import StoreUnavailable
from schemas.fieldwork.findings import FindingKind
from tests.integration.fieldwork.findings.visits import (
    SHOP,
    ago,
    begun,
    done,
    doubts,
    exif,
    handed_in,
    north,
    photograph,
    scene,
    seen,
)
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.waiting import waiting_for
from tests.support.workers import worker_of


async def fixed(
    work: Work,
    metres: int,
    minutes: float,
    late: float = 0,
    accuracy_mm: int = 8_000,
    **changed: object,
) -> None:
    """A position that was measured `late` minutes before it was recorded, `minutes` ago."""
    place = north(metres, accuracy_mm, fixed_at=ago(minutes=minutes + late), **changed)
    await work.act("place.fixed", place, made_at=ago(minutes=minutes))


@pytest.mark.usefixtures("app")
async def test_positions_clocks_and_logs_that_raise_doubts(
    people: People, settings: Settings
) -> None:
    work = await begun(people)
    await fixed(work, 1_200, 60)
    await fixed(work, 0, 40, late=3)
    await fixed(work, 0, 30, accuracy_mm=150_000)
    await fixed(work, 0, 20, mocked=True)
    await fixed(work, 0, 10)
    far = north(6_000, 20_000, fixed_at=ago(minutes=9))
    photo = await photograph(work, scene(1), far, "file", made_at=ago(minutes=9))
    work.pen.write(str(work.id), "place.fixed", north(0))
    await fixed(work, 0, -5)
    await handed_in(work, settings)
    found = await doubts(work, people.giang)
    assert set(found) == {
        FindingKind.SEQUENCE_GAP,
        FindingKind.CLOCK_OFFSET,
        FindingKind.FROM_GALLERY,
        FindingKind.PLACE_MOCKED,
        FindingKind.FIX_OLD,
        FindingKind.FIX_COARSE,
        FindingKind.TOO_FAST,
        FindingKind.FAR_FROM_ADDRESS,
    }
    [gap] = found[FindingKind.SEQUENCE_GAP]
    assert gap.numbers == {"after_seq": 8, "before_seq": 10, "missing": 1}
    clocks = sorted(found[FindingKind.CLOCK_OFFSET], key=lambda item: sorted(item.numbers))
    assert 295 <= clocks[0].numbers["offset_s"] <= 300
    assert clocks[0].numbers["acts"] == 1
    assert [item.numbers["set_back_s"] // 10 for item in clocks[1:]] in (
        [359, 30],
        [30, 359],
        [360, 30],
    )
    [old] = found[FindingKind.FIX_OLD]
    assert old.numbers == {"age_s": 180, "limit_s": 120}
    [coarse] = found[FindingKind.FIX_COARSE]
    assert coarse.numbers == {"accuracy_m": 150, "limit_m": 100}
    [fast] = found[FindingKind.TOO_FAST]
    assert fast.numbers["apart_s"] == 60
    assert fast.numbers["speed_kmh"] == (fast.numbers["distance_m"] - 28) * 36 // 600
    assert str(fast.photo_id) == photo.photo_id
    assert sorted(item.numbers["distance_m"] for item in found[FindingKind.FAR_FROM_ADDRESS]) == [
        1_200,
        6_004,
    ]
    assert "ít nhất 358 km/h" in fast.text.vi
    assert all(
        item.see.vi and item.see.en and item.other is None for item in found[FindingKind.FIX_OLD]
    )
    assert {str(item.photo_id) for item in found[FindingKind.FROM_GALLERY]} == {photo.photo_id}


async def test_what_is_just_within_its_limit_raises_no_doubt(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await begun(people)
    await fixed(work, 1_000, -1)
    for second in range(10):
        await fixed(work, 900, 0, late=(100 - second) / 60, accuracy_mm=99_000 + second % 2)
    here = (SHOP[0] / 1e7, SHOP[1] / 1e7)
    near = (here[0] + 0.004, here[1])
    soon = (clock.now() + timedelta(hours=7, minutes=-8)).strftime("%Y:%m:%d %H:%M:%S")
    for number, data in enumerate(
        (
            exif(1, (640, 480), taken_at=soon, position=near),
            exif(1, (640, 500), taken_at="0000:00:00 00:00:00", position=(0.0, 0.0)),
            scene(2),
        )
    ):
        place = north(0, fixed_at=ago(seconds=10 - number))
        picture = await photograph(work, data, place)
        await tus.whole(data, picture.photo_id)
    missing = work.pen.write(str(work.id), "place.fixed", north(0, 9_000))
    await work.act("place.fixed", north(0, 7_000))
    await factories.hand_in(missing, work.author, missing["device_id"])
    await all_stored()
    await done(settings)
    await handed_in(work, settings)
    assert [(item.kind, item.numbers) for item in (await seen(work, people.giang)).findings] == []


async def test_a_camera_that_was_elsewhere_or_at_another_time(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await begun(people)
    data = exif(1, taken_at="2026:11:01 08:00:00", position=(10.762622, 106.660172))
    picture = await photograph(work, data, north(0))
    await tus.whole(data, picture.photo_id)
    await all_stored()
    await done(settings)
    found = await doubts(work, people.giang)
    assert set(found) == {FindingKind.EXIF_PLACE_FAR, FindingKind.EXIF_TIME_FAR}
    [place], [time] = found[FindingKind.EXIF_PLACE_FAR], found[FindingKind.EXIF_TIME_FAR]
    assert 1_139_000 < place.numbers["distance_m"] < 1_149_000
    assert time.numbers["offset_s"] < -20 * 86_400
    assert time.numbers["zone_assumed"] == 1
    assert "đọc theo giờ Việt Nam" in time.text.vi
    [photo] = (await seen(work, people.giang)).photos
    assert {item.kind for item in photo.findings} == set(found)


@pytest.mark.usefixtures("app")
async def test_ten_positions_alike_to_the_millimetre(people: People, settings: Settings) -> None:
    work = await begun(people)
    for second in range(10):
        await fixed(work, 0, 0, late=second / 60, accuracy_mm=5_000)
    await handed_in(work, settings)
    [constant] = (await seen(work, people.giang)).findings
    assert constant.kind is FindingKind.ACCURACY_CONSTANT
    assert constant.numbers == {"accuracy_mm": 5_000, "fixes": 10}
    assert "5,000 m" in constant.text.vi


@pytest.mark.usefixtures("app")
async def test_looking_again_changes_nothing_and_what_came_late_closes_its_gap(
    people: People, settings: Settings
) -> None:
    work = await begun(people)
    missing = work.pen.write(str(work.id), "place.fixed", north(0))
    await photograph(work, scene(3), None, "file")
    await handed_in(work, settings)

    async def rows() -> list[object]:
        return await database.fetch("SELECT f::text FROM findings f ORDER BY id")

    first = await rows()
    assert set(await doubts(work, people.giang)) == {
        FindingKind.SEQUENCE_GAP,
        FindingKind.FROM_GALLERY,
    }
    await searching.in_inspection(work.id, settings.findings)
    assert await searching.look_at_filled_gaps() == 0
    assert await rows() == first
    await factories.hand_in(missing, work.author, missing["device_id"])
    assert await searching.look_at_filled_gaps() == 1
    await done(settings)
    assert set(await doubts(work, people.giang)) == {FindingKind.FROM_GALLERY}
    assert len(await rows()) == 2


async def test_a_store_that_is_away_only_delays_what_is_found(
    tus: Tus, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await begun(people)
    picture = await photograph(work, scene(8), None, "file")
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()

    async def away(*_: object) -> None:
        raise StoreUnavailable("away")

    worker = worker_of(settings)
    with monkeypatch.context() as broken:
        broken.setattr("backend.fieldwork.evidence.previews.make", away)
        working = asyncio.create_task(worker.run_queue())
        async with waiting_for("the job to be tried"):
            while not await database.fetchval(  # noqa: ASYNC110 - the queue is another's
                "SELECT max(attempts) FROM pgqueuer WHERE entrypoint = 'make_preview'"
            ):
                await asyncio.sleep(0.05)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    await worker.close()
    assert await doubts(work, people.giang) == {}
    await database.execute("UPDATE pgqueuer SET execute_after = now()")
    await done(settings)
    assert set(await doubts(work, people.giang)) == {FindingKind.FROM_GALLERY}
