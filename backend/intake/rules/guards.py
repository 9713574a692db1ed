"""Why an act of an information is refused: who it is, where the record stands, what the law asks first. Pure."""

from collections.abc import Callable
from typing import Any

from backend.intake.acts.declaring import By
from backend.intake.acts.index import INFORMATION_ACTS
from backend.intake.rules import line, proceeding_guards
from backend.intake.rules.context import Context as Context
from backend.intake.rules.facts import Information
from schemas.casework.words import InformationSource
from schemas.intake import acts, proceedings
from schemas.intake.words import InformationAct as Act
from schemas.intake.words import InformationState as State
from schemas.intake.words import Means, Nature


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
        Act.ORDER_CORRECTED: facts.source is not InformationSource.ORDER,
        Act.SUSPENDED: not known or facts.proceeding.suspended is not None,
        Act.SUSPENSION_TOLD: all(one.told_on for one in facts.proceeding.suspensions),
        Act.RESUMED: facts.proceeding.suspended is None,
        Act.DISCONTINUED: not known,
        Act.UNLINKED: not facts.links,
        Act.ACCEPTED: known,
        Act.ACCEPTANCE_TOLD: not known or facts.proceeding.acceptance_told_on is not None,
        Act.NOT_ACCEPTED: known,
        Act.TERM_EXTENDED: _term_is_fixed(facts) or facts.proceeding.suspended is not None,
        Act.RESOLVED: not known or facts.withdrawal_waits or facts.proceeding.suspended is not None,
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


def _handed_over(content: acts.HandedOver, facts: Information, context: Context) -> str | None:
    theirs = any(one.officer_id == content.from_id for one in facts.verifiers)
    return None if theirs and context.officers_known else "officers_unknown"


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
    return proceeding_guards.not_before(content.informant_told_on, facts)


def _told(content: acts.InformantTold, facts: Information, _context: Context) -> str | None:
    """The result of a verification is told in writing, unless they asked for another way (Art 10.1)."""
    spoken = content.means in (Means.PHONE, Means.IN_PERSON) and content.document_id is None
    owed = facts.informant_to_tell and not content.declined
    if owed and spoken and not content.note.strip():
        return "told_in_writing"
    return proceeding_guards.not_before(content.told_on, facts)


def _withdrawn(content: acts.Withdrawn, facts: Information, _context: Context) -> str | None:
    """It is noted; who resolves a denunciation or complaint then decides (Law on Denunciations Arts 33, 34)."""
    if facts.nature is not Nature.TIP and not content.awaits_decision:
        return "withdrawn_head"
    return (
        "withdrawn_already"
        if facts.withdrawn
        else proceeding_guards.not_before(content.withdrawn_on, facts)
    )


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


def _order_corrected(
    content: acts.OrderCorrected, facts: Information, _context: Context
) -> str | None:
    if facts.source is not InformationSource.ORDER:
        return "no_order"
    same = (content.order, content.several_places) == (facts.order, facts.several_places)
    return "order_same" if same else None


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
    Act.HANDED_OVER: _handed_over,
    Act.PROPOSED: _proposed,
    Act.FORWARDED: _forwarded,
    Act.REDIRECTED: _redirected,
    Act.INFORMANT_TOLD: _told,
    Act.WITHDRAWN: _withdrawn,
    Act.LINKED: _linked,
    Act.UNLINKED: _unlinked,
    Act.MERGED: _merged,
    Act.CLASSIFIED: _classified,
    Act.ORDER_CORRECTED: _order_corrected,
    Act.IDENTITY_ASKED: _asked,
    Act.IDENTITY_GRANTED: _granted,
    Act.IDENTITY_DECLINED: _declined,
    **proceeding_guards.CHECKS,
}
