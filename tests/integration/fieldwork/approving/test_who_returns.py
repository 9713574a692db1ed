"""Returning is a right of its own, and a panel offers only the answers that an inspection takes."""

from uuid import uuid4

import pytest
from litestar import Litestar

from backend.approvals.absences import service as absences
from backend.approvals.reading import service as reading
from backend.approvals.rules.facts import Submission
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.fieldwork.decision_papers import on_phone
from backend.fieldwork.inspections import opinions
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from schemas.approvals import submissions as said
from schemas.approvals.absences import AbsenceRecorded
from schemas.approvals.words import SubmissionState
from tests.integration.mobile_api.test_decisions_on_phones import content as proposal
from tests.support import factories, submitted
from tests.support.doors import Desk
from tests.support.factories import Work
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")


async def offered(one: Submission, person: Person) -> frozenset[str]:
    async with transaction():
        return (await reading.panel(one.id, person.actor("desk"))).permitted


def returned(one: Submission, text: str) -> said.SubmissionReturned:
    return said.SubmissionReturned(shown=one.shown, comments=[said.Comment(at="", text=text)])


async def test_a_legal_officer_returns_a_draft_and_does_not_approve_it(
    app: Litestar, people: People
) -> None:
    work = await submitted.drafted(people)
    [one] = await submitted.of_record(work.id)
    assert await offered(one, people.phuc) == {"return"}
    assert await offered(one, people.giang) >= {"approve", "return"}
    assert not await offered(one, people.giang) & {"supplement", "refuse"}
    async with transaction():
        ruled = await opinions.approve_draft(work.id, one.shown, people.phuc.actor("desk"))
    assert isinstance(ruled, Refused)
    assert ruled.code == "not_allowed"
    await submitted.answer(one, returned(one, "Ghi rõ số\u202e lượng\a từng loại"), people.phuc)
    [one] = await submitted.of_record(work.id)
    assert one.state is SubmissionState.WITH_SUBMITTER
    chi = await Desk.of(app, people.chi, people)
    page = (await chi.http.get(f"/desk/submissions/{one.id}")).text
    await chi.close()
    assert "Ghi rõ số lượng từng loại" in page, "no mark of a phone's text turns what is read"


async def test_a_file_is_supplemented_and_neither_returned_nor_refused(people: People) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    [one] = await submitted.of_record(work.id)
    assert await offered(one, people.giang) >= {"agree", "supplement"}
    assert not await offered(one, people.giang) & {"return", "refuse"}
    assert await offered(one, people.phuc) == frozenset()
    assert "withdraw" not in await offered(one, people.chi)


async def test_no_auditor_gets_a_head_s_step_and_a_stand_in_out_of_sight_is_told_so(
    people: People,
) -> None:
    work = await submitted.drafted(people)
    [one] = await submitted.of_record(work.id)
    for receiver in (people.khanh, people.binh):
        to = said.HandedOn(step=1, to=[f"officer:{receiver.id}"], reason="bận họp", up=False)
        with pytest.raises(RefusedAct) as caught:
            await submitted.answer(one, to, people.giang)
        assert caught.value.problem_code == "approval_target_head"
    today = clock.today()
    away = AbsenceRecorded(
        officer_id=people.giang.id,
        stand_in_id=people.duyen.id,
        first_day=today,
        last_day=today,
        reason="nghỉ phép",
    )
    async with transaction():
        ledger.unwrap((await absences.act(None, away, people.giang.actor("desk")))[1])
    with pytest.raises(RefusedAct) as caught:
        await submitted.answer(one, returned(one, "Ghi rõ số lượng"), people.duyen)
    assert caught.value.problem_code == "inspection_not_in_sight"


async def test_a_legal_officer_returns_a_proposal_to_the_phone(people: People) -> None:
    record, document = uuid4(), uuid4()
    work = Work(record, "", people.an, await factories.pen(people.an))
    ledger.unwrap(await work.act("decision.proposed", proposal(people, document)))
    [one] = await submitted.of_record(record)
    await submitted.answer(one, returned(one, "Nêu rõ dấu hiệu vi phạm"), people.phuc)
    async with transaction():
        [shown] = await on_phone.of_officer(people.an.id)
    assert (shown.state, shown.remarks) == ("returned", "Nêu rõ dấu hiệu vi phạm")
    [one] = await submitted.of_record(record)
    with pytest.raises(RefusedAct):
        await submitted.answer(one, returned(one, "Nêu rõ hơn"), people.oanh)


async def test_the_panel_says_who_has_seen_that_it_waits(people: People) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    [one] = await submitted.of_record(work.id)
    async with transaction():
        assert (await reading.panel(one.id, people.chi.actor("desk"))).steps[0].noticed == []
        await database.execute(
            "UPDATE notices SET seen_at = now() WHERE officer_id = $1 AND record_id = $2",
            *(people.giang.id, work.id),
        )
        [(name, at)] = (await reading.panel(one.id, people.chi.actor("desk"))).steps[0].noticed
    assert (name, at.tzinfo is not None) == (people.giang.full_name, True)
