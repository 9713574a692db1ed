"""A decision cites the minutes that are recorded and calls the act what they call it; seals are those of their minutes.

Each paper here was signed with other words, another number or another day, and once changed the case all the same.
"""

from datetime import timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend.core import clock
from backend.core.local_time import VIETNAM
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, referrals
from tests.support.cases_made import today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

OTHERS = {"violation_minutes_number": "99/BB-VPHC"}
OLD = {"violation_minutes_date": "2020-01-01"}


def other_wording(fields: dict[str, Any]) -> dict[str, Any]:
    rows = [one | {"wording": "Bày bán hàng trên vỉa hè"} for one in fields["violations"]]
    return {"violations": rows}


@pytest.mark.parametrize("wrong", ["number", "day", "wording"])
async def test_a_sanction_cites_its_own_minutes_and_calls_the_act_as_they_do(
    people: People, wrong: str
) -> None:
    case = await cases_made.due(people)
    order = await cases_made.order()
    fields = cases_made.signed_by("MQĐ02", cases_made.decision(order), case.head)
    facts = await case.facts()
    minutes = facts.papers[case.papers["MBB01"]]
    assert minutes.issued_on
    fields |= {
        "violation_minutes_number": minutes.number,
        "violation_minutes_date": minutes.issued_on.isoformat(),
    }
    fields |= {"number": OTHERS, "day": OLD, "wording": other_wording(fields)}[wrong]
    await case.paper("MQĐ02", **fields)
    imposed = await cases_made.imposed(case, order=order)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_differs_from_paper"


async def test_a_sanction_may_be_in_the_words_of_the_minutes(people: People) -> None:
    """Minutes leave out the words of the band, or have them; both name the act."""
    case = await cases_made.sanctioned(people)
    assert (await case.facts()).state == "sanctioned"


async def test_goods_are_held_and_files_handed_on_by_papers_about_these_minutes(
    app: Litestar, people: People
) -> None:
    case = await cases_made.recorded(people)
    giang = await Desk.of(app, people.giang, people)
    exhibit = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), case.worker)
    until = (today() + timedelta(days=7)).isoformat()
    rows = cases_made.rows(await case.facts(), [exhibit.exhibit_id])
    held = await case.following("MQĐ20", exhibits=rows, until_on=until, **OTHERS)
    wanted = {"decided_on": today(), "until": until, "reason": "Để xác minh", "purpose": "prevent"}
    named = {"document_id": held, "exhibits": exhibit.exhibit_id}
    status, said = await act(giang, case, "seizure.decided", **(wanted | named))
    assert status == 409
    assert "văn bản ghi «99/BB-VPHC»" in said
    own = await case.following("MQĐ20", exhibits=rows, until_on=until)
    named["document_id"] = own
    assert (await act(giang, case, "seizure.decided", **(wanted | named)))[0] == 303

    wrong = await case.paper("MQĐ33", **OTHERS)
    wanted = {"to": "Cơ quan điều tra", "reason": "Có dấu hiệu tội phạm", "document_id": wrong}
    wanted |= {"handover_id": await referrals.handed_over(case, wrong), "handed_on": today()}
    status, said = await act(giang, case, "crime.referred", **wanted)
    assert status == 409, said
    assert "văn bản ghi «99/BB-VPHC»" in said
    right = await case.paper("MQĐ33")
    named = {"document_id": right, "handover_id": await referrals.handed_over(case, right)}
    assert (await act(giang, case, "crime.referred", **(wanted | named)))[0] == 303


async def test_seals_are_those_of_the_sealing_minutes(app: Litestar, people: People) -> None:
    case = await cases_made.recorded(people)
    an = await Desk.of(app, people.an, people)
    milk, cream = cases_made.exhibit(name="Sữa bột"), cases_made.exhibit(name="Mỹ phẩm")
    await case.take(
        CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, milk, cream), case.worker
    )
    rows = cases_made.rows(await case.facts(), [milk.exhibit_id])
    paper = await case.paper("MBB26", people.an, items=[rows[0] | {"seal_number": "NP-0041"}])
    now = f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"
    wanted = {"document_id": paper, "sealed_at": now}
    for exhibit, seal in ((cream, "GIẢ-1"), (milk, "GIẢ-1"), (cream, "NP-0041")):
        named = wanted | {"exhibits": exhibit.exhibit_id, "seals": seal}
        status, said = await act(an, case, "exhibits.sealed", **named)
        assert status == 409
        assert "biên bản ghi «Sữa bột (NP-0041)»" in said, said[-1500:]
    named = wanted | {"exhibits": milk.exhibit_id, "seals": "NP-0041"}
    status, said = await act(an, case, "exhibits.sealed", **named)
    assert status == 303, said


async def test_who_waives_in_the_minute_of_the_minutes_is_not_out_of_bounds(
    app: Litestar, people: People
) -> None:
    """A phone writes minutes to the second; who types types the minute."""
    moment = (clock.now() - timedelta(minutes=3)).replace(second=41, microsecond=0)
    case = await cases_made.recorded(people, recorded_at=moment)
    an = await Desk.of(app, people.an, people)
    at = f"{moment.astimezone(VIETNAM):%Y-%m-%dT%H:%M}"
    status, said = await act(an, case, "explanation.waived", how="declared", at=at, reason="")
    assert status == 303, said
    assert isinstance((await case.facts()).events[-1].content, case_acts.ExplanationWaived)
