"""Which party an event is about, and the key by which each is counted once. Pure."""

from datetime import date

from backend.core.canonical_json import sha256_hex
from schemas.casework.acts.parts import Party
from schemas.core.vocabulary import SubjectKind
from schemas.insight.figures import CountedParty

_ADULT = 18
_KINDS = {
    SubjectKind.INDIVIDUAL: CountedParty.INDIVIDUAL,
    SubjectKind.HOUSEHOLD: CountedParty.HOUSEHOLD,
    SubjectKind.ORGANISATION: CountedParty.ORGANISATION,
}


def kind_of(party: Party | None, acted_on: date) -> CountedParty:
    """Return the kind of a party; a person under 18 on the day of the act is a minor.

    Without a birth date nobody is taken for a minor.
    """
    if party is None:
        return CountedParty.NOBODY
    kind = _KINDS[party.kind]
    born = party.birth_date
    if kind is not CountedParty.INDIVIDUAL or born is None:
        return kind
    age = acted_on.year - born.year - ((acted_on.month, acted_on.day) < (born.month, born.day))
    return CountedParty.MINOR if age < _ADULT else kind


def party_key(party: Party | None) -> str | None:
    """Return what names a party, so that it is counted once: identity, tax code, register, else name and address.

    The number comes before the register's id, because an officer may type what another took from the register. Of an
    organisation the tax code comes first, for the other number would be its representative's. Signs between digits
    name nobody. A hash where it is not that id: figures keep no identity number.
    """
    if party is None:
        return None
    numbers = [party.identity_number, party.tax_code]
    if party.kind is SubjectKind.ORGANISATION:
        numbers.reverse()
    for known in numbers:
        number = "".join(sign for sign in known or "" if sign.isalnum()).upper()
        if number:
            return sha256_hex({"id": number})[:32]
    if party.subject_id is not None:
        return str(party.subject_id)
    return sha256_hex({"name": party.name.casefold(), "address": party.address.casefold()})[:32]
