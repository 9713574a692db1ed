"""Every page of the import of officers, and of the letters of a unit: accessible, and it fits, in both languages."""

from datetime import timedelta
from typing import Any

import pytest

from backend import registry
from backend.core import clock
from backend.core.settings import Settings
from tests.integration.admin_ui.shell.test_people_and_parties_in_a_browser import WINDOWS, walk
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.people_lists import csv, read, row, uploaded
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
registry.open_all()
PLACE = "/desk/people/imports"


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_an_import_of_officers_at_each_of_its_steps(
    chrome: Chrome,
    readers: Readers,
    people: People,
    settings: Settings,
    window: tuple[int, Any],
) -> None:
    new = f"{PLACE}/new"
    await walk(chrome, people.my, window, (PLACE, new), sent=(new,))
    desk = await readers.of(people.my)
    day = f"{clock.today() - timedelta(days=30):%d/%m/%Y}"
    listed = [
        row(1, "Hoàng Ngọc Ân", roles="Kiểm soát viên"),
        row(2, "Võ Tốt Bốn", roles="Văn thư", unit="0102"),
        row(3, "Mai Tốt Năm", title="Phó Đội trưởng", begins=day, decision="14/QĐ", decided=day),
        row(4, "", unit="9999"),
    ]
    import_id = await uploaded(desk, csv(listed))
    one = f"{PLACE}/{import_id}"
    await walk(chrome, people.my, window, (one,))
    await read(settings, desk, import_id)
    await walk(chrome, people.my, window, (one, PLACE))
    assert await desk.press("/begin", extent="good") == 200
    await walk(chrome, people.my, window, (one, f"{one}/give-up"))
    await read(settings, desk, import_id)
    team = f"/desk/units/{people.units['0101'].unit_id}/letters"
    await walk(
        chrome,
        people.my,
        window,
        (one, f"{one}?which=waits", f"{one}/letters", team, "/desk/people"),
    )
