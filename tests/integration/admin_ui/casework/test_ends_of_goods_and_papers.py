"""A file is closed when each thing seized has its end; what a decision granted ends when that decision is cancelled."""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.drafting import entering
from backend.core.database import transaction
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.admin_ui.casework.test_goods_go_by_papers import holding, states
from tests.support import case_lives, cases_made, exhibits_made
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_file_is_not_archived_over_confiscated_goods_that_have_no_end(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    decision = case.papers["MQĐ02"]
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    giang = await Desk.of(app, people.giang, people)
    taken = {"exhibits": ids[0], "disposition": "confiscated", "on": today(), "reason": "Tịch thu"}
    taken |= {"document_id": decision, "minutes_id": await exhibits_made.taken(case, ids, decision)}
    assert (await act(an, case, "exhibits.disposed", **taken))[0] == 303
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    # The violator is done; the file is not.
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303
    status, said = await act(giang, case, "case.archived", archived_on=today())
    assert (status, str((await case.facts()).state)) == (409, "executed")
    assert "1 tang vật, phương tiện đã tịch thu chưa bán, chuyển giao hoặc tiêu hủy" in said
    gone = await exhibits_made.destroyed(case, ids)
    await case.take(CaseAct.EXHIBITS_DESTROYED, gone)
    assert await states(case) == ["destroyed"]
    assert (await act(giang, case, "case.archived", archived_on=today()))[0] == 303


async def cancel(desk: Desk, case: Case, about: UUID) -> tuple[int, str]:
    """A decision is signed that cancels the paper whole, and entered."""
    by = await case.change("MQĐ40", about)
    wanted = {"document_id": about, "by": by, "reason": "Sai thẩm quyền"}
    return await act(desk, case, "document.cancelled", **wanted)


async def delivered(app: Litestar, people: People) -> tuple[Case, Desk]:
    case = await cases_made.sanctioned(people)
    giang = await Desk.of(app, people.giang, people)
    done = await act(giang, case, "decision.delivered", **delivery(case.papers["MQĐ02"]))
    assert done[0] == 303
    return case, giang


async def test_a_cancelled_reduction_reduces_nothing(app: Litestar, people: People) -> None:
    case, giang = await delivered(app, people)
    decision = case.papers["MQĐ02"]
    papers = [
        await case.following("MQĐ04", decision, amount=2_000_000, remaining=rest)
        for rest in (3_000_000, 1_000_000)
    ]
    for paper in papers:
        wanted = {"document_id": paper, "by": "2.000.000", "reason": "Giảm"}
        assert (await act(giang, case, "fine.reduced", **wanted, despite="Khó khăn kéo dài"))[
            0
        ] == 303
    assert (await case.facts()).fine == 1_000_000
    assert (await cancel(giang, case, papers[0]))[0] == 303
    assert (await case.facts()).fine == 3_000_000
    assert (await act(giang, case, "payment.received", **payment(amount="3.000.000")))[0] == 303
    chi = await Desk.of(app, people.chi, people)
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303
    # Cancelled after the end, what it had waived is owed again.
    assert (await cancel(giang, case, papers[1]))[0] == 303
    facts = await case.facts()
    assert (facts.fine, str(facts.state), facts.executed_on) == (5_000_000, "executing", None)
    report = await verification.verify(None, lambda *_: None)
    assert report.verdict is not Verdict.TAMPERED


async def test_signing_what_cancels_a_reduction_or_amends_the_fine_changes_the_fine_in_the_same_breath(
    app: Litestar, people: People
) -> None:
    case, giang = await delivered(app, people)
    decision, actor = case.papers["MQĐ02"], people.giang.actor("desk")

    async def signed(by: UUID) -> int:
        """What the signature of a decision about another does to it, as signing calls it."""
        async with transaction():
            await entering.enter(case.id, by, entering.NO_CHOICES, actor)
        return (await case.facts()).fine

    paper = await case.following("MQĐ04", decision, amount=2_000_000, remaining=3_000_000)
    wanted = {"document_id": paper, "by": "2.000.000", "reason": "Giảm"}
    assert (await act(giang, case, "fine.reduced", **wanted, despite="Khó khăn kéo dài"))[0] == 303
    assert await signed(await case.change("MQĐ40", paper)) == 5_000_000
    assert await signed(await case.change("MQĐ38", decision, total_fine=4_000_000)) == 4_000_000


async def test_a_cancelled_postponement_postpones_nothing_and_cancelled_parts_are_no_parts(
    app: Litestar, people: People
) -> None:
    case, giang = await delivered(app, people)
    decision, until = case.papers["MQĐ02"], in_days(60)
    paper = await case.following("MQĐ03", decision, until_on=until.isoformat())
    wanted: dict[str, Any] = {"document_id": paper, "until": until, "reason": "Hoãn"}
    assert (
        await act(
            giang, case, "execution.postponed", **wanted, despite="Đơn có xác nhận nộp trên giấy"
        )
    )[0] == 303
    assert str((await case.facts()).state) == "postponed"
    assert (await cancel(giang, case, paper))[0] == 303
    assert str((await case.facts()).state) == "executing"
    assert (await act(giang, case, "payment.received", **payment()))[0] == 303


async def test_goods_are_held_by_no_cancelled_decision(app: Litestar, people: People) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    giang = await Desk.of(app, people.giang, people)
    rows = cases_made.rows(await case.facts(), ids[:1])
    order = await case.following("MQĐ20", exhibits=rows, until_on=in_days(7).isoformat())
    held: dict[str, Any] = {"exhibits": ids[0], "reason": "Xác minh"}
    wanted = held | {"document_id": order, "decided_on": today(), "until": in_days(7)}
    wanted["purpose"] = "prevent"
    await case_lives.asked_to_explain(case)
    assert (await act(giang, case, "seizure.decided", **wanted))[0] == 303
    more = await case.following("MQĐ21", order, exhibits=rows, until_on=in_days(20).isoformat())
    longer = held | {"document_id": more, "until": in_days(20)}
    assert (await act(giang, case, "seizure.extended", **longer))[0] == 303
    assert (await cancel(giang, case, more))[0] == 303
    assert (await case.facts()).exhibits[ids[0]].until == in_days(7)
    assert (await cancel(giang, case, order))[0] == 303
    assert (await case.facts()).exhibits[ids[0]].until is None


async def test_what_was_cancelled_before_this_was_kept_folds_as_it_did(
    app: Litestar, people: People
) -> None:
    case, giang = await delivered(app, people)
    paper = await case.following(
        "MQĐ04", case.papers["MQĐ02"], amount=2_000_000, remaining=3_000_000
    )
    wanted = {"document_id": paper, "by": "2.000.000", "reason": "Giảm"}
    assert (await act(giang, case, "fine.reduced", **wanted, despite="Khó khăn kéo dài"))[0] == 303
    by = await case.change("MQĐ40", paper)
    old = case_side_acts.DocumentCancelled(document_id=paper, by=by, reason="Sai thẩm quyền")
    # Nobody records it so any more, for the reduction would stay.
    assert await case.refused(CaseAct.DOCUMENT_CANCELLED, old) == "case_effects_end"
