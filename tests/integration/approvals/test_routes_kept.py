"""Routes are kept by two persons, day by day: none is taken away alone, and none leaves a gap."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend import registry
from backend.approvals.queries import routes as queries
from backend.approvals.routes import service as routes
from backend.approvals.rules.routes import InForce
from backend.core import clock
from backend.core.database import transaction
from backend.ledger.service import Accepted, Outcome, Refused
from backend.operations.verification import service as verification
from schemas.approvals.routes import RouteDrafted, RouteEnded, RoutePublished
from schemas.approvals.words import SubmittedKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from tests.support import routes_made
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture(autouse=True)
def _wired() -> None:
    registry.open_all()


def draft(people: People, **changed: Any) -> RouteDrafted:
    given: dict[str, Any] = {
        "draft_id": new_id(),
        "name": "Quyết định xử phạt",
        "kind": SubmittedKind.SANCTION,
        "unit_id": people.giang.unit.unit_id,
        "forms": [],
        "fields": [],
        "amount_from": None,
        "amount_to": None,
        "steps": list(routes_made.LEGAL_FIRST),
        "valid_from": clock.today(),
        "note": "",
    }
    return RouteDrafted(**(given | changed))


async def act(route_id: UUID | None, content: Wire, who: Person) -> tuple[UUID, Outcome]:
    async with transaction():
        return await routes.act(route_id, content, who.actor())


async def in_force(people: People, after_days: int = 0) -> list[InForce]:
    day = clock.today() + timedelta(days=after_days)
    async with transaction():
        return await queries.in_force(SubmittedKind.SANCTION, [people.giang.unit.unit_id], day)


def code(outcome: Outcome) -> str | None:
    return outcome.code if isinstance(outcome, Refused) else None


async def published(people: People, **changed: Any) -> UUID:
    content = draft(people, **changed)
    route_id, outcome = await act(None, content, people.giang)
    assert isinstance(outcome, Accepted), outcome
    _, outcome = await act(route_id, RoutePublished(draft_id=content.draft_id), people.phuc)
    assert isinstance(outcome, Accepted), outcome
    return route_id


def ending(people: People, after_days: int = 0, **changed: Any) -> RouteDrafted:
    day = clock.today() + timedelta(days=after_days)
    return draft(people, **({"ends_on": day, "note": "Không cần pháp chế xem"} | changed))


async def test_a_route_is_ended_by_two_people_as_it_is_published(people: People) -> None:
    route_id = await published(people)
    alone = RouteEnded(valid_to=clock.today(), reason="Không cần pháp chế xem")
    for who in (people.giang, people.phuc):
        assert code((await act(route_id, alone, who))[1]) == "approval_route_two_end"
    end = ending(people)
    assert code((await act(None, end, people.phuc))[1]) == "approval_route_unknown"
    no_reason = ending(people, note="")
    assert code((await act(route_id, no_reason, people.phuc))[1]) == "approval_route_end_reason"
    assert isinstance((await act(route_id, end, people.phuc))[1], Accepted)
    publish = RoutePublished(draft_id=end.draft_id)
    assert code((await act(route_id, publish, people.phuc))[1]) == "approval_route_two_persons"
    assert await in_force(people), "one person ends nothing"
    assert isinstance((await act(route_id, publish, people.giang))[1], Accepted)
    assert await in_force(people) == []


async def test_a_version_for_a_later_day_leaves_the_present_one_in_force_until_then(
    people: People,
) -> None:
    """A version that replaced the old one today would leave a month without a legal officer."""
    route_id, day = await published(people), clock.today() + timedelta(days=30)
    later = draft(people, valid_from=day, name="Từ tháng sau")
    assert isinstance((await act(route_id, later, people.giang))[1], Accepted)
    publish = RoutePublished(draft_id=later.draft_id)
    assert isinstance((await act(route_id, publish, people.phuc))[1], Accepted)
    for after, version in ((0, 1), (29, 1), (30, 2), (300, 2)):
        [one] = await in_force(people, after_days=after)
        assert (one.route_id, one.version) == (route_id, version), f"in {after} days"
    beyond = draft(people, valid_from=day + timedelta(days=1))
    assert code((await act(route_id, beyond, people.giang))[1]) == "approval_route_later", (
        "what was published for that day is not taken away unseen"
    )
    report = await verification.in_snapshot(None, lambda *_: None)
    assert [one.where for one in report.findings if one.where.startswith("route")] == []


def test_a_draft_from_before_levels_could_be_named_reads_as_one_for_all_levels() -> None:
    said = {
        "draft_id": str(new_id()),
        "name": "Quy trình",
        "kind": "sanction",
        "unit_id": str(new_id()),
        "forms": [],
        "fields": [],
        "amount_from": None,
        "amount_to": None,
        "steps": [{"kind": "sign", "who": {"by": "head"}, "term": {"hours": 24}}],
        "valid_from": "2026-11-28",
        "note": "",
    }
    assert msgspec.convert(said, RouteDrafted).levels == []
