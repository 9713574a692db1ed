"""What two persons do: open an archived file again, and close an execution whose payments one of them recorded."""

import asyncpg
import pytest
from litestar import Litestar

from backend.core import database as rows
from backend.operations.migrations.files import FOLDER
from backend.operations.verification import service as verification
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, CaseState
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.databases import Database
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_head_alone_does_not_open_again_what_he_archived(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    report = await case.paper("BC", people.an)
    declined = case_acts.SanctionDeclined(reason="Không đủ căn cứ", document_id=report, why="other")
    await case.take(CaseAct.SANCTION_DECLINED, declined)
    await case.take(
        CaseAct.CASE_ARCHIVED, case_execution_acts.CaseArchived(archived_on=today(), shelf=None)
    )
    giang, hai = await Desk.of(app, people.giang, people), await Desk.of(app, people.hai, people)
    reopened = {"back_to": "no_sanction", "reason": "Có tình tiết mới"}
    status, said = await act(giang, case, "case.reopened", **reopened)
    assert status == 409
    assert "Chưa có đề nghị mở lại" in said
    assert (await act(giang, case, "case.reopening_asked", reason="Có tình tiết mới"))[0] == 303
    status, said = await act(giang, case, "case.reopened", **reopened)
    assert status == 409
    assert "không tự mở lại" in said
    assert str((await case.facts()).state) == "archived"
    assert (await act(hai, case, "case.reopened", **reopened))[0] == 303
    assert str((await case.facts()).state) == "no_sanction"

    # An earlier ask does not open it a second time.
    await case.take(
        CaseAct.CASE_ARCHIVED, case_execution_acts.CaseArchived(archived_on=today(), shelf=None)
    )
    assert (await act(hai, case, "case.reopened", **reopened))[0] == 409


async def test_a_case_reopened_before_there_was_a_list_of_exceptions_is_in_it_after_the_migration(
    database: Database, pool: None, people: People
) -> None:
    case = await cases_made.due(people)
    report = await case.paper("BC", people.an)
    declined = case_acts.SanctionDeclined(reason="Không đủ căn cứ", document_id=report, why="other")
    await case.take(CaseAct.SANCTION_DECLINED, declined)
    await case.take(
        CaseAct.CASE_ARCHIVED, case_execution_acts.CaseArchived(archived_on=today(), shelf=None)
    )
    asked = case_execution_acts.CaseReopeningAsked(reason="Có tình tiết mới")
    await case.take(CaseAct.CASE_REOPENING_ASKED, asked, people.hai)
    reopened = case_execution_acts.CaseReopened(
        back_to=CaseState.NO_SANCTION, reason="Có tình tiết mới"
    )
    await case.take(CaseAct.CASE_REOPENED, reopened, people.giang)

    async def faults() -> int:
        told = (await verification.verify(None, lambda *_: None)).findings
        return sum(one.where.startswith("exception") for one in told)

    assert await faults() == 0
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute("DELETE FROM exceptions WHERE kind = 'reopened'")
    assert await faults() == 1, "as the older version left it"
    await owner.execute((FOLDER / "0075_reopened_before_the_list.sql").read_text("utf-8"))
    await owner.close()
    assert await faults() == 0
    line = "SELECT reason FROM exceptions WHERE kind = 'reopened' AND record_id = $1"
    assert await rows.fetchval(line, case.id) == "Có tình tiết mới"


async def test_who_recorded_every_payment_closes_the_execution_with_a_reason_that_is_listed(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an = await Desk.of(app, people.an, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    status, said = await act(an, case, "execution.completed", completed_on=today())
    assert (status, str((await case.facts()).state)) == (409, "executing")
    assert "Cần người thứ hai, hoặc lý do tự làm" in said
    closed = {"completed_on": today(), "alone": "Đội chỉ còn một người trực"}
    assert (await act(an, case, "execution.completed", **closed))[0] == 303
    listed = await rows.fetchrow("SELECT kind, reason FROM exceptions WHERE kind = 'same_hand'")
    assert listed["reason"] == "Đội chỉ còn một người trực"


async def test_a_second_person_closes_the_execution_without_any_reason(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303


async def test_execution_is_over_on_the_day_of_the_last_payment_and_not_before(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decided_on = today()
    with later(days=5):
        an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
        given = delivery(case.papers["MQĐ02"])
        assert (await act(an, case, "decision.delivered", **given))[0] == 303
        assert (await act(an, case, "payment.received", **payment(paid_on=today())))[0] == 303
        status, said = await act(chi, case, "execution.completed", completed_on=decided_on)
        assert status == 409
        assert f"phải từ {today():%d/%m/%Y}" in said
        assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303


async def test_who_pays_all_the_same_while_his_fine_is_postponed_is_done(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    giang = await Desk.of(app, people.giang, people)
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    until = cases_made.in_days(30)
    paper = await case.following("MQĐ03", decision, until_on=until.isoformat())
    given = {"document_id": paper, "until": until, "reason": "Hoãn"}
    assert (
        await act(
            giang, case, "execution.postponed", **given, despite="Đơn có xác nhận nộp trên giấy"
        )
    )[0] == 303
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 409
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303
    assert str((await case.facts()).state) == "executed"


async def test_who_reduced_paid_in_or_carried_out_anything_does_not_close_alone_without_a_reason(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    giang = await Desk.of(app, people.giang, people)
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    # Waived whole by the paper that she signed herself: no payment was recorded by anybody.
    waived = await case.following("MQĐ04", decision, amount=5_000_000, remaining=0)
    wanted = {"document_id": waived, "by": "5.000.000", "reason": "Miễn"}
    assert (await act(giang, case, "fine.reduced", **wanted, despite="Khó khăn kéo dài"))[0] == 303
    status, said = await act(giang, case, "execution.completed", completed_on=today())
    assert status == 409
    assert "Cần người thứ hai, hoặc lý do tự làm" in said
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303


async def test_a_colleague_s_one_dong_does_not_make_a_second_person(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    assert (await act(chi, case, "payment.received", **payment(amount="1")))[0] == 303
    rest = payment(amount="4.999.999", receipt_number="KB-2")
    assert (await act(an, case, "payment.received", **rest))[0] == 303
    status, _ = await act(an, case, "execution.completed", completed_on=today())
    assert status == 409
    closed = {"completed_on": today(), "alone": "Đội chỉ còn một người trực"}
    assert (await act(an, case, "execution.completed", **closed))[0] == 303
