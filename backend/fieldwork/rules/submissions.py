"""When a submission is valid: what it may name, and what the form of its minutes requires. Pure.

The requirements are data of each form.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec

from backend.fieldwork.rules.refusals import Signed, counted
from backend.law import form_facts


class PhotoFact(msgspec.Struct, frozen=True, kw_only=True):
    """The facts about a photograph that a submission is checked against."""

    sha256: str
    in_force: bool
    stored: bool


class SignatureFact(msgspec.Struct, frozen=True, kw_only=True):
    """The facts about a signature that a submission is checked against."""

    act_id: UUID
    minutes_id: UUID
    signed: Signed


def revision_parts(
    minutes: UUID, photos: list[str], signatures: list[UUID], places: list[UUID]
) -> dict[str, Any]:
    """Return what a revision's hash covers: these four parts in their RFC 8785 form.

    The order within each list counts; RFC 8785 sorts the keys.
    """
    return {
        "minutes": str(minutes),
        "photos": photos,
        "signatures": [str(item) for item in signatures],
        "places": [str(item) for item in places],
    }


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """The roles that must be signed for under the minutes (refusals.counted).

    One complete set of `any_of` is needed; otherwise the submission is refused with `code`.
    """

    code: str
    any_of: tuple[frozenset[str], ...]
    where_absence_told: tuple[frozenset[str], ...] = ()
    """Further sets that suffice if the minutes say, in the rule's `absence_field`, why the roles
    above could not sign."""


class FormRule(msgspec.Struct, frozen=True, kw_only=True):
    """What a submission of minutes on this form requires beyond a valid form."""

    announced: bool
    """Whether the decision must have been announced on site."""
    needs: tuple[Need, ...]
    absence_field: str | None = None
    """The form's field that says why a required signer was absent: `authority_absence`, or None."""


FORM_RULES: dict[str, FormRule] = {
    form: msgspec.convert(rule, FormRule) for form, rule in form_facts.submissions().items()
}
"""The rule of each form, read from the form. Inspection minutes: Circular 27/2020 Art 16.2 and
18.4; minutes of non-execution: its Art 16.1."""

USUAL_FORM = "BB-KT"
"""The form whose rule applies to a submission if no minutes are in force."""


def tells_absence(form: str, fields: dict[str, Any]) -> bool:
    """Tell whether the minutes say why a required signer was absent."""
    name = FORM_RULES[form].absence_field if form in FORM_RULES else None
    told = fields.get(name) if name else None
    return isinstance(told, str) and bool(told.strip())


def submission_fault(
    *,
    announced: bool,
    form: str | None,
    form_version: int,
    fields: dict[str, Any],
    minutes: UUID,
    minutes_in_force: UUID | None,
    photos: list[str],
    known_photos: list[PhotoFact],
    signatures: list[UUID],
    known_signatures: list[SignatureFact],
    places: list[UUID],
    known_places: list[UUID],
) -> str | None:
    """Return the refusal code of a submission, or None if it is valid.

    Everything that it names must be here and in force. Its minutes must be those in force, and
    those whom their form's rule names must have signed or refused. A photograph of another phone
    that the submission does not name is no fault: it joins as an addendum. `form`, `form_version`
    and `fields` are those of the minutes in force; None, 0 and {} if there are none.
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
    given = [by_id[item].signed for item in signatures]
    roles = counted(form or USUAL_FORM, form_version, fields, given)
    return unsigned(rule, roles, absence_told=tells_absence(form, fields) if form else False)


def unsigned(rule: FormRule, roles: Iterable[str], *, absence_told: bool) -> str | None:
    """Return the code of the first signature that the form needs and minutes lack, or None.

    `roles` are signed for (refusals.counted).
    """
    signed = frozenset(roles)
    for need in rule.needs:
        accepted = need.any_of + (need.where_absence_told if absence_told else ())
        if not any(group <= signed for group in accepted):
            return need.code
    return None
