"""Behaviours of violation minutes, named by the catalogue from their code alone.

Officers write the code; its version, its wording and its provision are those of the row in force on the day on which
the act ended (docs/law.md). What they wrote themselves stays as they wrote it.
"""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.law.catalogue import service as catalogue
from schemas.law.catalogue import Violation

_FORM = "MBB01"


async def behaviours(
    case_id: UUID, form: str, fields: dict[str, Any], actor: Actor
) -> dict[str, Any]:
    """Return the fields of a draft with each behaviour named whose code the catalogue has on its day.

    A code that it does not have stays as it is; making the content ready says so. Raises NotFound for a case out of
    the actor's scope.
    """
    rows = fields.get("violations")
    if form != _FORM or not isinstance(rows, list) or not any(_to_name(row) for row in rows):
        return fields
    _, facts = await cases.facts_of(case_id, actor)
    return fields | {"violations": [await _named(row, facts.book) for row in rows]}


def _to_name(row: Any) -> bool:
    """Return whether a row has a code and lacks what follows from it."""
    if not isinstance(row, dict) or not row.get("code"):
        return False
    return (
        row.get("catalogue_version") is None or not row.get("wording") or not row.get("provision")
    )


async def _named(row: Any, book: str) -> Any:
    if not _to_name(row):
        return row
    found: Violation | None = None
    with suppress(NotFound, ValueError):
        day = date.fromisoformat(row["ended_on"]) if row.get("ended_on") else clock.today()
        found = await catalogue.version_at(str(row["code"]).strip(), day, book=book)
    if found is None:
        return row
    version = row.get("catalogue_version")
    return row | {
        "code": found.code,
        "catalogue_version": found.version if version is None else version,
        "wording": row.get("wording") or found.name_vi,
        "provision": row.get("provision") or found.legal_basis,
    }
