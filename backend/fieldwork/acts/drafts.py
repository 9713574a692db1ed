"""Acts about minutes before they are signed, in the newer flow.

They name the owner of the minutes, propose a draft, and answer it. A supervisor looks at a draft
while the team waits in the shop. After the submission the minutes are final, and acts about a draft
are only noted.
"""

from msgspec import UNSET

from backend.fieldwork.acts.declaring import (
    STAYS,
    Ask,
    Declared,
    Face,
    Life,
    Move,
    Ruled,
    Who,
    Written,
    noted,
)
from backend.fieldwork.acts.shared import misplaced, not_owner, unheard, unless_signed
from backend.fieldwork.rules import flow
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.rules.steps import Effect
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Accept, Judgement
from schemas.fieldwork import minutes_flow as flow_acts
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as State

_UNTIL_SUBMITTED = Life(
    (Move({State.DECIDED, State.OPENED, State.ANNOUNCED}),),
    (noted(State.SUBMITTED, State.APPROVED, State.DISCARDED),),
)


def _guard_entrusted(
    content: flow_acts.MinutesEntrusted, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    if context.actor.officer_id != state.leader_id:
        return refusal("leader_entrusts")
    return None if content.officer_id in state.team else refusal("owner_not_on_team")


MINUTES_ENTRUSTED = Declared(
    wire=ActType.MINUTES_ENTRUSTED,
    face=Face.EITHER,
    who=Who.TEAM,
    older=None,
    newer=_UNTIL_SUBMITTED,
    guard=_guard_entrusted,
    writes=Written.OWNER,
)


def _guard_proposed(
    content: flow_acts.MinutesProposed, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    if context.actor.officer_id != state.owner_id:
        return not_owner(state, context)
    if flow.draft_hash(content.minutes, content.photos) != content.draft:
        return refusal("draft_wrong")
    if context.effect is Effect.NOTED:
        return None
    if content.minutes != state.minutes_id:
        return refusal("minutes_not_in_force")
    twice = len(set(content.photos)) != len(content.photos)
    if twice or not context.photos_in_force.issuperset(content.photos):
        return refusal("photos_not_in_force")
    return unless_signed(context)


MINUTES_PROPOSED = Declared(
    wire=ActType.MINUTES_PROPOSED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=None,
    newer=_UNTIL_SUBMITTED,
    asks=(Ask.OWNER_NAME, Ask.PHOTOS_IN_FORCE, Ask.SIGNED),
    guard=_guard_proposed,
    writes=Written.DRAFT,
)


def _guard_set_aside(
    content: flow_acts.MinutesSetAside, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    officer_id = context.actor.officer_id
    in_charge = officer_id in (state.owner_id, state.leader_id)
    if officer_id in state.team and not in_charge:
        return not_owner(state, context)
    if not context.minutes_known or content.minutes == state.minutes_id:
        return refusal("minutes_not_beside")
    return Accept(next_state=None, note=Effect.NOTED) if context.set_aside else None


MINUTES_SET_ASIDE = Declared(
    wire=ActType.MINUTES_SET_ASIDE,
    face=Face.EITHER,
    who=Who.TEAM_OR_HEAD,
    older=None,
    newer=STAYS,
    asks=(Ask.OWNER_NAME, Ask.MINUTES_KNOWN, Ask.SET_ASIDE),
    guard=_guard_set_aside,
    writes=Written.SET_ASIDE,
)


def _answer(
    content: flow_acts.DraftApproved | flow_acts.DraftReturned,
    state: LockedInspection,
    context: GuardContext,
) -> Judgement | None:
    """Refuse an answer unless it is the first one to the last proposed draft, as it was seen."""
    last = context.draft
    if last is None:
        return refusal("not_proposed")
    if content.draft != last.draft or content.proposal not in (UNSET, last.act_id):
        return refusal("draft_other", current=last.draft)
    if last.answered:
        return refusal("draft_answered")
    if isinstance(content, flow_acts.DraftReturned) and (
        wrong := misplaced(content.comments, context)
    ):
        return wrong
    if context.effect is Effect.NOTED:
        return None
    if last.minutes_id != state.minutes_id:
        return refusal("draft_other", current=last.draft)
    return unless_signed(context)


DRAFT_APPROVED = Declared(
    wire=ActType.DRAFT_APPROVED,
    face=Face.EITHER,
    who=Who.OTHER_HEAD,
    older=None,
    newer=_UNTIL_SUBMITTED,
    asks=(Ask.DRAFT, Ask.SIGNED),
    guard=_answer,
    ends_draft=True,
    writes=Written.DRAFT_RULING,
    ruled=Ruled("draft_approved"),
    exceptional=unheard,
)

DRAFT_RETURNED = Declared(
    wire=ActType.DRAFT_RETURNED,
    face=Face.EITHER,
    who=Who.OTHER_HEAD_OR_LEGAL,
    older=None,
    newer=_UNTIL_SUBMITTED,
    asks=(Ask.DRAFT, Ask.SIGNED, Ask.PHOTOS_HERE),
    guard=_answer,
    ends_draft=True,
    writes=Written.DRAFT_RULING,
    ruled=Ruled("draft_returned", remarks="comments"),
)

ALL = (MINUTES_ENTRUSTED, MINUTES_PROPOSED, MINUTES_SET_ASIDE, DRAFT_APPROVED, DRAFT_RETURNED)
