"""Refuses ids of goods and papers, chosen by a page or a client, that another case has already.

An act with such an id could not read or change the other case: it only gets a refusal.
"""

from typing import Any
from uuid import UUID

from backend.casework.acts.index import ACTS
from backend.casework.queries import elsewhere as elsewhere_queries
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct


async def objection(case_id: UUID, kind: CaseAct, content: Any) -> Refuse | None:
    """Return why an act may not take these ids (another case has them), or None."""
    act = ACTS[kind]
    if act.begins_paper and await elsewhere_queries.has_paper(case_id, content.document_id):
        return refusal("case_paper_unknown")
    if act.begins_goods and await elsewhere_queries.has_goods(case_id, act.begins_goods(content)):
        return refusal("case_exhibit")
    return None
