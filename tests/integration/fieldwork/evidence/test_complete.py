"""Received when the acts are in, complete when every announced original is; what is missing is told by name."""

from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.core import database
from deploy.demo import contents
from tests.support import factories, pictures
from tests.support.desk import Desks
from tests.support.factories import Picture, Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.uploads import Tus, about, all_stored

API = "/api/mobile/v1"


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    del tus  # its application is running
    return await factories.announced(people)


async def view_of(client: httpx.AsyncClient, work: Work) -> dict[str, Any]:
    answer = await client.get(f"{API}/inspections/{work.id}")
    assert answer.status_code == 200, answer.text
    view: dict[str, Any] = answer.json()
    return view


async def custody(tus: Tus, work: Work) -> dict[str, Any]:
    told: dict[str, Any] = (await view_of(tus.client, work))["custody"]
    return told


async def begun(tus: Tus, picture: Picture, size: int) -> str:
    """An upload that stopped after `size` bytes."""
    url = await tus.begin(len(picture.data), Upload_Metadata=about(picture.data, picture.photo_id))
    await tus.send(url, picture.data[:size])
    return url


async def test_an_inspection_is_complete_when_all_announced_bytes_are_stored(
    tus: Tus, work: Work
) -> None:
    assert await custody(tus, work) == {"state": "complete", "missing": []}
    first = await factories.take_photo(work, caption="Kệ hàng")
    second = await factories.take_photo(work, caption="Nhãn phụ")
    assert (await custody(tus, work))["state"] == "received"
    await tus.whole(first.data, first.photo_id)
    await all_stored()
    told = await custody(tus, work)
    assert told["state"] == "received"
    assert [item["caption"] for item in told["missing"]] == ["Nhãn phụ"]
    await tus.whole(second.data, second.photo_id)
    await all_stored()
    assert await custody(tus, work) == {"state": "complete", "missing": []}


async def test_what_is_missing_is_told_by_name_and_with_what_came_of_it(
    tus: Tus, work: Work, people: People
) -> None:
    picture = await factories.take_photo(work, caption="Kệ hàng")
    await begun(tus, picture, 1000)
    (told,) = (await custody(tus, work))["missing"]
    assert told["photo_id"] == picture.photo_id
    assert told["officer_name"] == people.an.full_name
    assert (told["sha256"], told["size"]) == (picture.sha256, len(picture.data))
    assert told["bytes_received"] == 1000
    photos = (await view_of(tus.client, work))["photos"]
    assert told["number"] == photos[0]["number"]
    assert photos[0]["verdicts"]["bytes"] == "pending"


async def test_the_desk_names_it_too(tus: Tus, work: Work, people: People, desks: Desks) -> None:
    picture = await factories.take_photo(work, caption="Kệ hàng")
    await begun(tus, picture, 1000)
    desk = await desks.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Ảnh còn trên điện thoại (1)" in page.text
    assert "Kệ hàng" in page.text.split("Ảnh còn trên điện thoại")[1].split("Biên bản")[0]
    await tus.whole(picture.data, str(uuid4()))
    await all_stored()
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Ảnh còn trên điện thoại" not in page.text


async def test_a_withdrawn_or_a_held_photograph_is_not_waited_for(
    tus: Tus, work: Work, people: People
) -> None:
    picture = await factories.take_photo(work)
    await work.act("photo.withdrawn", {"photo_id": picture.photo_id, "reason": "Chụp nhầm"})
    pen = await factories.pen(people.dung)
    held = contents.photo(str(uuid4()), pictures.jpeg(), "image/jpeg", None, None)
    act = pen.write(str(work.id), "photo.taken", held)
    await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    assert await custody(tus, work) == {"state": "complete", "missing": []}


async def test_the_phone_hears_of_it_in_the_sync_as_well(
    tus: Tus, work: Work, people: People, phones: Phones
) -> None:
    picture = await factories.take_photo(work)
    phone = await phones.of(people.an)
    changes = (await phone.client.get(f"{API}/sync")).json()["changes"]
    (value,) = [item["value"] for item in changes if item["kind"] == "inspection"]
    assert value["custody"]["state"] == "received"
    assert [item["photo_id"] for item in value["custody"]["missing"]] == [picture.photo_id]


async def test_an_original_that_is_no_longer_right_is_missing_again(tus: Tus, work: Work) -> None:
    picture = await factories.take_photo(work)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    await database.execute("UPDATE photos SET custody_fault = 'differs', verified_at = now()")
    await database.execute("UPDATE inspections SET missing_count = 1 WHERE id = $1", work.id)
    view = await view_of(tus.client, work)
    assert view["photos"][0]["verdicts"]["bytes"] == "differs"
    assert [item["photo_id"] for item in view["custody"]["missing"]] == [picture.photo_id]
