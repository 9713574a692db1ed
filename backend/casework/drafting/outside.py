"""Papers that their signer signs elsewhere, and what enters with them (docs/decisions/0019).

What the signer says besides the paper is asked when it is prepared, and kept with it.
"""

from uuid import UUID

from backend.casework.drafting import signing
from backend.casework.drafting.entering import NO_CHOICES, Choices
from backend.casework.issued_documents import outside as papers
from backend.casework.issued_documents.outside import MOST_BYTES as MOST_BYTES
from backend.casework.issued_documents.outside import PreparationOver as PreparationOver
from backend.casework.issued_documents.outside import Prepared
from backend.casework.issued_documents.outside import download as download
from backend.casework.issued_documents.outside import give_up as give_up
from backend.casework.issued_documents.outside import waiting as waiting
from backend.core.actors import Actor
from backend.ledger import service as ledger


async def prepare(
    document_id: UUID,
    fields_hash: str,
    actor: Actor,
    choices: Choices = NO_CHOICES,
    *,
    alone: str = "",
    despite: str = "",
) -> Prepared:
    """Reserve the number and lay the paper out for its signer; opens its transactions itself.

    Raises NotAllowed if the actor's office does not allow it, and what issuing raises.
    """
    said = await signing.asked(document_id, actor, choices, alone, despite)
    return await papers.prepare(
        document_id,
        fields_hash,
        actor,
        judge=said.judge,
        alone=said.alone,
        despite=said.despite,
        unheard=said.unheard,
        said=said.said,
        choices=choices._asdict(),
    )


async def take(document_id: UUID, data: bytes, actor: Actor) -> ledger.Outcome | None:
    """Enter the signed file, with the acts that follow; opens its transactions itself.

    Returns None if it was entered before. Raises NotAllowed, and what papers.take raises.
    """
    there = await waiting(document_id, actor)
    if there is None:
        return await papers.take(document_id, data, actor, judge=_nothing, further=_nothing)
    made = there.kept.made
    said = await signing.asked(
        document_id,
        actor,
        Choices(**there.kept.choices),
        made["alone"] or "",
        made["despite"] or "",
    )
    return await papers.take(document_id, data, actor, judge=said.judge, further=said.further)


async def _nothing(*_: object) -> None:
    """Ask nothing more of a paper that does not wait: it is refused, or was entered before."""
