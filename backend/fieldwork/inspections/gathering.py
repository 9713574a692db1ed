"""Gathers the guard context of an act: reads the facts that its declaration asks for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import anchors, clock
from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Ask
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived import states
from backend.fieldwork.findings import service as findings
from backend.fieldwork.inspections import clocks, conflicts, paper_faults, site_file_faults
from backend.fieldwork.queries import decision_changes as change_queries
from backend.fieldwork.queries import filed as filed_queries
from backend.fieldwork.queries import flow as flow_queries
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.queries import minutes as minutes_queries
from backend.fieldwork.queries import review as review_queries
from backend.fieldwork.queries.flow import WrittenMinutes
from backend.fieldwork.queries.review import InForce
from backend.fieldwork.rules import flow
from backend.fieldwork.rules import relations as relation_rules
from backend.fieldwork.rules.guard_context import Draft, GuardContext, Submitted
from backend.fieldwork.rules.locked import LockedHeldAct, LockedInspection
from backend.fieldwork.rules.steps import Effect, Step
from backend.force.queries import officer_names
from backend.ledger import clocks as ledger_clocks
from backend.ledger.canonical import ParsedAct
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType, InspectionState


@dataclass(frozen=True)
class Question:
    """An act to be judged, with the row of its inspection and its table cell."""

    state: LockedInspection
    parsed: ParsedAct
    actor: Actor
    cell: Step

    @property
    def content(self) -> Any:
        """The act's content."""
        return self.parsed.content

    @property
    def inspection_id(self) -> UUID:
        """The inspection that the act belongs to."""
        return self.parsed.act.record.id

    @property
    def newer(self) -> bool:
        """Whether the inspection follows the newer flow."""
        return is_newer(self.state)

    @property
    def owned(self) -> bool:
        """Whether the actor owns the minutes."""
        return self.actor.officer_id == self.state.owner_id

    @property
    def noted(self) -> bool:
        """Whether the act is only noted. It then need not agree with what is in force."""
        return self.cell.effect is Effect.NOTED


def is_newer(state: LockedInspection) -> bool:
    """Tell whether this inspection follows the newer flow."""
    return state.minutes_flow == FLOW


def owns_minutes(state: LockedInspection, officer_id: UUID) -> bool:
    """Tell whether this officer's minutes may be in force: in the newer flow only the owner's."""
    return state.minutes_flow != FLOW or officer_id == state.owner_id


def is_beside(state: LockedInspection, held: LockedHeldAct) -> bool:
    """Tell whether a held act wrote minutes that nobody can put in force, whatever it was held for.

    In the newer flow these are minutes of another officer than the owner, and minutes that came
    after the submission.
    """
    if not is_newer(state) or not ACTS[ActType(held.act_type)].owned:
        return False
    cell = states.step(state.state, held.act_type, FLOW)
    return cell.effect is not Effect.TAKES or not owns_minutes(state, held.officer_id)


async def guard_context(
    state: LockedInspection, parsed: ParsedAct, actor: Actor, cell: Step
) -> GuardContext:
    """Gather everything that an act's `fault` and guard need, as it is now."""
    asked = Question(state, parsed, actor, cell)
    given: dict[str, Any] = {}
    for ask in ACTS[ActType(parsed.act.type)].asks:
        given |= await GATHERED[ask](asked)
    return GuardContext(
        actor=actor,
        told_at=ledger_clocks.told_at(parsed.act, clock.now()),
        effect=cell.effect,
        next=cell.next,
        newer=asked.newer,
        **given,
    )


async def _owner_name(asked: Question) -> dict[str, Any]:
    if not asked.newer or asked.owned:
        return {}
    owner = asked.state.owner_id
    return {"owner_name": (await officer_names.of([owner]))[owner]}


