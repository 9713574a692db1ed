"""Goods and papers bear ids that a page or a client chose: one that another case has is refused.

Nothing of that case would be read or changed by it any more than by a wrong address.
"""

from typing import Any
from uuid import UUID

from backend.casework.queries import elsewhere as elsewhere_queries
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts


async def objection(case_id: UUID, content: Any) -> Refuse | None:
    """Why an act may not take these ids: another case has them."""
    match content:
        case case_side_acts.ExhibitsSeized():
            goods = [one.exhibit_id for one in content.exhibits]
        case case_side_acts.ExhibitsDivided():
            goods = [content.part_id]
        case case_side_acts.DocumentDrafted() | case_side_acts.DocumentAdopted():
            taken = await elsewhere_queries.has_paper(case_id, content.document_id)
            return refusal("case_paper_unknown") if taken else None
        case _:
            return None
    taken = await elsewhere_queries.has_goods(case_id, goods)
    return refusal("case_exhibit") if taken else None
