"""Publishing a behaviour: by two of the whole force, after they saw what changes; read by everybody."""

from datetime import date

import pytest

from backend import registry
from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.law.catalogue import service
from backend.ledger.service import Accepted, Refused
from tests.support.people import People
from tests.support.publishers import by_two, second_publisher
from tests.support.readers import Readers
from tests.unit.law.catalogue.test_publishing_rules import content

CODE = "ND98-15-1-a"


async def test_an_administrator_of_the_force_publishes_after_seeing_the_differences(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.lan)
    await desk.open(f"/desk/catalogue/{CODE}/publish")
    filled = {
        "fine_max_vnd": "1.200.000",
        "valid_from": "2026-01-01",
        "source": "Công báo số 1",
        "note": "Đã đối chiếu bản gốc",
        "check_vi": "Còn xem NĐ 24/2025",
        "check_en": "Decree 24/2025 still to be read",
    }
    assert await desk.press("/publish", **filled) == 200
    assert "1.000.000 đồng" in desk.html
    assert "1.200.000 đồng" in desk.html
    assert (await service.version_at(CODE, date(2026, 5, 1))).status == "draft"
    assert await desk.press("/publish") == 200
    second = await readers.of(await second_publisher(people))
    await second.open(str(desk.page.url).split("?")[0])
    assert await second.press("/confirm", looked="yes") == 200
    row = await service.version_at(CODE, date(2026, 5, 1))
    assert (row.status, row.version, row.fine_max_vnd) == ("published", 1, 1_200_000)
    assert (await service.version_at(CODE, date(2025, 5, 1))).version == 0

    other = await readers.of(people.an)
    await other.open(f"/desk/catalogue/{CODE}")
    assert "Còn xem NĐ 24/2025" in other.html
    assert "/publish" not in other.html
    await other.open("/desk/catalogue?q=nd98-15-1-a")
    assert "Phiên bản 1" in other.html

    await desk.open(f"/desk/catalogue/{CODE}")
    assert (
        await desk.press("/withdraw", valid_to="2026-06-01", note="Nghị định mới thay thế") == 200
    )
    assert (await service.version_at(CODE, date(2026, 6, 1))).version == 1, "proposed alone"
    await second.open(str(desk.page.url).split("?")[0])
    assert await second.press("/confirm", looked="yes") == 200
    assert (await service.version_at(CODE, date(2026, 5, 31))).version == 1
    assert (await service.version_at(CODE, date(2026, 6, 1))).version == 0


async def test_versions_come_in_order_and_from_the_whole_force_alone(
    people: People, pool: object
) -> None:
    registry.open_all()
    before = await service.version("violation")
    first = await by_two(people, content())
    again = await by_two(people, content())
    assert isinstance(first, Accepted)
    assert isinstance(again, Refused)
    assert again.code == "version_out_of_order"
    with pytest.raises(NotAllowed):
        async with transaction():
            await service.propose(people.my.actor(), content(2))
    assert await service.version("violation") != before
    [entry] = [e for e in await service.entries("violation") if e.id == CODE]
    assert entry.value["status"] == "published"
    assert await database.fetchval("SELECT count(*) FROM catalogue_versions") == 1
