"""Who may confirm what is asked about a person: never who asked, never who gains by it."""

import re
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.accounts import ask_rules
from backend.accounts.queries import sessions
from backend.actors import Actor, UnitPath
from schemas.vocabulary import Role

NATION, HA_NOI, TEAM, DA_NANG = (uuid4() for _ in range(4))
PATHS = (
    UnitPath(unit_1=NATION),
    UnitPath(unit_1=NATION, unit_2=HA_NOI),
    UnitPath(unit_1=NATION, unit_2=HA_NOI, unit_3=TEAM),
    UnitPath(unit_1=NATION, unit_2=DA_NANG),
)
ASKER, OFFICER, OTHER = (uuid4() for _ in range(3))
KINDS: tuple[ask_rules.Kind, ...] = ("role", "position", "reset", "move")


def actor(who: Any, roles: frozenset[Role], unit: UnitPath, face: Any = "desk") -> Actor:
    """Somebody of these roles in this unit."""
    return Actor(
        officer_id=who,
        username="x",
        full_name="X",
        roles=roles,
        unit=unit,
        session_id=None,
        face=face,
    )


@given(
    kind=st.sampled_from(KINDS),
    who=st.sampled_from((ASKER, OFFICER, OTHER)),
    roles=st.frozensets(st.sampled_from(list(Role))),
    unit=st.sampled_from(PATHS),
    path=st.sampled_from(PATHS),
    head=st.booleans(),
    face=st.sampled_from(("desk", "phone")),
)
def test_whoever_confirms_is_a_third_person_above_it_and_entitled(
    kind: ask_rules.Kind,
    who: Any,
    roles: frozenset[Role],
    unit: UnitPath,
    path: UnitPath,
    head: bool,
    face: str,
) -> None:
    heads = [who] if head else []
    why = ask_rules.objection(kind, ASKER, OFFICER, path, heads, actor(who, roles, unit, face))
    if why is not None:
        return
    assert who is OTHER
    assert face == "desk"
    assert path.as_tuple()[unit.level - 1] == unit.unit_id
    if kind == "position":
        assert Role.CLERK in roles or unit.level < path.level
        assert not roles.isdisjoint({Role.CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR})
    else:
        assert head or Role.ADMINISTRATOR in roles


def test_a_second_administrator_or_the_head_may_and_of_a_position_the_level_above() -> None:
    nation, department, team, _ = PATHS
    second = actor(OTHER, frozenset({Role.ADMINISTRATOR}), department)
    head = actor(OTHER, frozenset({Role.SUPERVISOR}), department)
    clerk = actor(OTHER, frozenset({Role.CLERK}), department)

    def why(kind: ask_rules.Kind, path: UnitPath, who: Actor, heads: Any = ()) -> str | None:
        return ask_rules.objection(kind, ASKER, OFFICER, path, heads, who)

    assert why("reset", team, second) is None
    assert why("reset", team, head, [OTHER]) is None
    assert why("reset", team, head) == "ask_not_yours", "a supervisor who is not his head"
    assert why("reset", nation, second) == "officer_unknown"
    assert why("position", team, head) is None
    assert why("position", department, head, [OTHER]) == "ask_not_yours", "not of his own level"
    assert why("position", department, clerk) is None


@pytest.mark.parametrize(
    ("code", "grave"),
    [(None, False), ("controller", False), ("team_head", True), ("deputy_team_head", True)],
)
def test_a_position_is_grave_when_it_signs_for_a_unit(code: str | None, grave: bool) -> None:
    assert ask_rules.grave_title(code) is grave


def test_every_role_but_the_inspector_s_is_grave() -> None:
    assert [role for role in Role if not ask_rules.grave_role(role)] == [Role.INSPECTOR]


def test_the_roles_that_the_query_leaves_open_are_those_of_the_rule() -> None:
    named = re.search(r"r\.role IN \(([^)]*)\)", sessions._ROLES)
    assert named
    assert set(re.findall(r"'(\w+)'", named[1])) == ask_rules.FIELD_ROLES
