"""Queries of the records behind a figure: what each is called, for those of them that the reader may see."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.tables.cases import Case
from backend.core import rows, scope, scoped
from backend.core.actors import Actor
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.tables.inspections import Inspection
from backend.intake.tables.informations import InformationRecord


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A record in sight, as a list names it."""

    id: UUID
    kind: str
    number: str
    about: str | None


async def named(record_ids: Sequence[UUID], actor: Actor) -> dict[UUID, Named]:
    """Return the records of these that the reader may see; what is out of sight is left out."""
    cases = Case.select(Case.id, Case.number, Case.subject_name.as_alias("about"))
    cases = cases.where(rows.any_of(Case.id, record_ids))
    cases = cases.where(scoped.where(scope.teamed(CASE_TEAMS, actor), Case))
    inspections = Inspection.select(
        Inspection.id,
        Inspection.decision_number.as_alias("number"),
        Inspection.subject_name.as_alias("about"),
    ).where(rows.any_of(Inspection.id, record_ids))
    inspections = inspections.where(scoped.where(scope.teamed(INSPECTION_TEAMS, actor), Inspection))
    informations = InformationRecord.select(InformationRecord.id, InformationRecord.number)
    informations = informations.where(rows.any_of(InformationRecord.id, record_ids))
    informations = informations.where(scoped.where(scope.informations(actor), InformationRecord))
    found: dict[UUID, Named] = {}
    for kind, query in (
        ("case", cases),
        ("inspection", inspections),
        ("information", informations),
    ):
        for row in await query:
            about = row.get("about")
            found[row["id"]] = Named(id=row["id"], kind=kind, number=row["number"], about=about)
    return found
