"""Merging, moving and splitting a unit: fields, what is read from them, and what the confirmation shows."""

from typing import Any, NamedTuple
from uuid import UUID

from admin_ui.shell.forms import Form
from admin_ui.shell.reading.fields import Field, Values
from admin_ui.shell.reading.reader import Option
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.force.units import service
from backend.force.units.service import Preview, UnitView
from schemas.core.base import Wire
from schemas.force.acts import PeopleAct
from schemas.force.restructuring_acts import Ordered, Part, UnitMerged, UnitMoved, UnitSplit

_UNITS = "units?rule=administered"
_ORDERED = (
    Field("number", "text", "people.decision_number", longest=60),
    Field("decided_on", "date", "people.decided_on"),
    Field("by", "text", "people.decided_by", longest=200, shortest=2),
    Field("scan", "text", "people.decision_scan", required=False, hint="people.decision_scan_hint"),
)
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
        Field("units", "boxes", "people.unit_part_units", required=False),
        Field("officers", "boxes", "people.unit_part_officers", required=False),
        Field("valid_to", "date", "people.unit_from_day", hint="people.unit_from_day_hint"),
        *_ORDERED,
    ),
}
COUNTED = (
    "officers",
    "heads",
    "devices",
    "open_cases",
    "cases",
    "inspections",
    "informations",
    "plans",
    "submissions",
    "reports",
    "parties",
    "papers",
    "ranges",
)
"""What the confirmation counts, in its order; each has a word `people.preview_<name>`."""


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


def content(act: str, values: Values) -> tuple[PeopleAct, Wire]:
    """Return the act that a form says."""
    ordered = Ordered(
        number=values["number"],
        decided_on=values["decided_on"],
        by=values["by"],
        scan=values["scan"],
    )
    if act == "merge":
        return PeopleAct.UNIT_MERGED, UnitMerged(
            into_id=values["into_id"], valid_to=values["valid_to"], ordered=ordered
        )
    if act == "move":
        return PeopleAct.UNIT_MOVED, UnitMoved(
            parent_id=values["parent_id"],
            valid_from=values["valid_from"],
            code=values["code"],
            ordered=ordered,
        )
    part: UUID = values["part_id"]
    return PeopleAct.UNIT_SPLIT, UnitSplit(
        rest_id=values["rest_id"],
        units=[Part(id=UUID(one), part_id=part) for one in values["units"]],
        officers=[Part(id=UUID(one), part_id=part) for one in values["officers"]],
        valid_to=values["valid_to"],
        ordered=ordered,
    )


def target(act: str, values: Values) -> UUID:
    """Return the unit to which most of it goes."""
    found: UUID = values[{"merge": "into_id", "move": "parent_id", "split": "rest_id"}[act]]
    return found


class SplitOff(NamedTuple):
    """What a split sends to the unit that gets the part."""

    unit: UnitView
    officers: list[str]
    units: list[str]


async def part(
    actor: Actor, act: str, values: Values, known: dict[str, list[Option]]
) -> SplitOff | None:
    """Return what a split sends away, by name; None of another act. Raises NotFound."""
    if act != "split":
        return None
    named = {
        field: [text for option, text in known[field] if option in values[field]]
        for field in ("officers", "units")
    }
    unit = await service.get_administered(actor, values["part_id"])
    return SplitOff(unit, named["officers"], named["units"])


def carried(act: str, form: Form) -> list[tuple[str, str]]:
    """Return the form's values for its confirmation, which posts them again."""
    return [(field.name, one) for field in FIELDS[act] for one in form.all(field.name)]


def counted(preview: Preview, language: Language, act: str) -> list[tuple[str, int]]:
    """Return what the confirmation counts, in words, without what there is nothing of; a move ends no position."""
    found: dict[str, Any] = preview.counts
    names = [name for name in COUNTED if found[name] and (act != "move" or name != "heads")]
    return [(say(language, f"people.preview_{name}"), found[name]) for name in names]
