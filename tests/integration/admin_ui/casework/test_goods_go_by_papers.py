"""Seized goods leave by the paper that says so: never what a decision confiscates, nothing that it does not name."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from schemas.casework.words import CaseAct, ExhibitState
from schemas.core.ids import new_id
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, exhibits_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def holding(people: People, *names: str) -> tuple[Case, list[UUID]]:
    """A case that waits for its decision and holds goods of these names."""
    case = await cases_made.due(people)
    exhibits = [cases_made.exhibit(name=name) for name in names]
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, *exhibits), people.an)
    return case, [one.exhibit_id for one in exhibits]


async def returning(desk: Desk, case: Case, exhibit: UUID, paper: UUID | None) -> tuple[int, str]:
    wanted: dict[str, Any] = {"exhibits": exhibit, "disposition": "returned", "on": today()}
    if paper is not None:
        wanted["document_id"] = paper
    return await act(desk, case, "exhibits.disposed", **wanted, reason="Trả lại chủ hàng")


async def states(case: Case) -> list[ExhibitState]:
    return [one.state for one in (await case.facts()).exhibits.values()]


async def test_what_a_decision_in_force_confiscates_is_returned_by_nobody_and_no_paper(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa", "Sữa bột")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids[:2]))
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    rows = cases_made.rows(await case.facts(), ids)
    papers = (
        case.papers["MQĐ02"],
        case.papers["MBB15"],
        await case.following("MQĐ24", exhibits=rows),
    )
    for desk in (an, giang):
        for paper in papers:
            status, said = await returning(desk, case, ids[0], paper)
            assert status == 409, said
            assert "còn hiệu lực tịch thu tang vật này" in said or "người có thẩm quyền" in said
    assert await states(case) == ["seized"] * 3
    # What it does not confiscate goes back by it.
    assert (await returning(an, case, ids[2], case.papers["MQĐ02"]))[0] == 303
    assert await states(case) == ["seized", "seized", "returned"]


async def test_a_decision_to_return_gives_back_what_its_rows_name(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    an = await Desk.of(app, people.an, people)
    other = await case.paper("MQĐ24")
    status, said = await returning(an, case, ids[0], other)
    assert status == 409
    assert "Trả lại đúng tang vật mà MQĐ24 nêu" in said
    named = await case.following("MQĐ24", exhibits=cases_made.rows(await case.facts(), ids[:1]))
    assert (await returning(an, case, ids[1], named))[0] == 409
    assert (await returning(an, case, ids[0], named))[0] == 303
    assert await states(case) == ["returned", "seized"]


async def test_minutes_of_a_return_prove_it_if_they_name_its_decision_and_its_goods(
    app: Litestar, people: People
) -> None:
    """MBB17 carries the decision (MQĐ24) out; a return without minutes is still taken (Law Art 126)."""
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    an = await Desk.of(app, people.an, people)
    rows = cases_made.rows(await case.facts(), ids)
    decision = await case.following("MQĐ24", exhibits=rows)
    paper = (await case.facts()).papers[decision]
    assert paper.issued_on is not None
    named = {"decision_number": paper.number, "decision_date": paper.issued_on.isoformat()}
    whole = await case.paper("MBB17", people.an, exhibits=rows, **named)
    other = await case.paper("MBB17", people.an, exhibits=rows)
    fewer = await case.paper("MBB17", people.an, exhibits=rows[1:], **named)
    wanted: dict[str, Any] = {
        "exhibits": ids[0],
        "disposition": "returned",
        "on": today(),
        "document_id": decision,
        "reason": "Trả lại chủ hàng",
    }
    for minutes in (other, fewer):
        status, said = await act(an, case, "exhibits.disposed", **wanted, minutes_id=minutes)
        assert (status, "Biên bản trả lại (MBB17, MBB16) phải nêu" in said) == (409, True)
    status, said = await act(an, case, "exhibits.disposed", **wanted, minutes_id=whole)
    assert (status, await states(case)) == (303, ["returned", "seized"]), said


async def test_seizure_minutes_return_goods_only_by_the_head_while_no_decision_holds_them(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    minutes = case.papers["MBB15"]
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    assert (await returning(an, case, ids[0], minutes))[0] == 409
    assert (await returning(giang, case, ids[0], minutes))[0] == 303
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    assert (await returning(giang, case, ids[1], minutes))[0] == 409
    assert await states(case) == ["returned", "seized"]


async def test_the_same_minutes_seize_once(people: People) -> None:
    case = await cases_made.due(people)
    content = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    dearer = msgspec.structs.replace(content.exhibits[0], exhibit_id=new_id(), value=999_999_999)
    again = msgspec.structs.replace(content, exhibits=[dearer])
    refused = await case.refused(CaseAct.EXHIBITS_SEIZED, again, people.an)
    assert refused == "case_seized_already"
    assert await states(case) == ["seized"]


async def test_the_head_alone_hands_no_goods_away_with_a_sheet_of_her_own(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    sheet = {"title": "Biên bản bàn giao", "sheets": 1}

    async def gone(exhibit: UUID, how: str, **paper: Any) -> int:
        wanted = {"exhibits": exhibit, "disposition": how, "on": today(), "reason": "Chuyển giao"}
        return (await act(giang, case, "exhibits.disposed", **wanted, **paper))[0]

    assert (await act(giang, case, "sheets.filed", **sheet))[0] == 303
    own, buyer = (await case.facts()).last_sheet, {"receiver": "Công ty Đấu giá Hà Nội"}
    assert await gone(ids[0], "transferred") == 409
    assert await gone(ids[0], "transferred", sheet=own, **buyer) == 409
    # What is only seized leaves by a referral that names it.
    assert await gone(ids[0], "transferred", document_id=await case.following("MQĐ33")) == 409
    rows = cases_made.rows(await case.facts(), ids[:1])
    referred = await case.following("MQĐ33", exhibits=rows)
    assert await gone(ids[1], "transferred", document_id=referred) == 409
    assert await gone(ids[0], "transferred", document_id=referred) == 303
    # What was confiscated is sold by a paper that another person filed.
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids[1:]))
    taken = {"exhibits": ids[1], "disposition": "confiscated", "on": today(), "reason": "Tịch thu"}
    minutes = await exhibits_made.taken(case, ids[1:], case.papers["MQĐ02"])
    by_decision = taken | {"document_id": case.papers["MQĐ02"], "minutes_id": minutes}
    assert (await act(an, case, "exhibits.disposed", **by_decision))[0] == 303
    assert await gone(ids[1], "sold") == 409
    assert await gone(ids[1], "sold", sheet=own) == 409
    status = await gone(ids[1], "sold", sheet=own, **buyer)
    assert status == 409, "she filed it herself, before anything was to be sold"
    assert (await act(an, case, "sheets.filed", **sheet))[0] == 303
    theirs = (await case.facts()).last_sheet
    assert await gone(ids[1], "sold", sheet=theirs) == 409
    sold = {"sheet": theirs, "proceeds": "3.000.000"} | buyer
    assert await gone(ids[1], "sold", sheet=theirs, **buyer) == 409, "for nothing"
    assert await gone(ids[1], "sold", **sold) == 303
    assert await states(case) == ["transferred", "sold"]


async def test_a_form_that_a_filed_sheet_answers_too_says_so_and_asks_for_no_paper_first(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an = await Desk.of(app, people.an, people)
    shown = await an.http.get(f"/desk/cases/{case.id}/acts/decision.delivered")
    assert shown.status_code == 200
    assert "Văn bản ký bên ngoài thì chọn bút lục của nó" in shown.text
    assert "Hãy soạn và ký trước" not in shown.text
