"""Publishing all rows of a decree at once: what would be published, and what that changes. Pure."""

from collections.abc import Mapping
from uuid import UUID, uuid5

import msgspec

from backend.core.canonical_json import sha256_hex
from backend.law.rules import publishing
from backend.law.rules.publishing import PROVISIONS, Difference
from schemas.law.catalogue import Violation, ViolationPublished

_SPACE = UUID("0d3a8f55-7f0e-4a35-9d3f-0c8f5a2f6b17")
"""Namespace of record ids of decrees, apart from those of behaviours."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A row beside what was in force before it under its code."""

    row: Violation
    before: Violation
    changes: list[Difference]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What publishing a decree would change."""

    added: list[Violation]
    changed: list[Compared]
    closed: list[Violation]
    """Rows of before that the decree no longer has under their code."""
    same: int


def record_id(decree: str) -> UUID:
    """Return the id of a decree's record in the ledger."""
    return uuid5(_SPACE, decree)


def of_decree(rows: Mapping[str, Violation], decree: str) -> list[Violation]:
    """Return the rows of a decree, by code: the order of what is hashed."""
    return [rows[code] for code in sorted(rows) if code.split("-")[0] == decree]


def versions(
    rows: list[Violation], newest: Mapping[str, int], source: str, note: str
) -> list[ViolationPublished]:
    """Return the versions that publish these drafts. `newest` has the highest number of each code.

    A row without a first day cannot be published, so it is left out.
    """
    return [
        ViolationPublished(
            code=row.code,
            version=newest.get(row.code, 0) + 1,
            name_vi=row.name_vi,
            legal_basis=row.legal_basis,
            fine_min_vnd=row.fine_min_vnd,
            fine_max_vnd=row.fine_max_vnd,
            subject=row.subject,
            field=row.field,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            check_vi=row.check.vi if row.check else "",
            check_en=row.check.en if row.check else "",
            source=source,
            note=note,
            **{name: getattr(row, name) for name in PROVISIONS},
        )
        for row in rows
        if row.valid_from is not None
    ]


def digest(published: list[ViolationPublished]) -> str:
    """Return the SHA-256 of the versions, in hex, as the acts name it."""
    return sha256_hex(msgspec.to_builtins(published))


def unpublished(rows: list[Violation], known: Mapping[str, Violation]) -> list[Violation]:
    """Return the drafts that differ from the published row of this edition, or have none."""
    return [
        row
        for row in rows
        if (before := known.get(row.code)) is None or _content(before) != _content(row)
    ]


def compare(rows: list[Violation], before: Mapping[str, Violation]) -> Comparison:
    """Compare drafts with what was in force before them, by code."""
    told = [
        Compared(row=row, before=before[row.code], changes=_changes(before[row.code], row))
        for row in rows
        if row.code in before
    ]
    codes = {row.code for row in rows}
    return Comparison(
        added=[row for row in rows if row.code not in before],
        changed=[one for one in told if one.changes],
        closed=[row for code, row in before.items() if code not in codes],
        same=sum(not one.changes for one in told),
    )


def _content(row: Violation) -> Violation:
    return msgspec.structs.replace(row, status="draft", version=0)


_PROVIDED = ("drivers", "extra", "provided_remedies", "doublings", "times", "warning")


def _changes(before: Violation, row: Violation) -> list[Difference]:
    old, new = publishing.flat(before), publishing.flat(row)
    found = [
        Difference(field=name, before=old[name], after=new[name])
        for name in new
        if old[name] != new[name]
    ]
    found += [
        Difference(field=name, before="", after="")
        for name in _PROVIDED
        if getattr(before, name) != getattr(row, name)
    ]
    return found
