"""Why an act of a denunciation or complaint is refused: what its law asks first. Pure.

guards.py asks these once it is known whose act it is, and whether the state allows it.
"""

from collections.abc import Callable
from typing import Any

from backend.core.local_time import day_of
from backend.intake.rules.context import Context
from backend.intake.rules.facts import Information
from schemas.intake import proceedings
from schemas.intake.words import AfterWithdrawal, Nature
from schemas.intake.words import InformationAct as Act


def not_before(day: Any, facts: Information) -> str | None:
    """Return the refusal of a day before the information was received."""
    return "before_receipt" if day is not None and day < day_of(facts.received_at) else None


_MUST_GO_ON = (AfterWithdrawal.SIGNS, AfterWithdrawal.PRESSED, AfterWithdrawal.ABUSED)
"""Grounds of the Law on Denunciations alone (Art 33.3): a complaint that is taken back is ended."""


def _withdrawal_decided(
    content: proceedings.WithdrawalDecided, facts: Information, _context: Context
) -> str | None:
    """It is ended only if all of it was taken back in writing, signed (Law on Denunciations Art 33.1)."""
    if not facts.withdrawal_waits:
        return "not_withdrawn"
    if facts.nature is Nature.COMPLAINT and content.becomes in _MUST_GO_ON:
        return "complaint_ends"
    if content.becomes is AfterWithdrawal.ENDED and content.proof is None:
        return "withdrawal_in_writing"
    early = facts.withdrawn_on is not None and content.decided_on < facts.withdrawn_on
    return "before_withdrawal" if early else None


def _accepted(content: proceedings.Accepted, facts: Information, _context: Context) -> str | None:
    """Nobody's denunciation or complaint is accepted (Law on Denunciations Arts 25.1, 29.1.a; on Complaints Art 11)."""
    if facts.proceeding.accepted_on is not None:
        return "accepted_already"
    return not_before(content.accepted_on, facts) if facts.identity_known else "anonymous"


def _acceptance_told(
    content: proceedings.AcceptanceTold, facts: Information, _context: Context
) -> str | None:
    """The notice of acceptance goes out once, and not before the acceptance (Law on Denunciations Art 29.3)."""
    accepted = facts.proceeding.accepted_on
    if accepted is None:
        return "accept_first"
    if facts.proceeding.acceptance_told_on is not None:
        return "acceptance_told"
    return "told_before_acceptance" if content.told_on < accepted else None


def _not_accepted(content: proceedings.NotAccepted, facts: Information, _c: Context) -> str | None:
    if facts.proceeding.accepted_on is not None:
        return "accepted_already"
    return not_before(content.refused_on, facts)


def _term(content: proceedings.TermExtended, facts: Information, _context: Context) -> str | None:
    """A complaint may be complex once; a denunciation is extended once, or twice if especially complex.

    Before it is accepted a denunciation may be checked longer, once (Law on Denunciations Art 24.1).
    """
    if facts.proceeding.suspended is not None:
        return "resume_first"
    if facts.proceeding.accepted_on is None:
        if facts.nature is Nature.COMPLAINT:
            return "accept_first"
        once = content.times == 1 and not facts.proceeding.checked_longer
        return None if once else "extended_already"
    most = 1 if facts.nature is Nature.COMPLAINT else 2
    wanted = facts.proceeding.extended + 1
    complex_already = facts.nature is Nature.COMPLAINT and facts.proceeding.complex
    if wanted > most or content.times != wanted or complex_already:
        return "extended_already"
    return None


def _resolved(content: proceedings.Resolved, facts: Information, _context: Context) -> str | None:
    accepted = facts.proceeding.accepted_on
    if accepted is None:
        return "accept_first"
    if facts.withdrawal_waits:
        return "decide_withdrawal"
    if facts.proceeding.suspended is not None:
        return "resume_first"
    return "before_acceptance" if content.resolved_on < accepted else None


def _suspended(content: proceedings.Suspended, facts: Information, _context: Context) -> str | None:
    """What was accepted is suspended, and once at a time (Law on Denunciations Art 34.1)."""
    accepted = facts.proceeding.accepted_on
    if accepted is None:
        return "accept_first"
    if facts.proceeding.suspended is not None:
        return "suspended_already"
    earlier = [accepted, *(one.until for one in facts.proceeding.suspensions if one.until)]
    return "suspended_before" if content.suspended_on < max(earlier) else None


def _suspension_told(
    content: proceedings.SuspensionTold, facts: Information, _context: Context
) -> str | None:
    owed = [one for one in facts.proceeding.suspensions if one.told_on is None]
    if not owed:
        return "suspension_told"
    early = content.told_on < max(one.since for one in owed)
    return "told_before_suspension" if early else None


def _resumed(content: proceedings.Resumed, facts: Information, _context: Context) -> str | None:
    one = facts.proceeding.suspended
    if one is None:
        return "not_suspended"
    return "resumed_before" if content.resumed_on < one.since else None


def _discontinued(
    content: proceedings.Discontinued, facts: Information, _context: Context
) -> str | None:
    """Only the resolution of what was accepted is ended (Law on Denunciations Art 34.3)."""
    accepted = facts.proceeding.accepted_on
    if accepted is None:
        return "accept_first"
    return "before_acceptance" if content.decided_on < accepted else None


def _sent(content: proceedings.ResultSent, facts: Information, _context: Context) -> str | None:
    resolved = facts.proceeding.resolved_on
    if facts.proceeding.sent_on is not None:
        return "sent_already"
    return "before_resolution" if resolved and content.sent_on < resolved else None


def _appealed(_content: proceedings.Appealed, facts: Information, context: Context) -> str | None:
    if facts.proceeding.level > 1:
        return "appealed_already"
    if facts.proceeding.accepted_on is None:
        return "accept_first"
    return None if context.unit_known else "unit_unknown"


CHECKS: dict[Act, Callable[[Any, Information, Context], str | None]] = {
    Act.ACCEPTED: _accepted,
    Act.ACCEPTANCE_TOLD: _acceptance_told,
    Act.NOT_ACCEPTED: _not_accepted,
    Act.TERM_EXTENDED: _term,
    Act.RESOLVED: _resolved,
    Act.RESULT_SENT: _sent,
    Act.APPEALED: _appealed,
    Act.WITHDRAWAL_DECIDED: _withdrawal_decided,
    Act.SUSPENDED: _suspended,
    Act.SUSPENSION_TOLD: _suspension_told,
    Act.RESUMED: _resumed,
    Act.DISCONTINUED: _discontinued,
}
"""By the name of the act."""
