"""Folds the acts of one information. Pure: the same acts always give the same facts."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from backend.intake.acts.index import INFORMATION_ACTS
from backend.intake.rules.facts import (
    Ask,
    Event,
    Information,
    Link,
    Proceeding,
    Suspension,
)
from backend.ledger.rules.events import SharedFacts
from schemas.intake import acts, proceedings
from schemas.intake.words import (
    AfterWithdrawal,
    InformationAct,
    InformationState,
    Nature,
    Result,
)

_OF_RESULT = {
    Result.VIOLATION: InformationState.VIOLATION,
    Result.NO_VIOLATION: InformationState.NO_VIOLATION,
    Result.UNVERIFIABLE: InformationState.UNVERIFIABLE,
}


def fold(information_id: UUID, events: Sequence[Event]) -> Information | None:
    """Return the facts after these acts, in order; None if there are none."""
    facts: Information | None = None
    for event in events:
        facts = take(information_id, facts, event)
    return facts


def take(information_id: UUID, facts: Information | None, event: Event) -> Information:
    """Fold one act more. Raises ValueError for a first act that does not begin a record, and SharedFacts."""
    if facts is not None and facts.shared:
        raise SharedFacts(f"{event.type} was to be folded into the facts of all readers")
    content = event.content
    if isinstance(content, acts.Registered):
        return _registered(information_id, content, event)
    if facts is None:
        raise ValueError(f"{event.type} begins no information")
    if INFORMATION_ACTS[event.type].first and facts.first_action_at is None:
        facts.first_action_at = event.at
    _FOLDS[event.type](facts, content, event)
    if not facts.open and facts.concluded_at is None:
        facts.concluded_at = event.at
    elif facts.open:
        facts.concluded_at = None
    return facts


def _registered(information_id: UUID, content: acts.Registered, event: Event) -> Information:
    return Information(
        id=information_id,
        number=content.number,
        unit_id=content.unit_id,
        nature=content.nature,
        source=content.source,
        channel=content.channel,
        state=InformationState.RECEIVED,
        received_at=content.received_at,
        registered_at=event.at,
        registered_by=event.officer_id,
        matter=content.matter,
        identity_known=content.identity_known,
        informant_secret=content.informant_secret,
        wants_answer=content.wants_answer,
        sealed={one.id: one for one in content.sealed},
        named_officers=list(content.named_officers),
        collaborator=content.collaborator,
        order=content.order,
        origin=content.origin,
        about=content.about,
        public_id=content.public_id,
        of_unnamed_officer=content.of_unnamed_officer,
        by_head=content.by_head,
        several_places=content.several_places,
    )


def _end(state: InformationState) -> Callable[[Information, Any, Event], None]:
    def ended(facts: Information, _content: Any, _event: Event) -> None:
        facts.before, facts.state = facts.state, state

    return ended


def _amended(facts: Information, content: acts.Amended, _event: Event) -> None:
    facts.matter = content.matter


def _order_corrected(facts: Information, content: acts.OrderCorrected, _event: Event) -> None:
    facts.order, facts.several_places = content.order, content.several_places


def _supplemented(facts: Information, content: acts.Supplemented, _event: Event) -> None:
    facts.sealed |= {one.id: one for one in content.sealed}
    if any(one.kind == "informant" for one in content.sealed):
        facts.identity_known = True


def _classified(facts: Information, content: acts.Classified, _event: Event) -> None:
    about = content.of_unnamed_officer and not facts.of_unnamed_officer
    if content.unit_id != facts.unit_id or about:
        facts.by_head = False  # it has another head now, who knows nothing of it yet
    facts.nature, facts.number, facts.unit_id = content.nature, content.number, content.unit_id
    facts.named_officers, facts.about = list(content.named_officers), content.about
    facts.of_unnamed_officer = content.of_unnamed_officer
    facts.state, facts.verifiers, facts.due_on = InformationState.RECEIVED, [], None


def _reported(facts: Information, content: acts.Reported, _event: Event) -> None:
    facts.reported_on = content.reported_on


def _assigned(facts: Information, content: acts.Assigned, _event: Event) -> None:
    known = {one.officer_id for one in content.officers}
    if facts.state is not InformationState.VERIFYING:
        facts.verifiers, facts.result = [], None
    facts.verifiers = [one for one in facts.verifiers if one.officer_id not in known]
    facts.verifiers += content.officers
    facts.due_on, facts.state = content.due_on, InformationState.VERIFYING


def _extended(facts: Information, content: acts.Extended, _event: Event) -> None:
    facts.due_on = content.due_on


def _handed_over(facts: Information, content: acts.HandedOver, _event: Event) -> None:
    """Put a colleague in a verifier's place; who verifies it already does so once."""
    facts.verifiers = [
        content.to if one.officer_id == content.from_id else one
        for one in facts.verifiers
        if one.officer_id != content.to.officer_id
    ]


