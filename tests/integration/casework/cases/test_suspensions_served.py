"""A sanction is carried out once its suspensions are over too, not with the last payment (Law 15/2012 Art 73)."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.casework.clocks import telling
from backend.casework.rules import licence_terms
from backend.core import clock
from backend.core.local_time import day_of
from backend.law.rules.spans import months_after
from schemas.casework.acts.execution import (
    CaseArchived,
    ExecutionCompleted,
    ExecutionLapsed,
    RemedyCarriedOut,
)
from schemas.casework.words import CaseAct
from schemas.law.deadlines import Clock
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

LONG: dict[str, Any] = {"code": "ND115-22-6-a", "months": 14}
"""A row of food safety that suspends a registration for 12 to 16 months."""


async def paid(
    app: Litestar, people: People, *, code: str = "ND98-23-4-b", months: int = 2, less: int = 0
) -> Case:
    """A case whose fine is paid but for `less`; its decision suspends a licence from today, and the licence is held."""
    case = await due(people, recorded_by(code))
    said = (await case.facts()).recorded
    assert said is not None
    penalty = ExtraPenalty(
        kind=ExtraKind.LICENCE_SUSPENSION,
        value_vnd=None,
        months=months,
        text_vi="Tước",
        licence="Giấy phép số 88/GP-SCT",
    )
    plain = await cases_made.order(of=said.violations[0], subject=said.party.kind)
    order = msgspec.structs.replace(plain, extra_penalties=[penalty])
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, order=order))
    desk = await Desk.of(app, people.an, people)
    for kind, form in (
        ("decision.delivered", delivery(case.papers["MQĐ02"])),
        ("payment.received", payment(amount=str((await case.facts()).fine - less))),
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


@pytest.mark.usefixtures("newest_edition")
async def test_nothing_lapses_while_a_suspension_of_more_than_a_year_is_served(
    app: Litestar, people: People
) -> None:
    """Law Arts 25.3, 73, 74: a term of up to 24 months, where the fine is executed within a year."""
    case = await paid(app, people, **LONG)
    over = last_day(await clock_of(case, "D18")) + timedelta(days=1)
    last = months_after(today(), LONG["months"])
    with later(days=(over - today()).days):
        giang = await Desk.of(app, people.giang, people)
        lapsed = {"lapsed_on": over, "reason": "Hết một năm"}
        status, said = await act(giang, case, "execution.lapsed", **lapsed)
        assert (status, f"đến hết ngày {last:%d/%m/%Y}" in said) == (409, True)
    with later(days=(last - today()).days + 1):
        done = ExecutionCompleted(completed_on=clock.today())
        await case.take(CaseAct.EXECUTION_COMPLETED, done)


@pytest.mark.usefixtures("newest_edition")
async def test_a_fine_lapses_beside_a_suspension_but_the_file_is_archived_after_it(
    app: Litestar, people: People
) -> None:
    """Law Art 74: the fine is no longer collected, the suspension that began is served."""
    case = await paid(app, people, **LONG, less=1_000)
    over = last_day(await clock_of(case, "D18")) + timedelta(days=1)
    last = months_after(today(), LONG["months"])
    with later(days=(over - today()).days):
        lapsed = ExecutionLapsed(lapsed_on=over, reason="Hết một năm")
        await case.take(CaseAct.EXECUTION_LAPSED, lapsed)
        archived = CaseArchived(archived_on=clock.today(), shelf=None)
        assert await case.refused(CaseAct.CASE_ARCHIVED, archived) == "case_undone"
    with later(days=(last - today()).days + 1):
        archived = CaseArchived(archived_on=clock.today(), shelf=None)
        await case.take(CaseAct.CASE_ARCHIVED, archived)


async def clock_of(case: Case, rule: str) -> Clock:
    found = telling.clocks_of(await case.facts(), clock.now())
    return next(one for one in found if one.rule == rule)


def last_day(found: Clock) -> date:
    return day_of(found.due_at - timedelta(microseconds=1))
