"""Perishable goods are sold at once, and the money stands in their place until a decision says whose it is."""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import clock
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, ExhibitState
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.integration.admin_ui.casework.test_goods_go_by_papers import holding
from tests.support import cases_made, exhibits_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
BOUGHT: dict[str, Any] = {"receiver": "Chợ đầu mối Hòa Cường", "proceeds": "12.000.000"}
DEPOSIT = {"deposited": "3941.0.1054321 Kho bạc Nhà nước, chứng từ 77"}


async def filed(case: Case, people: People) -> int:
    """The minutes of the sale, made elsewhere, join the file by an."""
    return await cases_made.written_by_party(case, people.an)


async def sell(desk: Desk, case: Case, exhibit: UUID, **said: Any) -> tuple[int, str]:
    """Enter the early sale at the desk."""
    wanted = {"exhibits": exhibit, "disposition": "sold_early", "on": today()}
    return await act(desk, case, "exhibits.disposed", **wanted, reason="Cá tươi, dễ hỏng", **said)


async def state(case: Case, exhibit: UUID) -> ExhibitState:
    """Where it stands."""
    return (await case.facts()).exhibits[exhibit].state


async def test_the_head_sells_perishable_goods_before_the_decision_by_filed_minutes(
    app: Litestar, people: People
) -> None:
    case, [fish] = await holding(people, "Cá tươi")
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    sheet = await filed(case, people)
    assert (await sell(giang, case, fish, **BOUGHT, **DEPOSIT))[0] == 409
    status, said = await sell(giang, case, fish, sheet=sheet, **BOUGHT)
    assert status == 409
    assert "tài khoản tạm gửi" in said
    assert (await sell(giang, case, fish, sheet=sheet, receiver="Chợ", **DEPOSIT))[0] == 409
    own = await cases_made.written_by_party(case, people.giang)
    assert (await sell(giang, case, fish, sheet=own, **BOUGHT, **DEPOSIT))[0] == 409
    assert (await sell(an, case, fish, sheet=sheet, **BOUGHT, **DEPOSIT))[0] != 303
    assert await state(case, fish) == "seized"
    assert (await sell(giang, case, fish, sheet=sheet, **BOUGHT, **DEPOSIT))[0] == 303
    assert await state(case, fish) == "sold_early"
    page = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "3941.0.1054321" in page
    assert "Đã bán sớm" in page


async def test_the_decision_confiscates_the_money_which_is_neither_sold_nor_destroyed(
    app: Litestar, people: People
) -> None:
    case, [fish] = await holding(people, "Cá tươi")
    giang = await Desk.of(app, people.giang, people)
    sheet = await filed(case, people)
    assert (await sell(giang, case, fish, sheet=sheet, **BOUGHT, **DEPOSIT))[0] == 303
    again = {"exhibits": fish, "on": today(), "reason": "Theo quyết định"}

    async def gone(to: str, **said: Any) -> int:
        said = again | {"disposition": to} | said
        return (await act(giang, case, "exhibits.disposed", **said))[0]

    # Until somebody decided, the money leaves by nobody's word.
    assert await gone("transferred", sheet=sheet, receiver="Kho bạc") == 409
    imposed = await cases_made.imposed(case, confiscated=[fish])
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    assert await gone("confiscated", document_id=imposed.document_id) == 303
    assert await gone("sold", sheet=sheet, **BOUGHT) == 409
    burnt = await exhibits_made.destroyed(case, [fish])
    assert await case.refused(CaseAct.EXHIBITS_DESTROYED, burnt) == "case_exhibit"
    assert len((await case.facts()).without_end) == 1
    assert await gone("transferred", sheet=sheet, receiver="Kho bạc Nhà nước") == 303
    assert (await case.facts()).without_end == []


async def test_the_owner_has_the_money_back_where_nothing_is_confiscated(
    app: Litestar, people: People
) -> None:
    case, [fish] = await holding(people, "Cá tươi")
    giang = await Desk.of(app, people.giang, people)
    sheet = await filed(case, people)
    assert (await sell(giang, case, fish, sheet=sheet, **BOUGHT, **DEPOSIT))[0] == 303
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    back = {"exhibits": fish, "disposition": "returned", "on": today(), "reason": "Trả tiền bán"}
    named = {"document_id": case.papers["MQĐ02"]}
    assert (await act(giang, case, "exhibits.disposed", **back, **named))[0] == 303
    assert await state(case, fish) == "returned"


async def test_goods_that_spoil_are_marked_at_the_seizure_told_to_the_head_and_not_sealed(
    app: Litestar, people: People
) -> None:
    """Law Arts 125.4.đ, 125.5a, 126.3."""
    case = await cases_made.due(people)
    fish = cases_made.exhibit(name="Cá tươi", no_seal="perishable")
    soap = cases_made.exhibit(name="Xà phòng")
    seized = await cases_made.seized(case, fish, soap)
    await case.take(CaseAct.EXHIBITS_SEIZED, seized, people.an)
    giang = await Desk.of(app, people.giang, people)
    notices = (await giang.http.get("/desk/notices")).text
    assert "Tạm giữ hàng dễ hư hỏng" in notices
    assert "Cá tươi" in notices
    assert "Xà phòng" not in notices
    page = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "Xử lý ngay, báo cáo thủ trưởng trực tiếp" in page
    minutes = await case.paper(
        "MBB26",
        people.an,
        items=[
            row | {"seal_number": "NP-01"}
            for row in cases_made.rows(await case.facts(), [fish.exhibit_id])
        ],
    )
    sealed = case_exhibit_acts.ExhibitsSealed(
        document_id=minutes,
        exhibits=[fish.exhibit_id],
        seals=["NP-01"],
        sealed_at=clock.now(),
    )
    assert await case.refused(CaseAct.EXHIBITS_SEALED, sealed) == "case_cannot_be_sealed"
    assert (await case.facts()).exhibits[fish.exhibit_id].seal is None
