"""Which versions may be published, which one is in force on a day, and how two differ. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID, uuid5

import msgspec

from backend.law.rules import provisions
from backend.ledger.bounds.table import LAW_IN_FORCE
from schemas.core.problems import Text
from schemas.law.catalogue import Violation, ViolationField, ViolationPublished
from schemas.law.provisions import Provisions

_SPACE = UUID("3d0a4c9e-64b7-4f0c-9a37-5a0f5b9d8c11")
"""Namespace of record ids: a code has the same record id on every installation."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A published version, and the day from which it is withdrawn, if it was."""

    content: ViolationPublished
    withdrawn_on: date | None = None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A field in which two versions differ, with both values as text."""

    field: str
    before: str
    after: str


def record_id(code: str) -> UUID:
    """Return the id of a behaviour's record in the ledger."""
    return uuid5(_SPACE, code)


def ends_on(version: Version) -> date | None:
    """Return the first day on which a version is no longer in force; None if it has no end."""
    ends = [day for day in (version.content.valid_to, version.withdrawn_on) if day is not None]
    return min(ends) if ends else None


def at(versions: Iterable[Version], day: date) -> Version | None:
    """Return the version in force on a day; None if there is none.

    If several are, the highest number wins.
    """
    found = [
        version
        for version in versions
        if version.content.valid_from <= day and ((end := ends_on(version)) is None or day < end)
    ]
    return max(found, key=lambda version: version.content.version) if found else None


FINES = {"individual": (50_000, 10**9), "organisation": (100_000, 2 * 10**9)}
"""Law 15/2012 Art 23.1, in đồng: from 50,000 to 1,000 million for a person, twice that for an
organisation. Ceilings of a field are lower, and some follow from another law. They are applied when
a sanction is computed."""
MOST_AHEAD = timedelta(days=366)
"""How long before its first day in force a version may be entered."""


def bounds_fault(content: ViolationPublished, today: date) -> str | None:
    """Return why fines or days cannot be right, as a code, or None.

    `today` is the day in Vietnam.
    """
    least, most = FINES[content.subject]
    if (content.fine_min_vnd < least or content.fine_max_vnd > most) and content.times is None:
        return "fine_out_of_bounds"
    if not LAW_IN_FORCE <= content.valid_from <= today + MOST_AHEAD:
        return "day_out_of_bounds"
    return None


def publish_fault(content: ViolationPublished, newest: int) -> str | None:
    """Return why a version cannot be published, as a code, or None.

    `newest` is the highest number so far, 0 if there is none.
    """
    if content.version != newest + 1:
        return "version_out_of_order"
    if content.fine_min_vnd > content.fine_max_vnd:
        return "band_upside_down"
    if content.valid_to is not None and content.valid_to <= content.valid_from:
        return "dates_upside_down"
    if bool(content.check_vi.strip()) != bool(content.check_en.strip()):
        return "check_in_both"
    return "provisions_wrong" if provisions.fault(content) else None


def row_of(version: Version) -> Violation:
    """Convert a version to a row of the catalogue."""
    content = version.content
    provided = {name: getattr(content, name) for name in PROVISIONS}
    doubt = Text(vi=content.check_vi, en=content.check_en) if content.check_vi.strip() else None
    return Violation(
        code=content.code,
        name_vi=content.name_vi,
        legal_basis=content.legal_basis,
        fine_min_vnd=content.fine_min_vnd,
        fine_max_vnd=content.fine_max_vnd,
        subject=content.subject,
        status="published",
        version=content.version,
        field=ViolationField(content.field),
        valid_from=content.valid_from,
        valid_to=ends_on(version),
        check=doubt,
        **provided,
    )


PROVISIONS = Provisions.__struct_fields__
"""What a version, a row and an order share beyond the band."""


_COMPARED = (
    "name_vi",
    "legal_basis",
    "fine_min_vnd",
    "fine_max_vnd",
    "subject",
    "field",
    "valid_from",
    "valid_to",
    "check_vi",
    "check_en",
)


def flat(row: Violation) -> dict[str, str]:
    """Return a row as texts by field, to fill a form or to compare."""
    values = {name: getattr(row, name, None) for name in _COMPARED} | {
        "check_vi": row.check.vi if row.check else "",
        "check_en": row.check.en if row.check else "",
    }
    return {name: "" if value is None else str(value) for name, value in values.items()}


def differences(before: Violation | None, after: ViolationPublished) -> list[Difference]:
    """Return the fields that a version changes in the row before it, in the order of the form.

    Without a row before it, every field that it has. What the decree provides besides the band has
    no text here: backend/law/sanctions/wording.py has its words.
    """
    old = flat(before) if before else dict.fromkeys(_COMPARED, "")
    new = {
        name: "" if (value := getattr(after, name)) is None else str(value) for name in _COMPARED
    }
    found = [
        Difference(field=name, before=old[name], after=new[name])
        for name in _COMPARED
        if old[name] != new[name]
    ]
    found += [
        Difference(field=name, before="", after="")
        for name in EDITED
        if (getattr(before, name) if before else []) != getattr(after, name)
    ]
    return found


EDITED = ("drivers", "extra", "provided_remedies")
"""What the form edits of what a decree provides besides the band."""
