"""Long lists are searched: within the reader's scope, and without the script by what was typed."""

import msgspec
import pytest
from litestar import Litestar

from backend.core import clock
from backend.core.database import transaction
from backend.force.units import service as units
from backend.ledger.service import Accepted
from backend.parties import service as parties
from schemas.core.ids import new_id
from schemas.force import acts
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")
MORE = 16


async def many_teams(people: People) -> None:
    """More teams below Hà Nội's department than a list shows."""
    actor = people.my.actor()
    for number in range(MORE):
        made = acts.UnitCreated(
            parent_id=people.units["01"].unit_id,
            kind="team",
            code=f"01{number + 20}",
            name_vi=f"Đội cơ động số {number + 20}",
            name_en=f"Mobile team {number + 20}",
            valid_from=clock.today(),
        )
        async with transaction():
            assert isinstance(await units.create(actor, made, new_id()), Accepted)


async def test_a_unit_is_named_by_typing_and_what_is_ambiguous_comes_back(
    app: Litestar, readers: Readers, people: People
) -> None:
    await many_teams(people)
    my = await readers.of(people.my)
    await my.open("/desk/people/new")
    assert my.html.count("<select") == 1, "of the language alone"
    typed = {"username": "tran.thi.moi", "full_name": "Trần Thị Mới", "reason": "Tuyển mới"}
    assert await my.press("/desk/people/new", **typed, **{"unit_id.typed": "cơ động"}) == 422
    assert f"có thể là {MORE} mục" in my.page.text
    assert 'value="cơ động"' in my.html
    assert 'value="Trần Thị Mới"' in my.html
    assert my.html.count('type="radio" name="unit_id"') == 12
    assert await my.press("/desk/people/new", **{"unit_id.typed": "co dong 27"}) == 200
    assert "Đội cơ động số 27" in my.page.text


async def test_a_search_box_finds_only_what_its_form_would_take(
    app: Litestar, readers: Readers, people: People
) -> None:
    await many_teams(people)
    my = await readers.of(people.my)
    assert await my.look("/desk/choose/units?rule=administered&q=doi") == 200
    assert "Đội cơ động số 20" in my.html
    assert "Đà Nẵng" not in my.html, "another department"
    assert await my.look("/desk/choose/units?rule=administered&q=da%20nang") == 200
    assert "Không tìm thấy" in my.html
    an = await readers.of(people.an)
    assert await an.look("/desk/choose/units?rule=administered&q=doi") == 403
    assert await an.look("/desk/choose/officers?rule=department&q=dung") == 200
    assert "Vũ Việt Dũng" not in an.html, "of another department"
    for strange in ("nobody", "units?rule=x", "officers", "behaviours?rules=x"):
        assert await an.look(f"/desk/choose/{strange}") in (404, 200), strange
    assert await an.look("/desk/choose/parties?q=%25%27%3B--") == 200


async def test_a_search_that_stops_counting_says_that_there_are_more(
    app: Litestar, readers: Readers, people: People
) -> None:
    """Fifty parties are counted; who reads "20 of 50" where there are sixty looks for one that is not among them."""
    giang = await readers.of(people.giang)
    subject = factories.order(people.chi, []).subject
    for number in range(51):
        if number == 50:
            await giang.look("/desk/choose/parties?q=muc%20thu")
            assert "20 trong 50 kết quả" in giang.html
        async with transaction():
            named = msgspec.structs.replace(subject, name=f"Mục thử {number:02}")
            await parties.add(people.giang.actor(), named)
    await giang.look("/desk/choose/parties?q=muc%20thu")
    assert "20 trong hơn 50 kết quả" in giang.html
    assert giang.html.count('role="option"') == 20
