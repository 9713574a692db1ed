"""Papers of searches and of goods given back, begun at the desk: what the case knows stands in them."""

from typing import Any

import pytest

from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.database import transaction
from backend.ledger.service import Accepted
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.words import CaseAct, InformationSource
from tests.support import cases_made, old_information
from tests.support.desk import Desks
from tests.support.people import People

pytestmark = pytest.mark.asyncio


async def informed(people: People) -> cases_made.Case:
    """A case from information alone: no inspection was ordered."""
    actor = people.an.actor("desk")
    async with transaction():
        told = case_intake_acts.InformationReceived(
            opening=await cases.opening(actor),
            source=InformationSource.TIP,
            channel="Thư",
            received_at=clock.now(),
            content="Xe tải chở thuốc lá điếu nhập lậu",
            informant_secret=False,
            wants_answer=False,
            party=None,
            place=None,
        )
        with old_information.as_before():
            case_id, outcome = await cases.start(actor, CaseAct.INFORMATION_RECEIVED, told)
    assert isinstance(outcome, Accepted), outcome
    return cases_made.Case(case_id, people, people.an, people.giang)


def form_to(page: Any, end: str) -> Any:
    return next(form for form in page.forms if form.action.split("#")[0].endswith(end))


async def begun(desk: Any, case: cases_made.Case, form: str) -> Any:
    """Begin a paper at the desk; returns its editor."""
    await desk.open(f"/desk/cases/{case.id}/documents/new?form={form}")
    await desk.submit(form_to(desk.page, "/documents"))
    return form_to(desk.page, str(desk.page.url).split("?")[0].rsplit("/", 1)[1])


async def test_a_vehicle_is_searched_in_a_case_without_an_inspection(
    desks: Desks, people: People
) -> None:
    """An urgent search needs no decision (Law Art 128.3), and no inspection."""
    case = await informed(people)
    an = await desks.of(people.an)
    await an.open(f"/desk/cases/{case.id}/documents/new")
    for form in ("MQĐ25", "MQĐ26", "MQĐ27", "MBB23", "MBB24", "MBB25"):
        assert form in an.page.text, form
    editor = await begun(an, case, "MBB24")
    assert editor.find("/maker/name").value == people.an.full_name
    assert not editor.find("/decision_number").value
    address = str(an.page.url).split("?")[0]
    preview = await an.fetch(f"{address}/preview.pdf")
    assert preview.content.startswith(b"%PDF")


async def test_the_minutes_of_a_search_repeat_what_its_decision_says(
    desks: Desks, people: People
) -> None:
    case = await cases_made.recorded(people)
    # Giang heads the sub-department: whether the law names that office is a doubt (Art 123.1.g).
    await case.paper("MQĐ26", plate="43C-999.99", despite="Đội trưởng vắng mặt")
    an = await desks.of(people.an)
    editor = await begun(an, case, "MBB24")
    number = next(one.number for one in (await case.facts()).papers.values() if one.form == "MQĐ26")
    assert editor.find("/decision_number").value == number
    assert editor.find("/plate").value == "43C-999.99"


async def test_minutes_of_a_return_name_the_decision_and_its_goods(
    desks: Desks, people: People
) -> None:
    case = await cases_made.recorded(people)
    goods = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, goods), people.an)
    an = await desks.of(people.an)
    editor = await begun(an, case, "MBB16")
    assert editor.find("/exhibits/0/name").value == goods.name
    number = next(one.number for one in (await case.facts()).papers.values() if one.form == "MBB15")
    assert editor.find("/seizure_minutes_number").value == number
