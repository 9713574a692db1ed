"""Numbers of papers that are reserved and not used yet."""

from typing import Any

from backend.casework.rules.facts import Facts
from backend.force.numbers import service as numbering
from schemas.casework.words import DocumentState


async def held(content: Any) -> bool:
    """Tell whether the number that an act voids is the one reserved for its paper."""
    there = await numbering.held(content.document_id)
    issuer = numbering.Issuer(kind=content.issuer_kind, id=content.issuer_id)
    named = numbering.Number(
        issuer=issuer, form=content.form, year=content.year, number=content.number
    )
    return there is not None and there.number == named


async def waiting(facts: Facts) -> tuple[str, ...]:
    """Return the forms of the case's papers for which a number is reserved that nobody used or voided."""
    states = (DocumentState.DRAFT, DocumentState.CONTENT_READY)
    open_ones = [one for one in facts.papers.values() if one.state in states]
    return tuple([one.form for one in open_ones if await numbering.held(one.id)])
