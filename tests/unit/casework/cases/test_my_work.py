"""Which lists of work an officer has, by his roles."""

from types import SimpleNamespace
from typing import Any

import pytest

from backend.casework.rules.my_work import lists_of, works
from schemas.core.vocabulary import Role


def officer(*roles: Role) -> Any:
    return SimpleNamespace(has=lambda *asked: not set(asked).isdisjoint(roles))


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.TEAM_LEADER])
def test_who_is_on_teams_has_his_inspections_and_cases(role: Role) -> None:
    assert lists_of(officer(role)) == ("unopened", "cases", "mine")
    assert works(officer(role))


def test_a_supervisor_has_what_waits_for_his_word_first() -> None:
    ruled = ("drafts", "asked", "inspections", "held", "unknown")
    assert lists_of(officer(Role.SUPERVISOR)) == (*ruled, "unopened", "cases")
    assert lists_of(officer(Role.SUPERVISOR, Role.INSPECTOR))[-1] == "mine"


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEGAL])
def test_who_checks_has_the_violations_without_a_case_and_no_work(role: Role) -> None:
    assert lists_of(officer(role)) == ("unopened",)
    assert not works(officer(role))


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADMINISTRATOR])
def test_others_have_none(role: Role) -> None:
    assert lists_of(officer(role)) == ()
