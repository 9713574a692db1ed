"""Judges acts that enter a file of a paper made on site, against the rows as they are now."""

from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.documents import content_hash
from backend.fieldwork.queries import site_paper_files as queries
from backend.fieldwork.rules import site_files as rules
from backend.ledger.canonical import ParsedAct
from schemas.fieldwork.site_paper_files import SitePaperSigned


async def of_act(parsed: ParsedAct, actor: Actor) -> str | None:
    """Return the code of why a file may not be entered, or None.

    What it shows must be what the record says now: content, number, hand signatures.
    """
    content: Any = parsed.content
    known = await queries.written(parsed.act.record.id, content.written)
    signs = isinstance(content, SitePaperSigned)
    why = rules.signing_fault(known, actor.officer_id) if signs else rules.sealing_fault(known)
    if why or known is None:
        return why
    digest = content_hash.of(known.form, known.form_version, known.fields)
    said = (content.content_sha256, content.number, content.signatures)
    return None if said == (digest, known.number, known.signatures) else "site_paper_changed"


async def of_signing(inspection_id: UUID, written: UUID, actor: Actor) -> str | None:
    """Return why this officer may not sign a paper now, before it is laid out."""
    return rules.signing_fault(await queries.written(inspection_id, written), actor.officer_id)
