"""A sanction is carried out once its suspensions are over too, not with the last payment (Law 15/2012 Art 73)."""

from datetime import timedelta

import msgspec
import pytest
from litestar import Litestar

from backend.casework.rules import licence_terms
from backend.core import clock
from backend.law.rules.spans import months_after
from schemas.casework.acts.execution import ExecutionCompleted, RemedyCarriedOut
from schemas.casework.words import CaseAct
from schemas.law.provisions import ExtraKind
from schemas.law.sanctions import ExtraPenalty
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.admin_ui.casework.test_sanction_by_the_rows import due, recorded_by
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def paid(app: Litestar, people: People) -> Case:
    """A case whose fine is paid; its decision suspends a licence for two months from today, and the licence is held."""
    case = await due(people, recorded_by("ND98-23-4-b"))
    said = (await case.facts()).recorded
    assert said is not None
    penalty = ExtraPenalty(
        kind=ExtraKind.LICENCE_SUSPENSION,
        value_vnd=None,
        months=2,
        text_vi="Tước",
        licence="Giấy phép số 88/GP-SCT",
    )
    plain = await cases_made.order(of=said.violations[0], subject=said.party.kind)
    order = msgspec.structs.replace(plain, extra_penalties=[penalty])
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, order=order))
    desk = await Desk.of(app, people.an, people)
    for kind, form in (
        ("decision.delivered", delivery(case.papers["MQĐ02"])),
        ("payment.received", payment(amount=str((await case.facts()).fine))),
    ):
        status, why = await act(desk, case, kind, **form)
        assert status == 303, why
    held = RemedyCarriedOut(
        what="Tước quyền sử dụng giấy phép",
        remedy=0,
        done_on=today(),
        document_id=None,
        note="Đã giữ giấy phép",
    )
    await case.take(CaseAct.REMEDY_CARRIED_OUT, held, people.an)
    return case


async def test_a_case_is_carried_out_only_after_the_last_day_of_the_suspension(
    app: Litestar, people: People
) -> None:
    case = await paid(app, people)
    last = months_after(today(), 2)
    early = await case.act(CaseAct.EXECUTION_COMPLETED, ExecutionCompleted(completed_on=today()))
    said = getattr(early, "text", None)
    assert said is not None, early
    assert f"88/GP-SCT) đến hết ngày {last:%d/%m/%Y}" in said.vi
    facts = await case.facts()
    assert licence_terms.unserved(facts, last) is not None
    assert licence_terms.unserved(facts, last + timedelta(days=1)) is None
    with later(days=(last - today()).days + 1):
        done = ExecutionCompleted(completed_on=clock.today())
        await case.take(CaseAct.EXECUTION_COMPLETED, done)
        assert (await case.facts()).state == "executed"