async def _submitted(asked: Question) -> dict[str, Any]:
    if asked.newer and not asked.owned:
        return {}
    named = asked.content.minutes
    minutes: WrittenMinutes | InForce | None
    if asked.newer:
        minutes = await flow_queries.find_minutes(asked.inspection_id, named)
        own = minutes is not None and minutes.officer_id == asked.actor.officer_id
        stands = minutes is not None and (own or named == asked.state.minutes_id)
        in_force = named if stands else None
        announced = await flow_queries.announced(asked.inspection_id)
    else:
        minutes = await review_queries.minutes_for_submission(asked.inspection_id)
        in_force = asked.state.minutes_id
        announced = minutes is not None and minutes.announced
    photos, signatures, places = await review_queries.facts_for_submission(asked.inspection_id)
    found = Submitted(
        announced=announced,
        form=minutes.form if minutes else None,
        form_version=(minutes.form_version if minutes else None) or 0,
        fields=(minutes.fields if minutes else None) or {},
        minutes_in_force=in_force,
        photos=photos,
        signatures=signatures,
        places=places,
    )
    return {"submitted": found}


async def _submission_at(asked: Question) -> dict[str, Any]:
    if asked.newer or asked.state.state != InspectionState.SUBMITTED:
        return {}
    act_id = await review_queries.last_submission(asked.inspection_id)
    entry = await ledger_clocks.entry(act_id) if act_id else None
    if entry is None:
        raise LookupError("a submitted inspection has a submission")
    told = clocks.told(entry)
    return {"submission_at": told.at if told else entry.made_at}


async def _heard(asked: Question) -> dict[str, Any]:
    """Find out whether the phone could know of the withdrawal when it made the announcement.

    The act's anchor holds the server time that the phone saw last. If that is before the
    withdrawal, the phone did not know. But a phone could have kept an old anchor for the act, so no
    earlier act in its log may carry an anchor from after the withdrawal.
    """
    if not asked.newer or asked.state.state != InspectionState.DISCARDED:
        return {}
    anchor = asked.parsed.act.anchor
    heard = anchors.read(anchor) if anchor else None
    withdrawn_at = asked.state.withdrawn_at
    if heard is None or withdrawn_at is None or heard >= withdrawn_at:
        return {}
    return {"heard": await _had_heard(asked.parsed, withdrawn_at)}


async def _had_heard(parsed: ParsedAct, since: datetime) -> bool:
    act = parsed.act
    if act.device_id is None or act.seq is None:
        return False
    before = await flow_queries.anchors_before(act.device_id, act.officer_id, act.seq, since)
    return any((at := anchors.read(anchor)) is not None and at >= since for anchor in before)


async def _draft(asked: Question) -> dict[str, Any]:
    row = await flow_queries.last_draft(asked.inspection_id)
    if row is None:
        return {}
    answered = row.answer_id is not None
    return {"draft": Draft(row.act_id, row.minutes_id, row.draft, answered)}


async def _signed(asked: Question) -> dict[str, Any]:
    if asked.noted:
        return {}
    signed = await flow_queries.is_signed(asked.inspection_id, asked.state.minutes_id)
    return {"signed": signed}


async def _photos_in_force(asked: Question) -> dict[str, Any]:
    if asked.noted:
        return {}
    photos = await review_queries.photo_facts(asked.inspection_id)
    return {"photos_in_force": frozenset(photo.sha256 for photo in photos if photo.in_force)}


async def _photos_here(asked: Question) -> dict[str, Any]:
    ruled = ACTS[ActType(asked.parsed.act.type)].ruled
    remarks = getattr(asked.content, ruled.remarks) if ruled and ruled.remarks else []
    named = {one.at.photo_id for one in remarks if one.at.photo_id is not None}
    here = await queries.photos_here(asked.inspection_id, list(named)) if named else []
    return {"photos_here": frozenset(here)}


async def _minutes_known(asked: Question) -> dict[str, Any]:
    known = await minutes_queries.minutes_exist(asked.inspection_id, asked.content.minutes)
    numbered = known and await minutes_queries.is_numbered(asked.content.minutes)
    return {"minutes_known": known, "signing_closed": numbered}


async def _set_aside(asked: Question) -> dict[str, Any]:
    found = await flow_queries.is_set_aside(asked.inspection_id, asked.content.minutes)
    return {"set_aside": found}


