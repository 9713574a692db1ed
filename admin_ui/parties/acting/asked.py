"""The forms of the acts of a party that say one thing: their fields, and the act that each means."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from admin_ui.shell.forms import Form
from admin_ui.shell.reading.fields import Choices, Errors, Field, Values, read
from admin_ui.shell.reading.reader import Option, Translate
from admin_ui.shell.typed import named
from backend.core import geodesy
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.parties import acts
from schemas.parties.views import LicenceView, PartyView
from schemas.parties.words import ClosedWhy, LicenceEnd, LicenceKind, PartyState, PlacedBy

_ONE = 10_000_000
_NUMBER = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,10})?", re.ASCII)
_LICENCE = (
    Field("kind", "choice", "party.licence_kind"),
    Field("title", "text", "party.licence_title", required=False, hint="party.licence_title_hint"),
    Field("number", "text", "party.licence_number", longest=60),
    Field("issuer", "text", "party.issuer", required=False, longest=500),
    Field("issued_on", "date", "party.issued_on", required=False),
    Field("valid_from", "date", "party.valid_from", required=False),
    Field("valid_to", "date", "party.valid_to", required=False, hint="party.valid_to_hint"),
)
_REASON = Field("reason", "area", "party.reason", longest=2000, shortest=3, rows=2)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "licence": _LICENCE,
    "licence-end": (
        Field("licence", "choice", "party.licence"),
        Field("void_from", "date", "party.void_from"),
        Field("why", "choice", "party.ended_why"),
        _REASON,
    ),
    "place": (Field("point", "text", "party.point", longest=60, hint="party.point_hint"),),
    "officer": (
        Field("officer", "choice", "party.area_officer", required=False, source="area-officers"),
    ),
    "close": (
        Field("closed_on", "date", "party.closed_on"),
        Field("why", "choice", "party.closed_why"),
        _REASON,
    ),
    "reopen": (Field("reopened_on", "date", "party.reopened_on"), _REASON),
}
"""Each act by its word in the address."""
DANGER = frozenset({"close", "licence-end"})


class Asked(NamedTuple):
    """A form with what its lists offer."""

    fields: tuple[Field, ...]
    choices: Choices


def open_to(act: str, view: PartyView) -> bool:
    """Tell whether a party stands so that the act can happen."""
    active = view.state is PartyState.ACTIVE
    if act == "licence-end":
        return bool(standing(view.licences))
    return not active if act == "reopen" else active or act in ("place", "officer")


def standing(licences: Sequence[LicenceView]) -> list[LicenceView]:
    """Return the licences that nobody ended."""
    return [one for one in licences if one.ended_on is None]


def asked(act: str, view: PartyView, officers: list[Option], say: Translate) -> Asked:
    """Return the form of an act."""
    said: dict[str, list[Option]] = {
        "kind": [(one.value, say(f"party.licence_{one}")) for one in LicenceKind],
        "officer": officers,
        "licence": [(str(one.id), _offered(one, view, say)) for one in standing(view.licences)],
        "why": [
            (one.value, say(f"party.why_{one}"))
            for one in (ClosedWhy if act == "close" else LicenceEnd)
        ],
    }
    fields = FIELDS[act]
    return Asked(fields, {one.name: said[one.name] for one in fields if one.name in said})


def held_under(view: PartyView, chosen: str) -> str:
    """Return the name of the merged entry under which a licence was recorded; empty if it is the party's own."""
    one = next((one for one in view.licences if str(one.id) == chosen), None)
    return next((each.name for each in view.joined if one and each.id == one.held_by), "")


def _offered(one: LicenceView, view: PartyView, say: Translate) -> str:
    said = f"{say(f'party.licence_{one.kind}')} {one.number}"
    under = held_under(view, str(one.id))
    return f"{said} ({say('party.held_under', name=under)})" if under else said