def _verified(facts: Information, content: acts.Verified, event: Event) -> None:
    facts.result, facts.verified_at = content.result, event.at
    facts.state, facts.due_on = _OF_RESULT[content.result], None


def _proposed(facts: Information, content: acts.Proposed, event: Event) -> None:
    _end(InformationState.PROPOSED)(facts, content, event)
    if content.kind and content.record_id:
        key = (content.kind, content.record_id)
        facts.links[key] = Link(*key, content.number or "", None, event.at)


def _redirected(facts: Information, content: acts.Redirected, event: Event) -> None:
    _end(InformationState.REDIRECTED)(facts, content, event)
    facts.told_on = content.informant_told_on or facts.told_on


def _reopened(facts: Information, _content: Any, _event: Event) -> None:
    facts.state = facts.before or InformationState.RECEIVED
    facts.before = None
    if facts.nature is not Nature.TIP and facts.proceeding.accepted_on:
        facts.state = InformationState.ACCEPTED
        facts.proceeding.resolved_on = None
    if facts.nature is not Nature.TIP:
        facts.withdrawn, facts.withdrawn_on = False, None
    facts.proceeding.refused_on = facts.proceeding.ended_on = None


def _told(facts: Information, content: acts.InformantTold, _event: Event) -> None:
    facts.told_on = content.told_on


def _withdrawn(facts: Information, content: acts.Withdrawn, event: Event) -> None:
    facts.withdrawn, facts.withdrawn_on = True, content.withdrawn_on
    if facts.nature is not Nature.TIP and not content.awaits_decision:
        _end(InformationState.WITHDRAWN)(facts, content, event)


def _withdrawal_decided(
    facts: Information, content: proceedings.WithdrawalDecided, event: Event
) -> None:
    if content.becomes is AfterWithdrawal.ENDED:
        facts.proceeding.ended_on = content.decided_on
        _end(InformationState.WITHDRAWN)(facts, content, event)
    else:
        facts.withdrawn, facts.withdrawn_on = False, None


def _linked(facts: Information, content: acts.LinkMade, event: Event) -> None:
    key = (content.kind, content.record_id)
    facts.links.setdefault(key, Link(*key, content.number, None, event.at))


def _unlinked(facts: Information, content: acts.LinkTakenBack, _event: Event) -> None:
    facts.links.pop((content.kind, content.record_id), None)


def _followed(facts: Information, content: acts.Followed, event: Event) -> None:
    """A case or inspection came of it, or went on: a tip that waits is then proposed."""
    key = (content.kind, content.record_id)
    link = facts.links.setdefault(key, Link(*key, content.number, None, event.at))
    link.number, link.state = content.number or link.number, content.state or link.state
    if facts.open and facts.nature is Nature.TIP and content.act != "intake.linked":
        facts.before, facts.state = facts.state, InformationState.PROPOSED
        facts.first_action_at = facts.first_action_at or event.at


def _merged(facts: Information, content: acts.Merged, event: Event) -> None:
    _end(InformationState.MERGED)(facts, content, event)
    facts.merged_into = content.into


def _unmerged(facts: Information, _content: Any, _event: Event) -> None:
    facts.state, facts.before = facts.before or InformationState.RECEIVED, None
    facts.merged_into = None


def _split(facts: Information, content: acts.Split, event: Event) -> None:
    _end(InformationState.SPLIT)(facts, content, event)
    facts.parts = list(content.parts)


def _accepted(facts: Information, content: proceedings.Accepted, _event: Event) -> None:
    one = facts.proceeding
    one.accepted_on, one.resolver, one.complex = (
        content.accepted_on,
        content.resolver,
        content.complex,
    )
    facts.state = InformationState.ACCEPTED


def _acceptance_told(
    facts: Information, content: proceedings.AcceptanceTold, _event: Event
) -> None:
    facts.proceeding.acceptance_told_on = content.told_on


def _not_accepted(facts: Information, content: proceedings.NotAccepted, event: Event) -> None:
    facts.proceeding.refused_on = content.refused_on
    _end(InformationState.NOT_ACCEPTED)(facts, content, event)


