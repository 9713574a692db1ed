"""Goods are seized after the decision too, to secure its execution; and no minutes of a seizure are passed over."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar

from backend.casework.clocks import telling
from backend.casework.prefill import parts
from backend.casework.rules import left_open
from backend.ledger.service import Accepted
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, factories, site_papers
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def seizing(case: Case, people: People) -> tuple[UUID, UUID]:
    """An seizes goods by signed minutes; they are entered, and returned as (thing, minutes)."""
    exhibit = cases_made.exhibit(name="Xe máy")
    content = await cases_made.seized(case, exhibit)
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    return exhibit.exhibit_id, content.document_id


async def clocks(case: Case) -> set[str]:
    """Rules whose clocks the case has."""
    facts = await case.facts()
    return {one.rule for one in telling.clocks_of(facts, facts.events[-1].received_at)}


async def give_back(desk: Desk, case: Case, exhibit: UUID, paper: UUID) -> tuple[int, str]:
    """Enter at the desk that goods went back by this paper."""
    wanted: dict[str, Any] = {"exhibits": exhibit, "disposition": "returned", "on": today()}
    return await act(desk, case, "exhibits.disposed", **wanted, document_id=paper, reason="Trả lại")


async def test_goods_are_seized_after_the_decision_and_held_until_it_is_carried_out(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    exhibit, _ = await seizing(case, people)
    assert "D21" not in await clocks(case)
    assert "D23" in await clocks(case)
    until = in_days(90)
    rows = cases_made.rows(await case.facts(), [exhibit])
    paper = await case.following(
        "MQĐ20", exhibits=rows, until_on=until.isoformat(), purpose="secure"
    )
    wanted: dict[str, Any] = {"document_id": paper, "exhibits": exhibit, "until": until}
    wanted |= {"purpose": "secure", "decided_on": today(), "reason": "Bảo đảm thi hành"}
    assert (await act(giang, case, "seizure.decided", **wanted))[0] == 303
    # The sanction, which says nothing of these goods, does not free them.
    assert (await give_back(an, case, exhibit, case.papers["MQĐ02"]))[0] == 409
    back = await case.following("MQĐ24", paper, exhibits=rows)
    assert (await give_back(an, case, exhibit, back))[0] == 303


async def test_without_a_decision_to_hold_them_they_go_back_at_once(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    giang = await Desk.of(app, people.giang, people)
    exhibit, minutes = await seizing(case, people)
    assert (await give_back(giang, case, exhibit, minutes))[0] == 303


async def test_seizure_minutes_after_the_decision_stand_in_the_archive_s_way(
    people: People,
) -> None:
    case = await cases_made.sanctioned(people)
    content = await cases_made.seized(case, cases_made.exhibit(name="Xe máy"))
    refused = left_open.unentered(await case.facts())
    assert refused is not None
    assert refused.code == "case_seizure_unentered"
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    assert left_open.unentered(await case.facts()) is None


async def on_the_phone(people: People, **fields: Any) -> tuple[Case, str]:
    """A case whose inspection has numbered seizure minutes that the case did not adopt; and their number."""
    work = await factories.announced(people)
    block = await site_papers.lend(work, "MBB15")
    document = str(uuid4())
    await work.act("document.written", site_papers.writing(document, "MBB15", **fields))
    written = str(work.pen.log[-1]["id"])
    for role in ("maker", "subject"):
        await work.act("document.signed", site_papers.signature(written, role))
    numbered = await site_papers.numbered(work, block, document, written, block.first)
    assert isinstance(await work.act("document.numbered", numbered), Accepted)
    await factories.write_minutes(work)
    await factories.submit(work)
    case = await cases_made.opened_from(people, work, "Người bán hàng thuê quầy")
    return case, str(numbered["text"])


async def test_seizure_minutes_on_the_phone_are_not_passed_over(
    app: Litestar, people: People
) -> None:
    said = parts.party(cases_made.party())
    violator = {name: value for name, value in said.items() if value is not None}
    case, number = await on_the_phone(people, violator=violator)
    await cases_made.approve(case)
    giang = await Desk.of(app, people.giang, people)
    wanted = {"outcome": "compliant", "reason": "Không có vi phạm", "alone": "Trực một mình"}
    status, said = await act(giang, case, "case.closed", **wanted)
    assert (status, str((await case.facts()).state)) == (409, "inspected")
    assert number in said
    await case.take(CaseAct.VIOLATION_RECORDED, await cases_made.minuted(case), people.an)
    await cases_made.waive(case)
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_seizure_on_site"


async def test_what_was_seized_from_somebody_else_on_that_visit_is_his_case_s(
    app: Litestar, people: People
) -> None:
    case, _ = await on_the_phone(people)
    await cases_made.approve(case)
    giang = await Desk.of(app, people.giang, people)
    wanted = {"outcome": "compliant", "reason": "Không có vi phạm", "alone": "Trực một mình"}
    assert (await act(giang, case, "case.closed", **wanted))[0] == 303
