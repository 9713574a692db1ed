"""A form about an officer says before anything is typed whether a second person confirms it (practice B5)."""

import re
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.core import clock
from backend.force.accounts import possible_acts
from backend.force.accounts import service as accounts
from backend.law.rules import titles
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force import acts
from tests.integration.force.accounts.test_take_over import WHY
from tests.support.doors import Desk
from tests.support.people import People

ALWAYS = "Việc này chỉ có hiệu lực sau khi người thứ hai xác nhận."
ELSEWHERE = UUID(int=0)
UPWARDS = "Riêng chuyển lên cấp trên chỉ có hiệu lực sau khi người thứ hai xác nhận"


def needed(tag: str, name: str, page: str) -> bool:
    """Tell whether the browser asks for a field, with scripts or without."""
    [field] = re.findall(rf'<{tag}[^>]* name="{name}"[^>]*>', page)
    return re.search(r" required[ >]", field) is not None


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
    assert needed("textarea", "reason", form)
    lacking = await my.post(page, role="team_leader", reason="")
    assert lacking.status_code == 422
    assert (await my.post(page, role="team_leader", reason=WHY)).status_code == 303


async def test_the_end_of_a_head_s_post_asks_for_its_decision(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    form = (await my.http.get(f"/desk/people/{people.giang.id}/end-position")).text
    assert ALWAYS in form
    assert needed("input", "number", form)
    assert sends(form) == "Gửi đề nghị"


@pytest.mark.parametrize(
    ("act", "who", "content", "said"),
    [
        ("move", "giang", acts.OfficerMoved(unit_id=ELSEWHERE, reason=WHY), "always"),
        ("give-role", "an", acts.RoleGiven(role=Role.TEAM_LEADER), "always"),
        ("disable", "giang", acts.OfficerDisabled(reason=WHY), "never"),
    ],
)
async def test_what_the_form_is_sure_of_is_what_the_one_door_judges(
    app: Litestar, people: People, act: str, who: str, content: Wire, said: str
) -> None:
    actor, officer = people.my.actor(), getattr(people, who)
    if isinstance(content, acts.OfficerMoved):
        content = msgspec.structs.replace(content, unit_id=people.units["0101"].unit_id)
    view = await accounts.get_officer(actor, officer.id)
    assert await accounts.second_of(actor, view, act) == said
    assert await accounts.second_needed(actor, officer.id, content) == (said == "always")


@pytest.mark.parametrize(
    "title",
    [
        *("Kiểm soát viên thị trường", "Kiểm soát viên chính thị trường", "kiểm soát viên"),
        *("KIỂM SOÁT VIÊN  CAO CẤP THỊ TRƯỜNG", "Đội trưởng", "Kiểm soát viên trưởng"),
    ],
)
async def test_the_form_knows_each_title_that_one_administrator_gives_alone(
    app: Litestar, people: People, title: str
) -> None:
    content = acts.PositionGiven(
        position_id=new_id(),
        unit_id=people.units["0101"].unit_id,
        title_vi=title,
        title_en="",
        valid_from=clock.today(),
    )
    alone = not await accounts.second_needed(people.my.actor(), people.an.id, content)
    assert (titles.folded(title) in possible_acts.titles_alone()) == alone
