"""Why an act of an information is refused: who it is, where the record stands, what the law asks first. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core.local_time import day_of
from backend.intake.acts.declaring import By
from backend.intake.acts.index import INFORMATION_ACTS
from backend.intake.rules import line
from backend.intake.rules.facts import Information
from backend.intake.rules.line import Reader
from schemas.intake import acts, proceedings
from schemas.intake.words import AfterWithdrawal, Means, Nature
from schemas.intake.words import InformationAct as Act
from schemas.intake.words import InformationState as State


@dataclass(frozen=True)
class Context:
    """What the guards ask besides the information's own acts."""

    officer_id: UUID
    now: datetime
    reader: Reader
    decides: bool
    """Is a head of the unit that handles it, or of one above; of what auditors alone handle, one of them."""
    clerk: bool
    """Is a clerk of the unit or of one above."""
    by_the_system: bool
    officers_known: bool = True
    """Those whom the act names are active officers of the unit or below, and none of them is named in it."""
    unit_known: bool = True
    """The unit that the act names exists, and is not the one that has it."""
    record_known: bool = True
    """The record that the act names exists and is in the actor's sight."""
    other: Information | None = None
    """The information into which it is to be merged."""
    came_with: bool = False
    """What the act adds is photographs that the officer's phone announced when it registered the information."""


def fault(kind: Act, content: Any, facts: Information, context: Context) -> str | None:
    """Return the code of the reason for refusing this act, or None."""
    declared = INFORMATION_ACTS[kind]
    if not _is(declared.by, facts, context, content):
        return _NOT[declared.by]
    if facts.nature not in declared.natures:
        return "other_nature"
    if facts.state not in declared.states:
        return "state"
    check = _CHECKS.get(kind)
    return check(content, facts, context) if check else None


def possible(facts: Information, context: Context) -> list[Act]:
    """Return the acts that this officer may make now, as far as that does not depend on what they say."""
    return [
        kind
        for kind, declared in INFORMATION_ACTS.items()
        if kind is not Act.REGISTERED
        and declared.by is not By.SYSTEM
        and _is(declared.by, facts, context, None)
        and facts.nature in declared.natures
        and facts.state in declared.states
        and not _idle(kind, facts, context)
    ]


def _idle(kind: Act, facts: Information, context: Context) -> bool:
    """Tell whether an act has no use now, whatever it says."""
    known = facts.proceeding.accepted_on is not None
    idle: dict[Act, bool] = {
        Act.REPORTED: not facts.written_report_due,
        Act.PROPOSED: not facts.grounds_directly,
        Act.FORWARDED: facts.about_officer,
        Act.INFORMANT_TOLD: facts.told_on is not None,
        Act.WITHDRAWN: facts.withdrawn,
        Act.WITHDRAWAL_DECIDED: not facts.withdrawal_waits,
        Act.UNLINKED: not facts.links,
        Act.ACCEPTED: known,
        Act.ACCEPTANCE_TOLD: not known or facts.proceeding.acceptance_told_on is not None,
        Act.NOT_ACCEPTED: known,
        Act.TERM_EXTENDED: _term_is_fixed(facts),
        Act.RESOLVED: not known or facts.withdrawal_waits,
        Act.RESULT_SENT: facts.proceeding.sent_on is not None,
        Act.APPEALED: facts.proceeding.level > 1,
        Act.IDENTITY_ASKED: not facts.identity_known or _asks(facts, context),
        Act.IDENTITY_GRANTED: not _waiting(facts, context),
        Act.IDENTITY_DECLINED: not _waiting(facts, context),
    }
    return idle.get(kind, False)


def _term_is_fixed(facts: Information) -> bool:
    """Tell whether the term that runs is never longer: 10 days to accept a complaint."""
    accepted = facts.proceeding.accepted_on is not None
    return not accepted and (facts.nature is Nature.COMPLAINT or facts.proceeding.checked_longer)


def _asks(facts: Information, context: Context) -> bool:
    ask = facts.asks.get(context.officer_id)
    return ask is not None and (ask.waits or ask.holds(context.now))


def _waiting(facts: Information, context: Context) -> bool:
    return any(one.waits and one.officer_id != context.officer_id for one in facts.asks.values())


_NOT = {
    By.RECEIVER: "not_receiver",
    By.HEAD: "not_head",
    By.VERIFIER: "not_verifier",
    By.WORKER: "not_worker",
    By.OFFICE: "not_worker",
    By.READER: "in_line",
    By.LINE: "not_in_line",
    By.SYSTEM: "by_system_only",
}


def _is(by: By, facts: Information, context: Context, content: Any) -> bool:
    me = context.officer_id
    if me in facts.named_officers:
        return False
    if by is By.SYSTEM or context.by_the_system:
        return context.by_the_system
    verifies = me in line.verifiers(facts)
    works = context.decides or verifies or line.in_line(facts, context.reader) or context.came_with
    match by:
        case By.RECEIVER:
            return True
        case By.HEAD:
            return context.decides
        case By.VERIFIER:
            return context.decides or verifies
        case By.WORKER:
            return works
        case By.OFFICE:
            return works or (context.clerk and not facts.about_officer)
        case By.READER:
            return not line.in_line(facts, context.reader)
        case By.LINE:
            own = getattr(content, "asked_by", None) == me
            return line.in_line(facts, context.reader) and not own


def _assigned(_content: acts.Assigned, facts: Information, context: Context) -> str | None:
    if facts.nature is not Nature.TIP and facts.proceeding.accepted_on is None:
        return "accept_first"
    if not context.officers_known:
        return "officers_unknown"
    return None


def _extended(content: acts.Extended, facts: Information, _context: Context) -> str | None:
    return "term_earlier" if facts.due_on and content.due_on <= facts.due_on else None


