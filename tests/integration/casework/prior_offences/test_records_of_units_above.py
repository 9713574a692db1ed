"""A team's officers meet records of the department above: named, and not opened.

Such a row has no unit of the team's level. As a condition the scope is then neither true nor false.
"""

from datetime import date
from uuid import uuid4

import pytest

from backend.casework.prior_offences import service as prior_offences
from backend.casework.queries import elsewhere, receipts
from backend.casework.queries.teams import CASE_TEAMS
from backend.core import database, scope
from backend.core.actors import Actor
from tests.integration.casework.prior_offences.test_find import party, subject
from tests.support import factories
from tests.support.case_rows import NAME, TAX, case_of
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
BEHAVIOUR = "ND98-15-1-a"


def _readers(people: People) -> list[tuple[Actor, bool]]:
    """Leaders of a team here and elsewhere, who may not open the department's records, and its head, who may."""
    return [
        (people.chi.actor(), False),
        (people.duyen.actor(), False),
        (people.giang.actor(), True),
    ]


async def test_a_decision_against_the_same_party_is_named_whoever_asks(people: People) -> None:
    case = await case_of(people.giang, "VV-HN-7")
    await database.execute(
        "UPDATE cases SET decision_number = '12/QĐ', recorded_at = '2026-02-01Z'"
    )
    known = elsewhere.Known((), (TAX,), (), (NAME,))
    for actor, seen in _readers(people):
        condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 9)
        (found,) = await elsewhere.decided(
            uuid4(), known, [BEHAVIOUR], date(2025, 1, 1), 5, condition, list(args)
        )
        assert (found.id, found.seen) == (case, seen), actor.username


async def test_a_receipt_that_the_department_has_is_named_whoever_asks(people: People) -> None:
    case = await case_of(people.giang, "VV-HN-7")
    await receipts.put(case, uuid4(), "bl 1", date(2026, 3, 1))
    for actor, seen in _readers(people):
        condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 4)
        async with database.transaction():
            (found,) = await receipts.elsewhere(
                uuid4(), "bl 1", date(2026, 3, 1), condition, list(args)
            )
        assert (found.id, found.seen) == (case, seen), actor.username


async def test_prior_offences_before_the_department_are_listed_whoever_asks(people: People) -> None:
    await case_of(people.giang, "VV-HN-7")
    await factories.decided(people, subject=subject(name=NAME, tax_code=TAX))
    await database.execute(
        "UPDATE inspections SET unit_id = unit_2, unit_3 = NULL, announced_at = now()"
    )
    for actor, seen in _readers(people):
        told = await prior_offences.find(actor, party(name=NAME, tax_code=TAX))
        assert [(one.number, one.visible) for one in told.cases] == [("VV-HN-7", seen)]
        on_team = actor.officer_id == people.chi.id
        assert [one.visible for one in told.inspections] == [seen or on_team], actor.username
