"""A position that lies away from the premises is told in words where it stands, not left to be measured on a map."""

import pytest

from deploy.demo import contents
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_position_751_metres_away_is_said_to_be_so_and_a_near_one_is_not(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people, latitude_e7=210285110, longitude_e7=1058542300)
    await work.act("place.fixed", contents.place(210285110, 1058542300))
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    assert "nằm ngoài nơi kiểm tra" not in desk.html
    await work.act("place.fixed", contents.place(210285110 + 67540, 1058542300))
    await desk.open(f"/desk/inspections/{work.id}")
    assert "1 vị trí nằm ngoài nơi kiểm tra; xa nhất cách 751 m" in desk.html
    assert desk.html.count("Cách địa chỉ trong quyết định 751 m") == 1
