"""Whether money that came in can be money of this case: its day, its sum, its receipt. Pure."""

from backend.casework.rules import carrying_out
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import not_now, refusal
from backend.core import formats
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct, CaseState, PaymentKind
from schemas.core.problems import Text


def fault(
    content: case_execution_acts.PaymentReceived, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Why this payment is not entered so; None where it is. A fine that has lapsed is collected no more (Art 74); what
    was paid of it before is still entered. Where no decision is in force any more, what goods were sold for is money.
    """
    lapsed = facts.last(CaseAct.EXECUTION_LAPSED) if facts.state == CaseState.LAPSED else None
    fine = content.kind == PaymentKind.FINE
    if fine and lapsed is not None and content.paid_on >= lapsed.content.lapsed_on:
        return not_now(facts.state)
    if facts.decided_on is None and content.kind != PaymentKind.SALE_PROCEEDS:
        return not_now(facts.state)
    if content.paid_on > context.today or (facts.decided_on and content.paid_on < facts.decided_on):
        return refusal("case_dates", Text(vi="ngày nộp tiền", en="the day of payment"))
    left = facts.fine - facts.paid
    if fine and content.amount > left:
        return refusal("case_overpaid", left=formats.grouped(left))
    if carrying_out.same_receipt(facts, content):
        return refusal("case_receipt_again", number=content.receipt_number)
    return None
