"""What anybody may learn of a paper of a record by its code alone.

As of papers of cases (backend/casework/issued_documents/public.py): all of it comes from the acts of
the record, after that was proven. A row may only take away. No party, no recipient and nobody who
gave information is named; of a plan its title is.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec

from backend.documents import public_checks
from backend.documents import service as documents
from backend.documents.desk_papers import public
from backend.documents.desk_papers.public import Told
from backend.documents.queries import record_papers as queries
from backend.documents.rules import record_papers as rules
from backend.ledger.rules.entries import RecordedAct
from schemas.core.problems import Text
from schemas.documents import record_papers as acts
from schemas.documents.signatures import PublicDocument


async def has(code: str) -> bool:
    """Tell whether a paper of a record has this code, so that no other paper gets it."""
    return await queries.record_of_code(code) is not None


async def find(code: str) -> PublicDocument | None:
    """Return what the public may know of the paper with this code; None if there is none.

    The caller counts the look-up.
    """
    rows = await public.proven(await queries.record_of_code(code), code)
    if isinstance(rows, PublicDocument):
        return rows
    told = tell(rows, code)
    return await _view(told) if told is not None else None


def tell(rows: Iterable[RecordedAct], code: str) -> Told | None:
    """Return what the accepted acts of a record say of the paper with this code; None for nothing. Pure."""
    filled: dict[UUID, dict[str, Any]] = {}
    told: Told | None = None
    for row in rows:
        kind = acts.RECORD_PAPER_CONTENTS.get(row.act_type)
        if kind is None:
            continue
        content = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        if isinstance(content, acts.RecordPaperDrafted):
            filled[content.document_id] = content.fields
        elif isinstance(content, acts.RecordPaperPrinted) and content.code == code:
            signed = isinstance(content, acts.RecordPaperIssued)
            told = Told(
                laid_out=content,
                level=content.signature_level
                if isinstance(content, acts.RecordPaperIssued)
                else None,
                fields=filled.get(content.document_id, {}),
                state="valid" if signed else None,
            )
        elif told is not None:
            public.follow(told, content)
    return told if told is not None and told.state is not None else None


async def _view(told: Told) -> PublicDocument:
    laid_out, state = told.laid_out, told.state or "valid"
    names = public_checks.form_names(laid_out.form, laid_out.form_version)
    title = rules.public_title(
        documents.get_form(laid_out.form, laid_out.form_version), told.fields
    )
    if title:
        names = Text(vi=f"{names.vi}: {title}", en=f"{names.en}: {title}")
    return await public.view(told, names, state, public_checks.STATES[state])
