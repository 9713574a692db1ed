"""Query of the ad-hoc plans (PA) that were issued in cases and wait for their decision."""

from backend.core import database
from backend.core.actors import UnitPath


async def waiting(numbers: list[str], path: UnitPath) -> list[tuple[str, str]]:
    """Return number and inspected party of the plans with these numbers whose case has no decision yet.

    Of cases of the same department as `path`, or of the nation for who serves there.
    """
    found = await database.fetch(
        """
        SELECT d.number, coalesce(d.fields #>> '{subject,name}', '') AS party
        FROM documents d JOIN cases c ON c.id = d.case_id
        WHERE d.form = 'PA' AND d.number = ANY ($1::text[]) AND d.state IN ('signed', 'delivered')
            AND c.state = 'plan_ready' AND c.inspection_id IS NULL
            AND c.unit_1 = $2 AND c.unit_2 IS NOT DISTINCT FROM $3
        ORDER BY d.number
        """,
        numbers,
        path.unit_1,
        path.unit_2,
    )
    return [(row["number"], row["party"]) for row in found]
