"""What an administrator may do with an officer, and what a card is worth."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from backend.force.accounts import possible_acts
from schemas.core.vocabulary import Role

DAY = date(2026, 11, 24)


def card(**changed: Any) -> Any:
    given = {"revoked_on": None, "suspended_on": None, "expires_on": date(2027, 1, 1)}
    return SimpleNamespace(**(given | changed))


def view(state: str = "active", **changed: Any) -> Any:
    row = SimpleNamespace(id=uuid4(), state=state, enrolled=True, roles=[Role.INSPECTOR])
    given: dict[str, Any] = {
        "row": row,
        "himself": False,
        "positions": [],
        "cards": [],
        "ranks": [],
        "failures": 0,
    }
    return SimpleNamespace(**(given | changed))


def test_nobody_changes_his_own_account() -> None:
    assert possible_acts.possible(view(himself=True)) == []


def test_an_open_account_is_kept_and_a_shut_one_is_opened_again() -> None:
    kept = "correct enrol give-role take-role emergency give-position give-rank issue-card move disable"
    assert possible_acts.possible(view()) == kept.split()
    assert possible_acts.possible(view("disabled")) == ["correct", "enrol", "reinstate"]


def test_what_there_is_nothing_of_is_not_offered() -> None:
    post = SimpleNamespace(is_open=True)
    found = possible_acts.possible(view(positions=[post], cards=[card()], failures=3))
    assert {"unlock", "end-position", "suspend-card", "revoke-card"} <= set(found)
    assert "restore-card" not in found


def test_cards_by_what_can_be_done_with_them() -> None:
    runs, held, gone = card(), card(suspended_on=DAY), card(revoked_on=DAY)
    seen = view(cards=[runs, held, gone])
    assert possible_acts.cards_for("suspend-card", seen) == [runs]
    assert possible_acts.cards_for("restore-card", seen) == [held]
    assert possible_acts.cards_for("revoke-card", seen) == [runs, held]


def test_roles_are_given_that_he_lacks_and_taken_that_he_has() -> None:
    assert possible_acts.roles_for("take-role", view()) == [Role.INSPECTOR]
    assert set(possible_acts.roles_for("give-role", view())) == set(Role) - {Role.INSPECTOR}


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ({}, "valid"),
        ({"expires_on": DAY}, "valid"),
        ({"expires_on": date(2026, 11, 23)}, "expired"),
        ({"suspended_on": DAY, "expires_on": date(2026, 11, 23)}, "suspended"),
        ({"suspended_on": DAY, "revoked_on": DAY}, "revoked"),
    ],
)
def test_what_a_card_is_worth(changed: dict[str, Any], standing: str) -> None:
    assert possible_acts.card_standing(card(**changed), DAY) == standing
