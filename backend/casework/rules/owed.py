"""What is owed besides the fine: illicit gain to be paid back, interest on a fine paid late. Pure.

The decision orders a gain that the violation minutes record to be paid back (Law on Handling
Administrative Violations Art 28.1 i), or is entered with the reason why not. A decree may not
provide this measure for the act, or the gain was given back already. Execution ends when fine,
interest and every measure are done. What stays unpaid needs a reason, which the list of exceptions
shows, as the collecting body computes the interest (Decree 118/2021 Art 20.3).
"""

from datetime import date, timedelta
from uuid import UUID

from backend.casework.rules import correcting, relief, repeated
from backend.casework.rules.contradictions import folded
from backend.casework.rules.facts import Decided, Facts, ordered
from backend.casework.texts.cases import refusal
from backend.casework.texts.execution import money
from backend.core import formats
from backend.law import books
from backend.law.rules import execution, paying_late
from backend.law.sanctions import installed
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside
from schemas.casework.words import PaymentKind
from schemas.core.problems import Text
from schemas.law.sanctions import RemedyKind, SanctionOrder

_PAID_BACK = "số lợi bất hợp pháp"
"""These words in a written measure mean that the gain is to be paid back."""


def only_warned(facts: Facts) -> bool:
    """Tell whether the decision in force is a warning and no other penalty (Law Art 7.1: six months, not a year).

    A fine that was waived or reduced to nothing stays a fine. A remedy is no penalty (Art 28).
    """
    decided, chair = facts.sanction, facts.chair
    if decided is None or decided.total or decided.order.extra_penalties:
        return False
    # Of another body's decision only what is carried out here is kept, beside its own words.
    return chair is None or not (decided.confiscated or chair.licence_suspended)


def gain_of(order: SanctionOrder) -> int:
    """Return the illicit gain that an order records, in đồng."""
    return sum(one.values.illicit_gain_vnd or 0 for one in repeated.once(order))


def recorded_gain(facts: Facts) -> int:
    """Return the illicit gain that the violation minutes record, in đồng."""
    found = facts.recorded.violations if facts.recorded else []
    return sum(one.illicit_gain or 0 for one in found)


def pays_back(order: SanctionOrder) -> bool:
    """Tell whether an order has the gain paid back."""
    by_kind = any(one.kind == RemedyKind.DISGORGE for one in order.remedies)
    return by_kind or said([one.text_vi for one in order.remedies])


def kept(facts: Facts, content: Decided) -> int:
    """Return how much illicit gain a decision leaves with the violator, in đồng."""
    what = ordered(content)
    if isinstance(what, SanctionOrder):
        return 0 if pays_back(what) else gain_of(what)
    return 0 if said(what) else recorded_gain(facts)


def said(measures: list[str]) -> bool:
    """Tell whether one of these measures has the gain paid back."""
    return any(_PAID_BACK in folded(one) for one in measures)


def kept_fault(facts: Facts, content: Decided) -> Refuse | None:
    """Return the refusal of a decision that leaves a gain without a reason, or None."""
    gain = kept(facts, content)
    if not gain or content.gain_kept is not None:
        return None
    return refusal("case_gain_kept", money(gain), amount=formats.grouped(gain))


def gain(facts: Facts) -> int:
    """Return the gain, in đồng, that the decision has paid back; 0 if its sum is not known."""
    chosen = facts.sanction or facts.remedy
    if chosen is None or kept(facts, chosen):
        return 0
    if facts.chair is not None:
        return facts.chair.gain or 0
    return gain_of(facts.sanction.order) if facts.sanction else recorded_gain(facts)


def paid(facts: Facts, kind: PaymentKind) -> int:
    """Return what was paid of one kind of money, in đồng."""
    return sum(one.amount for one in facts.payments if one.kind == kind)


def interest(facts: Facts, due_on: date | None) -> int:
    """Return the interest, in đồng, on what was paid of the fine after `due_on`, the last day.

    It is 0.05 % for each day from the next one to the day before payment (Law Art 78.1; Circular
    18/2023/TT-BTC Art 5). 0 if no day is known.
    """
    if due_on is None:
        return 0
    late = [one for one in facts.payments if one.kind == PaymentKind.FINE and one.paid_on > due_on]
    return sum(_interest(facts, one.amount, due_on, one.paid_on) for one in late)


def _interest(facts: Facts, amount: int, due_on: date, paid_on: date) -> int:
    """Return the interest on one payment, without days of postponement or consideration."""
    if facts.book == books.FIRST:
        before, laws = paid_on - timedelta(days=1), installed.in_use()
        return execution.late_interest(amount, due_on, before, laws).amount_vnd
    laws, pauses = installed.laws_of(facts.book), relief.pauses(facts, paid_on)
    return paying_late.interest(amount, due_on, paid_on, laws, pauses=pauses).amount_vnd


def accruing(facts: Facts, due_on: date | None, today: date) -> int:
    """Return the interest, in đồng, that has accrued by today on what is not paid of the fine."""
    left = facts.fine - facts.paid
    if due_on is None or left <= 0 or today <= due_on:
        return 0
    if facts.book == books.FIRST:
        return execution.late_interest(left, due_on, today, installed.in_use()).amount_vnd
    return _interest(facts, left, due_on, today)


def amended_due_on(facts: Facts, due_on: date | None) -> date | None:
    """Return the last day to pay, counting amendments of the decision.

    The days to comply begin anew with the receipt of an amendment (Decree 118/2021 Art 16.2), and no
    day is known before. For older acts they count from the amendment's day. A change that leaves the fine
    as it was gives nobody days who had paid the whole of it already: there is nothing left to comply with.
    """
    if changed := correcting.changed_by(facts):
        if _settled_before(facts, changed):
            return due_on
        received = correcting.received_on(facts)
        return received + timedelta(days=facts.comply_days) if received else None
    amended = [
        paper.issued_on
        for one in facts.events
        if isinstance(one.content, beside.DocumentAmended)
        and one.content.document_id == facts.decision_id
        if (paper := facts.papers.get(one.content.by)) and paper.issued_on
    ]
    days = [day + timedelta(days=facts.comply_days) for day in amended]
    return max([due_on, *days]) if due_on else None


def _settled_before(facts: Facts, changed: list[object]) -> bool:
    """Tell whether the whole fine, which no change touched, was paid by the day of the first change."""
    on = [facts.papers[one].issued_on for one in changed if isinstance(one, UUID)]
    first = min((day for day in on if day is not None), default=None)
    totals = facts.totals.get(facts.decision_id, []) if facts.decision_id else []
    if first is None or any(one != facts.fine for one in totals):
        return False
    before = sum(
        one.amount
        for one in facts.payments
        if one.kind == PaymentKind.FINE and one.paid_on <= first
    )
    return before >= facts.fine > 0


def unpaid(facts: Facts, due_on: date | None) -> Text | None:
    """Return what is still owed besides the fine, in words; None if nothing is."""
    found = [
        (
            gain(facts) - paid(facts, PaymentKind.ILLICIT_GAIN),
            "số lợi bất hợp pháp",
            "illicit gain",
        ),
        (
            interest(facts, due_on) - paid(facts, PaymentKind.LATE_INTEREST),
            "tiền chậm nộp",
            "late interest",
        ),
    ]
    left = [one for one in found if one[0] > 0]
    if not left:
        return None
    return Text(
        vi=", ".join(f"{formats.money(amount, 'vi')} {vi}" for amount, vi, _ in left),
        en=", ".join(f"{formats.money(amount, 'en')} of {en}" for amount, _, en in left),
    )
