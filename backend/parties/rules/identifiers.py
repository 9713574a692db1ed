"""Numbers by which a party is told from all others: how each is written, and whether it can be right. Pure.

A number that fails its check is refused, unless the officer says that the paper has it so (`as_given`).
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.vn import mst

from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Identifier, PartyDetails, Person
from schemas.parties.words import IdentifierKind, Sex

_PROVINCES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 "
    "034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 "
    "067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
PROVINCES_OF_BIRTH = frozenset(_PROVINCES.split())
"""Provinces in which a birth was registered (Circular 59/2021/TT-BCA Art 4.1, appendix I, until
2024-07-01; since then Law 26/2023 and Decree 70/2024 keep the structure). They stay those of the
day of the birth: a number never changes when provinces merge."""
_FIRST_COUNTRY = "100"
"""Codes of countries of birth begin behind the provinces (appendix II)."""
_CENTURIES = {century: 1900 + 100 * (century // 2) for century in range(10)}
"""The fourth digit: even for men, odd for women; 0 and 1 of the 20th century, 2 and 3 of the 21st, and so on."""
_PERSONAL = 12
_CARD = 9
_BRANCH = 13
VIETNAMESE = frozenset({"", "viet nam", "vietnam", "vn", "vnm"})


class Personal(NamedTuple):
    """What a personal number tells."""

    birthplace: str
    """Code of the province, or of the country."""
    sex: Sex
    year: int
    """Of birth."""


def compact(kind: IdentifierKind, value: str) -> str:
    """Return a number without separators and in capitals: what is stored, compared and looked up."""
    kept = "".join(one for one in value.upper() if one.isalnum())
    whole = kind in (IdentifierKind.HOUSEHOLD_NUMBER, IdentifierKind.REGISTRATION_NUMBER)
    return " ".join(value.upper().split()) if whole else kept


def printed(kind: IdentifierKind, value: str) -> str:
    """Return a number as papers print it: a dependent unit's tax code as 10-3."""
    of_tax = kind in (IdentifierKind.TAX_CODE, IdentifierKind.ENTERPRISE_CODE)
    return f"{value[:10]}-{value[10:]}" if of_tax and len(value) == _BRANCH else value


def personal(value: str) -> Personal | None:
    """Read a personal number by its structure (Law 26/2023, Decree 70/2024; before them Decree 137/2015 Art 13 and
    Circular 59/2021/TT-BCA Art 4); None if it has none."""
    if len(value) != _PERSONAL or not (value.isascii() and value.isdigit()):
        return None
    place, century = value[:3], int(value[3])
    if place not in PROVINCES_OF_BIRTH and place < _FIRST_COUNTRY:
        return None
    sex = Sex.FEMALE if century % 2 else Sex.MALE
    return Personal(place, sex, _CENTURIES[century] + int(value[4:6]))


def fault(kind: IdentifierKind, value: str, today: date) -> str | None:
    """Return the code of what is wrong with a compact number; None if it can be right."""
    match kind:
        case IdentifierKind.TAX_CODE if len(value) == _PERSONAL:
            return _personal_fault(value, today)
        case IdentifierKind.TAX_CODE | IdentifierKind.ENTERPRISE_CODE:
            return _tax_fault(value)
        case IdentifierKind.PERSONAL_NUMBER:
            return _personal_fault(value, today)
        case IdentifierKind.OLD_IDENTITY_CARD:
            right = len(value) == _CARD and value.isascii() and value.isdigit()
            return None if right else "identity_card_length"
        case IdentifierKind.PASSPORT:
            return None if _is_passport(value) else "passport_form"
    right = len(value) > 2 and all(one.isalnum() or one in " /-." for one in value)
    return None if right else "registration_form"


