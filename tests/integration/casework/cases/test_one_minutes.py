"""Of one violation there is one set of minutes: nobody makes cheaper ones beside them, or closes over them.

Over HTTP, by an inspector whose dear minutes stand in the case, or lie numbered on the phone and were not adopted.
"""

from uuid import uuid4

import pytest
from litestar import Litestar

from backend.casework.rules import second
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, factories, site_papers
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def with_minutes_on_the_phone(people: People) -> tuple[Case, str]:
    """A case whose inspection has numbered violation minutes that the case did not adopt; and their number."""
    work = await factories.announced(people)
    block = await site_papers.lend(work)
    document = str(uuid4())
    await work.act("document.written", site_papers.writing(document))
    written = str(work.pen.log[-1]["id"])
    for role in ("maker", "subject"):
        await work.act("document.signed", site_papers.signature(written, role))
    numbered = await site_papers.numbered(work, block, document, written, block.first)
    await work.act("document.numbered", numbered)
    await factories.write_minutes(work)
    await factories.submit(work)
    return await cases_made.opened_from(people, work, "Người bán hàng thuê quầy"), str(
        numbered["text"]
    )


async def begin(desk: Desk, case: Case) -> tuple[int, str]:
    answer = await desk.post(f"/desk/cases/{case.id}/documents", form="MBB01", about="")
    return answer.status_code, answer.text


async def test_no_second_minutes_are_begun_or_signed_beside_the_first(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    assert (await begin(an, case))[0] == 303
    await cases_made.minuted(case)
    number = (await case.facts()).papers[case.papers["MBB01"]].number
    status, said = await begin(an, case)
    assert status == 409
    assert f"Đã có biên bản vi phạm số {number}" in said
    drafted = next(one for one in (await case.facts()).papers.values() if one.number is None)
    await an.post(f"/desk/documents/{drafted.id}/finalise")
    assert (await case.facts()).papers[drafted.id].state == "draft"


async def test_minutes_on_the_phone_are_neither_doubled_nor_passed_over(
    app: Litestar, people: People
) -> None:
    case, number = await with_minutes_on_the_phone(people)
    await cases_made.approve(case)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    status, said = await begin(an, case)
    assert status == 409
    assert f"Đã có biên bản vi phạm số {number}" in said
    wanted = {"outcome": "compliant", "reason": "Không có vi phạm"}
    status, said = await act(giang, case, "case.closed", **wanted)
    assert (status, str((await case.facts()).state)) == (409, "inspected")
    assert f"Biên bản vi phạm số {number} đã ký" in said


async def test_of_two_minutes_that_stand_the_cheaper_are_not_recorded_alone(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As cases of an older door have them."""
    case = await cases_made.inspected(people)
    monkeypatch.setattr(second, "minutes_objection", lambda *_: None)
    dear = await cases_made.minuted(case)
    cheap = await cases_made.minuted(
        case, cases_made.violation("ND98-15-1-a", goods_value=1_000_000)
    )
    found = await case.refused(CaseAct.VIOLATION_RECORDED, cheap, people.an)
    assert found == "case_minutes_other"
    found = await case.refused(CaseAct.VIOLATION_RECORDED, dear, people.an)
    assert found == "case_minutes_other"
    number = (await case.facts()).papers[cheap.document_id].number
    # Verification says of the cheaper what is wrong with them: by another hand than who records.
    await case.paper("MBB05", people.an, violation_minutes_number=number)
    assert await case.refused(CaseAct.VIOLATION_RECORDED, dear, people.an) == "case_minutes_other"
    await case.paper("MBB05", people.chi, violation_minutes_number=number)
    await case.take(CaseAct.VIOLATION_RECORDED, dear, people.an)
