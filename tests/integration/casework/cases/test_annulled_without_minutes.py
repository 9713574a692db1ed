"""A sanction without minutes (MQĐ01) is annulled: the case goes on by verification minutes, and ends; over HTTP."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.casework.clocks import telling
from backend.casework.drafting import sanction_views
from backend.core import clock
from backend.core.local_time import day_of
from backend.law.deadlines import service as deadlines
from backend.law.rules import counting as rules
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.words import CaseAct, CaseOfficerRole
from schemas.law.deadlines import Clock
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.integration.casework.cases.test_on_spot import on_spot
from tests.integration.casework.cases.test_the_right_violator import RIGHT, again, verified
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


async def annulled(people: People, giang: Desk, ground: str) -> Case:
    """A case that was sanctioned without minutes; that decision is annulled on this ground."""
    case = await cases_made.inspected(people)
    imposed = await on_spot(case, today())
    await case.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, imposed)
    decision = imposed.document_id
    by = await case.cancelled(decision, ground=ground)
    wanted = {"document_id": decision, "by": by, "ground": ground, "reason": "Theo MQĐ40"}
    status, said = await act(giang, case, "decision.annulled", **wanted)
    assert status == 303, said
    return case


async def verified_same(case: Case) -> UUID:
    """Minutes of verification, by another than the head, about the case's party."""
    return await case.paper("MBB05", case.people.an)


def last_day(found: Clock) -> date:
    return day_of(found.due_at - timedelta(microseconds=1))


async def clocks(case: Case) -> dict[str, Clock]:
    return {one.rule: one for one in telling.clocks_of(await case.facts(), clock.now())}


async def test_it_is_made_anew_without_minutes_once_the_facts_are_verified(
    app: Litestar, people: People
) -> None:
    """Decree 118/2021 Arts 13.3, 15.3: verification minutes, not violation minutes, come before the new decision."""
    giang = await Desk.of(app, people.giang, people)
    case = await annulled(people, giang, "competence")
    assert (await act(giang, case, "decision.due_again", **again(await verified_same(case))))[
        0
    ] == 303
    facts = await case.facts()
    assert str(facts.state) == "verifying"
    found = await clocks(case)
    assert found["P05"].met_at is None
    assert day_of(found["D19"].trigger_at) == today(), "the statute of the act binds the new one"
    page = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "MQĐ01" in page
    imposed = await on_spot(case, today())
    await case.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, imposed)
    assert str((await case.facts()).state) == "onspot_sanctioned"
    found = await clocks(case)
    assert found["P05"].met_at is not None
    # It was made in the office: it has to be sent, and binds from its receipt.
    assert (found["D14"].met_at, found["D15"].moot_at is not None) == (None, True)
    status, said = await act(giang, case, "decision.delivered", **delivery(imposed.document_id))
    assert status == 303, said
    assert (await clocks(case))["D15"].moot_at is None


async def test_what_needed_minutes_gets_them_and_the_time_still_runs_from_the_verification(
    app: Litestar, people: People
) -> None:
    """Law Arts 57, 58; Decree 118/2021 Art 15.3."""
    giang = await Desk.of(app, people.giang, people)
    case = await annulled(people, giang, "procedure")
    page = (await giang.http.get(f"/desk/cases/{case.id}/acts/decision.due_again")).text
    assert "MBB05" in page
    assert (await act(giang, case, "decision.due_again", **again(await verified_same(case))))[
        0
    ] == 303
    began, calendar = today(), deadlines.calendar()
    page = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "lập biên bản vi phạm hành chính (MBB01) rồi ra quyết định theo biên bản" in page
    with later(days=(rules.add_working_days(began, 6, calendar) - began).days):
        content = await cases_made.minuted(case)
        await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
        assert str((await case.facts()).state) == "violation_recorded"
        await cases_made.approve(case)
        await cases_made.waive(case)
    assert "D12" not in await clocks(case), "a later end beside that of P05 would mislead"
    # The head decides on an officer's minutes: ten working days (Art 66.1.a), of the verification's.
    with later(days=(rules.add_working_days(began, 11, calendar) - began).days):
        late = await cases_made.imposed(case)
        assert await case.refused(CaseAct.SANCTION_IMPOSED, late) == "case_decision_late"


async def test_no_new_one_without_minutes_after_its_time(app: Litestar, people: People) -> None:
    """Law Art 66; Decree 118/2021 Art 15.3."""
    giang = await Desk.of(app, people.giang, people)
    case = await annulled(people, giang, "competence")
    assert (await act(giang, case, "decision.due_again", **again(await verified_same(case))))[
        0
    ] == 303
    until = last_day((await clocks(case))["P05"])
    with later(days=(until - clock.today()).days + 1):
        content = await on_spot(case, today())
        refused = await case.refused(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)
        assert refused == "case_decision_late"


async def test_against_the_wrong_party_it_goes_on_against_whom_the_verification_names(
    app: Litestar, people: People
) -> None:
    """Decree 118/2021 Art 13.1 a."""
    giang = await Desk.of(app, people.giang, people)
    case = await annulled(people, giang, "subject")
    assert (await act(giang, case, "decision.due_again", **again(await verified(case))))[0] == 303
    party = (await case.facts()).party
    assert party
    assert party.name == RIGHT.name


async def test_for_an_act_that_a_fine_no_longer_follows_only_measures_are_drafted(
    app: Litestar, people: People
) -> None:
    """Law Art 65.1; Decree 118/2021 Art 13.3."""
    giang = await Desk.of(app, people.giang, people)
    case = await annulled(people, giang, "law_65_1")
    status, said = await act(giang, case, "decision.due_again", **again(await verified_same(case)))
    assert (status, "chỉ tịch thu hoặc buộc khắc phục" in said) == (409, True)
    view = await cases.view(case.id, people.giang.actor("desk"))
    assert sanction_views.drafts(view, await case.facts()) == ["MQĐ14", "MQĐ15"]


async def test_who_verified_that_nothing_is_left_archives_it(app: Litestar, people: People) -> None:
    """Decree 118/2021 Art 13.3: no new decision where no violation remains."""
    giang = await Desk.of(app, people.giang, people)
    case = await annulled(people, giang, "procedure")
    archived = case_execution_acts.CaseArchived(archived_on=today(), shelf=None)
    assert await case.refused(CaseAct.CASE_ARCHIVED, archived) == "case_annulled_open"
    await verified_same(case)
    await case.take(CaseAct.CASE_ARCHIVED, archived)


async def test_while_facts_are_verified_no_other_case_is_sanctioned_without_minutes(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    content = await on_spot(case, today())
    ordered = case_intake_acts.VerificationOrdered(
        officers=[await cases.as_officer(people.an.id, CaseOfficerRole.LEAD)],
        due_on=today() + timedelta(days=3),
        testing=False,
        document_id=None,
        reason="Xác minh trị giá",
    )
    await case.take(CaseAct.VERIFICATION_ORDERED, ordered)
    assert str((await case.facts()).state) == "verifying"
    refused = await case.refused(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)
    assert refused == "case_not_now"
