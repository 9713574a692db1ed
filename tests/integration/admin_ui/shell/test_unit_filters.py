"""Every list that is narrowed to a unit finds it by typing, with the script and without, at one place."""

from urllib.parse import urlencode

import pytest
from litestar import Litestar

from tests.integration.admin_ui.shell.test_search_boxes import many_teams
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")
MOST_BYTES = 60_000
LISTS = {
    "/desk/cases": "giang",
    "/desk/plans": "giang",
    "/desk/plans/board": "giang",
    "/desk/plans/calendar": "giang",
    "/desk/plans/units": "giang",
    "/desk/plans/items": "giang",
    "/desk/search": "giang",
    "/desk/informations": "giang",
    "/desk/informations/list": "giang",
    "/desk/diary": "giang",
    "/desk/reports": "giang",
    "/desk/statistics": "giang",
    "/desk/dashboard": "giang",
    "/desk/devices": "giang",
    "/desk/log": "khanh",
    "/desk/registers": "nga",
    "/desk/outgoing": "nga",
    "/desk/incoming": "nga",
    "/desk/seals": "my",
}


def typed(path: str, text: str, **more: str) -> str:
    """What the form sends without the script."""
    sent = {"unit": "", "unit.was": "", "unit.said": "", "unit.rule": "covered", "unit.typed": text}
    return f"{path}?{urlencode(more | sent)}"


@pytest.mark.parametrize(("path", "who"), LISTS.items())
async def test_the_unit_of_a_list_is_searched_and_the_page_stays_small(
    app: Litestar, readers: Readers, people: People, path: str, who: str
) -> None:
    await many_teams(people)
    reader = await readers.of(getattr(people, who))
    await reader.open(path)
    assert 'data-combo="/desk/choose/units?rule=' in reader.html
    assert '<select id="f-unit"' not in reader.html
    assert len(reader.html.encode()) < MOST_BYTES
    assert await reader.look(typed(path, "co dong 27", q="x")) == 200
    address = str(reader.page.url)
    assert "unit.typed" not in address
    assert "q=x" in address, "what was asked for besides stays"
    assert "Đội cơ động số 27" in reader.html


async def test_a_text_that_means_several_units_or_none_asks_which(
    app: Litestar, readers: Readers, people: People
) -> None:
    await many_teams(people)
    reader = await readers.of(people.giang)
    assert await reader.look(typed("/desk/cases", "cơ động", state="opened")) == 422
    assert "có thể là 16 mục" in reader.page.text
    assert "Đội cơ động số 20" in reader.page.text
    assert "state=opened&amp;unit=" in reader.html
    assert await reader.look(typed("/desk/cases", "Đà Nẵng")) == 422
    assert "không tìm thấy" in reader.page.text, "no unit of another department"


async def test_a_unit_that_was_chosen_stays_and_an_empty_box_takes_it_away(
    app: Litestar, readers: Readers, people: People
) -> None:
    await many_teams(people)
    reader = await readers.of(people.giang)
    unit = str(people.units["0102"].unit_id)
    await reader.open(f"/desk/cases?unit={unit}")
    sent = {"unit": unit, "unit.was": unit, "unit.said": "Đội số 2 thử", "unit.rule": "covered"}
    assert "Đội số 2 thử" in reader.html
    for text, after in (("Đội số 2 thử", f"unit={unit}"), ("", "")):
        assert await reader.look(f"/desk/cases?{urlencode(sent | {'unit.typed': text})}") == 200
        assert str(reader.page.url).partition("?")[2] == after
    chosen = str(people.units["0101"].unit_id)
    by_script = sent | {"unit": chosen, "unit.typed": "0101 Đội số 1 thử"}
    assert await reader.look(f"/desk/cases?{urlencode(by_script)}") == 200
    assert str(reader.page.url).endswith(f"?unit={chosen}")


async def test_a_stranger_is_asked_to_sign_in_before_a_unit_is_looked_up(
    app: Litestar, readers: Readers
) -> None:
    stranger = readers.stranger()
    await stranger.look(typed("/desk/cases", "đội"))
    assert "/desk/sign-in" in str(stranger.page.url)
