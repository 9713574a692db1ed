"""Queries of the drafters of a plan, and of its paper before it is signed."""

from uuid import UUID

from backend.core import database

_FORM = "KH"


async def of_plan(plan_id: UUID) -> list[UUID]:
    """Return who drafted a plan or an item of it: they do not approve it."""
    found = await database.fetch(
        """SELECT drafted_by AS officer_id FROM plans WHERE id = $1
        UNION SELECT by FROM plan_item_versions WHERE plan_id = $1 ORDER BY 1 LIMIT 50""",
        plan_id,
    )
    return [row["officer_id"] for row in found]


async def paper_of(plan_id: UUID) -> str | None:
    """Return the hash of the content of the plan's finalised or printed paper, in hex; None without one."""
    found: str | None = await database.fetchval(
        """SELECT max(fields_hash) FROM record_papers
        WHERE record_id = $1 AND form = $2 AND state IN ('final', 'printed')""",
        plan_id,
        _FORM,
    )
    return found
