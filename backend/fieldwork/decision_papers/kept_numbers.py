"""Numbers that were reserved for a decision and that no paper bears: listed, voided, closed.

Circular 22/2021/TT-BCT Art 6: no number is skipped; each is used, or void with a reason.
"""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import forms
from backend.documents import service as documents
from backend.fieldwork.decision_papers import issuing
from backend.fieldwork.queries import decision_files
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_files import KeptRow
from backend.force.accounts import service as accounts
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.core.problems import Text

_LOG = structlog.get_logger("papers")
_WAITS = timedelta(minutes=10)
"""A signing takes seconds. A number that is tried again within this time does not belong on a list."""
_MOST = 200


class KeptNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is neither used nor void, and its paper. Times are UTC."""

    document_id: UUID
    title: Text
    form: str
    text: str
    """The number as the paper would show it."""
    year: int
    subject_name: str
    reserved_at: datetime
    reserved_by: str


async def waiting(actor: Actor) -> list[KeptNumber]:
    """List the numbers that wait longer than ten minutes among the papers in sight, 200 at most."""
    return [_kept(row) for row in await decision_files.kept(actor, clock.now() - _WAITS, _MOST)]


async def waits_with(document_id: UUID) -> str | None:
    """Return the number under which this paper would be signed again; None if it takes the next."""
    row = await decision_files.kept_for(document_id)
    return _kept(row).text if row is not None else None


async def void(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Void what is reserved for a paper in sight, for good, in the caller's transaction.

    Raises NotFound. `ledger.record`, the one door, decides who may.
    """
    paper = await queries.find(actor, document_id)
    there = await numbering.held(document_id) if paper else None
    if paper is None or there is None:
        raise NotFound(what="number")
    return await issuing.void(paper.inspection_id, document_id, there, reason, actor)


async def close_past_years() -> int:
    """Void what is left of past years, for the janitor; returns how many.

    Each act is in the name of the officer who reserved the number.
    """
    closed = 0
    for document_id in await numbering.papers_of_past_years(clock.now()):
        async with transaction():
            paper = await queries.lock(document_id)
            there = await numbering.held(document_id)
            who = await accounts.speaker(there.reserved_by) if there else None
            if paper is None or there is None or who is None:
                continue
            actor = msgspec.structs.replace(who, face="job")
            why = f"Hết năm {there.number.year}: số chưa dùng. / The year is over: not used."
            outcome = await issuing.void(paper.inspection_id, document_id, there, why, actor)
            if isinstance(outcome, ledger.Refused):
                _LOG.warning("number_not_closed", document=str(document_id), code=outcome.code)
                continue
            closed += 1
    return closed


def _kept(row: KeptRow) -> KeptNumber:
    schema = documents.get_form(row.form, forms.newest(row.form))
    return KeptNumber(
        document_id=row.document_id,
        title=Text(vi=schema["x-title"]["vi"], en=schema["x-title"]["en"]),
        form=row.form,
        text=numbering.unit_number_text(schema["x-symbol"], row.number, row.unit_code),
        year=row.year,
        subject_name=row.subject_name,
        reserved_at=row.reserved_at,
        reserved_by=row.full_name,
    )
