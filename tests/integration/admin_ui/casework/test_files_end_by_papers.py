"""A file in which a violation stands ends by a paper: not as compliant, not declined or handed on by a word alone."""

import msgspec
import pytest
from litestar import Litestar

from backend.casework.rules import second
from backend.core import database
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, CloseOutcome
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_case_whose_signed_minutes_stand_is_not_closed_as_compliant(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    minutes = (await cases_made.minuted(case)).document_id
    await cases_made.approve(case)
    giang = await Desk.of(app, people.giang, people)
    wanted = {"outcome": "compliant", "reason": "Không có vi phạm"}
    status, said = await act(giang, case, "case.closed", **wanted)
    assert (status, str((await case.facts()).state)) == (409, "inspected")
    assert "đã ký nên không kết thúc là không vi phạm" in said
    number = (await case.facts()).papers[minutes].number
    about_others = await case.paper("MBB05", people.an, violation_minutes_number="99/BB-VPHC")
    named = wanted | {"document_id": str(about_others)}
    status, said = await act(giang, case, "case.closed", **named)
    assert (status, str((await case.facts()).state)) == (409, "inspected"), "any MBB05 closed it"
    assert f"ghi số {number}" in said
    verified = await case.paper("MBB05", people.an, violation_minutes_number=number)
    named = wanted | {"document_id": str(verified)}
    assert (await act(giang, case, "case.closed", **named))[0] == 303


async def test_of_several_minutes_each_is_spoken_of_before_the_case_ends_as_compliant(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As cases of an older door have them."""
    case = await cases_made.inspected(people)
    monkeypatch.setattr(second, "minutes_objection", lambda *_: None)
    minutes = [(await cases_made.minuted(case)).document_id for _ in range(2)]
    await cases_made.approve(case)
    closed = case_acts.CaseClosed(
        outcome=CloseOutcome.COMPLIANT,
        reason="Không có vi phạm",
        informant_told_on=None,
        document_id=None,
    )
    for one in minutes:
        assert await case.refused(CaseAct.CASE_CLOSED, closed) == "case_minutes_unheeded"
        number = (await case.facts()).papers[one].number
        verified = await case.paper("MBB05", people.an, violation_minutes_number=number)
        closed = msgspec.structs.replace(closed, document_id=verified)
    await case.take(CaseAct.CASE_CLOSED, closed)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("sanction.declined", {"why": "other", "reason": "Thôi bỏ qua"}),
        ("case.transferred", {"to": "Công an", "why": "other", "reason": "Chuyển hồ sơ"}),
    ],
)
async def test_a_sanction_is_declined_and_a_file_handed_on_only_with_a_signed_paper(
    app: Litestar, people: People, kind: str, wanted: dict[str, str]
) -> None:
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    for paper in ({}, {"document_id": str(case.papers["MBB01"])}):
        status, _ = await act(giang, case, kind, **(wanted | paper))
        assert status in (409, 422)  # none is named; minutes are not offered
        assert str((await case.facts()).state) == "decision_due"
    report = await case.paper("BC", people.an)
    assert (await act(giang, case, kind, document_id=report, **wanted))[0] == 303


async def test_violations_that_the_inspection_found_end_in_no_file_unseen(
    app: Litestar, people: People
) -> None:
    """The inspection's own minutes name them; nobody made violation minutes."""
    case = await cases_made.inspected(people)
    giang = await Desk.of(app, people.giang, people)
    wanted = {"outcome": "compliant", "reason": "Chấp hành tốt"}
    status, said = await act(giang, case, "case.closed", alone="Trực một mình", **wanted)
    assert (status, str((await case.facts()).state)) == (409, "inspected")
    assert "chưa có ý kiến đồng ý" in said
    await cases_made.approve(case)
    status, said = await act(giang, case, "case.closed", **wanted)
    assert (status, str((await case.facts()).state)) == (409, "inspected")
    assert "Biên bản kiểm tra có ghi vi phạm" in said
    own = {"document_id": str(await case.paper("MBB05", people.giang))}
    assert (await act(giang, case, "case.closed", **wanted, **own))[0] == 409
    status, _ = await act(giang, case, "case.closed", alone="Đã khắc phục ngay", **wanted)
    assert (status, str((await case.facts()).state)) == (303, "closed_compliant")
    listed = await database.fetch("SELECT kind, reason FROM exceptions")
    assert [tuple(row) for row in listed] == [("same_hand", "Đã khắc phục ngay")]

    verified = await cases_made.inspected(people)
    await cases_made.approve(verified)
    by = {"document_id": str(await verified.paper("MBB05", people.an))}
    assert (await act(giang, verified, "case.closed", **wanted, **by))[0] == 303
    assert await database.fetchval("SELECT count(*) FROM exceptions") == 1
