"""The matrix of rights is what the judges of acts say, and the printed page is the matrix."""

from uuid import UUID

import pytest

from admin_ui.operations.rights import page as desk
from backend.casework.acts.declaring import Who as CaseWho
from backend.casework.acts.index import ACTS as CASEWORK
from backend.casework.derived import authority as of_cases
from backend.core.actors import Actor, Owned, UnitPath
from backend.force.acts.declaring import Handler, Who
from backend.force.acts.index import ACTS as FORCE
from backend.force.derived import authority as of_people
from backend.operations.rules import rights
from schemas.core.vocabulary import Role
from tests.support.rights_pages import PAGE, page

UNIT = UnitPath(unit_1=UUID(int=1), unit_2=UUID(int=2))
SOMEBODY, OTHER = UUID(int=7), UUID(int=8)
STATE = Owned(unit_1=UNIT.unit_1, unit_2=UNIT.unit_2, unit_3=None, unit_4=None)
SAID = {one.act: one.roles for one in rights.every()}


def actor(role: Role) -> Actor:
    return Actor(
        officer_id=SOMEBODY,
        username="x",
        full_name="x",
        roles=frozenset({role}),
        unit=UNIT,
        session_id=None,
        face="desk",
    )


@pytest.mark.parametrize("role", list(Role))
def test_a_case_takes_from_each_role_what_the_matrix_says(role: Role) -> None:
    for kind, one in CASEWORK.items():
        if one.who is CaseWho.SYSTEM:
            continue
        why = of_cases.objection(UNIT, True, kind, actor(role), own=True)
        assert (why is None) == (role in SAID[kind]), f"{role}: {kind}"


@pytest.mark.parametrize("role", list(Role))
def test_an_account_takes_from_each_role_what_the_matrix_says(role: Role) -> None:
    """Of what officers do to others. What they do to themselves is theirs whatever the role."""
    for kind, one in FORCE.items():
        if one.handler is not Handler.OFFICER or one.also_himself or one.who in (
            Who.HIMSELF, Who.HIMSELF_OR_OPERATOR, Who.ASKED,
        ):  # fmt: skip
            continue
        why = of_people.objection(STATE, kind, OTHER, actor(role))
        assert (why is None) == (role in SAID[kind]), f"{role}: {kind}"


def test_every_declared_act_stands_once_in_the_matrix_and_at_the_desk() -> None:
    acts = [one.act for one in rights.every()]
    assert len(acts) == len(set(acts))
    shown = [row.code for group in rights.GROUPS for row in desk.acts(group, "vi")]
    assert sorted(shown) == sorted(acts)


def test_an_administrator_makes_no_act_of_a_case_an_inspection_or_an_information() -> None:
    for group in ("casework", "fieldwork", "intake", "planning", "insight", "parties"):
        theirs = [one.act for one in rights.of_group(group) if Role.ADMINISTRATOR in one.roles]
        assert theirs == [], group


def test_the_printed_page_is_the_matrix() -> None:
    assert PAGE.read_text("utf-8") == page(), "print it: python -m tests.support.rights_pages"
