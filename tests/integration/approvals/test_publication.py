"""Law is published by the way of everything that is submitted, and by two persons as ever."""

from datetime import date, timedelta
from uuid import UUID

import msgspec
import pytest

from backend import registry
from backend.approvals.absences import service as absences
from backend.approvals.queries import submissions as queries
from backend.approvals.routes import service as routes
from backend.approvals.submissions import service as submissions
from backend.casework.notices import service as case_notices
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.law.catalogue import publishing
from backend.law.catalogue import service as catalogue
from backend.law.rules import publishing as publishing_rules
from backend.ledger.service import Accepted, Outcome, Refused
from backend.operations.verification import service as verification
from schemas.approvals import submissions as acts
from schemas.approvals.absences import AbsenceEnded, AbsenceRecorded
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmissionState, SubmittedKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.support.people import People, Person
from tests.support.publishers import second_publisher
from tests.unit.law.catalogue.test_publishing_rules import content

pytestmark = pytest.mark.usefixtures("pool")


def refused(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.code


async def proposed(by: Person) -> UUID:
    """Propose a version of a behaviour; return its submission."""
    registry.open_all()
    async with transaction():
        _, outcome = await publishing.propose(by.actor(), content(1))
        assert isinstance(outcome, Accepted), outcome
        return (await queries.of_record(publishing_rules.record_id(content().code)))[-1]


async def answered(submission_id: UUID, said: Wire, by: Person) -> Outcome:
    async with transaction():
        return await submissions.answer(submission_id, said, by.actor())


async def shown(submission_id: UUID, to: Person) -> submissions.Found:
    async with transaction():
        return await submissions.find(submission_id, to.actor())


async def test_approving_the_submission_publishes_and_its_proposer_cannot(people: People) -> None:
    second = await second_publisher(people)
    submission_id = await proposed(people.lan)
    found = await shown(submission_id, second)
    assert [step.kind for step, _ in found.mine] == [StepKind.APPROVE]
    assert (await shown(submission_id, people.lan)).mine == [], "who drafted it answers no step"
    with pytest.raises(NotFound):
        await shown(submission_id, people.an)
    approved = acts.SubmissionApproved(
        shown=found.facts.shown, step=1, note="", without=[], reason=""
    )
    assert refused(await answered(submission_id, approved, people.lan)) == "approval_own_work"
    other = acts.SubmissionApproved(shown="0" * 64, step=1, note="", without=[], reason="")
    assert refused(await answered(submission_id, other, second)) == "approval_changed_since"
    assert (await catalogue.version_at(content().code, date(2026, 5, 1))).version == 0
    assert isinstance(await answered(submission_id, approved, second), Accepted)
    assert [one.content.version for one in await catalogue.history(content().code)] == [1]
    assert (await shown(submission_id, second)).facts.state is SubmissionState.DONE
    assert refused(await answered(submission_id, approved, second)) == "approval_not_waiting"


async def test_an_administrator_of_the_nation_reads_that_a_publication_waits(
    people: People,
) -> None:
    """The notice names a text of the law, and no case."""
    second = await second_publisher(people)
    submission_id = await proposed(second)
    told = await case_notices.mine(people.lan.actor())
    assert [one.record_id for one in told.rows] == [submission_id]
    assert told.unread == 1


async def test_confirming_the_proposal_on_its_own_page_completes_the_submission(
    people: People,
) -> None:
    second = await second_publisher(people)
    submission_id = await proposed(people.lan)
    async with transaction():
        waiting = (await publishing.waiting(second.actor()))[-1]
        confirmed = await publishing.confirm(second.actor(), content().code, waiting.id)
    assert isinstance(confirmed, Accepted)
    assert (await shown(submission_id, second)).facts.state is SubmissionState.DONE
    async with transaction():
        lines = await database.fetch("SELECT key FROM approval_waits")
    assert lines == [], "what is done waits for nobody"


def _route(unit_id: UUID, *steps: RouteStep) -> RouteDrafted:
    return RouteDrafted(
        draft_id=new_id(),
        name="Ban hành danh mục",
        kind=SubmittedKind.PUBLICATION,
        unit_id=unit_id,
        forms=[],
        fields=[],
        levels=[],
        amount_from=None,
        amount_to=None,
        steps=list(steps),
        valid_from=clock.today(),
        note="",
    )


async def test_a_route_is_published_by_a_second_person_and_then_holds(people: People) -> None:
    second = await second_publisher(people)
    hours = Term(hours=8)
    opinion = RouteStep(
        kind=StepKind.OPINION, who=Who(by=By.OFFICER, officer_id=people.phuc.id), term=hours
    )
    approve = RouteStep(kind=StepKind.APPROVE, who=Who(by=By.ROLE, role=Role.LEGAL), term=hours)
    drafted = _route(people.lan.unit.unit_1, opinion, approve)
    registry.open_all()
    async with transaction():
        bad = _route(people.lan.unit.unit_1, opinion)
        assert refused((await routes.act(None, bad, people.lan.actor()))[1]) == (
            "approval_route_no_decision"
        )
        below = (await routes.act(None, drafted, people.my.actor()))[1]
        assert refused(below) == "approval_route_not_yours", "a department keeps its own routes"
        route_id, outcome = await routes.act(None, drafted, people.lan.actor())
        assert isinstance(outcome, Accepted), outcome
        publish = RoutePublished(draft_id=drafted.draft_id)
        own = (await routes.act(route_id, publish, people.lan.actor()))[1]
        assert refused(own) == "approval_route_two_persons"
        assert isinstance((await routes.act(route_id, publish, second.actor()))[1], Accepted)
    submission_id = await proposed(people.lan)
    found = await shown(submission_id, people.phuc)
    assert [step.number for step, _ in found.mine] == [1]
    assert found.facts.route is not None
    against = acts.OpinionGiven(
        shown=found.facts.shown, step=1, favour=False, text="thiếu căn cứ", checks=[]
    )
    assert isinstance(await answered(submission_id, against, people.phuc), Accepted)
    approved = acts.SubmissionApproved(
        shown=found.facts.shown, step=2, note="", without=[], reason=""
    )
    assert isinstance(await answered(submission_id, approved, second), Accepted)
    assert [one.content.version for one in await catalogue.history(content().code)] == [1]
    async with transaction():
        more = {"draft_id": new_id(), "ends_on": clock.today(), "note": "thay quy trình"}
        end = msgspec.structs.replace(drafted, **more)
        assert isinstance((await routes.act(route_id, end, second.actor()))[1], Accepted)
        publish = RoutePublished(draft_id=end.draft_id)
        assert isinstance((await routes.act(route_id, publish, people.lan.actor()))[1], Accepted)
    report = await verification.in_snapshot(None, lambda *_: None)
    assert [
        one for one in report.findings if "route" in one.where or "submission" in one.where
    ] == []
    async with transaction():
        await database.execute(
            "UPDATE approval_routes SET published_by = drafted_by, valid_to = NULL"
        )
    report = await verification.in_snapshot(None, lambda *_: None)
    assert [one.where for one in report.findings if one.where == f"route {route_id}"]


async def test_a_stand_in_answers_for_who_is_away_and_circles_are_refused(people: People) -> None:
    second = await second_publisher(people)
    submission_id = await proposed(people.lan)
    today = clock.today()

    async def away(officer: Person, stand_in: Person, by: Person) -> tuple[UUID, Outcome]:
        recorded = AbsenceRecorded(
            officer_id=officer.id,
            stand_in_id=stand_in.id,
            first_day=today,
            last_day=today + timedelta(days=3),
            reason="nghỉ phép",
        )
        async with transaction():
            return await absences.act(None, recorded, by.actor())

    with pytest.raises(NotFound):
        await shown(submission_id, people.phuc)
    absence_id, outcome = await away(second, people.phuc, second)
    assert isinstance(outcome, Accepted), outcome
    (step, basis) = (await shown(submission_id, people.phuc)).mine[0]
    assert (step.number, basis.how, basis.of) == (1, "stand_in", second.id)
    assert refused((await away(people.phuc, second, people.phuc))[1]) == "approval_absence_circle"
    assert refused((await away(people.giang, people.hai, people.an))[1]) == (
        "approval_absence_not_yours"
    )
    async with transaction():
        back = AbsenceEnded(first_day_back=today, reason="về sớm")
        assert isinstance((await absences.act(absence_id, back, second.actor()))[1], Accepted)
    with pytest.raises(NotFound):
        await shown(submission_id, people.phuc)
