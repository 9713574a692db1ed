"""What a reader may do with a submission. The one door judges each again."""

from backend.approvals.rules import guards, keys
from backend.approvals.rules.facts import ADVICE
from backend.approvals.submissions.finding import Held
from schemas.approvals.words import StepKind, SubmissionState

OPERATIONS = (
    "opinion",
    "agree",
    "approve",
    "send_outside",
    "outside_answer",
    "return",
    "supplement",
    "refuse",
    "hand_on",
    "take_over",
    "withdraw",
    "reopen",
)
"""What a reader may do on the panel; the one door judges again."""


def operations(found: Held) -> frozenset[str]:
    """Return those of OPERATIONS that this reader may do now."""
    facts, context = found.facts, found.context
    may: set[str] = set()
    if facts.state is SubmissionState.WAITING:
        kinds = {step.kind for step, _ in found.mine}
        if kinds & {StepKind.OPINION, StepKind.LEGAL_CHECK}:
            may.add("opinion")
        may |= {"agree"} if StepKind.AGREE in kinds else set()
        may |= {"approve"} if StepKind.APPROVE in kinds else set()
        may |= {"supplement"} if kinds else set()
        may |= {"refuse"} if kinds - ADVICE - {StepKind.OUTSIDE} else set()
        may |= _outside(found)
        may |= {"return"} if found.may_return else set()
        may |= {"withdraw"} if guards.own_work(facts, context.officer_id) else set()
        current = facts.current
        if current is not None:
            may |= {"hand_on"} if guards.may_hand_on(current, context) else set()
            own = current.kind is not StepKind.SIGN and guards.own_work(facts, context.officer_id)
            taken = current.keys == [keys.officer(context.officer_id)]
            check = current.kind is StepKind.LEGAL_CHECK and not context.legal
            takes = guards.may_take_over(current, context) and not (own or taken or check)
            may |= {"take_over"} if takes else set()
    elif facts.state is SubmissionState.REFUSED:
        may |= {"reopen"} if guards.may_reopen(facts, context) else set()
    elif facts.state is SubmissionState.WITHDRAWN:
        own = guards.own_work(facts, context.officer_id)
        may |= {"reopen"} if own or context.works_on else set()
    return frozenset(may) - found.never


def _outside(found: Held) -> set[str]:
    """Who enters the answer is never who drafted or submitted it (practice B6)."""
    step = guards.outside_step(found.facts, found.context)
    if step is None:
        return set()
    own = guards.own_work(found.facts, found.context.officer_id)
    return (
        {"send_outside"} if own or not step.with_authority else {"send_outside", "outside_answer"}
    )
