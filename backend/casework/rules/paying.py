"""Whether money that came in can belong to this case: its day, its sum, its receipt. Pure."""

from backend.casework.rules import carrying_out, repeated
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import not_now, refusal
from backend.casework.texts.execution import money
from backend.core import formats
from backend.law.rules import paid_to
from backend.ledger.bounds.edges import Value
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct, CaseState, PaymentKind
from schemas.core.problems import Text
from schemas.law.sanctions import RemedyKind


def fault(
    content: case_execution_acts.PaymentReceived, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why this payment cannot be entered so, or None.

    A fine that has lapsed is collected no more (Art 74), but what was paid before is still entered.
    If no decision is in force any more, only sale money is entered.
    """
    decision = carrying_out.the_decision(facts)
    if content.taken and paid_to.fault(decision.form if decision else None, content.taken):
        return refusal("case_pay_treasury")
    lapsed = facts.last(CaseAct.EXECUTION_LAPSED) if facts.state == CaseState.LAPSED else None
    fine = content.kind == PaymentKind.FINE
    if fine and lapsed is not None and content.paid_on >= lapsed.content.lapsed_on:
        return not_now(facts.state)
    if facts.decided_on is None and content.kind != PaymentKind.SALE_PROCEEDS:
        return not_now(facts.state)
    if content.paid_on > context.today or (facts.decided_on and content.paid_on < facts.decided_on):
        return refusal("case_dates", Text(vi="ngày nộp tiền", en="the day of payment"))
    left = facts.fine - facts.paid
    if facts.partial is not None and content.paid_on <= facts.partial.on:
        left += facts.stopped  # paid before the death
    if fine and content.amount > left:
        return refusal("case_overpaid", money(left), left=formats.grouped(left))
    if carrying_out.same_receipt(facts, content):
        return refusal("case_receipt_again", number=content.receipt_number)
    return None


def refund_fault(content: case_execution_acts.FineRefunded, facts: Facts) -> Refuse | None:
    """Return why so much is not refunded, or None: never more than was paid beyond the fine of now."""
    over = max(0, facts.paid - facts.fine)
    if content.amount > over:
        return refusal("case_refund", money(over), left=formats.grouped(over))
    first = min((one.paid_on for one in facts.payments), default=content.refunded_on)
    if content.refunded_on < first:
        return refusal("case_dates", Text(vi="trước ngày nộp tiền", en="before the payment"))
    return None


def edges(content: case_execution_acts.PaymentReceived, facts: Facts) -> dict[str, Value]:
    """Return the most that can still be owed of interest, illicit gain and sale money, in đồng.

    Interest is 0.05 % of the unpaid fine for each day after the term (L 78.1). The widest reading
    is taken: the greatest fine that ever was, whole, from the day of the decision, rounded up. A
    true sum is never above it.
    """
    found: dict[str, Value] = {}
    if None not in facts.proceeds:  # nothing is known of a sale whose sum nobody entered
        found["proceeds_left"] = sum(one or 0 for one in facts.proceeds) - _received(
            facts, "sale_proceeds"
        )
    total = _greatest(facts)
    days = max(0, (content.paid_on - facts.decided_on).days) if facts.decided_on else 0
    most = -(-total * 5 * days // 10_000)
    found["interest_left"] = most - _received(facts, "late_interest")
    acts = repeated.once(facts.sanction.order) if facts.sanction else []
    gains = sum(one.values.illicit_gain_vnd or 0 for one in acts)
    if gains or not (facts.remedy or _gain_is_due(facts)):
        found["gain_left"] = gains - _received(facts, "illicit_gain")
    return found


def _greatest(facts: Facts) -> int:
    """Return the greatest fine that the decision ever had.

    Interest ran on it until an amendment reduced it.
    """
    totals = facts.totals.get(facts.decision_id, []) if facts.decision_id else []
    now = [facts.sanction.total] if facts.sanction else []
    return max([*now, *totals], default=0)


def _gain_is_due(facts: Facts) -> bool:
    """Tell whether a decision has a gain paid back without its sum: then nothing bounds it."""
    ordered = facts.sanction.order.remedies if facts.sanction else []
    return any(one.kind == RemedyKind.DISGORGE for one in ordered)


def _received(facts: Facts, kind: str) -> int:
    return sum(one.amount for one in facts.payments if one.kind == kind)
