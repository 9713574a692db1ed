"""Who works on an inspection, for the scope filter."""

from typing import Final

from backend.core import scope

INSPECTION_TEAMS: Final = scope.Teamed(
    on_team="EXISTS (SELECT 1 FROM inspection_team st WHERE st.inspection_id = {id} AND st.officer_id = {officer})",
    readers=scope.READS_UNIT,
)
