"""What a decision comes to once another amends it, and on which ground one is annulled: as the signed paper says."""

from typing import Any

import pytest
from litestar import Litestar

from backend.core import database
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.admin_ui.casework.test_goods_go_by_papers import holding, states
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_decision_may_be_changed_by_another_and_minutes_may_not(
    app: Litestar, people: People
) -> None:
    case = await cases_made.recorded(people)
    giang = await Desk.of(app, people.giang, people)
    for form, changed in (("MQĐ20", True), ("MBB01", False)):
        paper = case.papers.get(form) or await case.paper(form)
        page = (await giang.http.get(f"/desk/documents/{paper}")).text
        assert f"form=PL&amp;about={paper}" in page, "an annex may follow each of them"
        assert (f"form=MQ%C4%9039&amp;about={paper}" in page) is changed


async def test_an_amended_fine_is_the_one_that_is_paid_and_goods_that_are_let_go_return(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    decision = case.papers["MQĐ02"]
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    rows = cases_made.rows(await case.facts(), ids[:1])
    less = {"total_fine": 4_000_000, "confiscation_changed": True, "exhibits": rows}
    by = await case.change("MQĐ38", decision, **less)
    # Nobody types the amount: an act that says another one, or none, is refused.
    bare = case_side_acts.DocumentAmended(document_id=decision, by=by, reason="Sửa mức phạt")
    assert await case.refused(CaseAct.DOCUMENT_AMENDED, bare) == "case_amended_differs"
    lower = case_side_acts.DocumentAmended(
        document_id=decision, by=by, reason="Sửa", total=1, confiscated=ids[:1]
    )
    assert await case.refused(CaseAct.DOCUMENT_AMENDED, lower) == "case_amended_differs"
    wanted: dict[str, Any] = {"document_id": decision, "by": by, "reason": "Sửa mức phạt"}
    assert (await act(giang, case, "document.amended", **wanted))[0] == 303
    facts = await case.facts()
    assert facts.fine == 4_000_000
    assert facts.sanction is not None
    assert facts.sanction.confiscated == ids[:1]
    assert (await act(an, case, "payment.received", **payment(amount="4.000.001")))[0] == 409
    assert (await act(an, case, "payment.received", **payment(amount="4.000.000")))[0] == 303
    # What is confiscated no more goes back by the decision.
    back = {"exhibits": ids[1], "disposition": "returned", "on": today(), "reason": "Trả"}
    given = await act(giang, case, "exhibits.disposed", **back, document_id=decision)
    assert given[0] == 303
    assert await states(case) == ["seized", "returned"]
    row = await database.fetchrow("SELECT fine_total_vnd FROM cases WHERE id = $1", case.id)
    assert row["fine_total_vnd"] == 4_000_000
    report = await verification.verify(None, lambda *_: None)
    assert report.verdict is not Verdict.TAMPERED


async def test_a_decision_that_amends_names_goods_of_the_case(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    decision = case.papers["MQĐ02"]
    rows = [{"name": "Xe ô tô tải", "unit": "chiếc", "quantity": "1"}]
    by = await case.change("MQĐ38", decision, confiscation_changed=True, exhibits=rows)
    giang = await Desk.of(app, people.giang, people)
    status, said = await act(
        giang, case, "document.amended", document_id=decision, by=by, reason="Sửa"
    )
    assert status == 409
    assert "tang vật không có trong danh sách" in said


async def annulled(case: Case, **fields: Any) -> dict[str, Any]:
    """The decision is cancelled by an MQĐ40 with these fields; returns what the act names."""
    decision = case.papers["MQĐ02"]
    by = await case.change("MQĐ40", decision, **fields)
    cancelled = case_side_acts.DocumentCancelled(
        document_id=decision, by=by, reason="Sai", with_effects=True
    )
    await case.take(CaseAct.DOCUMENT_CANCELLED, cancelled)
    return {"document_id": decision, "by": by, "reason": "Theo MQĐ40"}


async def test_a_fault_of_form_is_not_turned_into_a_crime_or_into_remedies_alone(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    wanted = await annulled(case, ground="competence")
    giang = await Desk.of(app, people.giang, people)
    for ground in ("law_12_1", "law_62_3", "law_65_1"):
        status, said = await act(giang, case, "decision.annulled", **wanted, ground=ground)
        assert (status, (await case.facts()).annulled) == (409, None)
        assert "khác với căn cứ ghi trong MQĐ40" in said
    status, _ = await act(giang, case, "decision.annulled", **wanted, ground="competence")
    assert status == 303


async def test_the_ground_stands_on_the_decision_that_annuls(people: People) -> None:
    case = await cases_made.sanctioned(people)
    example = cases_made.example("MQĐ40")
    example.pop("ground")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cases_made, "example", lambda _form: example)
        with pytest.raises(AssertionError, match="case_ground_missing"):
            await case.change("MQĐ40", case.papers["MQĐ02"])


async def test_a_ground_that_an_older_paper_does_not_say_is_given_with_its_reason_and_listed(
    people: People,
) -> None:
    case = await cases_made.sanctioned(people)
    with pytest.MonkeyPatch.context() as patch:
        newest = cases_made.forms.newest
        patch.setattr(
            cases_made.forms, "newest", lambda form: 1 if form == "MQĐ40" else newest(form)
        )
        wanted = await annulled(case)
    silent = case_execution_acts.DecisionAnnulled(ground="law_12_1", **wanted)
    assert await case.refused(CaseAct.DECISION_ANNULLED, silent) == "case_ground_unwritten"
    told = case_execution_acts.DecisionAnnulled(
        ground="competence", alone="MQĐ40 ghi «về thẩm quyền»", **wanted
    )
    await case.take(CaseAct.DECISION_ANNULLED, told)
    listed = await database.fetch("SELECT reason FROM exceptions WHERE kind = 'same_hand'")
    assert [row["reason"] for row in listed] == ["MQĐ40 ghi «về thẩm quyền»"]


async def test_a_new_annulment_lists_its_ground_among_what_must_be_filled_in(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    other = await case.paper("MQĐ20")
    giang = await Desk.of(app, people.giang, people)
    place = f"/desk/cases/{case.id}/documents/new?form=MQĐ40&about="
    about_decision = (await giang.http.get(f"{place}{case.papers['MQĐ02']}")).text
    assert "<li>Căn cứ hủy bỏ" in about_decision
    assert "<li>Căn cứ hủy bỏ" not in (await giang.http.get(f"{place}{other}")).text
