"""The form of an inspection decision: its values, the order that they mean, and errors by field.

Only faults of the form itself are found here (an invalid day, a text that is too long).
backend.fieldwork.inspections decides whether the order is lawful, and names the article of each
rule.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option, Reader
from admin_ui.shell.words import Language, say
from backend.core.local_time import day_of
from backend.fieldwork.decision_papers.service import standard_bases
from backend.fieldwork.inspections.service import UnknownRecord
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import DecisionAgain, IssueDecision, SubjectRow, TeamCandidate

_SUBJECT_LENGTHS = {
    "subject_name": 200,
    "subject_address": 500,
    "tax_code": 20,
    "registration_number": 60,
    "representative": 500,
    "representative_title": 500,
    "phone": 40,
}
_LINES = {"legal_bases": (20, 1, 1000), "contents": (30, 3, 2000), "partners": (10, 3, 300)}
"""Most lines, and the shortest and longest line, as the act and the form of the paper allow them."""


def empty(today: date) -> Form:
    """Return the form as it opens."""
    return Form(
        {
            "legal_bases": ["\n".join(standard_bases())],
            "ground": ["ad_hoc"],
            "duration_days": ["3"],
            "start_on": [today.isoformat()],
            "subject_kind": [SubjectKind.HOUSEHOLD.value],
        }
    )


def of_order(order: IssueDecision) -> Form:
    """Return the form filled from what was decided before."""
    party = order.subject
    values = {
        "subject": str(party.subject_id) if party.subject_id else None,
        "subject_name": party.name,
        "subject_kind": party.kind.value,
        "subject_address": party.address,
        "tax_code": party.tax_code,
        "registration_number": party.registration_number,
        "representative": party.representative,
        "representative_title": party.representative_title,
        "phone": party.phone,
        "place": order.place,
        "ground": order.ground,
        "proposal": order.proposal,
        "legal_bases": "\n".join(order.legal_bases),
        "contents": "\n".join(order.contents),
        "partners": "\n".join(order.partners),
        "duration_days": str(order.duration_days),
        "complex": "yes" if order.complex else None,
        "start_on": order.start_on.isoformat(),
        "leader_id": str(order.leader_id),
        "no_conflict_declared": "yes" if order.no_conflict_declared else None,
    }
    form = {name: [value] for name, value in values.items() if value}
    return Form(form | {"member_ids": [str(one) for one in order.member_ids]})


def again(record: UnknownRecord, team: list[TeamCandidate], today: date) -> Form:
    """Return the form of a decision that a restore lost, filled from papers and acts on the phones."""
    told, minutes = record.told, record.told.minutes
    began = min((day_of(act.made_at) for act in record.acts), default=today)
    named = _names(minutes.get("leader"), *_listed(minutes.get("members")))
    leaders = _names(minutes.get("leader"))
    sent = {act.officer_id for act in record.acts}
    values = {
        "again_number": told.number,
        "again_day": told.issued_on,
        "subject_name": told.subject,
        "subject_address": told.address,
        "subject_kind": _kind(told.subject).value,
        "tax_code": minutes.get("tax_code"),
        "registration_number": minutes.get("licence"),
        "representative": minutes.get("representative"),
        "representative_title": minutes.get("representative_position"),
        "place": minutes.get("place"),
        "legal_bases": "\n".join(map(str, _listed(minutes.get("legal_bases")) or standard_bases())),
        "contents": "\n".join(
            str(one["content"])
            for one in _listed(minutes.get("contents"))
            if isinstance(one, dict) and "content" in one
        ),
        "duration_days": "3",
        "start_on": began.isoformat(),
        "leader_id": next((str(one.officer_id) for one in team if one.full_name in leaders), ""),
    }
    form = {name: [value] for name, value in values.items() if isinstance(value, str)}
    form["member_ids"] = [
        str(one.officer_id)
        for one in team
        if one.full_name not in leaders
        # Officers who sent something are proposed only if no minutes name the team.
        and (one.full_name in named if named else one.officer_id in sent)
    ]
    return Form(form)


def _kind(name: str) -> SubjectKind:
    """Guess the kind of party from its name, because minutes do not record it. The officer checks the guess."""
    first = name.strip().casefold()
    return SubjectKind.ORGANISATION if first.startswith(_ORGANISATIONS) else SubjectKind.HOUSEHOLD


_ORGANISATIONS = ("công ty", "chi nhánh", "doanh nghiệp", "hợp tác xã", "tổng công ty")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _names(*people: Any) -> set[str]:
    return {str(one["name"]) for one in people if isinstance(one, dict) and one.get("name")}


def read_again(
    form: Form, record_id: UUID, language: Language
) -> tuple[DecisionAgain | None, dict[str, str]]:
    """Read the number, date and reason of the paper issued before; or None and the errors by field."""
    reader = Reader(form, partial(say, language))
    if form.text("again_day"):
        day = reader.day("again_day", say(language, "unknown.day"))
    else:
        day = None
        reader.tell("again_day", say(language, "unknown.day_needed"))
    if not 1 <= len(form.text("again_number")) <= 60:
        reader.tell("again_number", say(language, "unknown.number_needed"))
    if len(form.text("again_reason")) not in range(3, 2001):
        reader.tell("again_reason", say(language, "unknown.reason_needed"))
    if reader.errors or day is None:
        return None, reader.errors
    return DecisionAgain(
        record_id=record_id,
        number=form.text("again_number"),
        day=day,
        reason=form.text("again_reason"),
        signed_by_issuer=form.ticked("again_signed_by_issuer"),
    ), {}


def read(
    form: Form, chosen: SubjectRow | None, language: Language, candidates: Sequence[Option] = ()
) -> tuple[IssueDecision | None, dict[str, str]]:
    """Return the order, or None and the errors by field.

    `candidates` are whom a name typed into the leader's search box may mean.
    """
    reader = Reader(form, partial(say, language))
    if chosen is None:
        _check_subject(reader)
    told = {name: _lines(reader, name, *bounds) for name, bounds in _LINES.items()}
    for name in ("place", "proposal"):
        reader.text(name, say(language, f"decision.{name}"), most=500)
    start_on = reader.day("start_on", say(language, "decision.start_on"))
    days = form.text("duration_days")
    if days not in {"1", "2", "3", "4", "5"}:
        reader.tell("duration_days", say(language, "decision.days_wrong"))
    leader = leader_of(reader, candidates)
    if reader.errors or start_on is None or leader is None:
        return None, reader.errors
    subject = _subject_of(chosen) if chosen else _typed_subject(form)
    place = form.text("place") or subject.address
    at_subject = chosen is not None and place == chosen.address
    members = (typed.identifier(value) for value in form.all("member_ids"))
    return IssueDecision(
        subject=subject,
        place=place,
        latitude_e7=chosen.latitude_e7 if chosen and at_subject else None,
        longitude_e7=chosen.longitude_e7 if chosen and at_subject else None,
        legal_bases=told["legal_bases"],
        contents=told["contents"],
        duration_days=int(days),
        complex=form.ticked("complex"),
        start_on=start_on,
        leader_id=leader,
        member_ids=[member for member in members if member is not None and member != leader],
        no_conflict_declared=form.ticked("no_conflict_declared"),
        ground="planned" if form.text("ground") == "planned" else "ad_hoc",
        proposal=form.optional("proposal"),
        partners=told["partners"],
    ), {}


def leader_of(reader: Reader, candidates: Sequence[Option]) -> UUID | None:
    """Read the team's leader: chosen, or typed into the search box. The one door judges whether they may lead."""
    say, name = reader.translate, "leader_id"
    text = reader.form.text(name)
    if reader.form.text(f"{name}.typed"):
        text = reader.picked(name, say("decision.leader"), candidates) or ""
    leader = typed.identifier(text)
    if leader is None:
        reader.tell(name, say("decision.leader_needed"))
    return leader


