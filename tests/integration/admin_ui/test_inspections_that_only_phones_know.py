"""A restore lost an inspection's decision: what phones send of it is seen at the desk."""

from pathlib import Path
from uuid import uuid4

import pytest

from backend.settings import Settings
from deploy.servers import Servers
from tests.support import lost_inspections
from tests.support.lost_inspections import Lost
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.servers import Database


@pytest.fixture
async def lost(
    app: object,
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    tmp_path: Path,
) -> Lost:
    """Decided after the backup, worked on by an's phone, lost; the restore is declared, the phone has not come yet."""
    del app
    return await lost_inspections.made(settings, database, servers, people, phones, tmp_path)


async def test_the_head_sees_what_phones_sent_of_an_inspection_that_the_restore_lost(
    lost: Lost, people: People, readers: Readers
) -> None:
    head = await readers.of(people.giang)
    assert "Không có cuộc kiểm tra nào chỉ còn trên điện thoại." in (await head.open("/desk/")).text
    results = await lost.send_again()
    assert {one["problem"]["code"] for one in results if one["status"] == "refused"} == {
        "record_unknown"
    }
    held = [one["quarantine"]["code"] for one in results if one["status"] == "accepted"]
    assert set(held) == {"record_unknown"}

    page = await head.open("/desk/")
    for said in (
        "Cuộc kiểm tra chỉ còn trên điện thoại (1)",
        people.an.full_name,
        lost.number,
        lost.decision["subject"]["name"],
        f"{len(results)} mục, trong đó 1 ảnh",
    ):
        assert said in page.text, said
    await head.follow(f"/desk/unknown/{lost.id}")
    for said in ("Lập biên bản kiểm tra", "Công bố quyết định tại nơi kiểm tra", "Quầy hàng"):
        assert said in head.page.text, said
    assert "Xem tất cả" not in head.page.text
    await head.open("/desk/?show=unknown")
    assert people.an.full_name in head.page.text


async def test_heads_of_others_and_who_issues_nothing_do_not_see_it(
    lost: Lost, people: People, readers: Readers
) -> None:
    await lost.send_again()
    for person, status in ((people.ho, 404), (people.an, 403)):
        desk = await readers.of(person)
        assert await desk.look(f"/desk/unknown/{lost.id}") == status
        assert await desk.look("/desk/") == 200
        assert people.an.full_name not in desk.html.partition("<main")[2]
    head = await readers.of(people.giang)
    assert await head.look(f"/desk/unknown/{uuid4()}") == 404