def _tax_fault(value: str) -> str | None:
    """A tax code's tenth digit is 10 less the weighted sum of the nine before it modulo 11, weights 31, 29, 23, 19,
    17, 13, 7, 5, 3 (General Department of Taxation)."""
    if not (value.isascii() and value.isdigit()) or len(value) not in (10, _BRANCH):
        return "tax_code_length"
    try:
        mst.validate(value)
    except InvalidChecksum:
        return "tax_code_checksum"
    except ValidationError:
        return "tax_code_length"
    return None


def _personal_fault(value: str, today: date) -> str | None:
    if len(value) != _PERSONAL or not (value.isascii() and value.isdigit()):
        return "personal_number_length"
    read = personal(value)
    if read is None:
        return "personal_number_place"
    return "personal_number_year" if read.year > today.year else None


def _is_passport(value: str) -> bool:
    """Vietnamese ones are a letter with 7 or 8 digits; those of other States have five to fifteen of both."""
    return 5 <= len(value) <= 15 and value.isascii() and value.isalnum()


def vietnamese_passport(value: str) -> bool:
    """Tell whether a passport's number can be a Vietnamese one: a letter, then seven or eight digits."""
    return len(value) in (8, 9) and value[0].isalpha() and value[1:].isdigit()


def person_fault(value: str, person: Person | None) -> str | None:
    """Return the code of what a personal number and its person contradict each other in; None if nothing."""
    read = personal(value)
    if read is None or person is None:
        return None
    if person.sex is not None and person.sex is not read.sex:
        return "personal_number_sex"
    born = person.birth_date
    return "personal_number_born" if born is not None and born.year != read.year else None


def _personal_numbers(party: PartyDetails) -> frozenset[str]:
    """Return the personal numbers of a person, or of a household's owner, that pass their check."""
    kinds = (IdentifierKind.PERSONAL_NUMBER, IdentifierKind.TAX_CODE)
    found = (
        compact(one.kind, one.value)
        for one in party.identifiers
        if one.kind in kinds and not one.as_given
    )
    return frozenset(one for one in found if len(one) == _PERSONAL)


def two_people(one: PartyDetails, other: PartyDetails) -> bool:
    """Tell whether two rows are certainly of two people: a personal number is one person's alone (Law 26/2023)."""
    if SubjectKind.ORGANISATION in (one.kind, other.kind):
        return False
    ours, theirs = _personal_numbers(one), _personal_numbers(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def normal(given: Identifier) -> Identifier:
    """Return an identifier with its number compact."""
    return Identifier(
        kind=given.kind,
        value=compact(given.kind, given.value),
        issuer=given.issuer,
        issued_on=given.issued_on,
        as_given=given.as_given,
    )


def faults(
    given: Sequence[Identifier], person: Person | None, is_person: bool, today: date
) -> list[tuple[int, str]]:
    """Return the place and the code of each fault of a party's identifiers that are not kept as given.

    `is_person`: the person is the party itself or the owner of a household, not who signs for an organisation.
    """
    found: list[tuple[int, str]] = []
    seen: set[tuple[IdentifierKind, str]] = set()
    for place, one in enumerate(given):
        value = compact(one.kind, one.value)
        code = None if one.as_given else _one_fault(one.kind, value, person, is_person, today)
        if (one.kind, value) in seen:
            code = "identifier_twice"
        seen.add((one.kind, value))
        if code:
            found.append((place, code))
    return found


def _one_fault(
    kind: IdentifierKind, value: str, person: Person | None, is_person: bool, today: date
) -> str | None:
    if not value:
        return "registration_form"
    code = fault(kind, value, today)
    if code or not is_person:
        return code
    if kind in (IdentifierKind.PERSONAL_NUMBER, IdentifierKind.TAX_CODE):
        return person_fault(value, person)
    if kind is IdentifierKind.PASSPORT and _is_vietnamese(person):
        return None if vietnamese_passport(value) else "passport_vietnamese"
    return None


def _is_vietnamese(person: Person | None) -> bool:
    """Only who says nothing else is taken as Vietnamese by a word; without a word nothing is known."""
    said = (person.nationality or "") if person else ""
    return bool(said) and said.strip().lower().replace("ệ", "e") in VIETNAMESE