def _lines(reader: Reader, name: str, most: int, shortest: int, longest: int) -> list[str]:
    label = reader.translate(f"decision.{name}")
    return reader.lines(name, label, most=most, least_each=shortest, most_each=longest)


def _check_subject(reader: Reader) -> None:
    say = reader.translate
    for name, longest in _SUBJECT_LENGTHS.items():
        needed = name in ("subject_name", "subject_address")
        reader.text(name, say(f"decision.{name}"), most=longest, required=needed)


def _typed_subject(form: Form) -> DecisionSubject:
    kind = form.text("subject_kind")
    known = kind in set(SubjectKind)
    return DecisionSubject(
        subject_id=None,
        kind=SubjectKind(kind) if known else SubjectKind.HOUSEHOLD,
        name=form.text("subject_name"),
        trade_name=None,
        tax_code=form.optional("tax_code"),
        registration_number=form.optional("registration_number"),
        address=form.text("subject_address"),
        representative=form.optional("representative"),
        representative_title=form.optional("representative_title"),
        phone=form.optional("phone"),
    )


def _subject_of(row: SubjectRow) -> DecisionSubject:
    values: dict[str, Any] = msgspec.to_builtins(row)
    names = set(DecisionSubject.__struct_fields__) - {"subject_id"}
    return msgspec.convert(
        {"subject_id": values["id"], **{name: values[name] for name in names}}, DecisionSubject
    )
