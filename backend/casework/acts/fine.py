"""Acts about a fine after it was imposed: payment, postponement, instalments, reduction, refund.

See Law Arts 76 to 79.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from backend.casework.acts.clock_facts import SoFar, until
from backend.casework.acts.declaring import (
    SAME_HAND,
    WARNED,
    Also,
    Ask,
    Change,
    Decision,
    Declared,
    Move,
    Unusual,
    Who,
)
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.acts.shared import entered_again, not_on_spot
from backend.casework.rules import (
    carrying_out,
    effects_on_decisions,
    offering,
    paying,
    prefilled,
    recording,
    relief,
    signed,
    suspending,
    warning,
)
from backend.casework.rules.facts import Event, Facts, Granted, Paper
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.signed import Difference
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import AFTER_DECISION, CLOSED, EXECUTING
from backend.casework.texts.cases import refusal
from backend.casework.texts.execution import money
from backend.core import formats
from backend.ledger.bounds.edges import Fixed, Today, Told
from backend.ledger.bounds.table import (
    DECIDED,
    GAIN,
    HAPPENED,
    IN_WORDS,
    INTEREST,
    LAW,
    MONEY,
    SIGNED,
    SOLD,
    bound,
)
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState, PaymentKind
from schemas.core.problems import Text


def _fold_payment_received(
    content: case_execution_acts.PaymentReceived, facts: Facts, _event: Event
) -> None:
    facts.payments.append(content)
    if content.kind == PaymentKind.FINE:  # paid before the death, entered after it
        facts.stopped -= min(facts.stopped, max(0, facts.paid - facts.fine))


def _guard_payment_received(
    content: case_execution_acts.PaymentReceived, facts: Facts, context: GuardContext
) -> Refuse | None:
    return entered_again(content, facts, "payment_id") or paying.fault(content, facts, context)


def _payment_tells(content: case_execution_acts.PaymentReceived, so_far: SoFar) -> dict[str, Any]:
    so_far.paid += content.amount if content.kind == "fine" else 0
    return {"complete": so_far.paid >= so_far.fine, "papers_held": bool(so_far.papers_held)}


PAYMENT_RECEIVED = Declared(
    wire=CaseAct.PAYMENT_RECEIVED,
    who=Who.WORKER,
    moves=(
        Move({CaseState.ONSPOT_SANCTIONED, CaseState.DELIVERED}, CaseState.EXECUTING),
        Move(
            {
                CaseState.EXECUTING,
                CaseState.POSTPONED,
                CaseState.INSTALMENT,
                CaseState.ENFORCING,
                CaseState.SUSPENDED,
            }
        ),
        # Goods may be sold, or an amendment may raise the fine, after the rest is done. A decision
        # about an unknown owner's goods cannot be delivered to anybody.
        Move({CaseState.EXECUTED, CaseState.REMEDY_ONLY}),
        # The fine has lapsed; gain and sale money have not (the guard refuses the fine; Art 74).
        Move({CaseState.LAPSED}),
        # Goods were sold before the annulment. The guard takes only their money; without it the
        # file could never be archived.
        Move({CaseState.ANNULLED, CaseState.NO_SANCTION}),
    ),
    line={
        CaseState.ONSPOT_SANCTIONED: 2,
        CaseState.DELIVERED: 1,
        CaseState.POSTPONED: 2,
        CaseState.INSTALMENT: 1,
        CaseState.EXECUTING: 1,
        CaseState.ENFORCING: 1,
    },
    carries_out=True,
    fold=_fold_payment_received,
    compared_first=(Compared("decision", when=not_on_spot),),
    guard=_guard_payment_received,
    details=_payment_tells,
    unusual=(Unusual(ExceptionKind.RECEIPT_AGAIN, "again"),),
    edges=paying.edges,
    bounds=(
        bound("/paid_on", (LAW, Told("decided")), Today(), DECIDED),
        bound("/amount", Fixed(1), Told("interest_left"), INTEREST, ("kind", "late_interest")),
        bound("/amount", Fixed(1), Told("gain_left"), GAIN, ("kind", "illicit_gain")),
        bound("/amount", Fixed(1), Told("proceeds_left"), SOLD, ("kind", "sale_proceeds")),
    ),
)


def _changes_the_fine(content: Any, facts: Facts) -> Change:
    """Return the decision whose fine the paper changes; only the officer who imposed it may."""
    return Change(facts.decision_id, content.document_id)


def _guard_execution_postponed(
    content: case_execution_acts.ExecutionPostponed, facts: Facts, context: GuardContext
) -> Refuse | None:
    if context.differs:
        return recording.differs(context.differs)
    return _relieved(content, facts, context.relief)


def _relieved(
    content: case_execution_acts.ExecutionPostponed
    | case_execution_acts.InstalmentsGranted
    | case_execution_acts.FineReduced,
    facts: Facts,
    doubt: Text | None,
) -> Refuse | None:
    """Warn of a relief whose conditions seem not to be met, unless its signer has answered that already."""
    answered = content.despite or warning.said_at_signing(facts, content.document_id)
    return warning.unless(answered, doubt)


def _postponement_differs(
    content: case_execution_acts.ExecutionPostponed, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    yield from carrying_out.about_differs(paper, facts, carrying_out.the_decision(facts))
    yield carrying_out.until_differs(paper, content.until)


EXECUTION_POSTPONED = Declared(
    wire=CaseAct.EXECUTION_POSTPONED,
    effect=Effect(("MQĐ03",), effects_on_decisions.postponed),
    ground=("MQĐ03",),
    said_by_ground=prefilled.postponed,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move({CaseState.DELIVERED, CaseState.EXECUTING}, CaseState.POSTPONED),),
    carries_out=True,
    changes=_changes_the_fine,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ03"),
    asks=(Ask.POSTPONEMENT, Ask.DIFFERENCES),
    guard=_guard_execution_postponed,
    details=lambda content, _: until(content, content.until),
    grants=lambda content: Granted(content.document_id, CaseState.POSTPONED),
    undone=lambda content, undone: content.document_id in undone.granting,
    unusual=WARNED,
    carries_as_signed=_postponement_differs,
    bounds=(bound("/until", (LAW, Told("decided")), Today(366), SIGNED),),
)


def _fold_execution_resumed(
    _content: case_execution_acts.ExecutionResumed, facts: Facts, _event: Event
) -> None:
    facts.suspension = facts.before_suspension = None


def _guard_execution_resumed(
    content: case_execution_acts.ExecutionResumed, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse to resume a suspension that says its ground, which has an end of its own, and warn of a
    postponement whose day has not come."""
    if facts.state == CaseState.SUSPENDED and suspending.ruled(facts):
        return refusal("case_suspension_ends")
    return warning.unless(content.despite, _postponed_longer(facts, context.today))


