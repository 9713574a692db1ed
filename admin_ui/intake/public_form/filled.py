"""What a citizen filled in, as a report; or what is wrong with it, field by field."""

import re
from typing import Final

import msgspec

from admin_ui.shell.forms import Form
from backend.core import geodesy
from backend.intake.public_form import service as public_form
from schemas.intake.public_form import Concerns, PublicReport
from schemas.intake.words import Field, Nature

LEAST_LETTERS: Final = 20
MOST_LETTERS: Final = 5000
_LINES: Final = {
    "who": 300,
    "goods": 300,
    "when": 300,
    "address": 300,
    "name": 300,
    "phone": 40,
    "email": 200,
    "contact_address": 300,
}
"""The most letters of a line."""
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{6,24}[0-9]", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_E7 = re.compile(r"-?[0-9]{1,10}", re.ASCII)
_COUNTRY: Final = ((60_000_000, 240_000_000), (1_015_000_000, 1_180_000_000))
"""Latitudes and longitudes in 1e-7 degrees between which Vietnam lies, from Lũng Cú (23.4 N) and A Pa Chải (102.1 E) to
Trường Sa (6.8 N, 117.3 E): a point beyond them tells nobody where to go."""

Errors = dict[str, tuple[str, dict[str, object]]]
"""By the name of the field: a word of the area without `public_form.error_`, and what it names."""


def faults(form: Form) -> Errors:
    """Return what is wrong, in the order of the page; empty if a report can be made of it."""
    found: Errors = {}
    for name, words in (("nature", Nature), ("concerns", Concerns)):
        if form.text(name) not in set(words):
            found[name] = ("choice", {})
    what = form.text("what")
    if len(what) < LEAST_LETTERS:
        found["what"] = ("what", {})
    for name, most in (("what", MOST_LETTERS), *_LINES.items()):
        if len(form.text(name)) > most:
            found[name] = ("too_long", {"most": most})
    if form.text("province") not in ("", *public_form.PROVINCES):
        found["province"] = ("choice", {})
    if form.text("concerns") == Concerns.OFFICER and not form.text("who"):
        found["who"] = ("who", {})
    elif not any((form.text("who"), form.text("address"), _in_the_country(_point(form)))):
        found["address"] = ("abroad" if form.text("latitude_e7") else "where", {})
    _contact(form, found)
    if form.text("website"):
        found["website"] = ("leave_empty", {})
    return found


def _contact(form: Form, found: Errors) -> None:
    phone, email = form.text("phone"), form.text("email")
    if phone and not (_PHONE.fullmatch(phone) and 8 <= sum(map(str.isdecimal, phone)) <= 15):
        found.setdefault("phone", ("phone", {}))
    if email and not _EMAIL.fullmatch(email):
        found.setdefault("email", ("email", {}))
    if form.ticked("wants_answer") and not any((phone, email, form.text("contact_address"))):
        found.setdefault("phone", ("answer", {}))
    if needs_name(form) and not form.ticked("anonymous_known"):
        found["anonymous_known"] = ("anonymous", {})


def needs_name(form: Form) -> bool:
    """Tell whether the law wants a name and an address, and one is missing.

    Law on Denunciations 25/2018/QH14 Arts 23, 25; Law on Complaints 02/2011/QH13 Art 8.
    """
    return form.text("nature") in (Nature.DENUNCIATION, Nature.COMPLAINT) and not (
        form.text("name") and form.text("contact_address")
    )


def _point(form: Form) -> tuple[int, int] | None:
    """Return the point in 1e-7 degrees; None if there is none, or it is no point on Earth."""
    typed = form.text("latitude_e7"), form.text("longitude_e7")
    if not all(_E7.fullmatch(one) for one in typed):
        return None
    latitude, longitude = map(int, typed)
    return (latitude, longitude) if geodesy.on_earth((latitude, longitude)) else None


def _in_the_country(point: tuple[int, int] | None) -> bool:
    return point is not None and all(
        least <= one <= most for one, (least, most) in zip(point, _COUNTRY, strict=True)
    )


def report(form: Form, language: str) -> PublicReport:
    """Make a report of a form without faults."""
    point, accuracy = _point(form), form.text("accuracy_m")
    return msgspec.convert(
        {
            "language": language,
            "nature": Nature.TIP if needs_name(form) else form.text("nature"),
            "concerns": form.text("concerns"),
            "what": form.text("what"),
            "fields": [one for one in Field if one in form.all("fields")],
            "province": form.text("province"),
            **{name: form.text(name) for name in _LINES},
            "latitude_e7": point and point[0],
            "longitude_e7": point and point[1],
            "accuracy_m": int(accuracy) if point and re.fullmatch("[0-9]{1,7}", accuracy) else None,
            "secret": form.ticked("secret"),
            "wants_answer": form.ticked("wants_answer"),
        },
        PublicReport,
    )
