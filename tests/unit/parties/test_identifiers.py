"""A number of a party is checked by its source's rule, not by what our program says of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.parties.rules import identifiers as rules
from schemas.parties.acts import Identifier, Person
from schemas.parties.words import IdentifierKind as Kind
from schemas.parties.words import Sex

TODAY = date(2026, 3, 2)
WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
"""Of the first nine digits of a tax code (General Department of Taxation)."""


def tax_code(nine: str) -> str | None:
    """A tax code by its rule: 10 less the weighted sum modulo 11; None if there is none with these nine digits."""
    check = 10 - sum(w * int(n) for w, n in zip(WEIGHTS, nine, strict=True)) % 11
    return f"{nine}{check}" if check < 10 else None


NINES = st.integers(min_value=1, max_value=9_999_999).map(lambda one: f"01{one:07d}")
CODES = NINES.map(tax_code).filter(lambda one: one is not None)


@pytest.mark.parametrize("code", ["0100109106", "0100233488", "0314409058002"])
def test_known_tax_codes_are_right(code: str) -> None:
    assert rules.fault(Kind.TAX_CODE, code, TODAY) is None


@given(CODES)
def test_every_tax_code_by_the_rule_is_right(code: str) -> None:
    assert rules.fault(Kind.TAX_CODE, code, TODAY) is None
    assert rules.fault(Kind.ENTERPRISE_CODE, code, TODAY) is None
    assert rules.fault(Kind.TAX_CODE, f"{code}001", TODAY) is None, "a dependent unit's"


@given(CODES, st.integers(0, 9), st.integers(1, 9))
def test_one_mistyped_digit_is_noticed(code: str, place: int, by: int) -> None:
    """No weight is a multiple of 11, and no digit differs from another by as much."""
    wrong = str((int(code[place]) + by) % 10)
    typed = code[:place] + wrong + code[place + 1 :]
    assert rules.fault(Kind.TAX_CODE, typed, TODAY) in ("tax_code_checksum", "tax_code_length")


def test_a_tax_code_has_ten_twelve_or_thirteen_digits() -> None:
    for code in ("", "010010910", "01001091061", "01001091060001", "010010910A"):
        assert rules.fault(Kind.TAX_CODE, code, TODAY) == "tax_code_length"
    assert rules.fault(Kind.TAX_CODE, "0100109106000", TODAY) == "tax_code_length", "unit 000"


def test_a_personal_number_serves_as_tax_code() -> None:
    """Circular 86/2024/TT-BTC: since 2025-07-01 the personal number is the tax code of persons and households."""
    assert rules.fault(Kind.TAX_CODE, "001185012345", TODAY) is None
    assert rules.fault(Kind.TAX_CODE, "003185012345", TODAY) == "personal_number_place"


@pytest.mark.parametrize(
    ("number", "place", "sex", "year"),
    [
        ("001085012345", "001", Sex.MALE, 1985),
        ("001185012345", "001", Sex.FEMALE, 1985),
        ("079201000001", "079", Sex.MALE, 2001),
        ("096315999999", "096", Sex.FEMALE, 2015),
    ],
)
def test_a_personal_number_tells_place_sex_and_year(
    number: str, place: str, sex: Sex, year: int
) -> None:
    """Circular 59/2021/TT-BCA Art 4: 0, 1 of the 20th century, 2, 3 of the 21st; even for men."""
    assert rules.personal(number) == (place, sex, year)
    assert rules.fault(Kind.PERSONAL_NUMBER, number, TODAY) is None


def test_there_are_63_provinces_of_birth() -> None:
    """Circular 59/2021/TT-BCA, appendix I, as before the merger of 2025: a number never changes."""
    assert len(rules.PROVINCES_OF_BIRTH) == 63
    assert {"001", "031", "048", "079", "092", "096"} <= rules.PROVINCES_OF_BIRTH
    assert not {"003", "005", "013", "078", "099"} & rules.PROVINCES_OF_BIRTH


def test_a_personal_number_of_a_year_ahead_is_wrong() -> None:
    assert rules.fault(Kind.PERSONAL_NUMBER, "001226000001", TODAY) is None
    assert rules.fault(Kind.PERSONAL_NUMBER, "001227000001", TODAY) == "personal_number_year"
    assert rules.fault(Kind.PERSONAL_NUMBER, "00108501234", TODAY) == "personal_number_length"


def test_a_personal_number_fits_its_person() -> None:
    woman = Person(sex=Sex.FEMALE, birth_date=date(1985, 4, 1))
    assert rules.person_fault("001185012345", woman) is None
    assert rules.person_fault("001085012345", woman) == "personal_number_sex"
    assert rules.person_fault("001186012345", woman) == "personal_number_born"
    assert rules.person_fault("001186012345", Person()) is None


def test_cards_passports_and_registrations() -> None:
    assert rules.fault(Kind.OLD_IDENTITY_CARD, "012345678", TODAY) is None
    assert rules.fault(Kind.OLD_IDENTITY_CARD, "0123456789", TODAY) == "identity_card_length"
    assert rules.fault(Kind.PASSPORT, "B1234567", TODAY) is None
    assert rules.fault(Kind.PASSPORT, "C01X00T47", TODAY) is None, "a German one"
    assert rules.fault(Kind.PASSPORT, "B12", TODAY) == "passport_form"
    assert rules.fault(Kind.HOUSEHOLD_NUMBER, "01A8012345", TODAY) is None
    assert rules.fault(Kind.HOUSEHOLD_NUMBER, "??", TODAY) == "registration_form"


def test_who_says_vietnamese_has_a_vietnamese_passport() -> None:
    passport = [Identifier(kind=Kind.PASSPORT, value="C01X00T47")]
    vietnamese, german = Person(nationality="Việt Nam"), Person(nationality="Đức")
    assert rules.faults(passport, vietnamese, True, TODAY) == [(0, "passport_vietnamese")]
    assert rules.faults(passport, german, True, TODAY) == []


def test_what_the_paper_has_is_kept_and_what_is_there_twice_is_not() -> None:
    wrong = Identifier(kind=Kind.TAX_CODE, value="0100109107")
    assert rules.faults([wrong], None, False, TODAY) == [(0, "tax_code_checksum")]
    given_so = Identifier(kind=Kind.TAX_CODE, value="0100109107", as_given=True)
    assert rules.faults([given_so], None, False, TODAY) == []
    again = Identifier(kind=Kind.TAX_CODE, value="01.001.09107", as_given=True)
    assert rules.faults([given_so, again], None, False, TODAY) == [(1, "identifier_twice")]


@given(st.sampled_from(Kind), st.text(max_size=30))
def test_a_compact_number_stays_as_it_is(kind: Kind, typed: str) -> None:
    once = rules.compact(kind, typed)
    assert rules.compact(kind, once) == once


def test_a_dependent_units_code_is_printed_with_a_hyphen() -> None:
    assert rules.compact(Kind.TAX_CODE, "0100109106-001") == "0100109106001"
    assert rules.printed(Kind.TAX_CODE, "0100109106001") == "0100109106-001"
