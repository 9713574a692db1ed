"""Which unit handles information about officers, and who may open what is sealed."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.actors import UnitPath
from backend.intake.rules import comparing, line, routing
from backend.intake.rules.facts import Ask
from backend.intake.rules.line import Reader
from schemas.intake.words import SecretKind
from tests.unit.intake.made import information

ROOT, PROVINCE, OTHER, TEAM, SECOND = (uuid4() for _ in range(5))
NOW = datetime(2026, 11, 29, 8, tzinfo=UTC)


def path(*units: UUID) -> UnitPath:
    """A unit with its ancestors, from the nation down."""
    names = ("unit_1", "unit_2", "unit_3", "unit_4")
    return UnitPath(**dict(zip(names, units, strict=False)))


@pytest.mark.parametrize(
    ("named", "handles", "auditors_only"),
    [
        ([path(ROOT, PROVINCE, TEAM)], path(ROOT, PROVINCE), False),
        ([path(ROOT, PROVINCE)], path(ROOT), False),
        ([path(ROOT)], path(ROOT), True),
        ([path(ROOT, PROVINCE, TEAM), path(ROOT, PROVINCE, SECOND)], path(ROOT, PROVINCE), False),
        ([path(ROOT, PROVINCE, TEAM), path(ROOT, OTHER)], path(ROOT), False),
        ([path(ROOT, PROVINCE, TEAM), path(ROOT)], path(ROOT), True),
    ],
)
def test_information_about_officers_goes_to_the_nearest_unit_above_all_of_them(
    named: list[UnitPath], handles: UnitPath, auditors_only: bool
) -> None:
    assert routing.above(named) == routing.Handled(handles, auditors_only)


units = st.integers(min_value=0, max_value=2)


@given(st.lists(st.lists(units, min_size=0, max_size=3), min_size=1, max_size=4))
def test_no_unit_of_a_named_officer_ever_handles_it(places: list[list[int]]) -> None:
    def unit(prefix: list[int]) -> UUID:
        return UUID(int=int("1" + "".join(str(one + 1) for one in prefix)))

    named = [path(*(unit(one[:level]) for level in range(len(one) + 1))) for one in places]
    found = routing.above(named)
    if not found.auditors_only:
        assert found.path.unit_id not in {one.unit_id for one in named}
        assert all(found.path.unit_id in one.as_tuple() for one in named), "it is above all of them"


def test_the_line_is_its_receiver_and_the_head_and_verifiers_open_the_account_alone() -> None:
    """Circular 27/2020 Arts 27, 37."""
    receiver, head, verifier, stranger = (uuid4() for _ in range(4))
    facts = information(registered_by=receiver, verifiers=[verifier])

    def opens(who: UUID, kind: SecretKind, *, heads: bool = False) -> bool:
        return line.may_open(facts, Reader(who, heads), kind, NOW)

    for kind in SecretKind:
        assert opens(receiver, kind)
        assert opens(head, kind, heads=True)
        assert not opens(stranger, kind)
    assert opens(verifier, SecretKind.ACCOUNT)
    assert opens(verifier, SecretKind.ATTACHMENT)
    assert not opens(verifier, SecretKind.INFORMANT)


def test_who_is_named_opens_nothing_though_he_heads_the_unit_or_took_it_in() -> None:
    officer = uuid4()
    facts = information(registered_by=officer, named_officers=[officer])
    for kind in SecretKind:
        assert not line.may_open(facts, Reader(officer, True), kind, NOW)


def test_a_granted_look_ends_after_a_day() -> None:
    """Practice B6."""
    stranger = uuid4()
    facts = information()
    until = NOW + line.GRANTED_FOR
    facts.asks[stranger] = Ask(stranger, "Lý do", NOW, until=until)
    assert line.may_open(facts, Reader(stranger, False), SecretKind.INFORMANT, NOW)
    assert not line.may_open(facts, Reader(stranger, False), SecretKind.ACCOUNT, NOW)
    late = until + timedelta(seconds=1)
    assert not line.may_open(facts, Reader(stranger, False), SecretKind.INFORMANT, late)


@pytest.mark.parametrize(
    "typed", ["0987 654 321", "+84987654321", "0084.987.654.321", "(098) 7654321"]
)
def test_a_telephone_number_is_the_same_however_it_is_written(typed: str) -> None:
    assert comparing.phone(typed) == "0987654321"