async def _asked(asked: Question) -> dict[str, Any]:
    return {"asked": await flow_queries.find_ask(asked.inspection_id, asked.content.asked)}


async def _papers_known(asked: Question) -> dict[str, Any]:
    papers = list(set(asked.content.documents))
    return {"papers_known": await flow_queries.papers_here(asked.inspection_id, papers)}


async def _file(asked: Question) -> dict[str, Any]:
    revision = asked.state.revision
    if revision is None:
        raise LookupError("a file begins with a submission")
    addenda, supplements = await flow_queries.of_the_file(
        asked.inspection_id, states.JOINS_THE_FILE
    )
    return {"file": flow.file_hash(revision, addenda, supplements)}


async def _supplement_open(asked: Question) -> dict[str, Any]:
    return {"supplement_open": await flow_queries.open_ask(asked.inspection_id) is not None}


async def _stale(asked: Question) -> dict[str, Any]:
    found = await review_queries.revision_photo_withdrawn(asked.inspection_id)
    return {"stale": found}


async def _held(asked: Question) -> dict[str, Any]:
    held = await review_queries.lock_quarantined(asked.content.act, asked.inspection_id)
    return {"held": held, "beside": held is not None and is_beside(asked.state, held)}


async def _finding(asked: Question) -> dict[str, Any]:
    return {"finding": await findings.fault(asked.content, asked.inspection_id, asked.actor)}


async def _photo(asked: Question) -> dict[str, Any]:
    inspection_id = await queries.inspection_of_photo(asked.content.photo_id)
    here = inspection_id == asked.inspection_id
    return {"photo_known": inspection_id is not None, "photo_here": here}


async def _filed(asked: Question) -> dict[str, Any]:
    home = await filed_queries.home_of(asked.content.file_id)
    here = home is not None and home.inspection_id == asked.inspection_id
    taken = home is not None and home.act_id != asked.parsed.act.id
    return {"filed_taken": taken, "filed_here": here}


async def _minutes_form(asked: Question) -> dict[str, Any]:
    return {"paper": paper_faults.of_minutes(asked.parsed, asked.content)}


async def _paper(asked: Question) -> dict[str, Any]:
    return {"paper": await paper_faults.of_paper(asked.parsed, asked.content)}


async def _site_file(asked: Question) -> dict[str, Any]:
    return {"site_file": await site_file_faults.of_act(asked.parsed, asked.actor)}


async def _relation(asked: Question) -> dict[str, Any]:
    party = (await change_queries.decision(asked.inspection_id)).subject
    officer_id = asked.actor.officer_id
    return {
        "same_person": bool(await conflicts.same_persons([officer_id], party)),
        "same_name": relation_rules.same_name(asked.actor.full_name, party),
    }


GATHERED: dict[Ask, Callable[[Question], Awaitable[dict[str, Any]]]] = {
    Ask.OWNER_NAME: _owner_name,
    Ask.SUBMITTED: _submitted,
    Ask.SUBMISSION_AT: _submission_at,
    Ask.HEARD: _heard,
    Ask.DRAFT: _draft,
    Ask.SIGNED: _signed,
    Ask.PHOTOS_IN_FORCE: _photos_in_force,
    Ask.PHOTOS_HERE: _photos_here,
    Ask.MINUTES_KNOWN: _minutes_known,
    Ask.SET_ASIDE: _set_aside,
    Ask.ASKED: _asked,
    Ask.PAPERS_KNOWN: _papers_known,
    Ask.FILE: _file,
    Ask.SUPPLEMENT_OPEN: _supplement_open,
    Ask.STALE: _stale,
    Ask.HELD: _held,
    Ask.FINDING: _finding,
    Ask.PHOTO: _photo,
    Ask.FILED: _filed,
    Ask.MINUTES_FORM: _minutes_form,
    Ask.PAPER: _paper,
    Ask.SITE_FILE: _site_file,
    Ask.RELATION: _relation,
}
"""The function that reads each part of the guard context which a declaration may ask for."""