def _term(facts: Information, content: proceedings.TermExtended, _event: Event) -> None:
    if facts.proceeding.accepted_on is None:
        facts.proceeding.checked_longer = True
    else:
        facts.proceeding.complex, facts.proceeding.extended = True, content.times


def _resolved(facts: Information, content: proceedings.Resolved, event: Event) -> None:
    facts.proceeding.resolved_on = content.resolved_on
    _end(InformationState.RESOLVED)(facts, content, event)


def _sent(facts: Information, content: proceedings.ResultSent, _event: Event) -> None:
    facts.proceeding.sent_on, facts.proceeding.received_on = content.sent_on, content.received_on
    facts.told_on = content.sent_on


def _appealed(facts: Information, content: proceedings.Appealed, event: Event) -> None:
    first = facts.proceeding
    facts.proceeding = Proceeding(level=2, filed_at=content.received_at, before=[first])
    facts.before = facts.state
    inside = content.to_unit_id is not None
    facts.state = InformationState.RECEIVED if inside else InformationState.REDIRECTED
    if content.to_unit_id is not None:
        facts.unit_id = content.to_unit_id
    del event


def _suspended(facts: Information, content: proceedings.Suspended, _event: Event) -> None:
    facts.proceeding.suspensions.append(Suspension(content.suspended_on))


def _suspension_told(
    facts: Information, content: proceedings.SuspensionTold, _event: Event
) -> None:
    for one in facts.proceeding.suspensions:
        one.told_on = one.told_on or content.told_on


def _resumed(facts: Information, content: proceedings.Resumed, _event: Event) -> None:
    if (one := facts.proceeding.suspended) is not None:
        one.until = content.resumed_on


def _discontinued(facts: Information, content: proceedings.Discontinued, event: Event) -> None:
    facts.proceeding.ended_on = content.decided_on
    _end(InformationState.DISCONTINUED)(facts, content, event)


def _asked(facts: Information, content: proceedings.IdentityAsked, event: Event) -> None:
    facts.asks[event.officer_id] = Ask(event.officer_id, content.reason, event.at)


def _granted(facts: Information, content: proceedings.IdentityGranted, event: Event) -> None:
    ask = facts.asks[content.asked_by]
    ask.until, ask.granted_by = content.until, event.officer_id


def _declined(facts: Information, content: proceedings.IdentityDeclined, _event: Event) -> None:
    facts.asks[content.asked_by].declined = True


_FOLDS: dict[InformationAct, Callable[[Information, Any, Event], None]] = {
    InformationAct.AMENDED: _amended,
    InformationAct.ORDER_CORRECTED: _order_corrected,
    InformationAct.SUPPLEMENTED: _supplemented,
    InformationAct.CLASSIFIED: _classified,
    InformationAct.REPORTED: _reported,
    InformationAct.ASSIGNED: _assigned,
    InformationAct.EXTENDED: _extended,
    InformationAct.HANDED_OVER: _handed_over,
    InformationAct.VERIFIED: _verified,
    InformationAct.PROPOSED: _proposed,
    InformationAct.FORWARDED: _end(InformationState.FORWARDED),
    InformationAct.REDIRECTED: _redirected,
    InformationAct.CLOSED: _end(InformationState.NO_ACTION),
    InformationAct.REOPENED: _reopened,
    InformationAct.INFORMANT_TOLD: _told,
    InformationAct.WITHDRAWN: _withdrawn,
    InformationAct.LINKED: _linked,
    InformationAct.UNLINKED: _unlinked,
    InformationAct.FOLLOWED: _followed,
    InformationAct.MERGED: _merged,
    InformationAct.UNMERGED: _unmerged,
    InformationAct.SPLIT: _split,
    InformationAct.ACCEPTED: _accepted,
    InformationAct.ACCEPTANCE_TOLD: _acceptance_told,
    InformationAct.NOT_ACCEPTED: _not_accepted,
    InformationAct.TERM_EXTENDED: _term,
    InformationAct.RESOLVED: _resolved,
    InformationAct.RESULT_SENT: _sent,
    InformationAct.APPEALED: _appealed,
    InformationAct.WITHDRAWAL_DECIDED: _withdrawal_decided,
    InformationAct.SUSPENDED: _suspended,
    InformationAct.SUSPENSION_TOLD: _suspension_told,
    InformationAct.RESUMED: _resumed,
    InformationAct.DISCONTINUED: _discontinued,
    InformationAct.IDENTITY_ASKED: _asked,
    InformationAct.IDENTITY_GRANTED: _granted,
    InformationAct.IDENTITY_DECLINED: _declined,
}
