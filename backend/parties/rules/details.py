"""What is known of a party, as columns of its row, and from the few fields of a row or a decision. Pure."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from backend.parties.rules import identifiers, normal
from backend.parties.rules.facts import Row
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Address, Identifier, PartyDetails, Representative
from schemas.parties.words import OF_PEOPLE, IdentifierKind

_OF_TAX = (IdentifierKind.TAX_CODE, IdentifierKind.ENTERPRISE_CODE)
_OF_REGISTRATION = (
    IdentifierKind.ENTERPRISE_CODE,
    IdentifierKind.HOUSEHOLD_NUMBER,
    IdentifierKind.REGISTRATION_NUMBER,
)
_PROVINCE, _COMMUNE = re.compile(r"\A[0-9]{2}\Z"), re.compile(r"\A[0-9]{5}\Z")


def normal_details(given: PartyDetails) -> PartyDetails:
    """Return what an act shall say: names and the address without stray spaces, numbers compact."""
    address = msgspec.structs.replace(given.address, line=_line(given.address.line))
    return msgspec.structs.replace(
        given,
        name=_line(given.name),
        address=address,
        identifiers=[identifiers.normal(one) for one in given.identifiers],
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def columns(details: PartyDetails) -> dict[str, Any]:
    """Return the columns of the party's row that follow from what is known of it."""
    first = details.representatives[0] if details.representatives else None
    phone = details.phones[0] if details.phones else None
    return {
        "kind": details.kind.value,
        "name": details.name,
        "trade_name": details.trade_name,
        "sign": details.sign,
        "tax_code": number_of(details, _OF_TAX),
        "registration_number": number_of(details, _OF_REGISTRATION),
        "address": details.address.line,
        "province_code": details.address.province_code,
        "commune_code": details.address.commune_code,
        "representative": first.name if first else None,
        "representative_title": first.title if first else None,
        "phone": phone,
        "business_lines": details.business_lines,
        "main_party_id": details.main_party_id,
        "name_key": normal.name_key(details.name),
        "address_key": normal.address_key(details.address.line),
        "phone_key": normal.phone_key(phone) if phone else None,
    }


def number_of(details: PartyDetails, kinds: Iterable[IdentifierKind]) -> str | None:
    """Return the first number of one of these kinds, in their order, as papers print it."""
    for kind in kinds:
        for one in details.identifiers:
            if one.kind is kind:
                return identifiers.printed(kind, one.value)
    return None


def identity_number(details: PartyDetails) -> str | None:
    """Return the number of a person's identity paper: of today's card before the old one and a passport."""
    return number_of(details, OF_PEOPLE)


def of_row(row: Row, today: date) -> PartyDetails:
    """Return what a row says of a party that has no act yet. Numbers that fail their check are kept as given."""
    numbers = (
        (IdentifierKind.TAX_CODE, row.tax_code),
        (IdentifierKind.REGISTRATION_NUMBER, row.registration_number),
    )
    representatives = (
        [Representative(name=row.representative[:200], title=row.representative_title)]
        if row.representative
        else []
    )
    address = Address(
        line=row.address,
        province_code=_matching(_PROVINCE, row.province_code),
        commune_code=_matching(_COMMUNE, row.commune_code),
    )
    return normal_details(
        PartyDetails(
            kind=SubjectKind(row.kind),
            name=row.name,
            trade_name=row.trade_name,
            identifiers=[
                found for kind, text in numbers if (found := _as_on_paper(kind, text, today))
            ],
            representatives=representatives,
            address=address,
            phones=[row.phone] if row.phone else [],
            business_lines=row.business_lines,
        )
    )


def _as_on_paper(kind: IdentifierKind, text: str | None, today: date) -> Identifier | None:
    value = identifiers.compact(kind, text or "")
    if not value:
        return None
    wrong = identifiers.fault(kind, value, today) is not None
    return Identifier(kind=kind, value=value, as_given=wrong)


def _matching(pattern: re.Pattern[str], text: str | None) -> str | None:
    return text if text and pattern.match(text) else None
