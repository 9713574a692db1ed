"""What a reader may do with a recorded delegation."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from backend.force.rules.delegation_permissions import permitted
from backend.force.rules.delegations import Recorded
from schemas.core.vocabulary import Role

DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
WHO = {name: uuid4() for name in ("head", "deputy", "clerk", "auditor")}
ROW = Recorded(
    id=uuid4(),
    number="01000012/QĐ-GQ",
    decided_on=DAY,
    summary="",
    giver_id=WHO["head"],
    giver_title="",
    receiver_id=WHO["deputy"],
    receiver_title="",
    unit_id=uuid4(),
    unit_1=uuid4(),
    unit_2=None,
    unit_3=None,
    unit_4=None,
    kinds="",
    case_id=None,
    valid_from=DAY,
    valid_to=None,
    scan_id=uuid4(),
    entered_by=WHO["clerk"],
    entered_at=NOON,
    confirmed_by=None,
    confirmed_at=None,
    ended_on=None,
    ended_by=None,
    end_reason=None,
)


def reader(who: str, *roles: Role) -> Any:
    return SimpleNamespace(officer_id=WHO[who], has=lambda *one: bool(set(one) & set(roles)))


def may(row: dict[str, Any], actor: Any) -> tuple[bool, bool, bool]:
    found = permitted(msgspec.structs.replace(ROW, **row), actor, DAY)
    return found.confirm, found.waits, found.end


def test_a_second_person_confirms_what_one_entered() -> None:
    assert may({}, reader("head", Role.SUPERVISOR)) == (True, False, True)
    assert may({}, reader("clerk", Role.CLERK)) == (False, True, True)
    assert may({"confirmed_at": NOON}, reader("clerk", Role.CLERK)) == (False, False, True)


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
    row = {"ended_on": ended_on, "confirmed_at": NOON if confirmed else None}
    assert may(row, reader("head", Role.SUPERVISOR)) == (False, False, ends)