def _postponed_longer(facts: Facts, today: date) -> Text | None:
    """Return what speaks against resuming before the day that the postponement grants (Law Art 76)."""
    granted = [one for one in facts.events if one.type == CaseAct.EXECUTION_POSTPONED]
    if facts.state != CaseState.POSTPONED or not granted:
        return None
    last = granted[-1].content.until
    if today > last:
        return None
    day = formats.day(last)
    return Text(
        vi=f"quyết định hoãn còn đến hết {day}; chỉ hết ngày đó, hoặc do hủy, sửa đổi quyết định hoãn, mới tiếp tục "
        "thi hành (Điều 76 Luật Xử lý vi phạm hành chính)",
        en=f"the postponement lasts until {day}; execution goes on after it, or once the postponement is annulled "
        "or amended (Law on Handling Administrative Violations Art 76)",
    )


def _nothing_ruled(view: CaseView, today: date) -> bool:
    """Tell whether it is postponed, or suspended by an older act that says no ground."""
    stopped = view.state == CaseState.POSTPONED or not offering.suspension_ruled(view)
    return stopped and offering.in_force(view, today)


EXECUTION_RESUMED = Declared(
    wire=CaseAct.EXECUTION_RESUMED,
    who=Who.HEAD,
    moves=(Move({CaseState.POSTPONED, CaseState.SUSPENDED}, CaseState.EXECUTING),),
    line={CaseState.POSTPONED: 1, CaseState.SUSPENDED: 1},
    offered=_nothing_ruled,
    decides=Decision(),
    carries_out=True,
    fold=_fold_execution_resumed,
    guard=_guard_execution_resumed,
    unusual=WARNED,
)


def _fold_instalments_granted(
    content: case_execution_acts.InstalmentsGranted, facts: Facts, _event: Event
) -> None:
    facts.instalments = content


def _guard_instalments_granted(
    content: case_execution_acts.InstalmentsGranted, facts: Facts, context: GuardContext
) -> Refuse | None:
    if context.differs:
        return recording.differs(context.differs)
    if context.instalments_sum:
        return refusal("case_instalments", context.instalments_sum)
    return _relieved(content, facts, context.relief)


