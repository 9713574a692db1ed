"""When a submission may stand: what it names, and what the form of its minutes asks for. Pure; by form, as data."""

from typing import Any
from uuid import UUID

import msgspec

from backend.law import form_facts


class PhotoFact(msgspec.Struct, frozen=True, kw_only=True):
    """What a submission must know of a photograph."""

    sha256: str
    in_force: bool
    stored: bool


class SignatureFact(msgspec.Struct, frozen=True, kw_only=True):
    """What a submission must know of a signature."""

    act_id: UUID
    minutes_id: UUID
    role: str


def revision_parts(
    minutes: UUID, photos: list[str], signatures: list[UUID], places: list[UUID]
) -> dict[str, Any]:
    """What a revision's hash covers: these four, in this order, in the RFC 8785 form (which sorts the keys)."""
    return {
        "minutes": str(minutes),
        "photos": photos,
        "signatures": [str(item) for item in signatures],
        "places": [str(item) for item in places],
    }


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """Whose signatures, or refusals to sign, minutes need: one whole set of `any_of`, else `code`."""

    code: str
    any_of: tuple[frozenset[str], ...]
    where_absence_told: tuple[frozenset[str], ...] = ()
    """Sets that do as well where the minutes say, in the rule's `absence_field`, why those above could not sign."""


class FormRule(msgspec.Struct, frozen=True, kw_only=True):
    """What a submission of minutes on a form needs beyond the form itself."""

    announced: bool
    """Whether the decision must have been announced on site."""
    needs: tuple[Need, ...]
    absence_field: str | None = None
    """The form's field that tells why a needed signer was not there: `authority_absence`, or none."""


FORM_RULES: dict[str, FormRule] = {
    form: msgspec.convert(rule, FormRule) for form, rule in form_facts.submissions().items()
}
"""By form, as the form says. Inspection minutes: Circular 27/2020 Art 16.2 and 18.4; of non-execution: its Art 16.1."""

USUAL_FORM = "BB-KT"
"""Whose rule judges a submission where no minutes are in force."""


def tells_absence(form: str, fields: dict[str, Any]) -> bool:
    """Tell whether minutes say why a needed signer was not there."""
    name = FORM_RULES[form].absence_field if form in FORM_RULES else None
    told = fields.get(name) if name else None
    return isinstance(told, str) and bool(told.strip())


def submission_fault(
    *,
    announced: bool,
    form: str | None,
    absence_told: bool,
    minutes: UUID,
    minutes_in_force: UUID | None,
    photos: list[str],
    known_photos: list[PhotoFact],
    signatures: list[UUID],
    known_signatures: list[SignatureFact],
    places: list[UUID],
    known_places: list[UUID],
) -> str | None:
    """Say why a submission cannot stand, as a code, or None.

    Everything it names must be here and in force; the minutes must be the ones in force, and signed, or refused, by
    those whom their form's rule names. A photograph of another phone that it does not name is no fault: it joins as an
    addendum.
    `form` and `absence_told` are of the minutes in force; None and False where there are none.
    """
    rule = FORM_RULES[form if form in FORM_RULES else USUAL_FORM]
    if rule.announced and not announced:
        return "not_announced"
    if minutes_in_force is None or minutes != minutes_in_force:
        return "minutes_not_in_force"
    in_force = {photo.sha256 for photo in known_photos if photo.in_force}
    if len(set(photos)) != len(photos) or not in_force.issuperset(photos):
        return "photos_not_in_force"
    if not set(known_places).issuperset(places):
        return "places_unknown"
    by_id = {item.act_id: item for item in known_signatures}
    if not set(by_id).issuperset(signatures):
        return "signatures_unknown"
    if any(by_id[item].minutes_id != minutes for item in signatures):
        return "signatures_of_other_minutes"
    roles = {by_id[item].role for item in signatures}
    for need in rule.needs:
        accepted = need.any_of + (need.where_absence_told if absence_told else ())
        if not any(group <= roles for group in accepted):
            return need.code
    return None
