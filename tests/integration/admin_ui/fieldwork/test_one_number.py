"""A photograph has one number: on the phone's view, at the desk, on the printed list and in the package."""

import hashlib
import io
import json
import re
import zipfile

import pytest

from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("pool")


async def package(desk: Reader, work: Work) -> zipfile.ZipFile:
    """Take the package by its page and button."""
    await desk.open(f"/desk/inspections/{work.id}/export")
    form = desk.form("/export")
    answer = await desk._ask("POST", form.action, form.sent())
    return zipfile.ZipFile(io.BytesIO(answer.content))


async def heading(desk: Reader, photo_id: str) -> str:
    await desk.open(f"/desk/photos/{photo_id}")
    [found] = re.findall(r"<h1>(.*?)</h1>", desk.html)
    return str(found)


async def test_it_is_its_place_among_all_of_the_inspection_wherever_it_stands(
    people: People, readers: Readers, phones: Phones
) -> None:
    work = await factories.announced(people, photos=2)
    gone = work.pictures[0]
    await work.act("photo.withdrawn", {"photo_id": gone.photo_id, "reason": "Ảnh bị mờ"})
    await factories.take_photo(work, caption="Kệ hàng")
    work.pictures.remove(gone)
    await factories.write_minutes(work)
    await factories.submit(work)
    last = work.pictures[-1].photo_id
    view = await (await phones.of(people.an)).inspection(str(work.id))
    assert [photo["number"] for photo in view["photos"]] == [1, 2, 3]
    assert [photo["number"] for photo in view["custody"]["missing"]] == [2, 3]
    desk = await readers.of(people.khanh)
    assert await heading(desk, last) == "Ảnh 3"
    assert await heading(desk, gone.photo_id) == "Ảnh 1"
    await desk.open(f"/desk/inspections/{work.id}")
    assert "<b>Ảnh 3</b>" in desk.html
    assert "2 ảnh có hiệu lực; 1 đã loại." in desk.html
    await desk.open(f"/desk/inspections/{work.id}/print")
    assert re.findall(r'data-label="Ảnh số">(\d+)<', desk.html) == ["2", "3"]
    told = json.loads((await package(desk, work)).read("manifest.json"))["photos"]
    assert [(item["number"], item["photo_id"]) for item in told][-1] == (3, last)
    entries = [photo["entry"] for photo in view["photos"]]
    assert [item["entry"] for item in told] == entries


async def test_one_file_chosen_twice_is_counted_the_same_at_the_desk_and_on_paper(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people, photos=2)
    again = await factories.take_photo(work, data=work.pictures[0].data)
    work.pictures.remove(again)
    await factories.write_minutes(work)
    await factories.submit(work)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    assert "3 ảnh có hiệu lực; 1 trùng từng byte với ảnh khác nên 2 tệp được trình." in desk.html
    assert "Trùng từng byte với Ảnh 1: trình một lần" in desk.html
    await desk.open(f"/desk/inspections/{work.id}/print")
    numbers = re.findall(r'data-label="Ảnh số">([\d, ]+)<', desk.html)
    assert numbers == ["1, 3", "2"]
    assert hashlib.sha256(again.data).hexdigest() in desk.html