def _proposed(_content: acts.Proposed, facts: Information, context: Context) -> str | None:
    if not facts.grounds_directly:
        return "verify_first"
    return None if context.record_known else "record_unknown"


def _forwarded(_content: acts.Forwarded, facts: Information, context: Context) -> str | None:
    if facts.about_officer:
        return "stays_above"
    return None if context.unit_known else "unit_unknown"


def _redirected(content: acts.Redirected, facts: Information, _context: Context) -> str | None:
    if (content.informant_told_on is None) != (content.means is None):
        return "told_how"
    return _not_before(content.informant_told_on, facts)


def _told(content: acts.InformantTold, facts: Information, _context: Context) -> str | None:
    """The result of a verification is told in writing, unless they asked for another way (Art 10.1)."""
    spoken = content.means in (Means.PHONE, Means.IN_PERSON) and content.document_id is None
    owed = facts.informant_to_tell and not content.declined
    if owed and spoken and not content.note.strip():
        return "told_in_writing"
    return _not_before(content.told_on, facts)


def _withdrawn(content: acts.Withdrawn, facts: Information, _context: Context) -> str | None:
    """It is noted; who resolves a denunciation or complaint then decides (Law on Denunciations Arts 33, 34)."""
    if facts.nature is not Nature.TIP and not content.awaits_decision:
        return "withdrawn_head"
    return "withdrawn_already" if facts.withdrawn else _not_before(content.withdrawn_on, facts)


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


def _not_before(day: Any, facts: Information) -> str | None:
    return "before_receipt" if day is not None and day < day_of(facts.received_at) else None


def _linked(content: acts.LinkMade, facts: Information, context: Context) -> str | None:
    if (content.kind, content.record_id) in facts.links:
        return "linked_already"
    known = context.record_known and content.record_id != facts.id
    return None if known else "record_unknown"


def _unlinked(content: acts.LinkTakenBack, facts: Information, _context: Context) -> str | None:
    return None if (content.kind, content.record_id) in facts.links else "not_linked"


def _merged(content: acts.Merged, facts: Information, context: Context) -> str | None:
    into = context.other
    if into is None or content.into == facts.id:
        return "record_unknown"
    if into.state in (State.MERGED, State.SPLIT):
        return "merge_into_gone"
    about = set(into.named_officers) == set(facts.named_officers)
    known = into.of_unnamed_officer == facts.of_unnamed_officer
    return None if into.nature is facts.nature and about and known else "merge_unlike"


def _classified(content: acts.Classified, facts: Information, _context: Context) -> str | None:
    about_others = (
        set(content.named_officers) != set(facts.named_officers)
        or content.of_unnamed_officer != facts.of_unnamed_officer
    )
    if content.named_officers and content.of_unnamed_officer:
        return "named_or_unnamed"
    if content.nature is facts.nature and not about_others:
        return "nature_same"
    if content.nature is not Nature.TIP and facts.verifiers:
        return "verifies_already"
    return "about_needed" if content.nature is Nature.COMPLAINT and content.about is None else None


def _accepted(content: proceedings.Accepted, facts: Information, _context: Context) -> str | None:
    """Nobody's denunciation or complaint is accepted (Law on Denunciations Arts 25.1, 29.1.a; on Complaints Art 11)."""
    if facts.proceeding.accepted_on is not None:
        return "accepted_already"
    return _not_before(content.accepted_on, facts) if facts.identity_known else "anonymous"


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
    return _not_before(content.refused_on, facts)


def _term(content: proceedings.TermExtended, facts: Information, _context: Context) -> str | None:
    """A complaint may be complex once; a denunciation is extended once, or twice if especially complex.

    Before it is accepted a denunciation may be checked longer, once (Law on Denunciations Art 24.1).
    """
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
    return "before_acceptance" if content.resolved_on < accepted else None


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


def _asked(_content: proceedings.IdentityAsked, facts: Information, context: Context) -> str | None:
    if not facts.identity_known:
        return "nobody_known"
    return "asked_already" if _asks(facts, context) else None


def _granted(
    content: proceedings.IdentityGranted, facts: Information, context: Context
) -> str | None:
    ask = facts.asks.get(content.asked_by)
    if ask is None or not ask.waits:
        return "not_asked"
    late = content.until > context.now + line.GRANTED_FOR
    return "granted_long" if late or content.until <= context.now else None


def _declined(content: proceedings.IdentityDeclined, facts: Information, _c: Context) -> str | None:
    ask = facts.asks.get(content.asked_by)
    return None if ask is not None and ask.waits else "not_asked"


_CHECKS: dict[Act, Callable[[Any, Information, Context], str | None]] = {
    Act.ASSIGNED: _assigned,
    Act.EXTENDED: _extended,
    Act.PROPOSED: _proposed,
    Act.FORWARDED: _forwarded,
    Act.REDIRECTED: _redirected,
    Act.INFORMANT_TOLD: _told,
    Act.WITHDRAWN: _withdrawn,
    Act.LINKED: _linked,
    Act.UNLINKED: _unlinked,
    Act.MERGED: _merged,
    Act.CLASSIFIED: _classified,
    Act.ACCEPTED: _accepted,
    Act.ACCEPTANCE_TOLD: _acceptance_told,
    Act.NOT_ACCEPTED: _not_accepted,
    Act.TERM_EXTENDED: _term,
    Act.RESOLVED: _resolved,
    Act.RESULT_SENT: _sent,
    Act.APPEALED: _appealed,
    Act.WITHDRAWAL_DECIDED: _withdrawal_decided,
    Act.IDENTITY_ASKED: _asked,
    Act.IDENTITY_GRANTED: _granted,
    Act.IDENTITY_DECLINED: _declined,
}
