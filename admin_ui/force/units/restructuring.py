"""Merging, moving, splitting and closing a unit: fields, and the change that a form asks for."""

from collections.abc import Iterable
from uuid import UUID

from admin_ui.shell import places as desk_places
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.fields import REASON, Errors, Field, Values
from admin_ui.shell.reading.reader import Option
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.force.units import service
from backend.force.units.service import Change, UnitView
from backend.parties.importing import service as importing
from schemas.force.restructuring_acts import (
    Area,
    Ordered,
    Part,
    UnitClosed,
    UnitMerged,
    UnitMoved,
    UnitSplit,
)

_UNITS = "units?rule=administered"
_ORDERED = (
    Field("number", "text", "people.decision_number", longest=60),
    Field("decided_on", "date", "people.decided_on"),
    Field("by", "text", "people.decided_by", longest=200, shortest=2),
    Field("scan", "text", "people.decision_scan", required=False, hint="people.decision_scan_hint"),
)
_MANY = 20_000
"""Characters of a list, a name or number in each line."""
FIELDS: dict[str, tuple[Field, ...]] = {
    "merge": (
        Field("into_id", "choice", "people.unit_into", source=_UNITS),
        Field("valid_to", "date", "people.unit_from_day", hint="people.unit_from_day_hint"),
        *_ORDERED,
    ),
    "move": (
        Field("parent_id", "choice", "people.unit_below", source=_UNITS),
        Field("code", "text", "people.unit_new_code", required=False, longest=8, shortest=2),
        Field("valid_from", "date", "people.unit_from_day", hint="people.unit_from_day_hint"),
        *_ORDERED,
    ),
    "split": (
        Field("rest_id", "choice", "people.unit_rest", source=_UNITS, hint="people.unit_rest_hint"),
        Field("part_id", "choice", "people.unit_part", source=_UNITS),
        Field(
            "areas",
            "area",
            "restructurings.areas",
            required=False,
            longest=_MANY,
            hint="restructurings.areas_hint",
        ),
        Field("units", "boxes", "people.unit_part_units", required=False),
        Field("officers", "boxes", "people.unit_part_officers", required=False),
        Field(
            "cases_apart",
            "area",
            "restructurings.cases_apart",
            required=False,
            longest=_MANY,
            hint="restructurings.cases_hint",
            rows=2,
        ),
        Field(
            "cases_stay",
            "area",
            "restructurings.cases_stay",
            required=False,
            longest=_MANY,
            rows=2,
        ),
        Field("valid_to", "date", "people.unit_from_day", hint="people.unit_from_day_hint"),
        *_ORDERED,
    ),
    "close": (
        Field("valid_to", "date", "people.valid_to", hint="people.valid_to_hint"),
        Field("successor_id", "choice", "people.unit_successor", required=False, source=_UNITS),
        REASON,
    ),
}


async def choices(
    actor: Actor, unit: UnitView | None, below: list[UnitView]
) -> dict[str, list[Option]]:
    """Return who and what may go to the part that is split off."""
    if unit is None:
        return {}
    people = await service.officers(actor, unit.id)
    return {
        "officers": [(str(one.id), one.full_name) for one in people],
        "units": [(str(one.id), f"{one.code} {one.name.vi}") for one in below],
    }


async def change(
    act: str, unit_id: UUID, values: Values, errors: Errors, language: Language
) -> Change | None:
    """Return the change that a form asks for; None with what is wrong in `errors`. The caller has checked scope."""
    if act == "close":
        return UnitClosed(
            valid_to=values["valid_to"],
            successor_id=values["successor_id"],
            reason=values["reason"],
        )
    ordered = Ordered(
        number=values["number"],
        decided_on=values["decided_on"],
        by=values["by"],
        scan=values["scan"],
    )
    if act == "merge":
        return UnitMerged(into_id=values["into_id"], valid_to=values["valid_to"], ordered=ordered)
    if act == "move":
        return UnitMoved(
            parent_id=values["parent_id"],
            valid_from=values["valid_from"],
            code=values["code"],
            ordered=ordered,
        )
    return await _split(unit_id, values, ordered, errors, language)


async def _split(
    unit_id: UUID, values: Values, ordered: Ordered, errors: Errors, language: Language
) -> UnitSplit | None:
    part, rest = values["part_id"], values["rest_id"]
    bare = UnitSplit(
        rest_id=rest,
        units=[Part(id=UUID(one), part_id=part) for one in values["units"]],
        officers=[Part(id=UUID(one), part_id=part) for one in values["officers"]],
        valid_to=values["valid_to"],
        ordered=ordered,
    )
    known = {one.number: one.id for one in await service.planned(unit_id, bare)}
    corrected = []
    for field, to in (("cases_apart", part), ("cases_stay", rest)):
        lines = _lines(values[field])
        unknown = [one for one in lines if one not in known]
        if unknown:
            errors[field] = say(language, "restructurings.case_unknown", number=unknown[0])
        corrected += [Part(id=known[one], part_id=to) for one in lines if one in known]
    areas = []
    for line in _lines(values["areas"]):
        code = commune(line)
        if code is None:
            errors["areas"] = say(language, "restructurings.area_unknown", line=line)
            break
        areas.append(Area(code=code, part_id=part))
    if errors:
        return None
    return UnitSplit(
        rest_id=rest,
        units=bare.units,
        officers=bare.officers,
        areas=areas,
        cases=corrected,
        valid_to=bare.valid_to,
        ordered=ordered,
    )


def _lines(text: str | None) -> list[str]:
    """Return what stands in the lines, each once; several numbers or codes of a line are told apart by semicolons."""
    found = (one.strip() for one in (text or "").replace(";", "\n").splitlines())
    return list(dict.fromkeys(one for one in found if one))


def commune(line: str) -> str | None:
    """Return the commune that a line means, by code: a code, a name, or a name with its province; None if unclear."""
    table = importing.places()
    name, _, province = (part.strip() for part in line.rpartition(","))
    code = table.province(province) if name else None
    found = table.commune(code, name) if code else table.commune(None, line)
    return next(iter(found)) if len(found) == 1 else None


def communes(codes: Iterable[str]) -> list[str]:
    """Return the names of communes; the code of one that there is no more."""
    known = desk_places.by_code()
    return [known[one].label if one in known else one for one in codes]


def outside(unit_code: str, codes: Iterable[str]) -> tuple[str, list[str]]:
    """Return the province with whose code a unit's code begins, and the communes of these that lie in another."""
    province = desk_places.PROVINCES.get(unit_code[:2])
    known = desk_places.by_code()
    found = [known[one] for one in codes if one in known] if province else []
    return province or "", [one.label for one in found if one.province != unit_code[:2]]


def carried(act: str, form: Form) -> list[tuple[str, str]]:
    """Return the form's values for its confirmation, which posts them again."""
    return [(field.name, one) for field in FIELDS[act] for one in form.all(field.name)]
