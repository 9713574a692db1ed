"""A delegation that ends as its giver's work is handed over does not stop whoever hands over by being theirs."""

from typing import Literal
from uuid import uuid4

import msgspec
import pytest

from backend.core.actors import Actor, Owned, UnitPath
from backend.force.derived import authority
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct

NATION = uuid4()
RECEIVER = Actor(
    officer_id=uuid4(),
    username="my",
    full_name="Đỗ Hà My",
    roles=frozenset({Role.ADMINISTRATOR, Role.CLERK}),
    unit=UnitPath(unit_1=NATION, unit_2=None, unit_3=None, unit_4=None),
    session_id=None,
    face="desk",
)


def why(kind: PeopleAct, face: Literal["desk", "cli", "job"]) -> str | None:
    state = Owned(unit_1=NATION, unit_2=None, unit_3=None, unit_4=None)
    actor = msgspec.structs.replace(RECEIVER, face=face)
    return authority.objection(state, kind, RECEIVER.officer_id, actor)


def test_the_system_ends_it_under_the_receiver_s_name() -> None:
    assert why(PeopleAct.DELEGATION_ENDED, "job") is None


@pytest.mark.parametrize("face", ["desk", "cli"])
def test_the_receiver_neither_ends_nor_gets_one_by_themselves(
    face: Literal["desk", "cli"],
) -> None:
    for kind in (PeopleAct.DELEGATION_ENDED, PeopleAct.DELEGATION_GIVEN):
        assert why(kind, face) == "delegation_own"


def test_the_system_gives_none() -> None:
    assert why(PeopleAct.DELEGATION_GIVEN, "job") == "delegation_own"
