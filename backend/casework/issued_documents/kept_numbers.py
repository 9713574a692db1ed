"""Numbers that were reserved for a paper and that no paper bears: listed, voided, closed.

Circular 22/2021/TT-BCT Art 6: no number is skipped; each is used, or void with a reason. Those of
past years are closed after New Year.
"""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.casework.cases import service as cases
from backend.casework.issued_documents import issuing
from backend.casework.queries import issued_documents as queries
from backend.casework.queries.issued_documents import KeptRow
from backend.casework.queries.teams import CASE_TEAMS
from backend.core import clock, local_time, scope
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.documents import service as documents
from backend.force.accounts import service as accounts
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.casework.views import PaperView
from schemas.core.problems import Text

_LOG = structlog.get_logger("papers")
_WAITS = timedelta(minutes=10)
"""A signing takes seconds. A number that is tried again within this time does not belong on a list."""
_MOST = 200


class KeptNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is neither used nor void, and its paper. Times are UTC."""

    document_id: UUID
    case_id: UUID
    case_number: str
    title: Text
    form: str
    text: str
    """The number as the paper would show it."""
    year: int
    reserved_at: datetime
    reserved_by: str


async def waiting(actor: Actor) -> list[KeptNumber]:
    """List the numbers that wait longer than ten minutes among the cases in sight.

    Oldest first, at most 200. Raises NotAllowed.
    """
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    rows = await queries.kept(actor, clock.now() - _WAITS, _MOST)
    return [_kept(row) for row in rows]


async def count_waiting(actor: Actor) -> int:
    """Count the numbers that wait, also those beyond one page. Raises NotAllowed."""
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    return await queries.count_kept(actor, clock.now() - _WAITS)


async def waits_with(paper: PaperView) -> str | None:
    """Return the number under which this paper would be signed again; None if it takes the next."""
    row = await queries.kept_for(paper.id, paper.fields_hash, local_time.year_of(clock.now()))
    return _kept(row).text if row is not None else None


async def void(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Void what is reserved for a paper of a case in sight, for good.

    Raises NotFound. `ledger.record`, the one door, decides who may.
    """
    case_id, _, _ = await cases.paper(document_id, actor)
    there = await numbering.held(document_id)
    if there is None:
        raise NotFound(what="number")
    return await issuing.void(case_id, document_id, there, reason, actor)


async def close_past_years() -> int:
    """Void what is left of past years, for the janitor; returns how many.

    Each act is in the name of the officer who reserved the number.
    """
    closed = 0
    for document_id in await numbering.papers_of_past_years(clock.now()):
        async with transaction():
            case_id = await queries.case_of(document_id)
            there = await numbering.held(document_id)
            if case_id is None or there is None:
                continue
            who = await accounts.speaker(there.reserved_by)
            if who is None:
                continue
            actor = msgspec.structs.replace(who, face="job")
            why = f"Hết năm {there.number.year}: số chưa dùng. / The year is over: not used."
            outcome = await issuing.void(case_id, document_id, there, why, actor)
            if isinstance(outcome, ledger.Refused):
                _LOG.warning("number_not_closed", document=str(document_id), code=outcome.code)
                continue
            closed += 1
    return closed


def _kept(row: KeptRow) -> KeptNumber:
    schema = documents.get_form(row.form, row.form_version)
    symbol, number = documents.symbol(schema, msgspec.json.decode(row.fields)), row.number
    if row.issuer_kind == "officer":
        text = numbering.officer_number_text(symbol, number, row.officer_number or "?")
    else:
        text = numbering.unit_number_text(symbol, number, row.unit_code or "?")
    title = schema["x-title"]
    return KeptNumber(
        document_id=row.document_id,
        case_id=row.case_id,
        case_number=row.case_number,
        title=Text(vi=title["vi"], en=title["en"]),
        form=row.form,
        text=text,
        year=row.year,
        reserved_at=row.reserved_at,
        reserved_by=row.full_name,
    )
