"""Numbers that were reserved for a paper of a record and that no paper bears: listed, voided, closed.

Circular 22/2021/TT-BCT Art 6: no number is skipped; each is used, or void with a reason.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.documents import public_checks
from backend.documents import service as documents
from backend.documents.desk_papers.numbers import MOST, WAITS, Numbers
from backend.documents.queries import record_paper_files as file_queries
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_paper_files import KeptRow
from backend.documents.record_papers import owners
from backend.documents.record_papers.group import GROUP
from backend.force.numbers import service as numbering
from schemas.core.problems import Text

_NUMBERS = Numbers(GROUP)
void, close_past_years = _NUMBERS.void, _NUMBERS.close_past_years


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
    for row in await file_queries.kept(actor, clock.now() - WAITS, MOST):
        paper = await queries.named(row.document_id)
        if paper is None:
            continue
        if await owners.of(paper.record_kind).of_paper(paper.record_id, paper.id, actor):
            found.append(_kept(row))
    return found


async def waits_with(document_id: UUID) -> str | None:
    """Return the number under which this paper would be signed again; None if it takes the next."""
    row = await file_queries.kept_for(document_id)
    return _kept(row).text if row is not None else None


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
