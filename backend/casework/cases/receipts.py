"""A receipt counts once, in whatever case (Law on Handling Administrative Violations Art 78).

One receipt may rightly pay two fines of one party. So a second case may name it, with a reason, and
is put on the list of exceptions. If that other case is out of the officer's sight, they are given
its number and unit, so that they can ask there.
"""

from typing import Any
from uuid import UUID

from backend.casework.cases.elsewhere import other
from backend.casework.queries import receipts as receipt_queries
from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules.contradictions import folded
from backend.casework.texts.cases import refusal
from backend.core import scope
from backend.core.actors import Actor
from backend.ledger.handlers import Refuse
from schemas.casework.acts.execution import PaymentReceived
from schemas.core.problems import Text


async def objection(case_id: UUID, content: Any, actor: Actor) -> Refuse | None:
    """Return the refusal of a payment whose receipt another case names, or None.

    With its reason `again` the payment is not refused.
    """
    if not isinstance(content, PaymentReceived) or content.again is not None:
        return None
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 4)
    rows = await receipt_queries.elsewhere(
        case_id, folded(content.receipt_number), content.paid_on, condition, list(args)
    )
    if not rows:
        return None
    said = [other(row).said() for row in rows]
    named = Text(vi=", ".join(one.vi for one in said), en=", ".join(one.en for one in said))
    return refusal("case_receipt_elsewhere", named, number=content.receipt_number)


async def write(case_id: UUID, content: Any) -> None:
    """Store the receipt of an accepted payment."""
    if isinstance(content, PaymentReceived):
        await receipt_queries.put(
            case_id, content.payment_id, folded(content.receipt_number), content.paid_on
        )
