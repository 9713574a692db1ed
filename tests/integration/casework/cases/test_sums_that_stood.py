"""Sums are judged by the decision as it stood: the fine imposed, its greatest total, its whole or none; over HTTP."""

import pytest
from litestar import Litestar

from backend.casework.rules import document_guards
from backend.core import database
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def delivered(people: People, an: Desk) -> Case:
    case = await cases_made.sanctioned(people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    return case


async def test_a_decision_is_cancelled_in_part_by_one_that_says_what_is_left(
    app: Litestar, people: People
) -> None:
    """MQĐ38 amends and cancels in part, with the fine and the goods that are left; MQĐ40 cancels whole."""
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    with pytest.raises(AssertionError, match="case_paper_incomplete"):
        await case.change("MQĐ40", decision, scope="part", parts="khoản 2 Điều 1")
    gone = {
        "kind": "cancel",
        "article": "điểm c khoản 6 Điều 1",
        "after": "biện pháp buộc tiêu hủy",
    }
    by = await case.change("MQĐ38", decision, changes=[gone], total_fine=4_000_000)
    giang = await Desk.of(app, people.giang, people)
    amended = {"document_id": decision, "by": by, "reason": "Hủy bỏ một phần"}
    assert (await act(giang, case, "document.amended", **amended))[0] == 303
    facts = await case.facts()
    assert (facts.papers[decision].stands, facts.fine) == (True, 4_000_000)


async def test_interest_that_ran_on_the_fine_before_it_was_amended_is_entered(
    app: Litestar, people: People
) -> None:
    """At most 50.000 đồng on 5 million for 20 days; on the 4 million after the amendment it would be 40.000."""
    an = await Desk.of(app, people.an, people)
    case = await delivered(people, an)
    decision = case.papers["MQĐ02"]
    by = await case.change("MQĐ38", decision, total_fine=4_000_000)
    giang = await Desk.of(app, people.giang, people)
    amended = {"document_id": decision, "by": by, "reason": "Sửa mức phạt"}
    assert (await act(giang, case, "document.amended", **amended))[0] == 303
    with later(days=20):
        an = await Desk.of(app, people.an, people)
        interest = payment(kind="late_interest", amount="45000", paid_on=str(today()))
        status, said = await act(an, case, "payment.received", **interest)
        assert status == 303, said


async def test_a_fine_that_was_reduced_is_postponed_by_the_fine_that_was_imposed(
    app: Litestar, people: People
) -> None:
    """5 million imposed, 4 million of it waived: Art 76 looks at the 5 million."""
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    case = await delivered(people, an)
    decision = case.papers["MQĐ02"]
    less = await case.following("MQĐ04", decision, amount=4_000_000)
    reduced = {"document_id": less, "by": "4000000", "reason": "Khó khăn"}
    assert (await act(giang, case, "fine.reduced", **reduced, despite="Khó khăn kéo dài"))[0] == 303
    until = cases_made.in_days(30)
    paper = await case.following("MQĐ03", decision, until_on=until.isoformat())
    wanted = {"document_id": paper, "until": until, "reason": "Hoãn"}
    status, said = await act(
        giang, case, "execution.postponed", **wanted, despite="Đơn có xác nhận nộp trên giấy"
    )
    assert status == 303, said


async def test_a_fine_that_was_waived_whole_is_no_warning(app: Litestar, people: People) -> None:
    """Law 15/2012 Art 7.1: the six months are those of a warning. A fine that Art 77 waived stays a fine."""
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    case = await delivered(people, an)
    less = await case.following("MQĐ04", case.papers["MQĐ02"], amount=5_000_000)
    waived = {"document_id": less, "by": "5000000", "reason": "Khó khăn"}
    status, said = await act(giang, case, "fine.reduced", **waived, despite="Khó khăn kéo dài")
    assert status == 303, said
    row = await database.fetchrow(
        "SELECT fine_total_vnd, only_warned FROM cases WHERE id = $1", case.id
    )
    assert (row["fine_total_vnd"], row["only_warned"]) == (0, False)


async def test_a_decision_that_older_rules_marked_as_replaced_can_still_be_cancelled(
    app: Litestar, people: People
) -> None:
    """MQĐ39 once "replaced" what it corrected: that decision is in force, so it can be annulled."""
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    by = await case.change("MQĐ39", decision)
    with pytest.MonkeyPatch.context() as older:
        older.setattr(document_guards, "replacing", lambda *_: None)
        replaced = case_side_acts.DocumentReplaced(document_id=decision, by=by, reason="Đính chính")
        await case.take(CaseAct.DOCUMENT_REPLACED, replaced)
    giang = await Desk.of(app, people.giang, people)
    whole = await case.change("MQĐ40", decision)
    cancelled = {"document_id": decision, "by": whole, "reason": "Sai thẩm quyền"}
    status, said = await act(giang, case, "document.cancelled", **cancelled)
    assert status == 303, said
    assert (await case.facts()).decision_gone_by
    annulled = {
        "document_id": decision,
        "by": whole,
        "ground": cases_made.example("MQĐ40")["ground"],
        "reason": "Theo MQĐ40",
    }
    assert (await act(giang, case, "decision.annulled", **annulled))[0] == 303
