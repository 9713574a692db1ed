"""Whose head is whose, where nobody heads a unit."""

from uuid import UUID, uuid4

from backend.core.actors import UnitPath
from backend.insight.rules import headless

NATION, DEPARTMENT, TEAM, OTHER, BELOW = (uuid4() for _ in range(5))


def path(*parts: UUID) -> UnitPath:
    padded = [*parts, *[None] * (4 - len(parts))]
    return UnitPath(unit_1=parts[0], unit_2=padded[1], unit_3=padded[2], unit_4=padded[3])


DEEP = path(NATION, DEPARTMENT, TEAM, BELOW)
UNITS = [(path(NATION, DEPARTMENT, TEAM), False), (path(NATION, DEPARTMENT, OTHER), True)]


def test_a_team_that_nobody_heads_is_its_department_head_s_and_one_with_a_head_is_not() -> None:
    assert headless.of(UNITS, [DEPARTMENT]) == [TEAM]


def test_two_levels_without_a_head_go_to_the_nearest_head_above_both() -> None:
    assert headless.of([*UNITS, (DEEP, False)], [DEPARTMENT]) == sorted([TEAM, BELOW])


def test_what_a_nearer_head_has_is_not_for_the_head_above() -> None:
    units = [*UNITS, (path(NATION, DEPARTMENT), True)]
    assert headless.of(units, [NATION]) == []
