"""A repeated picture is found across the whole force, and told to each reader only as far as his scope reaches."""

import msgspec
import pytest

from backend.core import database
from backend.core.settings import Settings
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.findings import searching
from schemas.fieldwork.findings import FindingKind
from tests.integration.fieldwork.findings.visits import (
    ago,
    begun,
    begun_in_da_nang,
    done,
    doubts,
    handed_in,
    north,
    photograph,
    scene,
    seen,
)
from tests.support.factories import Work
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.uploads import Tus, all_stored


@pytest.fixture
async def twins(tus: Tus, stranger: Tus, people: People, settings: Settings) -> tuple[Work, Work]:
    """Hà Nội and Đà Nẵng: one file in both, and another picture that is smaller and more compressed there."""
    ha_noi, da_nang = await begun(people), await begun_in_da_nang(people)
    for work, phone, copy in (
        (ha_noi, tus, scene(2)),
        (da_nang, stranger, scene(2, (400, 300), quality=60)),
    ):
        for data in (scene(1), copy):
            picture = await photograph(work, data)
            await phone.whole(data, picture.photo_id)
    await all_stored()
    await done(settings)
    return ha_noi, da_nang


async def raw(work: Work, person: Person) -> str:
    """Everything that this person is told of an inspection and its photographs, as text."""
    view = msgspec.json.encode(await seen(work, person)).decode()
    pages = [
        msgspec.json.encode(await evidence.photo_page(photo.photo_id, person.actor("desk")))
        for photo in (await seen(work, person)).photos
    ]
    return view + b"".join(pages).decode()


async def test_who_may_see_both_sees_both_and_others_only_that_there_is_one(
    twins: tuple[Work, Work], people: People
) -> None:
    for work, other, near, far in (
        (twins[0], twins[1], people.giang, people.ho),
        (twins[1], twins[0], people.ho, people.giang),
    ):
        found = await doubts(work, people.khanh)
        assert set(found) == {FindingKind.SAME_BYTES, FindingKind.SIMILAR_PICTURE}
        for kind, mine, theirs in zip(
            (FindingKind.SAME_BYTES, FindingKind.SIMILAR_PICTURE),
            work.pictures,
            other.pictures,
            strict=True,
        ):
            [item] = found[kind]
            assert item.other is not None
            assert item.other.visible
            assert str(item.photo_id) == mine.photo_id
            assert str(item.other.photo_id) == theirs.photo_id
            assert item.other.inspection_id == other.id
            assert item.other.decision_number == other.number
        assert found[FindingKind.SIMILAR_PICTURE][0].numbers["distance_bits"] <= 6
        found = await doubts(work, near)
        assert set(found) == {FindingKind.SAME_BYTES, FindingKind.SIMILAR_PICTURE}
        for (item,) in found.values():
            assert item.numbers == {}
            assert item.other is not None
            assert set(msgspec.structs.asdict(item.other).values()) == {False, None}
            assert "ngoài phạm vi" in item.text.vi
            assert (item.found_at.minute, item.found_at.second) == (0, 0)
        said = await raw(work, near)
        hidden = [other.number, str(other.id), far.full_name, other.author.full_name]
        hidden += [str(other.author.unit.unit_id), *(item.photo_id for item in other.pictures)]
        assert not [word for word in hidden if word in said]
        assert "distance_bits" not in said


async def test_the_phone_of_the_team_hears_the_same_and_gets_no_thumbnail_of_the_other(
    twins: tuple[Work, Work], phones: Phones, people: People
) -> None:
    mine, other = twins
    phone = await phones.of(people.an)
    view = await phone.inspection(str(mine.id))
    assert {item["kind"] for item in view["findings"]} == {"same_bytes", "similar_picture"}
    assert [len(photo["findings"]) for photo in view["photos"]] == [1, 1]
    assert all(item["other"]["visible"] is False for item in view["findings"])
    for picture in other.pictures:
        for size in ("thumb", "view", "original"):
            answer = await phone.client.get(
                f"/api/mobile/v1/photos/{picture.photo_id}", params={"size": size}
            )
            assert answer.status_code == 404


async def test_a_finding_lies_at_the_photograph_for_its_own_readers_alone(
    twins: tuple[Work, Work], people: People
) -> None:
    photo = (await seen(twins[0], people.giang)).photos[0]
    page = await evidence.photo_page(photo.photo_id, people.khanh.actor("desk"))
    assert [item.kind for item in page.findings] == [FindingKind.SAME_BYTES]
    assert page.findings[0].other is not None
    assert page.findings[0].other.visible


async def test_however_many_are_hidden_one_is_told_of(
    people: People, settings: Settings, app: object
) -> None:
    mine = await begun(people)
    await photograph(mine, scene(5))
    await handed_in(mine, settings)
    told = []
    for _ in range(3):
        await photograph(await begun_in_da_nang(people), scene(5))
        await searching.in_inspection(mine.id, settings.findings)
        told.append((await doubts(mine, people.giang))[FindingKind.SAME_BYTES])
    assert len((await doubts(mine, people.khanh))[FindingKind.SAME_BYTES]) == 3
    assert told[0] == told[1] == told[2]
    assert len(told[0]) == 1
    assert len((await seen(mine, people.giang)).photos[0].findings) == 1


async def test_an_inspector_sees_the_other_where_he_is_on_its_team_too(
    people: People, settings: Settings, app: object
) -> None:
    first = await begun(people, members=[people.an, people.binh])
    second = await begun(people, members=[people.an, people.cuc])
    for work in (first, second):
        await photograph(work, scene(6))
    await handed_in(second, settings)
    [told] = (await doubts(first, people.an))[FindingKind.SAME_BYTES]
    assert told.other is not None
    assert told.other.inspection_id == second.id
    [told] = (await doubts(first, people.binh))[FindingKind.SAME_BYTES]
    assert told.other is not None
    assert not told.other.visible
    assert (
        await database.fetchval("SELECT count(*) FROM findings WHERE inspection_id = $1", first.id)
        == 1
    )


async def test_the_same_file_twice_in_one_inspection_is_told_to_all_its_readers(
    people: People, settings: Settings, app: object
) -> None:
    work = await begun(people)
    both = {(await photograph(work, scene(7))).photo_id for _ in range(2)}
    work.pictures.pop()  # a submission names a file once
    await handed_in(work, settings)
    found = (await doubts(work, people.binh))[FindingKind.SAME_BYTES]
    assert {str(item.photo_id) for item in found} == both
    assert all("hai lần trong cuộc kiểm tra này" in item.text.vi for item in found)


async def test_an_impossible_way_between_two_inspections_is_told_in_both_as_far_as_one_sees(
    people: People, settings: Settings, app: object
) -> None:
    first = await begun(people, members=[people.an, people.binh])
    second = await begun(people, members=[people.an, people.cuc])
    await first.act("place.fixed", north(0, fixed_at=ago(minutes=11)), made_at=ago(minutes=11))
    await second.act("place.fixed", north(40_000, fixed_at=ago(minutes=6)), made_at=ago(minutes=6))
    await handed_in(second, settings)
    for work, other in ((first, second), (second, first)):
        [told] = (await doubts(work, people.giang))[FindingKind.TOO_FAST]
        assert told.numbers["apart_s"] == 300
        assert told.other is not None
        assert (told.other.inspection_id, told.other.photo_id) == (other.id, None)
    [told] = (await doubts(first, people.binh))[FindingKind.TOO_FAST]
    assert told.other is not None
    assert (told.other.visible, told.numbers) == (False, {})
    assert second.number not in await raw(first, people.binh)
