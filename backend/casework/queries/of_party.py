"""Queries of inspections and cases that name a party of the register."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.tables.cases import Case
from backend.core import compiled, scoped
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.fieldwork.tables.inspections import Inspection


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A record that names a party: its number, and since when."""

    id: UUID
    number: str
    at: datetime


@compiled.many(Named)
def inspections(party_id: UUID, since: datetime, seen: Reach) -> Query:
    """Return inspections in reach that name the party, decided since a moment; a hundred at most."""
    found = Inspection.select(
        Inspection.id,
        Inspection.decision_number.as_alias("number"),
        Inspection.issued_at.as_alias("at"),
    )
    theirs = found.where((Inspection.subject_id == party_id) & (Inspection.issued_at >= since))
    return theirs.where(scoped.where(seen, Inspection)).order_by(Inspection.issued_at).limit(100)


@compiled.many(Named)
def cases(party_id: UUID, since: datetime, seen: Reach) -> Query:
    """Return cases in reach that name the party, opened since a moment; a hundred at most."""
    found = Case.select(Case.id, Case.number, Case.opened_at.as_alias("at"))
    theirs = found.where((Case.subject_id == party_id) & (Case.opened_at >= since))
    return theirs.where(scoped.where(seen, Case)).order_by(Case.opened_at).limit(100)
