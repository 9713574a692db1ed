"""Who works on a case, for the one scope filter."""

from typing import Final

from backend.core import scope
from schemas.core.vocabulary import Role

CASE_TEAMS: Final = scope.Teamed(
    on_team="EXISTS (SELECT 1 FROM case_officers so WHERE so.case_id = {id} AND so.officer_id = {officer})",
    readers=(*scope.READS_UNIT, Role.CLERK),
)
"""Clerks too, because they handle the papers of a case."""
