"""What a reader may do with a recorded delegation."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from backend.force.rules.delegation_permissions import permitted
from schemas.core.vocabulary import Role

DAY = date(2026, 11, 24)
ROW = {"ended_on": None, "confirmed_at": None, "receiver_id": "deputy", "entered_by": "clerk"}


def reader(officer_id: str, *roles: Role) -> Any:
    return SimpleNamespace(officer_id=officer_id, has=lambda *one: bool(set(one) & set(roles)))


def may(row: dict[str, Any], actor: Any) -> tuple[bool, bool, bool]:
    found = permitted(ROW | row, actor, DAY)
    return found.confirm, found.waits, found.end


def test_a_second_person_confirms_what_one_entered() -> None:
    assert may({}, reader("head", Role.SUPERVISOR)) == (True, False, True)
    assert may({}, reader("clerk", Role.CLERK)) == (False, True, True)
    assert may({"confirmed_at": DAY}, reader("clerk", Role.CLERK)) == (False, False, True)


def test_who_was_given_the_powers_and_who_only_reads_do_nothing() -> None:
    assert may({}, reader("deputy", Role.SUPERVISOR)) == (False, False, False)
    assert may({}, reader("auditor", Role.AUDITOR)) == (False, False, False)


@pytest.mark.parametrize(
    ("ended_on", "confirmed", "ends"),
    [
        (date(2026, 11, 25), True, True),
        (date(2026, 11, 25), False, False),
        (DAY, True, False),
    ],
)
def test_an_end_that_is_still_to_come_may_come_earlier(
    ended_on: date, confirmed: bool, ends: bool
) -> None:
    row = {"ended_on": ended_on, "confirmed_at": DAY if confirmed else None}
    assert may(row, reader("head", Role.SUPERVISOR)) == (False, False, ends)
