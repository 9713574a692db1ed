"""Who works on an inspection: for the scope filter, and for telling their phones."""

from typing import Final
from uuid import UUID

from backend.core import compiled, scope
from backend.core.compiled import Query
from backend.fieldwork.tables.inspections import InspectionTeamMember

INSPECTION_TEAMS: Final = scope.Teamed(
    on_team="EXISTS (SELECT 1 FROM inspection_team st WHERE st.inspection_id = {id} AND st.officer_id = {officer})",
    readers=scope.READS_UNIT,
)


@compiled.values(UUID)
def officers(inspection_id: UUID) -> Query:
    """Return the officers of an inspection's team; none before it exists."""
    theirs = InspectionTeamMember.select(InspectionTeamMember.officer_id)
    return theirs.where(InspectionTeamMember.inspection_id == inspection_id)
