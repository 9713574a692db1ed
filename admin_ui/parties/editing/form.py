"""The form of a party: its values, what they mean, and errors by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from admin_ui.shell import places
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option, Reader, Translate
from backend.parties import checking
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import (
    MOST_IDENTIFIERS,
    MOST_REPRESENTATIVES,
    Address,
    Identifier,
    OldPlace,
    PartyDetails,
    Person,
    Representative,
)
from schemas.parties.words import IdentifierKind, Sex

NUMBERS, PEOPLE = "id", "rep"
"""Names of the lists of rows; each has a hidden field that says how many rows the page has."""
_NUMBER = ("value", "issuer", "issued_on")
_PERSON = ("name", "title", "identity_number", "phone")
"""What is typed into a row. One in which anything is has to say its number, or the person's name, so that nothing that
was typed is left out; an empty one is taken off the list."""


@dataclass(frozen=True)
class Choices:
    """What the form's lists offer."""

    communes: Sequence[Option]
    old_communes: Sequence[Option]
    parties: Sequence[Option]


def of_details(details: PartyDetails | None) -> Form:
    """Return the form with what is known."""
    if details is None:
        return Form.filled({"kind": SubjectKind.HOUSEHOLD.value, NUMBERS: "2", PEOPLE: "1"})
    old, person = details.address.old, details.person or Person()
    values: dict[str, str | None] = {
        "kind": details.kind.value,
        "name": details.name,
        "trade_name": details.trade_name,
        "sign": details.sign,
        "sex": person.sex.value if person.sex else None,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "nationality": person.nationality,
        "address": details.address.line,
        "province": details.address.province_code,
        "commune": details.address.commune_code,
        "old_commune": old.commune_code if old else None,
        "old_place": old_said(old) if old and not old.commune_code else None,
        "phones": "\n".join(details.phones),
        "emails": "\n".join(details.emails),
        "business_lines": details.business_lines,
        "main_party": str(details.main_party_id) if details.main_party_id else None,
        "note": details.note,
        NUMBERS: str(min(MOST_IDENTIFIERS, len(details.identifiers) + 1)),
        PEOPLE: str(min(MOST_REPRESENTATIVES, len(details.representatives) + 1)),
    }
    for row, one in enumerate(details.identifiers):
        values |= {
            f"{NUMBERS}.{row}.kind": one.kind.value,
            f"{NUMBERS}.{row}.value": one.value,
            f"{NUMBERS}.{row}.issuer": one.issuer,
            f"{NUMBERS}.{row}.issued_on": one.issued_on.isoformat() if one.issued_on else None,
            f"{NUMBERS}.{row}.as_given": "yes" if one.as_given else None,
        }
    for row, who in enumerate(details.representatives):
        values |= {
            f"{PEOPLE}.{row}.name": who.name,
            f"{PEOPLE}.{row}.title": who.title,
            f"{PEOPLE}.{row}.sex": who.sex.value if who.sex else None,
            f"{PEOPLE}.{row}.identity_number": who.identity_number,
            f"{PEOPLE}.{row}.phone": who.phone,
        }
    return Form.filled({name: value for name, value in values.items() if value})


def old_said(old: OldPlace) -> str:
    """Return a place of before 2025-07-01 in words, the smallest unit first."""
    return ", ".join(one for one in (old.commune, old.district, old.province) if one)


def read(
    form: Form, choices: Choices, say: Translate, known: PartyDetails | None = None
) -> tuple[PartyDetails | None, dict[str, str]]:
    """Return what the form says, or None and the errors by field. `known`: what is corrected."""
    reader = Reader(form, say)
    kind = reader.member("kind", say("party.kind"), SubjectKind)
    values: dict[str, Any] = {
        "name": reader.text("name", say("party.name"), most=200, required=True),
        "trade_name": reader.text("trade_name", say("party.trade_name"), most=500) or None,
        "sign": reader.text("sign", say("party.sign"), most=500) or None,
        "business_lines": reader.text("business_lines", say("party.business_lines"), most=2000)
        or None,
        "note": reader.text("note", say("party.note"), most=2000) or None,
        "phones": reader.lines("phones", say("party.phones"), most=5, most_each=40),
        "emails": reader.lines("emails", say("party.emails"), most=5, least_each=3, most_each=200),
    }
    identifiers, at = _identifiers(reader)
    person = None if kind is SubjectKind.ORGANISATION else _person(reader)
    representatives = _representatives(reader)
    address = _address(reader, choices, known.address if known else None)
    main = reader.picked("main_party", say("party.main_party"), choices.parties, required=False)
    if reader.errors or kind is None or address is None:
        return None, reader.errors
    details = PartyDetails(
        kind=kind,
        identifiers=identifiers,
        person=person,
        representatives=representatives,
        address=address,
        main_party_id=UUID(main) if main else None,
        **values,
    )
    language = say("party.language")
    for place, text in checking.identifier_faults(details):
        reader.tell(f"{at[place]}value", getattr(text, language))
    return (None if reader.errors else details), reader.errors


