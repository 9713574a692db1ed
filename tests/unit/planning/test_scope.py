"""Who sees plans and their items: the one place is backend/core/scope.py."""

from uuid import uuid4

import pytest

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

NATION, PROVINCE, TEAM = uuid4(), uuid4(), uuid4()
PATH = UnitPath(unit_1=NATION, unit_2=PROVINCE, unit_3=TEAM)


def actor(*roles: Role) -> Actor:
    return Actor(
        officer_id=uuid4(),
        username="ai",
        full_name="Ai Đó",
        roles=frozenset(roles),
        unit=PATH,
        session_id=None,
        face="desk",
    )


@pytest.mark.parametrize(
    ("role", "drafts", "work"),
    [
        (Role.INSPECTOR, False, True),
        (Role.TEAM_LEADER, True, True),
        (Role.SUPERVISOR, True, True),
        (Role.AUDITOR, True, True),
        (Role.LEGAL, True, True),
        (Role.CLERK, True, True),
        (Role.ADMINISTRATOR, False, False),
    ],
)
def test_readers_see_the_units_plans_and_everyone_who_works_there_its_items(
    role: Role, drafts: bool, work: bool
) -> None:
    one = actor(role)
    assert (scope.plans(one).unit == (3, TEAM)) is drafts
    assert (scope.plan_items(one).unit == (3, TEAM)) is work
    assert scope.plans_above(one) == ([NATION, PROVINCE, TEAM] if work else [])


def test_whoever_began_a_plan_or_leads_an_item_sees_it_without_a_role() -> None:
    nobody = actor()
    assert scope.plans(nobody).officer_in == ("drafted_by",)
    assert scope.plan_items(nobody).officer_in == ("leader_id",)