def opened(act: str, view: PartyView, chosen: str, today: date) -> Form:
    """Return the form as it opens. `chosen`: the licence that is corrected or ended."""
    one = next((one for one in view.licences if str(one.id) == chosen), None)
    values: dict[str, object] = {"licence": chosen if one else ""}
    if act == "licence" and one:
        values |= {
            name: getattr(one, name)
            for name in ("kind", "title", "number", "issuer", "issued_on", "valid_from", "valid_to")
        }
    if act == "officer":
        values["officer"] = view.area_officer_id
    if act == "place" and view.point:
        values["point"] = (
            f"{view.point.latitude_e7 / _ONE:.6f}, {view.point.longitude_e7 / _ONE:.6f}"
        )
    days = {"licence-end": "void_from", "close": "closed_on", "reopen": "reopened_on"}
    if act in days:
        values[days[act]] = today
    return Form.filled({name: str(value) for name, value in values.items() if value})


def content(
    act: str, form: Form, view: PartyView, of: Asked, say: Translate
) -> tuple[Wire | None, Errors]:
    """Return the act that the form means, or None and the errors by field."""
    values, errors = read(of.fields, form, of.choices, say)
    if act in DANGER and not form.ticked("sure"):
        errors["sure"] = say("party.sure_needed")
    if act == "licence" and values.get("kind") == LicenceKind.OTHER and not values["title"]:
        errors.setdefault("title", say("party.licence_title_needed"))
    point = _point(form.text("point")) if act == "place" else None
    if act == "place" and point is None:
        errors.setdefault("point", say("party.point_wrong"))
    if errors:
        return None, errors
    return _MADE[act](values, form, view, point), {}


def _point(text: str) -> acts.Point | None:
    parts = text.replace(";", ",").split(",") if "," in text else text.split()
    said = [one.strip() for one in parts]
    if len(said) != 2 or not all(_NUMBER.fullmatch(one) for one in said):
        return None
    latitude, longitude = (round(float(one) * _ONE) for one in said)
    if not geodesy.on_earth((latitude, longitude)):
        return None
    return acts.Point(latitude_e7=latitude, longitude_e7=longitude)


Make = Callable[[Values, Form, PartyView, acts.Point | None], Wire]


def _licence(values: Values, form: Form, _view: PartyView, _point: acts.Point | None) -> Wire:
    # A licence that somebody ended meanwhile keeps its id, so that its correction is refused and makes no new one.
    carried = form.text("licence")
    ident = named(carried) if carried else new_id()
    kind = LicenceKind(values.pop("kind"))
    return acts.LicenceRecorded(licence_id=ident, kind=kind, **values)


def _licence_end(values: Values, _form: Form, _view: PartyView, _p: acts.Point | None) -> Wire:
    return acts.LicenceEnded(
        licence_id=values["licence"],
        void_from=values["void_from"],
        why=LicenceEnd(values["why"]),
        reason=values["reason"],
    )


def _place(_values: Values, _form: Form, _view: PartyView, point: acts.Point | None) -> Wire:
    if point is None:
        raise ValueError("a place without a point")
    return acts.PartyPlaced(point=point, by=PlacedBy.GIVEN)


def _officer(values: Values, _form: Form, _view: PartyView, _p: acts.Point | None) -> Wire:
    found = values["officer"]
    return acts.AreaOfficerSet(officer_id=found if isinstance(found, UUID) else None)


def _close(values: Values, _form: Form, _view: PartyView, _p: acts.Point | None) -> Wire:
    return acts.PartyClosed(
        closed_on=values["closed_on"], why=ClosedWhy(values["why"]), reason=values["reason"]
    )


def _reopen(values: Values, _form: Form, _view: PartyView, _p: acts.Point | None) -> Wire:
    return acts.PartyReopened(reopened_on=values["reopened_on"], reason=values["reason"])


_MADE: Mapping[str, Make] = {
    "licence": _licence,
    "licence-end": _licence_end,
    "place": _place,
    "officer": _officer,
    "close": _close,
    "reopen": _reopen,
}
