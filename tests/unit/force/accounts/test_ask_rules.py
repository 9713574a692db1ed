"""Who may confirm what is asked about a person: never who asked, never who gains by it."""

import re
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.actors import Actor, UnitPath
from backend.force.queries import sessions
from backend.force.rules import asks as ask_rules
from backend.law.sanctions import service as sanctions
from schemas.core.vocabulary import Role

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
    "title",
    [
        "Kiểm soát viên",
        "Kiểm soát viên thị trường",
        "Kiểm soát viên chính thị trường",
        "Kiểm soát viên trung cấp thị trường",
        "kiểm soát viên cao cấp  thị trường ",
    ],
)
def test_a_controller_s_title_of_any_rank_needs_one_person(title: str) -> None:
    assert not ask_rules.grave_title(controllers=sanctions.is_controllers(title))


@pytest.mark.parametrize(
    "title",
    [
        "Chi cục trưởng",
        "Đội phó",
        "Trưởng đoàn",
        "CCT",
        "Kiểm soát viên kiêm Chi cục trưởng",
        "Kiểm soát viên, Đội trưởng",
        "Kiểm\u200b soát viên",
        "Kiểm soát viên\u00ad",
        "",
    ],
)
def test_every_other_title_needs_two(title: str) -> None:
    assert ask_rules.grave_title(controllers=sanctions.is_controllers(title))


def test_every_role_but_the_inspector_s_is_grave() -> None:
    assert [role for role in Role if not ask_rules.grave_role(role)] == [Role.INSPECTOR]


def test_the_roles_that_the_query_leaves_open_are_those_of_the_rule() -> None:
    named = re.search(r"r\.role IN \(([^)]*)\)", sessions._ROLES)
    assert named
    assert set(re.findall(r"'(\w+)'", named[1])) == ask_rules.FIELD_ROLES


@given(
    holders=st.lists(st.tuples(st.sampled_from((ASKER, OFFICER, OTHER)), st.integers(1, 4))),
    own=st.none() | st.integers(1, 4),
)
def test_nobody_is_his_own_head_and_nobody_beside_or_beneath_a_head_is_his(
    holders: list[tuple[Any, int]], own: int | None
) -> None:
    found = ask_rules.heads(holders, OFFICER, own)
    above = {who for who, level in holders if own is None or level < own}
    assert found == above - {OFFICER}


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Chi cục trưởng", True),
        ("Quyền Đội trưởng", True),
        ("Phó Chi cục trưởng", False),
        ("Chi cục phó", False),
        ("Kiểm soát viên thị trường", False),
        ("Trưởng đoàn", False),
    ],
)
def test_a_head_s_post_is_neither_a_deputy_s_nor_a_controller_s_nor_an_unknown_one(
    title: str, heads: bool
) -> None:
    assert sanctions.heads_a_unit(title) is heads
