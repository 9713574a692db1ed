"""Open cases of a unit that is split: to which part each goes, for the preview and when it is done."""

from collections.abc import Iterable
from uuid import UUID

from backend.casework.queries import succeeding as queries
from backend.casework.rules import splitting as rules
from backend.force.units.open_cases import PlannedCase
from backend.parties.importing import places
from schemas.force.restructuring_acts import UnitSplit


async def plan(unit_id: UUID, change: UnitSplit) -> list[PlannedCase]:
    """Return where each open case of the unit goes now, by number. For the system: no scope is asked."""
    table, found = places.table(), []
    for one in await queries.placed_in(unit_id):
        said = (one.committed_at, one.drawn_at, one.inspected_at)
        commune = rules.commune_of(said, table) or one.commune
        part_id, why = rules.goes_to(change, case_id=one.id, lead_id=one.lead_id, commune=commune)
        found.append(
            PlannedCase(
                id=one.id,
                number=one.number,
                part_id=part_id,
                why=why,
                commune=commune,
                lead=one.lead,
            )
        )
    return found


def unknown(codes: Iterable[str]) -> list[str]:
    """Return those of these codes that are of no commune of today; none where the installation has no table."""
    known = places.table().of_code
    return [one for one in codes if known and one not in known]
