"""Numbers that were reserved for a decision and that no paper bears: listed, voided, closed.

Circular 22/2021/TT-BCT Art 6: no number is skipped; each is used, or void with a reason.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.desk_papers.numbers import MOST, WAITS, Numbers
from backend.fieldwork.decision_papers.group import GROUP
from backend.fieldwork.queries import decision_files
from backend.fieldwork.queries.decision_files import KeptRow
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
    subject_name: str
    reserved_at: datetime
    reserved_by: str


async def waiting(actor: Actor) -> list[KeptNumber]:
    """List the numbers that wait longer than ten minutes among the papers in sight, 200 at most."""
    return [_kept(row) for row in await decision_files.kept(actor, clock.now() - WAITS, MOST)]


async def waits_with(document_id: UUID) -> str | None:
    """Return the number under which this paper would be signed again; None if it takes the next."""
    row = await decision_files.kept_for(document_id)
    return _kept(row).text if row is not None else None


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
