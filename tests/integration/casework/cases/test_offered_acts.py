"""A page offers a deputy what he may decide, and says of the rest why not and who may."""

import pytest
from litestar import Litestar

from tests.integration.casework.issued_documents.test_delegations import given
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
_ENDS = "sanction.declined"


async def test_a_deputy_is_offered_no_decision_for_which_he_has_no_power_and_is_told_who_may(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    hai, giang = await Desk.of(app, people.hai, people), await Desk.of(app, people.giang, people)
    place, link = f"/desk/cases/{case.id}", f'href="/desk/cases/{case.id}/acts/{_ENDS}"'
    assert link in (await giang.http.get(place)).text
    page = (await hai.http.get(place)).text
    assert link not in page
    withheld = page.partition('id="withheld"')[2].partition("</section>")[0]
    assert "quyết định giao quyền còn hiệu lực" in withheld
    assert "Có thẩm quyền: Đội trưởng; Chi cục trưởng" in withheld
    assert "Ra quyết định không xử phạt" in withheld or "không xử phạt" in withheld.lower()
    asked = await hai.http.get(f"{place}/acts/{_ENDS}")
    assert asked.status_code == 409
    assert "Có thẩm quyền: Đội trưởng; Chi cục trưởng" in asked.text
    for other in (people.giang, people.an, people.nga):
        desk = await Desk.of(app, other, people)
        assert 'id="withheld"' not in (await desk.http.get(place)).text, other.username

    delegation = await given(app, people)
    page = (await hai.http.get(place)).text
    assert link in page
    assert 'id="withheld"' not in page
    assert (await hai.http.get(f"{place}/acts/{_ENDS}")).status_code == 200
    ended = await giang.post(
        f"{delegation}/end", ground="moved", on=today().isoformat(), reason="Thu hồi"
    )
    assert ended.status_code == 303
    assert link not in (await hai.http.get(place)).text


async def test_what_his_head_signed_is_offered_to_be_entered(app: Litestar, people: People) -> None:
    case = await cases_made.due(people)
    hai = await Desk.of(app, people.hai, people)
    place = f"/desk/cases/{case.id}/acts/{_ENDS}"
    await case.paper("BC", people.an)
    assert (await hai.http.get(place)).status_code == 409, "an inspector decides nothing"
    await case.paper("BC", people.giang)
    assert (await hai.http.get(place)).status_code == 200
    english = {"accept-language": "en"}
    assert (await hai.http.get(f"/desk/cases/{case.id}", headers=english)).status_code == 200
