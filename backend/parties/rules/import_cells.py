"""What a row that was read says, as cells in the order of the template. Pure."""

from backend.parties.rules import identifiers
from backend.parties.rules.import_columns import COLUMNS, KINDS, NUMBERS, Column
from schemas.parties.acts import PartyDetails
from schemas.parties.words import Sex

_SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}


def cells(party: PartyDetails) -> list[str]:
    """Return a party as a row of the template, in Vietnamese: it can be read again."""
    said = _said(party)
    return [said.get(column) or "" for column in COLUMNS]


def _said(party: PartyDetails) -> dict[Column, str | None]:
    signs = party.representatives[0] if party.representatives else None
    person, old = party.person, party.address.old
    born = person.birth_date if person else None
    return {
        **_numbers(party),
        Column.NAME: party.name,
        Column.KIND: KINDS[party.kind].vi,
        Column.TRADE_NAME: party.trade_name,
        Column.SIGN: party.sign,
        Column.ADDRESS: party.address.line,
        Column.PROVINCE: party.address.province_code,
        Column.COMMUNE: party.address.commune_code,
        Column.OLD_PROVINCE: old.province if old else None,
        Column.OLD_DISTRICT: old.district if old else None,
        Column.OLD_COMMUNE: old.commune if old else None,
        Column.REPRESENTATIVE: signs.name if signs else None,
        Column.TITLE: signs.title if signs else None,
        Column.SEX: _SEXES[person.sex] if person and person.sex else None,
        Column.BIRTH: f"{born:%d/%m/%Y}" if born else None,
        Column.NATIONALITY: person.nationality if person else None,
        Column.PHONE: "; ".join(party.phones),
        Column.EMAIL: "; ".join(party.emails),
        Column.LINES: party.business_lines,
        Column.NOTE: party.note,
    }


def _numbers(party: PartyDetails) -> dict[Column, str | None]:
    found: dict[Column, str | None] = {}
    for column, kind in NUMBERS.items():
        values = [
            identifiers.printed(kind, one.value) for one in party.identifiers if one.kind is kind
        ]
        found[column] = values[0] if values else None
    return found
