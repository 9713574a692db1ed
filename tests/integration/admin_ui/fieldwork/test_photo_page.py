"""The page of a photograph: the picture or why there is none, its custody, and who looked."""

import hashlib
from typing import Any

import msgspec

from backend.core import database, keys
from tests.support.factories import Work
from tests.support.people import People
from tests.support.readers import Readers


def photo(work: Work, number: int) -> str:
    return f"/desk/photos/{work.pictures[number].photo_id}"


async def readings(work: Work, number: int) -> list[str]:
    rows = await database.fetch(
        "SELECT action FROM access_log WHERE photo_id = $1 ORDER BY id",
        work.pictures[number].photo_id,
    )
    return [row["action"] for row in rows]


async def test_it_shows_the_picture_and_what_is_known_of_it(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    page = await desk.open(photo(album, 0))
    assert f'src="{photo(album, 0)}/view"' in desk.html
    assert album.pictures[0].sha256 in page.text
    for words in ("Kệ hàng", people.an.full_name, "800 × 600", "Biên nhận bản gốc", "Chụp lúc"):
        assert words in page.text, words


async def test_it_says_why_there_is_no_picture(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    for number, words in (
        (1, "Tệp ảnh bị cụt"),
        (2, "Tệp này không phải ảnh"),
        (3, "Bản gốc chưa về kho."),
    ):
        page = await desk.open(photo(album, number))
        assert words in page.text
        assert "<img" not in desk.html.split("<main", 1)[1]


async def test_every_opening_is_recorded_and_shown(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    await desk.open(photo(album, 0))
    for size in ("thumb", "view", "original"):
        assert (await desk.fetch(f"{photo(album, 0)}/{size}")).status_code == 200
    assert await readings(album, 0) == ["photo.page", "photo.thumb", "photo.view", "photo.original"]
    page = await desk.open(photo(album, 0))
    assert "tải bản gốc" in page.text
    assert people.khanh.full_name in page.text


async def test_the_original_is_the_bytes_as_they_came_and_only_an_attachment(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    for number in (0, 1, 2):
        answer = await desk.fetch(f"{photo(album, number)}/original")
        assert answer.content == album.pictures[number].data
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
        assert "no-store" in answer.headers["cache-control"]


async def test_the_receipts_can_be_checked_elsewhere(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    answer = await desk.fetch(f"{photo(album, 0)}/receipts.json")
    receipts: dict[str, Any] = msgspec.json.decode(answer.content)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert receipts["byte_receipt"]["sha256"] == hashlib.sha256(album.pictures[0].data).hexdigest()
    for name in ("byte_receipt", "act_receipt"):
        claimed = dict(receipts[name])
        signature = claimed.pop("signature")
        assert keys.verify(claimed, signature, keys.current().public[claimed["key_id"]])
    assert receipts["server_keys"][0]["public_key"]["crv"] == "Ed25519"


async def test_before_the_bytes_there_is_no_byte_receipt(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    receipts = msgspec.json.decode((await desk.fetch(f"{photo(album, 3)}/receipts.json")).content)
    assert receipts["byte_receipt"] is None
    assert (await desk.fetch(f"{photo(album, 3)}/original")).status_code == 409


async def test_out_of_scope_there_is_nothing_and_nothing_is_recorded(
    album: Work, people: People, readers: Readers
) -> None:
    for person in (people.ho, people.dung, people.lan):
        desk = await readers.of(person)
        for part in ("", "/thumb", "/view", "/original", "/receipts.json"):
            assert (await desk.fetch(photo(album, 0) + part)).status_code == 404
    assert await readings(album, 0) == []


async def test_opening_the_inspection_is_recorded_as_well(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.khanh)
    await desk.open(f"/desk/inspections/{album.id}")
    await desk.open(f"/desk/inspections/{album.id}/print")
    rows = await database.fetch(
        "SELECT action, officer_id FROM access_log WHERE record_id = $1 AND photo_id IS NULL"
        " ORDER BY id",
        album.id,
    )
    assert [tuple(row) for row in rows] == [
        ("inspection.page", people.khanh.id),
        ("inspection.print", people.khanh.id),
    ]