def _identifiers(reader: Reader) -> tuple[list[Identifier], list[str]]:
    found, at = [], []
    say = reader.translate
    for begins in reader.rows(NUMBERS, _NUMBER, MOST_IDENTIFIERS):
        kind = reader.member(f"{begins}kind", say("party.number_kind"), IdentifierKind)
        value = reader.text(f"{begins}value", say("party.number"), most=60, required=True)
        issuer = reader.text(f"{begins}issuer", say("party.issuer"), most=500)
        issued_on = reader.day(f"{begins}issued_on", say("party.issued_on"), required=False)
        if kind is not None and value:
            given = reader.form.ticked(f"{begins}as_given")
            found.append(
                Identifier(
                    kind=kind,
                    value=value,
                    issuer=issuer or None,
                    issued_on=issued_on,
                    as_given=given,
                )
            )
            at.append(begins)
    return found, at


def _person(reader: Reader) -> Person | None:
    say = reader.translate
    person = Person(
        sex=reader.member("sex", say("party.sex"), Sex, required=False),
        birth_date=reader.day("birth_date", say("party.birth_date"), required=False),
        nationality=reader.text("nationality", say("party.nationality"), most=100) or None,
    )
    return None if person == Person() else person


def _representatives(reader: Reader) -> list[Representative]:
    say = reader.translate
    found = []
    for begins in reader.rows(PEOPLE, _PERSON, MOST_REPRESENTATIVES):
        texts: Mapping[str, str] = {
            name: reader.text(
                f"{begins}{name}", say(f"party.{called}"), most=most, required=name == "name"
            )
            for name, called, most in (
                *(("name", "full_name", 200), ("title", "title", 500)),
                *(("identity_number", "identity_number", 20), ("phone", "phone", 40)),
            )
        }
        sex = reader.member(f"{begins}sex", say("party.sex"), Sex, required=False)
        kept = {name: text or None for name, text in texts.items() if name != "name"}
        if texts["name"]:
            found.append(Representative(name=texts["name"], sex=sex, **kept))
    return found


def _address(reader: Reader, choices: Choices, before: Address | None) -> Address | None:
    """A commune of before 2025-07-01 that went into one of today's as a whole says that one too, if it is a new one."""
    say = reader.translate
    line = reader.text("address", say("party.address"), most=500, required=True)
    commune = reader.picked("commune", say("party.commune"), choices.communes, required=False)
    gone = reader.picked(
        "old_commune", say("party.old_commune"), choices.old_communes, required=False
    )
    province = reader.chosen(
        "province", say("party.province"), set(places.PROVINCES), required=False
    )
    old = _old(reader, gone)
    there = before.old if before else None
    if there and _same_old(reader, there, gone):
        old = there
    elif commune is None and gone:
        now = places.old_communes()[gone].now
        commune = now[0] if len(now) == 1 else None
    known = places.by_code().get(commune or "")
    if known and province and known.province != province:
        reader.tell("commune", say("party.commune_elsewhere", province=places.PROVINCES[province]))
    if not line:
        return None
    return Address(
        line=line,
        province_code=known.province if known else province,
        commune_code=commune,
        old=old,
    )


def _same_old(reader: Reader, there: OldPlace, gone: str | None) -> bool:
    """Tell whether the form says of the place of before 2025-07-01 what is known: then it stays as it was given."""
    if there.commune_code or gone:
        return there.commune_code == gone
    return reader.form.text("old_place") == old_said(there)


def _old(reader: Reader, gone: str | None) -> OldPlace | None:
    typed = reader.text("old_place", reader.translate("party.old_place"), most=500)
    if gone:
        parts = places.old_communes()[gone].label.split(", ")
        commune, district, province = (*parts, "", "")[:3]
        return OldPlace(
            province=province or None,
            district=district or None,
            commune=commune or None,
            commune_code=gone,
        )
    return OldPlace(commune=typed) if typed else None
