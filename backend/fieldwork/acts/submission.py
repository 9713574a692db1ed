"""The submission and, in the older flow, a supervisor's ruling on the revision that it froze.

In the older flow new minutes void a submission. A new submission voids an approval too, unless it
was made before that approval. In the newer flow minutes are final once the owner's submission names
them; the acts about the file that begins with the submission are in file.py.
"""

from typing import Any

from backend.core import formats
from backend.core.canonical_json import sha256_hex
from backend.fieldwork.acts.declaring import (
    Ask,
    Declared,
    Face,
    Life,
    Move,
    Ruled,
    Who,
    Written,
    refusal_of,
    refused,
)
from backend.fieldwork.acts.shared import misplaced, not_owner
from backend.fieldwork.rules import submissions as submission_rules
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.inspections import is_stale, own_work
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts.inspections import refusal, same
from backend.ledger.handlers import Judgement, Refuse
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as State


def _fault(content: inspection_acts.InspectionSubmitted, context: GuardContext) -> Refuse | None:
    """Refuse a submission with a wrong hash, or naming something not here, in force and signed.

    See Circular 27/2020 Art 18.
    """
    parts = submission_rules.revision_parts(
        content.minutes, content.photos, content.signatures, content.places
    )
    if sha256_hex(parts) != content.revision:
        return refusal("revision_wrong")
    found = context.submitted
    if found is None:
        raise TypeError("a submission is judged by what the read tables say")
    code = submission_rules.submission_fault(
        announced=found.announced,
        form=found.form,
        form_version=found.form_version,
        fields=found.fields,
        minutes=content.minutes,
        minutes_in_force=found.minutes_in_force,
        photos=content.photos,
        known_photos=found.photos,
        signatures=content.signatures,
        known_signatures=found.signatures,
        places=content.places,
        known_places=found.places,
    )
    return refusal(code) if code else None


def _guard_submitted(
    content: inspection_acts.InspectionSubmitted, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    ruling = state.last_ruling
    if state.state == State.APPROVED and ruling and is_stale(context.told_at, ruling.at):
        return refusal(
            "approved_meanwhile",
            {"who": same(ruling.officer_name), "at": same(formats.moment(ruling.at))},
        )
    return _fault(content, context)


def _guard_submitted_by_owner(
    content: inspection_acts.InspectionSubmitted, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    """Refuse a submission by anybody but the owner of the minutes.

    It may name any minutes that the owner wrote, or those in force, whatever else came meanwhile.
    """
    if context.actor.officer_id != state.owner_id:
        return not_owner(state, context)
    return _fault(content, context)


INSPECTION_SUBMITTED = Declared(
    wire=ActType.INSPECTION_SUBMITTED,
    face=Face.PHONE,
    who=Who.TEAM,
    # `opened` is allowed too: the form of the minutes decides whether an announcement is needed.
    older=Life(
        (
            Move(
                {
                    State.OPENED,
                    State.ANNOUNCED,
                    State.SUBMITTED,
                    State.RETURNED,
                    State.REVISING,
                    State.APPROVED,
                },
                State.SUBMITTED,
            ),
        ),
        (
            refused("not_announced", State.DECIDED),
            refused("record_closed", State.REFUSED),
            refused("inspection_discarded", State.DISCARDED),
        ),
    ),
    newer=Life(
        (Move({State.OPENED, State.ANNOUNCED}, State.SUBMITTED),),
        (
            refused("not_announced", State.DECIDED),
            refused("file_submitted", State.SUBMITTED, State.APPROVED),
            refused("decision_withdrawn", State.DISCARDED),
        ),
    ),
    own_file=State.APPROVED,
    asks=(Ask.OWNER_NAME, Ask.SUBMITTED),
    guard=_guard_submitted,
    newer_guard=_guard_submitted_by_owner,
    ends_draft=True,
    writes=Written.SUBMISSION,
)


def _ruling_leads_to(state: State) -> Life:
    """A ruling that leads to `state`: only on a submitted revision, and only once."""
    return Life(
        (Move({State.SUBMITTED}, state),),
        (
            refused("not_submitted", State.DECIDED, State.OPENED, State.ANNOUNCED),
            refused("already_decided", State.RETURNED, State.APPROVED, State.REFUSED),
            refused("revision_stale", State.REVISING),
            refused("inspection_discarded", State.DISCARDED),
        ),
    )


_NEVER = Life(otherwise=refusal_of("flow_newer"))
"""These rulings do not exist in the newer flow: there nobody voids minutes that people signed."""


def _objection(content: Any, state: LockedInspection, context: GuardContext) -> Refuse | None:
    """Refuse a ruling on one's own work, or on another revision than the one that was seen."""
    if own_work(context.actor.officer_id, state.team, state.submitted_by):
        return refusal("own_work")
    if content.revision != state.revision:
        return refusal("revision_other", current=state.revision)
    return None


def _guard_returned(
    content: inspection_acts.MinutesReturned, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    return _objection(content, state, context) or misplaced(content.comments, context)


MINUTES_RETURNED = Declared(
    wire=ActType.MINUTES_RETURNED,
    face=Face.DESK,
    who=Who.HEAD,
    older=_ruling_leads_to(State.RETURNED),
    newer=_NEVER,
    asks=(Ask.PHOTOS_HERE,),
    guard=_guard_returned,
    writes=Written.RULING,
    ruled=Ruled(remarks="comments"),
)


def _guard_approved(
    content: inspection_acts.MinutesApproved, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    if objection := _objection(content, state, context):
        return objection
    if state.missing_count:
        return refusal("bytes_missing", missing=state.missing_count)
    return refusal("revision_stale") if context.stale else None


MINUTES_APPROVED = Declared(
    wire=ActType.MINUTES_APPROVED,
    face=Face.DESK,
    who=Who.HEAD,
    older=_ruling_leads_to(State.APPROVED),
    newer=_NEVER,
    asks=(Ask.STALE,),
    guard=_guard_approved,
    writes=Written.RULING,
    ruled=Ruled(),
)


def _guard_refused(
    content: inspection_acts.MinutesRefused, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    return _objection(content, state, context)


MINUTES_REFUSED = Declared(
    wire=ActType.MINUTES_REFUSED,
    face=Face.DESK,
    who=Who.HEAD,
    older=_ruling_leads_to(State.REFUSED),
    newer=_NEVER,
    guard=_guard_refused,
    writes=Written.RULING,
    ruled=Ruled(),
)

RULINGS = (MINUTES_RETURNED, MINUTES_APPROVED, MINUTES_REFUSED)
"""A supervisor's rulings on a submitted revision."""
ALL = (INSPECTION_SUBMITTED, *RULINGS)
