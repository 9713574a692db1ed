"""Numbers that were reserved for a paper of a record and that no paper bears: listed, voided, closed.

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
from backend.documents import public_checks
from backend.documents import service as documents
from backend.documents.queries import record_paper_files as file_queries
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_paper_files import KeptRow
from backend.documents.record_papers import drafting, issuing, owners
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
    about: str
    reserved_at: datetime
    reserved_by: str


async def waiting(actor: Actor) -> list[KeptNumber]:
    """List the numbers that wait longer than ten minutes among the papers in sight, 200 at most."""
    found = []
    for row in await file_queries.kept(actor, clock.now() - _WAITS, _MOST):
        paper = await queries.named(row.document_id)
        if paper is None:
            continue
        if await owners.of(paper.record_kind).find(paper.record_id, actor) is not None:
            found.append(_kept(row))
    return found


async def waits_with(document_id: UUID) -> str | None:
    """Return the number under which this paper would be signed again; None if it takes the next."""
    row = await file_queries.kept_for(document_id)
    return _kept(row).text if row is not None else None


async def void(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Void what is reserved for a paper in sight, for good, in the caller's transaction.

    Raises NotFound. `ledger.record`, the one door, decides who may.
    """
    paper, _, _ = await drafting.seen(document_id, actor)
    there = await numbering.held(document_id)
    if there is None:
        raise NotFound(what="number")
    return await issuing.void(paper, there, reason, actor)


async def close_past_years() -> int:
    """Void what is left of past years, for the janitor; returns how many.

    Each act is in the name of the officer who reserved the number.
    """
    closed = 0
    for document_id in await numbering.papers_of_past_years(clock.now()):
        async with transaction():
            paper = await queries.named(document_id)
            there = await numbering.held(document_id)
            who = await accounts.speaker(there.reserved_by) if there else None
            if paper is None or there is None or who is None:
                continue
            actor = msgspec.structs.replace(who, face="job")
            why = f"Hết năm {there.number.year}: số chưa dùng. / The year is over: not used."
            outcome = await issuing.void(paper, there, why, actor)
            if isinstance(outcome, ledger.Refused):
                _LOG.warning("number_not_closed", document=str(document_id), code=outcome.code)
                continue
            closed += 1
    return closed


def _kept(row: KeptRow) -> KeptNumber:
    schema = documents.get_form(row.form, documents.newest(row.form))
    symbol = schema["x-symbol"]
    text = (
        numbering.officer_number_text(symbol, row.number, row.officer_number or "")
        if row.issuer_kind == "officer"
        else numbering.unit_number_text(symbol, row.number, row.unit_code or "")
    )
    return KeptNumber(
        document_id=row.document_id,
        title=public_checks.form_names(row.form, documents.newest(row.form)),
        form=row.form,
        text=text,
        year=row.year,
        about=row.about,
        reserved_at=row.reserved_at,
        reserved_by=row.full_name,
    )
