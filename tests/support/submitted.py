"""Submissions of inspections for tests: found by their subject, answered, sent by a route."""

from uuid import UUID, uuid4

from backend.approvals import claims
from backend.approvals.routes import service as routes
from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import events
from backend.approvals.submissions import service as submissions
from backend.core import clock, database
from backend.core.database import transaction
from backend.fieldwork.rules import flow
from backend.ledger import service as ledger
from backend.ledger.service import Accepted
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.core.base import Wire
from schemas.core.vocabulary import Role
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People, Person


async def of_record(record_id: UUID) -> list[Submission]:
    """The submissions of a record, oldest first."""
    rows = await database.fetch(
        "SELECT id FROM approval_submissions WHERE record_id = $1 ORDER BY submitted_at, id",
        record_id,
    )
    async with transaction():
        found = [await events.facts_of(row["id"]) for row in rows]
    return [one for one in found if one is not None]


async def waits_for(person: Person) -> list[UUID]:
    """The records of which a step waits for this person's own office."""
    async with transaction():
        mine = await claims.of(person.actor("desk"))
        rows = await database.fetch(
            """
            SELECT DISTINCT s.record_id FROM approval_waits w JOIN approval_submissions s ON s.id = w.submission_id
            WHERE w.key = ANY ($1) AND w.opens_at <= now()
            """,
            mine.deciding,
        )
    return [row["record_id"] for row in rows]


async def answer(one: Submission, content: Wire, person: Person) -> None:
    """Answer it as its page does. Raises RefusedAct."""
    async with transaction():
        ledger.unwrap(await submissions.answer(one.id, content, person.actor("desk")))


async def legal_first(
    people: People, kind: SubmittedKind, decides: StepKind, first: StepKind = StepKind.OPINION
) -> None:
    """Publish a route in Hà Nội: the legal officer, whose opinion is asked, then the head."""
    steps = [
        RouteStep(kind=first, who=Who(by=By.ROLE, up=1, role=Role.LEGAL), term=Term(hours=8)),
        RouteStep(kind=decides, who=Who(by=By.HEAD, up=1), term=Term(hours=8)),
    ]
    draft = RouteDrafted(
        draft_id=uuid4(),
        name="Có ý kiến pháp chế",
        kind=kind,
        unit_id=people.giang.unit.unit_id,
        forms=[],
        fields=[],
        levels=[],
        amount_from=None,
        amount_to=None,
        steps=steps,
        valid_from=clock.today(),
        note="",
    )
    async with transaction():
        route, outcome = await routes.act(None, draft, people.phuc.actor("desk"))
        ledger.unwrap(outcome)
        publish = RoutePublished(draft_id=draft.draft_id)
        ledger.unwrap((await routes.act(route, publish, people.giang.actor("desk")))[1])


async def drafted(people: People) -> Work:
    """Minutes on which nobody has signed, proposed to a supervisor."""
    work = await factories.announced(people, photos=1, minutes_flow=2, author=people.chi)
    await factories.write_text(work)
    await propose(work)
    return work


async def propose(work: Work) -> str:
    """Propose the minutes written last; the act's id."""
    photos = [picture.sha256 for picture in work.pictures]
    draft = flow.draft_hash(UUID(work.minutes), photos)
    content = {"minutes": work.minutes, "photos": photos, "draft": draft}
    outcome = await work.act("minutes.proposed", content)
    assert isinstance(outcome, Accepted), outcome
    return str(work.pen.log[-1]["id"])
