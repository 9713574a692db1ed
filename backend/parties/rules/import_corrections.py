"""What the register says of a party once a row of a list has corrected it. Pure."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from backend.parties.rules import identifiers, normal
from schemas.parties.acts import (
    MOST_IDENTIFIERS,
    MOST_REPRESENTATIVES,
    Address,
    Identifier,
    PartyDetails,
    Person,
    Representative,
)
from schemas.parties.words import IdentifierKind

_MOST_CONTACTS = 5


def corrected(there: PartyDetails, said: PartyDetails, today: date) -> PartyDetails:
    """Return what the register says once a row has corrected it: what the row says nothing of stays as it is.

    A row has one number of a kind, one representative and no codes of old places: the others that are there stay. Of
    the numbers there, one that fails its check gives way to the row's of its kind.
    """
    return msgspec.structs.replace(
        there,
        kind=said.kind,
        name=said.name,
        trade_name=said.trade_name or there.trade_name,
        sign=said.sign or there.sign,
        identifiers=_numbers_of(there.identifiers, said.identifiers, today),
        person=_person_of(there.person, said.person),
        representatives=_representatives_of(there.representatives, said.representatives),
        address=_address_of(there.address, said.address),
        phones=_contacts_of(there.phones, said.phones, normal.phone_key),
        emails=_contacts_of(there.emails, said.emails, str.lower),
        business_lines=said.business_lines or there.business_lines,
        note=said.note or there.note,
    )


def _numbers_of(
    there: Sequence[Identifier], said: Sequence[Identifier], today: date
) -> list[Identifier]:
    same = {(one.kind, one.value): one for one in there}
    numbers = [same.get((one.kind, one.value), one) for one in said]
    known = {(one.kind, one.value) for one in said}
    # A household's number from before numbers had kinds is the one that the row says.
    known |= {
        (IdentifierKind.REGISTRATION_NUMBER, one.value)
        for one in said
        if one.kind is IdentifierKind.HOUSEHOLD_NUMBER
    }
    kinds = {one.kind for one in said}
    kept = [
        one
        for one in there
        if (one.kind, one.value) not in known
        and (one.kind not in kinds or identifiers.fault(one.kind, one.value, today) is None)
    ]
    return [*numbers, *kept][:MOST_IDENTIFIERS]


def _representatives_of(
    there: Sequence[Representative], said: Sequence[Representative]
) -> list[Representative]:
    """Return the representatives, the row's first: known by name, with what is known of them."""
    if not said:
        return list(there)
    first = said[0]
    key = normal.folded(first.name)
    known = next((one for one in there if normal.folded(one.name) == key), None)
    others = [one for one in there if one is not known]
    if known is not None:
        first = msgspec.structs.replace(known, name=first.name, title=first.title or known.title)
    return [first, *others][:MOST_REPRESENTATIVES]


def _address_of(there: Address, said: Address) -> Address:
    """Return the address. A commune of another province than the row's is none of it."""
    elsewhere = said.province_code not in (None, there.province_code)
    coded = there.old is not None and there.old.commune_code is not None
    return msgspec.structs.replace(
        said,
        province_code=said.province_code or there.province_code,
        commune_code=said.commune_code or (None if elsewhere else there.commune_code),
        old=there.old if coded else said.old or there.old,
    )


def _contacts_of(
    there: Sequence[str], said: Sequence[str], key: Callable[[str], str | None]
) -> list[str]:
    found: dict[str, str] = {}
    for one in (*said, *there):
        found.setdefault(key(one) or one, one)
    return list(found.values())[:_MOST_CONTACTS]


def _person_of(there: Person | None, said: Person | None) -> Person | None:
    if there is None or said is None:
        return said or there
    return Person(
        sex=said.sex or there.sex,
        birth_date=said.birth_date or there.birth_date,
        nationality=said.nationality or there.nationality,
    )
