"""Fields of searches of persons, vehicles and hiding places (Law Arts 127 to 129)."""

from collections.abc import Callable
from typing import Any

from backend.casework.prefill import common, custody
from backend.casework.prefill.context import Context
from schemas.core.vocabulary import SubjectKind

Own = dict[str, Callable[[Context], Any]]
_VEHICLE = (
    *("target", "registration_number", "registration_date", "registration_place", "plate"),
    *("holder", "scope"),
)
"""What the minutes of the search of a vehicle repeat from its decision."""


def _person(context: Context) -> Any:
    """Return the person searched: the party, if a person, or the owner of a household business."""
    who = context.facts.party
    if who is None or who.kind == SubjectKind.ORGANISATION:
        return None
    said = dict(common.violator(context) or {})
    if said.get("kind") != SubjectKind.INDIVIDUAL:
        said |= {"kind": "individual", "name": said.get("representative_name") or said.get("name")}
    return said


def _ordered(name: str, form: str, other: Callable[[Context], Any]) -> Callable[[Context], Any]:
    """Return what the newest decision of this form says in a field; without one, `other`."""

    def said(context: Context) -> Any:
        paper = context.newest(form)
        return (paper.fields.get(name) if paper else None) or other(context)

    return said


def _minutes(form: str, *names: str, violator: Callable[[Context], Any]) -> Own:
    """Return the fields of minutes of a search: as its decision says, if there is one."""
    return {
        **{name: _ordered(name, form, lambda _: None) for name in names},
        "violator": _ordered("violator", form, violator),
        "decision_issuer": lambda context: custody.issuer_of(context.newest(form)),
    }


SEARCHES: dict[str, Own] = {
    "MQĐ25": {"violator": _person, "executor": lambda context: context.inputs.unit},
    "MQĐ26": {"violator": _person, "executor": lambda context: context.inputs.unit},
    "MQĐ27": {"search_place": common.place, "executor": lambda context: context.inputs.unit},
    "MBB23": _minutes("MQĐ25", violator=_person),
    "MBB24": _minutes("MQĐ26", *_VEHICLE, violator=_person),
    "MBB25": _minutes("MQĐ27", "search_place", "holder", violator=common.violator),
}
