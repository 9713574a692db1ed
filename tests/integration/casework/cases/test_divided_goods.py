"""Of goods seized as one row a part is confiscated and the rest goes back; no piece comes or goes."""

from typing import Any

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.local_time import VIETNAM
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, exhibits_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def forty_boxes(people: People) -> tuple[Case, Any]:
    """A case that waits for its decision and holds forty boxes as one row."""
    case = await cases_made.due(people)
    exhibit = cases_made.exhibit(name="Mỹ phẩm", quantity="40", value=10_000_000)
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), people.an)
    return case, exhibit.exhibit_id


async def divide(
    desk: Desk, case: Case, exhibit: Any, quantity: str, **more: Any
) -> tuple[int, str]:
    wanted = {"exhibits": exhibit, "part_id": new_id(), "quantity": quantity}
    return await act(desk, case, "exhibits.divided", **wanted | more, reason="10 hộp có hóa đơn")


def now() -> str:
    return f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"


async def rows(case: Case) -> list[tuple[str, int | None, str]]:
    exhibits = (await case.facts()).exhibits.values()
    return [(one.content.quantity, one.content.value, str(one.state)) for one in exhibits]


async def test_thirty_of_forty_boxes_are_confiscated_and_ten_go_back(
    app: Litestar, people: People
) -> None:
    case, exhibit = await forty_boxes(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    for wrong in ("0", "40", "41", "-1", "1,5,5", "mười", "1,250"):
        assert (await divide(an, case, exhibit, wrong))[0] in (409, 422), wrong
    status, said = await divide(an, case, exhibit, "10")
    assert status == 303, said
    assert await rows(case) == [("30", 7_500_000, "seized"), ("10", 2_500_000, "seized")]
    shown = await database.fetch(
        "SELECT content ->> 'quantity' AS quantity FROM exhibits WHERE case_id = $1 ORDER BY position",
        case.id,
    )
    assert [one["quantity"] for one in shown] == ["30", "10"]

    part = list((await case.facts()).exhibits)[1]
    imposed = await cases_made.imposed(case, confiscated=[exhibit])
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    back = {"exhibits": part, "disposition": "returned", "on": today(), "reason": "Có hóa đơn"}
    stays = back | {"exhibits": exhibit, "document_id": case.papers["MQĐ02"]}
    assert (await act(an, case, "exhibits.disposed", **stays))[0] == 409
    back |= {"document_id": case.papers["MQĐ02"]}
    status, said = await act(an, case, "exhibits.disposed", **back)
    assert status == 303, said
    assert [state for *_, state in await rows(case)] == ["seized", "returned"]
    gone = back | {"exhibits": exhibit, "disposition": "confiscated"}
    gone["minutes_id"] = await exhibits_made.taken(case, [exhibit], case.papers["MQĐ02"])
    assert (await act(giang, case, "exhibits.disposed", **gone))[0] == 303
    assert [state for *_, state in await rows(case)] == ["confiscated", "returned"]
    # What is decided is divided no more.
    assert (await divide(giang, case, exhibit, "5"))[0] == 409
    report = await verification.verify(None, lambda *_: None)
    assert report.verdict is not Verdict.TAMPERED


async def test_sealed_goods_are_opened_by_minutes_before_they_are_divided(
    app: Litestar, people: People
) -> None:
    case, exhibit = await forty_boxes(people)
    facts = await case.facts()
    items = [
        {"name": one.content.name, "unit": one.content.unit, "quantity": one.content.quantity}
        for one in facts.exhibits.values()
    ]
    sealing = await case.paper("MBB26", people.an, items=items)
    an = await Desk.of(app, people.an, people)
    sealed = {"document_id": sealing, "exhibits": exhibit, "seals": "NP-01", "sealed_at": now()}
    status, said = await act(an, case, "exhibits.sealed", **sealed)
    assert status == 303, said
    status, said = await divide(an, case, exhibit, "10")
    assert status == 409
    assert "MBB27" in said
