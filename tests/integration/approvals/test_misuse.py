"""What a corrupt deputy, and a keeper of routes alone, cannot bring about."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend import registry
from backend.approvals import claims
from backend.approvals.absences import service as absences
from backend.approvals.reading import permitted
from backend.approvals.routes import service as routes
from backend.approvals.rules import keys
from backend.approvals.submissions import service as submissions
from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.approvals.absences import AbsenceEnded, AbsenceRecorded
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import HandedOn, RouteStep
from schemas.approvals.words import SubmittedKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.integration.approvals.test_publication import answered, proposed
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.publishers import second_publisher
from tests.support.routes_made import LEGAL_FIRST, published

pytestmark = pytest.mark.usefixtures("pool")


def code(outcome: Outcome) -> str | None:
    return outcome.code if isinstance(outcome, Refused) else None


async def away(officer: Person, stand_in: Person, by: Person) -> tuple[UUID, Outcome]:
    today = clock.today()
    recorded = AbsenceRecorded(
        officer_id=officer.id,
        stand_in_id=stand_in.id,
        first_day=today,
        last_day=today + timedelta(days=9),
        reason="nghỉ phép",
    )
    registry.open_all()
    async with transaction():
        return await absences.act(None, recorded, by.actor())


async def ended(absence_id: UUID, after: int, by: Person) -> Outcome:
    back = AbsenceEnded(first_day_back=clock.today() + timedelta(days=after), reason="về sớm")
    async with transaction():
        return (await absences.act(absence_id, back, by.actor()))[1]


async def test_nobody_makes_themselves_the_stand_in_of_a_colleague(people: People) -> None:
    _, outcome = await away(people.giang, people.hai, people.hai)
    assert code(outcome) == "approval_absence_self", "a deputy would answer the head's steps"
    _, outcome = await away(people.giang, people.chi, people.hai)
    assert code(outcome) == "approval_absence_head", "nor would a friend of the deputy"
    _, outcome = await away(people.giang, people.nga, people.nga)
    assert code(outcome) == "approval_absence_self"
    assert isinstance((await away(people.giang, people.hai, people.giang))[1], Accepted)
    _, outcome = await away(people.phuc, people.an, people.giang)
    assert code(outcome) == "approval_absence_legal", "an inspector would check a colleague's paper"
    assert isinstance((await away(people.phuc, people.hai, people.nga))[1], Accepted)


async def test_no_row_of_stand_ins_ends_at_an_inspector_with_the_steps_of_a_head(
    people: People,
) -> None:
    first, _ = await away(people.chi, people.an, people.chi)
    assert code((await away(people.giang, people.chi, people.giang))[1]) == "approval_absence_rank"
    assert isinstance(await ended(first, 0, people.chi), Accepted)
    assert isinstance((await away(people.giang, people.chi, people.giang))[1], Accepted)
    assert code((await away(people.chi, people.an, people.chi))[1]) == "approval_absence_rank"
    assert isinstance((await away(people.chi, people.hai, people.chi))[1], Accepted)


async def test_an_end_in_the_future_keeps_nobody_from_ending_an_absence_today(
    people: People,
) -> None:
    absence_id, _ = await away(people.giang, people.hai, people.giang)
    assert code(await ended(absence_id, 10, people.hai)) == "approval_absence_end"
    assert isinstance(await ended(absence_id, 5, people.hai), Accepted)
    assert code(await ended(absence_id, 8, people.hai)) == "approval_absence_end"
    assert isinstance(await ended(absence_id, 0, people.giang), Accepted)
    assert code(await ended(absence_id, 0, people.giang)) == "approval_absence_over"


async def act(route_id: UUID | None, content: Wire, by: Person) -> tuple[UUID, Outcome]:
    registry.open_all()
    async with transaction():
        return await routes.act(route_id, content, by.actor())


def draft(unit_id: UUID, *steps: RouteStep) -> RouteDrafted:
    return RouteDrafted(
        draft_id=new_id(),
        name="Quy trình thử",
        kind=SubmittedKind.SANCTION,
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


async def test_one_person_does_not_bring_an_ended_route_back(people: People) -> None:
    registry.open_all()
    route_id = await published(people, SubmittedKind.SANCTION)
    said = draft(people.giang.unit.unit_id, *LEGAL_FIRST)
    end = msgspec.structs.replace(said, ends_on=clock.today(), note="không dùng nữa")
    assert isinstance((await act(route_id, end, people.hai))[1], Accepted)
    publish = RoutePublished(draft_id=end.draft_id)
    assert isinstance((await act(route_id, publish, people.giang))[1], Accepted)
    later = msgspec.structs.replace(
        said, draft_id=new_id(), ends_on=clock.today() + timedelta(days=300), note="nữa"
    )
    assert code((await act(route_id, later, people.hai))[1]) == "approval_route_over"


async def test_a_small_unit_does_not_leave_out_the_legal_check_of_the_one_above(
    people: People,
) -> None:
    registry.open_all()
    await published(people, SubmittedKind.SANCTION)
    own = draft(people.an.unit.unit_id, LEGAL_FIRST[1])
    first, second = (replace(one, roles=(Role.SUPERVISOR,)) for one in (people.chi, people.an))
    route_id, outcome = await act(None, own, first)
    assert isinstance(outcome, Accepted), outcome
    publish = RoutePublished(draft_id=own.draft_id)
    _, outcome = await act(route_id, publish, second)
    assert code(outcome) == "approval_route_legal_check", "two of the team's own"
    assert isinstance((await act(route_id, publish, people.hai))[1], Accepted), "from above"


async def test_a_deputy_hands_no_step_that_waits_for_another_to_himself_or_a_friend(
    people: People,
) -> None:
    holder = await second_publisher(people)
    submission_id = await proposed(people.lan)
    deputy = replace(people.khanh, roles=(Role.SUPERVISOR,))

    def to(person: Person, *, up: bool = False) -> HandedOn:
        return HandedOn(step=1, to=[f"officer:{person.id}"], reason="đi công tác", up=up)

    for target in (deputy, people.an):
        outcome = await answered(submission_id, to(target), deputy)
        assert code(outcome) == "approval_not_yours"
    outcome = await answered(submission_id, to(people.khanh, up=True), holder)
    assert code(outcome) == "approval_by_system_only", "going up by itself is the system's"
    outcome = await answered(submission_id, to(people.an), holder)
    assert code(outcome) == "approval_target_unknown", "who answers reads: it stays in its units"
    outcome = await answered(submission_id, to(people.khanh), holder)
    assert code(outcome) == "approval_target_unknown", "an auditor stays independent"
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.khanh.id)
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'legal')", people.khanh.id
    )
    assert isinstance(await answered(submission_id, to(people.khanh), holder), Accepted)


async def test_a_step_that_opens_while_its_answer_is_sent_takes_a_second_factor_too(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = await second_publisher(people)
    submission_id = await proposed(people.lan)
    async with transaction():
        one = (await submissions.find(submission_id, holder.actor())).facts
    desk = await Desk.of(app, holder, people)
    await database.execute("UPDATE desk_sessions SET confirmed_until = NULL")
    # As it is for one who reads the page a moment before the step is his.
    monkeypatch.setattr(permitted, "operations", lambda _found: frozenset())
    said = {"shown": one.shown, "step": "1", "without": ""}
    answer = await desk.post(f"/desk/submissions/{submission_id}/approve", **said)
    assert answer.status_code == 403, answer.text
    async with transaction():
        assert (await submissions.find(submission_id, holder.actor())).facts.state == "waiting"
    monkeypatch.undo()
    # Whoever sits down at an open desk would else give the steps of its officer to a friend, who has a factor.
    today, me = clock.today().isoformat(), holder.username
    given = {"first_day": today, "last_day": today, "officer": me, "stand_in": people.phuc.username}
    assert (await desk.post("/desk/absences", **given)).status_code == 403
    said |= {"to": str(people.lan.id), "reason": "Đi họp"}
    hand_on = f"/desk/submissions/{submission_id}/hand_on"
    assert (await desk.post(hand_on, **said)).status_code == 403


async def test_a_head_whose_post_is_over_answers_for_the_unit_no_longer(people: People) -> None:
    """The account and its role go on; the powers went with the post (Law Art 52)."""
    head = keys.head(people.giang.unit.unit_id)
    assert head in (await claims.of(people.giang.actor())).own
    over = "UPDATE officer_positions SET valid_to = current_date - 1 WHERE officer_id = $1"
    await database.execute(over, people.giang.id)
    assert head not in (await claims.of(people.giang.actor())).own
