"""Records acts of a report through the one door."""

from uuid import UUID

from backend.approvals.submissions.service import as_system as the_system
from backend.core.actors import Actor
from backend.ledger import service as ledger
from backend.ledger.opened import Opened
from backend.ledger.service import Outcome
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.insight.reports import REPORT_CONTENTS
from schemas.insight.words import ReportAct

TYPES: dict[type[Wire], ReportAct] = {
    kind: ReportAct(name) for name, kind in REPORT_CONTENTS.items()
}


async def record(
    report_id: UUID, content: Wire, actor: Actor, opened: Opened | None = None
) -> Outcome:
    """Record an act of a report. The caller has checked that it is in sight."""
    written = ledger.desk_act(RecordKind.REPORT, report_id, TYPES[type(content)], content, actor)
    return await ledger.record(written, actor, opened)


async def as_system(report_id: UUID, content: Wire, actor: Actor) -> None:
    """Record what another record brought about. Raises RefusedAct."""
    ledger.unwrap(await record(report_id, content, the_system(actor)))
