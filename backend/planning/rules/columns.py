"""The columns of a plan that its head fills. Pure."""

from typing import Any

from backend.core.json_columns import written
from schemas.planning.acts import PlanDrafted
from schemas.planning.words import PlanKind


def of_head(head: PlanDrafted) -> dict[str, Any]:
    """Return the columns that a head fills; another agency's plan brings its number and day with it."""
    foreign = head.kind is PlanKind.FOREIGN
    return {
        "year": head.year,
        "title": head.title,
        "first_day": head.first_day,
        "last_day": head.last_day,
        "head": written(head),
        "agency": head.agency,
        **({"number": head.number, "issued_on": head.issued_on} if foreign else {}),
    }
