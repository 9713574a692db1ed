"""Reads the form of an information, or says at each field what is wrong. Nothing typed is cut off."""

from functools import partial
from uuid import UUID

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader, rows_of
from admin_ui.shell.words import Language, say
from backend.intake.informations.registering import Registering
from schemas.casework.words import InformationSource
from schemas.core.vocabulary import SubjectKind
from schemas.intake.acts import About, CollaboratorRef, Matter, Order, Place, Suspect
from schemas.intake.secrets import Informant
from schemas.intake.words import Channel, Nature
from schemas.intake.words import Field as Matters

MOST_SUSPECTS = 20
MOST_NAMED = 20
SUSPECT = ("subject_id", "kind", "name", "tax_code", "address")
_SECRETS = {
    "account": ("taking.text", 0, 20_000),
    "informant.name": ("taking.informant_name", 0, 500),
    "informant.phone": ("taking.informant_phone", 0, 40),
    "informant.email": ("taking.informant_email", 0, 200),
    "informant.address": ("taking.informant_address", 0, 500),
    "informant.identity_number": ("taking.informant_identity_number", 0, 20),
    "informant.note": ("taking.informant_note", 0, 2000),
}
"""The label, the fewest and the most characters of each text that is sealed, and of the others."""
_TEXTS = {
    "link": ("taking.link", 0, 2000),
    "summary": ("taking.summary", 3, 5000),
    "place": ("taking.place", 0, 500),
    "goods": ("taking.goods", 0, 500),
    "urgent": ("taking.urgent", 0, 500),
    "collaborator": ("infopage.collaborator", 0, 40),
}
_LETTER = frozenset(
    {InformationSource.ORDER, InformationSource.TRANSFER, InformationSource.REQUEST}
)
"""Sources that come by a letter; the order of a superior must name it (Circular 27/2020 Art 8.1.a)."""


_PASSED_ON = frozenset(
    {InformationSource.TRANSFER, InformationSource.REQUEST, InformationSource.MEDIA}
)
"""Sources by which a denunciation or complaint may come too (Law on Denunciations Art 26)."""


def rows(form: Form) -> int:
    """Return how many rows of parties the page had."""
    return max(1, rows_of(form, "suspects", MOST_SUSPECTS))


def _reader(form: Form, language: Language) -> Reader:
    return Reader(form, partial(say, language))


def _text(reader: Reader, name: str, word: str, least: int, most: int) -> str:
    """Read a text; one that has a least length is asked for."""
    label = reader.translate(word)
    return reader.text(name, label, least=least, most=most, required=least > 0)


def read(form: Form, language: Language) -> tuple[Registering | None, dict[str, str]]:
    """Return what is to be registered; or None and what is wrong, by field in the order of the page."""
    reading = _reader(form, language)
    source = reading.member("source", reading.translate("taking.source"), InformationSource)
    nature: Nature | None = Nature.TIP
    if source is InformationSource.TIP or (source in _PASSED_ON and form.text("nature")):
        nature = reading.member("nature", reading.translate("taking.nature"), Nature)
    against = ""
    if nature is Nature.COMPLAINT:
        against = _text(reading, "against", "case_fields.against", 3, 2000)
    channel = reading.member("channel", reading.translate("taking.channel"), Channel)
    received_at = reading.moment("received_at", reading.translate("taking.received_at"))
    order = _order(reading, source)
    account, informant = _secrets(reading)
    texts = {name: _text(reading, name, *of) for name, of in _TEXTS.items()}
    suspects = [_suspect(reading, row) for row in range(rows(form))]
    named = _named(reading)
    if texts["collaborator"] and not _is_reference(texts["collaborator"]):
        reading.tell("collaborator", reading.translate("taking.collaborator_wrong"))
    if source is None or nature is None or channel is None or received_at is None:
        return None, reading.errors
    if reading.errors:
        return None, reading.errors
    asked = Registering(
        nature=nature,
        source=source,
        channel=channel,
        received_at=received_at,
        matter=Matter(
            summary=texts["summary"],
            fields=[Matters(one) for one in form.all("fields") if one in set(Matters)],
            goods=texts["goods"],
            suspects=[one for one in suspects if one is not None],
            place=Place(address=texts["place"] or None),
            urgent=texts["urgent"] or None,
        ),
        informant=informant,
        account=account,
        informant_secret=form.ticked("informant_secret"),
        wants_answer=form.ticked("wants_answer"),
        named_officers=named,
        of_unnamed_officer=form.text("about_officer") == "unnamed",
        collaborator=texts["collaborator"] or None,
        order=order,
        several_places=source is InformationSource.ORDER and form.ticked("several_places"),
        link=texts["link"] or None if source is InformationSource.MEDIA else None,
        about=About(against=against, remote=form.ticked("remote")) if against else None,
    )
    return asked, {}


def secrets(form: Form, language: Language) -> tuple[str, Informant, dict[str, str]]:
    """Return the account and the informant as typed, to be sealed, and what is wrong by field."""
    reading = _reader(form, language)
    account, informant = _secrets(reading)
    return account, informant, reading.errors


def _secrets(reading: Reader) -> tuple[str, Informant]:
    texts = {name: _text(reading, name, *of) for name, of in _SECRETS.items()}
    account = texts.pop("account")
    told = {name.removeprefix("informant."): text for name, text in texts.items()}
    return account, Informant(**told)


def _is_reference(text: str) -> bool:
    try:
        msgspec.convert(text, CollaboratorRef)
    except msgspec.ValidationError:
        return False
    return True


def _order(reading: Reader, source: InformationSource | None) -> Order | None:
    """Read the letter that it came with; None if it came without one, which an order of a superior cannot."""
    if source not in _LETTER:
        return None
    names = ("order.issued_by", "order.number", "order.issued_on")
    if source is not InformationSource.ORDER and not any(map(reading.form.text, names)):
        return None
    issued_by = _text(reading, names[0], "taking.letter_from", 1, 200)
    number = _text(reading, names[1], "taking.letter_number", 0, 80)
    issued_on = reading.day(names[2], reading.translate("taking.letter_day"))
    if issued_on is None:
        return None
    return Order(issued_by=issued_by, number=number, issued_on=issued_on)


def _suspect(reading: Reader, row: int) -> Suspect | None:
    """Read one party; None for a row that is empty."""
    at = f"suspects.{row}."
    form = reading.form
    if not any(form.text(f"{at}{name}") for name in ("name", "tax_code", "address")):
        return None
    name = _text(reading, f"{at}name", "taking.party_name", 1, 200)
    kind = form.text(f"{at}kind")
    return Suspect(
        subject_id=typed.identifier(form.text(f"{at}subject_id")),
        kind=SubjectKind(kind) if kind in set(SubjectKind) else None,
        name=name,
        tax_code=_text(reading, f"{at}tax_code", "taking.party_tax", 0, 20) or None,
        address=_text(reading, f"{at}address", "taking.party_address", 0, 500) or None,
    )


def _named(reading: Reader) -> list[UUID]:
    """Read the officers whom it is about. The question must be answered, as the answer decides who may read it."""
    answer = reading.form.text("about_officer")
    if answer not in ("yes", "no", "unnamed"):
        reading.tell("about_officer", reading.translate("taking.about_needed"))
    if answer != "yes":
        return []
    found = [one for one in map(typed.identifier, reading.form.all("named")) if one is not None]
    if not found:
        reading.tell("officer", reading.translate("taking.officer_needed"))
    return list(dict.fromkeys(found))[:MOST_NAMED]
