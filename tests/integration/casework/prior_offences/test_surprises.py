"""An inspection that was decided and not announced is a surprise: no search tells it outside of its unit."""

from litestar import Litestar

from tests.support import factories
from tests.support.doors import Desk
from tests.support.people import People

ASKED = (
    {"name": "Công ty TNHH Thử Nghiệm Hoa Gạo"},
    {"tax_code": "0109900016"},
)


async def test_a_surprise_inspection_is_told_to_nobody_outside_before_it_is_announced(
    app: Litestar, people: People
) -> None:
    decided = await factories.opened(people)
    outside = [await Desk.of(app, who, people) for who in (people.em, people.dung, people.ho)]
    for desk in outside:
        for asked in ASKED:
            page = await desk.post("/desk/parties", **asked)
            assert page.status_code == 200
            assert decided.number not in page.text
    inside = await Desk.of(app, people.giang, people)
    assert decided.number in (await inside.post("/desk/parties", **ASKED[0])).text

    announced = await factories.announced(people)
    for desk in outside:
        page = await desk.post("/desk/parties", **ASKED[0])
        assert announced.number in page.text
        assert decided.number not in page.text
        await desk.close()
    await inside.close()
