"""A form about an officer says before anything is typed whether a second person confirms it (practice B5)."""

import re

import pytest
from litestar import Litestar

from backend.force.accounts import service as accounts
from schemas.core.vocabulary import Role
from tests.integration.force.accounts.test_take_over import WHY
from tests.support.doors import Desk
from tests.support.people import People

ALWAYS = "Việc này chỉ có hiệu lực sau khi người thứ hai xác nhận."
UPWARDS = "Riêng chuyển lên cấp trên chỉ có hiệu lực sau khi người thứ hai xác nhận"


def sends(page: str) -> str:
    """Return the words on the form's own button."""
    [button] = re.findall(r'<div class="acts"><button class="\w+">([^<]*)</button>', page)
    return str(button)


async def test_the_move_of_a_head_is_asked_for_and_that_of_an_inspector_is_done(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    of_head = (await my.http.get(f"/desk/people/{people.giang.id}/move")).text
    assert ALWAYS in of_head
    assert UPWARDS not in of_head
    assert sends(of_head) == "Gửi đề nghị"
    of_inspector = (await my.http.get(f"/desk/people/{people.an.id}/move")).text
    assert ALWAYS not in of_inspector
    assert UPWARDS in of_inspector
    assert sends(of_inspector) == "Chuyển đơn vị"


async def test_what_a_second_person_reads_is_asked_for_where_he_reads_it_in_any_case(
    app: Litestar, people: People
) -> None:
    """An inspector can only be given roles that need one."""
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.an.id}/give-role"
    form = (await my.http.get(page)).text
    assert ALWAYS in form
    assert re.search(r'<textarea[^>]*name="reason"[^>]*required', form)
    lacking = await my.post(page, role="team_leader", reason="")
    assert lacking.status_code == 422
    assert (await my.post(page, role="team_leader", reason=WHY)).status_code == 303


async def test_the_end_of_a_head_s_post_asks_for_its_decision(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    form = (await my.http.get(f"/desk/people/{people.giang.id}/end-position")).text
    assert ALWAYS in form
    assert re.search(r'<input[^>]*name="number"[^>]*required', form)
    assert sends(form) == "Gửi đề nghị"


@pytest.mark.parametrize(
    ("act", "who", "said"),
    [
        ("move", "giang", "always"),
        ("move", "an", "sometimes"),
        ("give-role", "an", "always"),
        ("give-position", "an", "sometimes"),
        ("disable", "giang", "never"),
        ("issue-card", "giang", "never"),
    ],
)
async def test_what_the_form_says_is_what_the_one_door_judges(
    app: Litestar, people: People, act: str, who: str, said: str
) -> None:
    actor = people.my.actor()
    view = await accounts.get_officer(actor, getattr(people, who).id)
    assert await accounts.second_of(actor, view, act) == said
    assert Role.INSPECTOR in people.an.roles, "what is expected of him rests on it"
