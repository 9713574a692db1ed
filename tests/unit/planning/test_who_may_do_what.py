"""Whose act a plan's is (Circular 27/2020 Arts 4 to 6): departments, teams, and the nation's unit."""

from uuid import UUID, uuid4

import pytest

from backend.core.actors import Actor, UnitPath
from backend.planning.rules import authority
from schemas.core.vocabulary import Role
from schemas.planning.words import PlanAct, PlanKind
from tests.unit.planning.test_calendar import ABOVE, NATION, UNIT, plan

ISSUED_BY_TEAM = plan(PlanKind.THEMATIC, 3)


def officer(role: Role, *path: UUID) -> Actor:
    """An officer of this role at the end of this path."""
    units = [*path, *[None] * (4 - len(path))]
    return Actor(
        officer_id=uuid4(),
        username="ai",
        full_name="Ai Đó",
        roles=frozenset({role}),
        unit=UnitPath(unit_1=path[0], unit_2=units[1], unit_3=units[2], unit_4=units[3]),
        session_id=None,
        face="desk",
    )


@pytest.mark.parametrize(
    ("kind", "level", "own_head"),
    [
        (PlanKind.PERIODIC, 2, False),  # Art 6.1.b: the General Director approves
        (PlanKind.THEMATIC, 2, True),  # Art 6.2.b: the department's head makes and issues it
        (PlanKind.THEMATIC, 3, False),  # Art 6.3.b: the head of the department approves
        (PlanKind.ORIENTATION, 1, True),  # above the nation's unit there is nobody in this system
    ],
)
def test_who_approves_a_plan(kind: PlanKind, level: int, own_head: bool) -> None:
    assert authority.approved_by_own_head(kind, plan(kind, level).path) is own_head


@pytest.mark.parametrize(
    ("kind", "level", "own_head"),
    [
        (PlanKind.THEMATIC, 2, True),  # Art 6.2.b: "chủ động xây dựng, quyết định ban hành"
        (PlanKind.THEMATIC, 3, False),  # Art 6.3
        (
            PlanKind.PERIODIC,
            2,
            False,
        ),  # Art 6.1.b, c: issued after the General Director approved it
        (PlanKind.ORIENTATION, 1, False),  # Art 4.1: the Minister
    ],
)
def test_who_issues_a_plan_without_anybodys_approval(
    kind: PlanKind, level: int, own_head: bool
) -> None:
    assert authority.issued_by_own_head(kind, plan(kind, level).path) is own_head


def test_a_team_proposes_a_periodic_plan_and_has_none_of_its_own() -> None:
    # Arts 5.1, 6.1.a: periodic plans are departments'; Art 5.3: a team's own plan is thematic.
    assert not authority.submits_itself(PlanKind.PERIODIC, plan(PlanKind.PERIODIC, 3).path)
    assert authority.submits_itself(PlanKind.PERIODIC, plan(PlanKind.PERIODIC, 2).path)
    assert authority.submits_itself(PlanKind.THEMATIC, ISSUED_BY_TEAM.path)


def test_only_the_nations_unit_makes_an_orientation_programme() -> None:
    levels = {level: plan(level=level).path for level in (1, 2, 3)}
    made = [level for level, path in levels.items() if authority.makes(PlanKind.ORIENTATION, path)]
    assert made == [1]  # Art 4.2
    assert all(authority.makes(PlanKind.THEMATIC, path) for path in levels.values())


def test_who_approved_a_teams_plan_amends_it_and_its_own_head_does_not() -> None:
    # Art 6.5: "người có thẩm quyền phê duyệt hoặc ban hành" decides; a team's plan is approved above (Art 6.3).
    leader = officer(Role.TEAM_LEADER, NATION, ABOVE, UNIT)
    head_of_team = officer(Role.SUPERVISOR, NATION, ABOVE, UNIT)
    above = officer(Role.SUPERVISOR, NATION, ABOVE)
    elsewhere = officer(Role.SUPERVISOR, NATION, uuid4())
    may = [
        authority.may(PlanAct.AMENDED, ISSUED_BY_TEAM, one)
        for one in (leader, head_of_team, above, elsewhere)
    ]
    assert may == [False, False, True, False]
    assert authority.may(PlanAct.ENDED, ISSUED_BY_TEAM, leader)
    head = officer(Role.SUPERVISOR, NATION, UNIT)
    assert authority.may(PlanAct.AMENDED, plan(PlanKind.PERIODIC, 2, unit_2=UNIT), head)


def test_who_works_in_a_department_submits_its_thematic_plan_to_its_head() -> None:
    one = plan(PlanKind.THEMATIC, 2, unit_2=UNIT)
    assert authority.may(PlanAct.SUBMITTED, one, officer(Role.LEGAL, NATION, UNIT))
    yearly = plan(PlanKind.PERIODIC, 2, unit_2=UNIT)
    assert not authority.may(PlanAct.SUBMITTED, yearly, officer(Role.LEGAL, NATION, UNIT))
