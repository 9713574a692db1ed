"""Who answers as somebody's head is above him, by a post of today: never his deputy (PRACTICE B5)."""

import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_take_over import MET, WHY, asked
from tests.support.doors import Desk
from tests.support.people import People


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("enrol", {"purpose": "both"}),
        ("give-role", {"role": "team_leader"}),
        ("move", {"unit_id": ""}),
    ],
)
async def test_a_deputy_does_not_confirm_what_is_asked_about_his_own_head(
    app: Litestar, people: People, act: str, form: dict[str, str]
) -> None:
    """With an administrator he would hold the head's account: a link from the one, the code from the other."""
    my, hai = await Desk.of(app, people.my, people), await Desk.of(app, people.hai, people)
    form = {key: value or str(people.units["0102"].unit_id) for key, value in form.items()}
    ask = await asked(await my.post(f"/desk/people/{people.giang.id}/{act}", reason=WHY, **form))
    shown = await hai.http.get(ask)
    assert shown.status_code == 200
    assert f'action="{ask}/confirm"' not in shown.text
    assert people.lan.full_name in shown.text, "the page names who may"
    answer = await hai.post(f"{ask}/confirm", **MET)
    assert answer.status_code == 409
    assert "handed" not in answer.text
    lan = await Desk.of(app, people.lan, people)
    assert (await lan.post(f"{ask}/confirm", **MET)).status_code in (200, 303)


async def test_a_head_above_confirms_and_one_whose_post_ended_does_not(
    app: Litestar, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    ask = await asked(
        await my.post(f"/desk/people/{people.chi.id}/enrol", purpose="both", reason=WHY)
    )
    ended = "UPDATE officer_positions SET valid_to = $2 WHERE officer_id = $1"
    today = await database.fetchval("SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date")
    await database.execute(ended, people.giang.id, today)
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 409
    await database.execute(ended, people.giang.id, None)
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 200


async def test_a_head_confirms_what_is_asked_about_his_deputy(
    app: Litestar, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    ask = await asked(
        await my.post(f"/desk/people/{people.hai.id}/enrol", purpose="both", reason=WHY)
    )
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 200
