"""The gallery: every photograph of an inspection one by one, for who may see it, with each opening recorded."""

import re

from backend.core import database
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers


def gallery(work: Work, number: int | None = None) -> str:
    address = f"/desk/inspections/{work.id}/gallery"
    return address if number is None else f"{address}?photo={work.pictures[number].photo_id}"


async def recorded(work: Work, person: Person) -> list[str]:
    rows = await database.fetch(
        "SELECT action FROM access_log WHERE record_id = $1 AND officer_id = $2 ORDER BY id",
        work.id,
        person.id,
    )
    return [row["action"] for row in rows]


def pictures_in(desk: Reader) -> list[str]:
    return re.findall(r'src="([^"]*/view)"', desk.html)


async def test_it_opens_with_the_first_and_leads_through_all_of_them_by_links(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    await desk.open(f"/desk/inspections/{album.id}")
    await desk.follow("/gallery")
    assert "1 / 4" in desk.page.text
    for place in (2, 3, 4):
        await desk.open(re.findall(r'href="([^"]*)"[^>]*data-key="next"', desk.html)[0])
        assert f"{place} / 4" in desk.page.text
    assert 'data-key="next"' not in desk.html
    assert desk.html.count("data-photo=") == 1 + 4  # the one shown, and the strip


async def test_it_says_what_each_is_or_why_there_is_no_picture(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    for number, words in (
        (0, ("Kệ hàng", people.an.full_name, "Đã lưu, mã băm khớp", "Không có vị trí")),
        (1, ("Bị cắt", "Không giải mã được", "Tệp ảnh bị cụt")),
        (2, ("Không phải ảnh", "Tệp này không phải ảnh")),
        (3, ("Chưa gửi", "Chưa về kho", "Bản gốc chưa về kho.")),
    ):
        page = await desk.open(gallery(album, number))
        for word in words:
            assert word in page.text, (number, word)
        assert len(pictures_in(desk)) == (number == 0)
        assert f'href="/desk/photos/{album.pictures[number].photo_id}"' in desk.html


async def test_a_picture_is_read_by_who_opens_it_and_by_nobody_before(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    await desk.open(gallery(album))
    assert await recorded(album, people.khanh) == ["inspection.gallery"]
    [picture] = pictures_in(desk)
    assert album.pictures[0].photo_id in picture
    assert (await desk.fetch(picture)).status_code == 200
    assert await recorded(album, people.khanh) == ["inspection.gallery", "photo.view"]


async def test_the_script_fetches_only_the_part_that_changes(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    part = (await desk.fetch(f"{gallery(album, 1)}&part=shown")).text
    assert album.pictures[1].photo_id in part
    assert "<html" not in part
    assert 'class="strip"' not in part
    assert await recorded(album, people.khanh) == ["inspection.gallery"]


async def test_out_of_scope_or_of_another_inspection_there_is_nothing(
    album: Work, people: People, readers: Readers
) -> None:
    other = await factories.announced(people, photos=1)
    for person in (people.ho, people.dung, people.lan):
        desk = await readers.of(person)
        for part in ("", "&part=shown"):
            assert (await desk.fetch(gallery(album, 0) + part)).status_code in (403, 404)
        assert await recorded(album, person) == []
    desk = await readers.of(people.khanh)
    strange = f"{gallery(album)}?photo={other.pictures[0].photo_id}"
    assert await desk.look(strange) == 404
    assert await desk.look(f"{gallery(album)}?photo=x") == 400


async def test_before_the_first_photograph_it_says_that_there_is_none(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    desk = await readers.of(people.giang)
    page = await desk.open(gallery(work))
    assert "Chưa có ảnh." in page.text
    for script in ("zoom.js", "keys.js", "gallery.js"):
        assert script not in desk.html, "nothing to look at, nothing to load"
