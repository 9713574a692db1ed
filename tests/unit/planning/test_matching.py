"""By what two items concern the same subject, and when a second planned inspection is one too many."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.law.plan_limits import service as law
from backend.planning.rules import matching
from schemas.core.vocabulary import SubjectKind
from schemas.planning.acts import PlanItem, PlanSubject
from schemas.planning.words import Match

SPANS = law.once_per_year()


def item(
    name: str = "Cửa hàng Lan",
    *,
    day: date = date(2027, 3, 1),
    contents: tuple[str, ...] = ("Nguồn gốc hàng hóa",),
    address: str = "12 phố Huế",
    subject_id: UUID | None = None,
    **numbers: str,
) -> PlanItem:
    subject = PlanSubject(subject_id=subject_id, kind=SubjectKind.HOUSEHOLD, name=name, **numbers)
    return PlanItem(
        item_id=uuid4(),
        subject=subject,
        criterion=None,
        address=address,
        area=None,
        first_day=day,
        last_day=day,
        contents=list(contents),
        unit_id=uuid4(),
    )


def match(one: PlanItem, other: PlanItem) -> Match | None:
    mine, theirs = matching.keys_of(one), matching.keys_of(other)
    shared = [kinds[key] for key in mine.keys() & theirs.keys() for kinds in (mine, theirs)]
    return matching.strongest(shared) if shared else None


def test_the_register_proves_more_than_a_number_and_a_number_more_than_a_name() -> None:
    known = uuid4()
    one = item(subject_id=known, tax_code="0101234567")
    assert match(one, item("Hộ Lan", subject_id=known)) is Match.REGISTER
    assert match(one, item("Hộ Lan", tax_code="010 123 456-7")) is Match.TAX_CODE
    assert match(one, item("CỬA HÀNG LAN", address="12, Phố Huế.")) is Match.NAME
    assert match(one, item(address="14 phố Huế")) is None


def test_a_households_tax_code_may_be_its_owners_identity_number() -> None:
    one = item("Hộ A", tax_code="001085012345")
    assert match(one, item("Ông B", registration_number="001085012345")) is Match.TAX_CODE


def test_a_criterion_names_nobody() -> None:
    criterion = PlanItem(
        item_id=uuid4(),
        subject=None,
        criterion="Cửa hàng xăng dầu trên địa bàn",
        address="",
        area=None,
        first_day=date(2027, 1, 1),
        last_day=date(2027, 1, 2),
        contents=["Đo lường"],
        unit_id=uuid4(),
    )
    assert matching.keys_of(criterion) == {}


NAMES = st.text(alphabet="aàảbđĐ 0.-,Ươ", min_size=1, max_size=20)


@given(NAMES, NAMES)
def test_case_diacritics_and_signs_never_hide_a_subject(name: str, address: str) -> None:
    one, other = item(name, address=address), item(name.upper(), address=f" {address.upper()} ")
    assert matching.keys_of(one).keys() == matching.keys_of(other).keys()


@given(st.integers(0, 10**13).map(str), st.sampled_from([" ", "-", ".", "/"]))
def test_a_number_is_the_same_however_it_is_grouped(number: str, sign: str) -> None:
    grouped = sign.join(number[at : at + 3] for at in range(0, len(number), 3))
    one, other = item("A", tax_code=number), item("B", tax_code=grouped)
    assert match(one, other) is Match.TAX_CODE


@pytest.mark.parametrize(
    ("day", "contents", "too_many"),
    [
        # Ordinance 11/2016 Art 20.1: once a year on the same content.
        (date(2024, 3, 1), ("Nguồn gốc hàng hóa",), True),
        (date(2024, 3, 1), ("Đo lường",), False),
        # Resolution 198/2025/QH15: once a year, whatever the content.
        (date(2027, 3, 1), ("Nguồn gốc hàng hóa",), True),
        (date(2027, 3, 1), ("Đo lường",), True),
        # Before the Ordinance nothing was counted.
        (date(2016, 3, 1), ("Nguồn gốc hàng hóa",), False),
    ],
)
def test_how_often_a_subject_is_planned_follows_the_law_of_the_day(
    day: date, contents: tuple[str, ...], too_many: bool
) -> None:
    assert matching.collides(item(day=day), contents, day, SPANS) is too_many


@given(st.dates(date(2016, 1, 1), date(2030, 1, 1)), st.dates(date(2016, 1, 1), date(2030, 1, 1)))
def test_two_items_collide_whichever_of_them_is_looked_at(one: date, other: date) -> None:
    first, second = item(day=one, contents=("a",)), item(day=other, contents=("b",))
    assert matching.collides(first, second.contents, other, SPANS) is matching.collides(
        second, first.contents, one, SPANS
    )


def same(one: PlanItem, other: PlanItem) -> bool:
    """Whether a decision with the subject and address of `one` names the subject of `other`."""
    assert one.subject is not None
    assert other.subject is not None
    return matching.same_party(one.subject, [one.address], other.subject, other.address)


def test_a_decision_names_the_party_of_its_item_by_a_number_or_by_name_and_address() -> None:
    """Ordinance 11/2016 Art 20.1."""
    numbered = item(tax_code="0101234567")
    assert same(item("Hộ Lan", address="14 phố Huế", tax_code="010 123 456-7"), numbered)
    assert same(item("CỬA HÀNG LAN", address="12, Phố Huế."), numbered)
    assert not same(item(address="14 phố Huế"), numbered), "another shop of that name"
    assert not same(item(tax_code="0109999999"), numbered), "the tax office knows two"
    assert not same(item(subject_id=uuid4()), item(subject_id=uuid4()))


def test_contents_are_the_same_in_any_order_and_spelling_and_not_with_one_more_or_less() -> None:
    planned = matching.all_contents(["Nhãn hàng hóa", "Giá"])
    assert matching.all_contents(["giá.", "NHÃN HÀNG HÓA"]) == planned
    assert matching.all_contents(["Giá; nhãn hàng hóa"]) != planned
    assert matching.all_contents(["Giá"]) != planned
