"""Two photographs side by side: of one inspection, or of two that the reader may both see."""

import pytest

from backend.core import database
from tests.support import factories, pictures
from tests.support.factories import Picture, Work
from tests.support.people import People
from tests.support.readers import Readers


def compare(work: Work, left: Picture, right: Picture) -> str:
    address = f"/desk/inspections/{work.id}/compare"
    return f"{address}?left={left.photo_id}&right={right.photo_id}"


async def looks(picture: Picture) -> int:
    found: int = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE photo_id = $1", picture.photo_id
    )
    return found


@pytest.fixture
async def far(people: People) -> Work:
    """An inspection of Đà Nẵng with one photograph."""
    work = await factories.announced(
        people, issuer=people.ho, leader=people.duyen, members=[people.dung]
    )
    await factories.take_photo(work, pictures.jpeg(size=(320, 240)), "Ở Đà Nẵng")
    return work


async def test_both_stand_beside_each_other_with_what_agrees_and_what_does_not(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    page = await desk.open(compare(album, album.pictures[0], album.pictures[1]))
    for picture in album.pictures[:2]:
        assert picture.sha256 in page.text
    assert "Kệ hàng" in page.text
    assert "Bị cắt" in page.text
    assert "giống nhau" in page.text  # the officer, the record
    assert "khác nhau" in page.text  # the hash
    assert "giữa hai lần ghi" in page.text
    assert await looks(album.pictures[0]) == await looks(album.pictures[1]) == 1


async def test_without_names_it_takes_the_first_two_and_they_can_be_swapped(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    first, second = album.pictures[:2]
    page = await desk.open(f"/desk/inspections/{album.id}/compare")
    assert page.link(f"left={second.photo_id}&right={first.photo_id}") is not None


async def test_who_may_see_both_compares_across_inspections(
    album: Work, far: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    page = await desk.open(compare(album, album.pictures[0], far.pictures[0]))
    assert far.number in page.text
    assert "Ở Đà Nẵng" in page.text
    pasted = f"/desk/inspections/{album.id}/compare?other=https://desk.test/desk/photos/{far.pictures[0].photo_id}"
    assert far.number in (await desk.open(pasted)).text


async def test_who_may_see_one_is_told_nothing_and_has_looked_at_neither(
    album: Work, far: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    near, strange = album.pictures[0], far.pictures[0]
    for left, right in ((near, strange), (strange, near)):
        assert await desk.look(compare(album, left, right)) == 404
    assert await desk.look(compare(far, strange, near)) == 404
    assert await looks(near) == await looks(strange) == 0


async def test_at_least_one_belongs_to_the_inspection_of_the_address(
    album: Work, far: Work, people: People, readers: Readers
) -> None:
    await factories.take_photo(far)
    desk = await readers.of(people.khanh)
    assert await desk.look(compare(album, *far.pictures)) == 404


async def test_a_pasted_id_that_is_none_is_explained_and_one_photograph_is_too_few(
    album: Work, far: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    assert await desk.look(f"/desk/inspections/{album.id}/compare?other=abc") == 422
    assert "không phải địa chỉ trang của một ảnh" in desk.page.text
    page = await desk.open(f"/desk/inspections/{far.id}/compare")
    assert "chưa có đủ hai ảnh" in page.text