def _parts_differ(
    content: case_execution_acts.InstalmentsGranted, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    yield from carrying_out.about_differs(paper, facts, carrying_out.the_decision(facts))
    rows = paper.fields.get("instalments") or []
    if len(rows) != len(content.schedule):
        yield Difference("/instalments", str(len(rows)), str(len(content.schedule)))
        return
    for number, (row, one) in enumerate(zip(rows, content.schedule, strict=True)):
        at = f"/instalments/{number}"
        yield signed.same(f"{at}/amount", row.get("amount"), one.amount)
        yield signed.same(f"{at}/until_on", signed.said_day(row.get("until_on")), one.due_on)


INSTALMENTS_GRANTED = Declared(
    wire=CaseAct.INSTALMENTS_GRANTED,
    effect=Effect(("MQĐ05",), effects_on_decisions.instalments),
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(
        Move({CaseState.DELIVERED, CaseState.EXECUTING, CaseState.POSTPONED}, CaseState.INSTALMENT),
    ),
    carries_out=True,
    fold=_fold_instalments_granted,
    changes=_changes_the_fine,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ05"),
    asks=(
        Ask.INSTALMENTS,
        Ask.DIFFERENCES,
    ),
    guard=_guard_instalments_granted,
    details=lambda content, _: until(content, max(one.due_on for one in content.schedule)),
    grants=lambda content: Granted(content.document_id, CaseState.INSTALMENT),
    undone=lambda content, undone: content.document_id in undone.granting,
    unusual=WARNED,
    carries_as_signed=_parts_differ,
    bounds=(
        bound("/schedule/*/due_on", (LAW, Told("decided")), Today(366), SIGNED),
        bound("/schedule/*/amount", Fixed(1), MONEY, IN_WORDS),
    ),
)


def _fold_fine_reduced(
    content: case_execution_acts.FineReduced, facts: Facts, _event: Event
) -> None:
    facts.reductions.append(content)


def _guard_fine_reduced(
    content: case_execution_acts.FineReduced, facts: Facts, context: GuardContext
) -> Refuse | None:
    if again := entered_again(content, facts, "document_id"):
        return again
    if context.differs:
        return recording.differs(context.differs)
    left = facts.fine - facts.paid
    if content.by > left:
        return refusal("case_overpaid", money(left), left=formats.grouped(left))
    return _relieved(content, facts, relief.never_postponed(facts))


def _reduction_tells(content: case_execution_acts.FineReduced, so_far: SoFar) -> dict[str, Any]:
    so_far.fine -= content.by
    return {}


def _reduction_differs(
    content: case_execution_acts.FineReduced, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    yield from carrying_out.about_differs(paper, facts, carrying_out.the_decision(facts))
    yield signed.same("/amount", paper.fields.get("amount"), content.by)


FINE_REDUCED = Declared(
    wire=CaseAct.FINE_REDUCED,
    effect=Effect(("MQĐ04",), effects_on_decisions.reduced),
    ground=("MQĐ04",),
    said_by_ground=prefilled.reduced,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(EXECUTING),),
    carries_out=True,
    fold=_fold_fine_reduced,
    changes=_changes_the_fine,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ04"),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_fine_reduced,
    details=_reduction_tells,
    grants=lambda content: Granted(content.document_id),
    undone=lambda content, undone: content.document_id in undone.granting,
    unusual=WARNED,
    carries_as_signed=_reduction_differs,
)


def _guard_fine_refunded(
    content: case_execution_acts.FineRefunded, facts: Facts, context: GuardContext
) -> Refuse | None:
    return paying.refund_fault(content, facts) or filed(
        content.sheet, content.alone, facts, context.officer_id
    )


def _refund_tells(content: case_execution_acts.FineRefunded, so_far: SoFar) -> dict[str, Any]:
    so_far.paid -= content.amount
    return {}


def _overpaid(view: CaseView, _today: date) -> bool:
    return view.money.left < 0


FINE_REFUNDED = Declared(
    wire=CaseAct.FINE_REFUNDED,
    who=Who.WORKER,
    moves=(Move(AFTER_DECISION | CLOSED),),
    offered=_overpaid,
    guard=_guard_fine_refunded,
    details=_refund_tells,
    unusual=SAME_HAND,
    bounds=(bound("/refunded_on", LAW, Today(), HAPPENED),),
)

ALL = (
    PAYMENT_RECEIVED,
    EXECUTION_POSTPONED,
    EXECUTION_RESUMED,
    INSTALMENTS_GRANTED,
    FINE_REDUCED,
    FINE_REFUNDED,
)
