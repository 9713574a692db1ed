"""Remedies alone are for where nobody can be fined any more (Law Art 65): not for who is known, alive, in time.

Entered from the sanction page, as who signed the decision does.
"""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import database
from schemas.casework.acts import proceedings as case_acts
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def decided(case: Case, why: Any) -> UUID:
    ordered = case_acts.RemedyOrdered(
        document_id=case.id,
        decided_on=today(),
        why=why,
        reason="Thôi không phạt",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
    )
    return await cases_made.remedied(case, ordered)


async def enter(desk: Desk, case: Case, paper: UUID) -> tuple[int, str]:
    answer = await desk.post(f"/desk/cases/{case.id}/sanction/enter", document_id=str(paper))
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("violator_unknown", "Đã xác định được người vi phạm là Trần Văn Mẫu"),
        ("violator_dead", "Chưa có tài liệu chứng minh"),
        ("other", "Chưa có tài liệu chứng minh"),
        ("time_over", "thời hạn hoặc thời hiệu vẫn còn"),
    ],
)
async def test_a_known_violator_in_time_is_not_spared_by_a_ground_that_is_typed(
    app: Litestar, people: People, why: str, said: str
) -> None:
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    paper = await decided(case, why)
    await cases_made.written_by_party(case)  # filed by who signs: her own sheet proves nothing
    status, page = await enter(giang, case, paper)
    assert (status, str((await case.facts()).state)) == (409, "decision_due")
    assert said in page


@pytest.mark.parametrize(("why", "listed"), [("violator_dead", 0), ("other", 1)])
async def test_what_another_officer_proved_leaves_remedies_alone_and_another_ground_is_listed(
    app: Litestar, people: People, why: str, listed: int
) -> None:
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    await cases_made.written_by_party(case, people.an)
    paper = await decided(case, why)
    assert (await enter(giang, case, paper))[0] == 303
    assert (await case.facts()).state == "remedy_only"
    kinds = await database.fetchval("SELECT count(*) FROM exceptions WHERE kind = 'no_fine'")
    assert kinds == listed
