"""The form of an item: its values, the item that they mean, and errors by field."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from admin_ui.approvals import naming
from admin_ui.planning.items import team
from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option, Reader, lines
from admin_ui.shell.render import AnyRequest, language_of
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.parties import service as parties
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.decisions import SubjectRow
from schemas.planning.acts import ItemOrigin, PlanItem, PlanSubject
from schemas.planning.views import PlanView
from schemas.planning.words import PlanKind

_LENGTHS = {
    "name": 200,
    "tax_code": 20,
    "registration_number": 60,
    "representative": 500,
    "phone": 40,
    "address": 500,
    "note": 500,
}


def empty(plan: PlanView, actor: Actor) -> Form:
    """Return the form as it opens: the contents of the plan, its whole period, the reader's unit."""
    values = {
        "kind": SubjectKind.HOUSEHOLD.value,
        "contents": "\n".join(plan.head.contents),
        "unit_id": str(actor.unit.unit_id),
    }
    return Form({name: [value] for name, value in values.items()})


def of_item(item: PlanItem, names: dict[UUID, str]) -> Form:
    """Return the form with an item as it is. `names`: the usernames of its officers."""
    subject = item.subject
    values = {
        "criterion": item.criterion or "",
        "address": item.address,
        "area": item.area or "",
        "first_day": item.first_day.isoformat(),
        "last_day": item.last_day.isoformat(),
        "contents": "\n".join(item.contents),
        "unit_id": str(item.unit_id),
        "leader": names.get(item.leader_id, "") if item.leader_id else "",
        "note": item.note,
    }
    if subject is not None:
        values |= {
            "subject": str(subject.subject_id or ""),
            "name": subject.name,
            "kind": subject.kind.value,
            "tax_code": subject.tax_code or "",
            "registration_number": subject.registration_number or "",
            "representative": subject.representative or "",
            "phone": subject.phone or "",
        }
    members = [names[one] for one in item.member_ids if one in names]
    return Form({name: [value] for name, value in values.items()} | {"members": members})


_LABELS = {
    "name": "decision.subject_name",
    "phone": "decision.phone",
}
"""Labels that forms of other pages have too."""


class Read(NamedTuple):
    """An item, or None with the errors by field."""

    item: PlanItem | None
    errors: dict[str, str]


async def chosen(form: Form, actor: Actor) -> SubjectRow | None:
    """Return the party chosen from the register; None if it is typed, or out of scope."""
    subject_id = typed.identifier(form.text("subject"))
    if subject_id is None:
        return None
    try:
        return await parties.get(actor, subject_id)
    except NotFound:
        return None


async def read(
    request: AnyRequest,
    form: Form,
    plan: PlanView,
    party: SubjectRow | None,
    item_id: UUID,
    origin: ItemOrigin | None,
    units: Sequence[Option],
    officers: Sequence[Option],
    places: Sequence[Option],
) -> Read:
    """Read the form. Whether the plan takes the item is for the one door to say."""
    language = language_of(request)
    reader = Reader(form, partial(say, language))
    for name, most in _LENGTHS.items():
        reader.text(name, say(language, _LABELS.get(name, f"planitems.{name}")), most=most)
    named = party is not None or bool(form.text("name"))
    criterion = form.text("criterion")
    if named == bool(criterion):
        reader.tell("criterion" if criterion else "name", say(language, "planitems.error_who"))
    else:
        reader.text("criterion", say(language, "planitems.criterion"), least=3, most=500)
    address = form.text("address") or (party.address if party else "")
    if named and not address:
        reader.tell("address", say(language, "planitems.error_address"))
    area = _area(reader, places)
    first, last = reader.days(
        ("first_day", say(language, "planitems.first_day")),
        ("last_day", say(language, "planitems.last_day")),
    )
    contents = lines(form, "contents")
    if not 1 <= len(contents) <= 30 or not all(3 <= len(one) <= 500 for one in contents):
        reader.tell("contents", say(language, "planitems.error_contents"))
    picked = reader.picked("unit_id", say(language, "planitems.unit"), units)
    unit_id = UUID(picked) if picked else None
    leader_id, member_ids = await _team(request, form, plan, reader, officers)
    if reader.errors or first is None or last is None or unit_id is None:
        return Read(None, reader.errors)
    item = PlanItem(
        item_id=item_id,
        subject=_subject(form, party) if named else None,
        criterion=criterion or None,
        address=address,
        area=area,
        first_day=first,
        last_day=last,
        contents=contents,
        unit_id=unit_id,
        leader_id=leader_id,
        member_ids=member_ids,
        origin=origin,
        note=form.text("note"),
    )
    return Read(item, {})


def _area(reader: Reader, places: Sequence[Option]) -> str | None:
    """Read the commune: one of `places`, or any name where there are none."""
    field = reader.translate("planitems.area")
    if places:
        return reader.picked("area", field, places, required=False)
    return reader.text("area", field, most=60) or None


async def _team(
    request: AnyRequest, form: Form, plan: PlanView, reader: Reader, officers: Sequence[Option]
) -> tuple[UUID | None, list[UUID]]:
    if plan.row.kind is PlanKind.FOREIGN:
        return None, []
    leader_id = None
    picked = reader.picked("leader", reader.translate("planitems.leader"), officers, required=False)
    if picked:
        leader = await naming.officer(request, picked)
        leader_id = leader.officer_id
        if leader.error:
            reader.tell("leader", leader.error)
    members: list[UUID] = []
    for line in team.lines(form):
        member = await naming.officer(request, line)
        if member.error:
            reader.tell("members", member.error)
        elif member.officer_id and member.officer_id not in (leader_id, *members):
            members.append(member.officer_id)
    return leader_id, members[:29]


def _subject(form: Form, party: SubjectRow | None) -> PlanSubject:
    if party is not None:
        return PlanSubject(
            subject_id=party.id,
            kind=SubjectKind(party.kind),
            name=party.name,
            trade_name=party.trade_name,
            tax_code=party.tax_code,
            registration_number=party.registration_number,
            representative=party.representative,
            representative_title=party.representative_title,
            phone=party.phone,
        )
    kind = form.text("kind")
    return PlanSubject(
        subject_id=None,
        kind=SubjectKind(kind) if kind in set(SubjectKind) else SubjectKind.HOUSEHOLD,
        name=form.text("name"),
        tax_code=form.optional("tax_code"),
        registration_number=form.optional("registration_number"),
        representative=form.optional("representative"),
        phone=form.optional("phone"),
    )


def kinds(language: Language) -> list[tuple[str, str]]:
    """Return the kinds of parties to choose from."""
    return [(one.value, say(language, f"domain.subject_{one}")) for one in SubjectKind]
