"""What the door asks of an act by the newer flow: whose the minutes are, which draft, which file. Guards of
backend/fieldwork/rules/flow.py.

Nothing here reads a phone's clock to decide between phones. The owner's submission says by its own list which minutes
stand; all else of minutes is kept beside them.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from msgspec import UNSET

from backend.core import anchors, scope
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.fieldwork.inspections import evidence_faults
from backend.fieldwork.queries import flow as flow_queries
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.queries import review as review_queries
from backend.fieldwork.rules import flow, steps
from backend.fieldwork.rules import inspections as rules
from backend.fieldwork.rules import submissions as submission_rules
from backend.fieldwork.rules.paths import path_of
from backend.fieldwork.rules.submissions import PhotoFact, SignatureFact
from backend.fieldwork.texts import inspections as texts
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Hold, Judgement, Refuse
from schemas.core.vocabulary import Role
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork import minutes_flow as f
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode


def is_newer(state: Any) -> bool:
    """Whether this inspection lives by the newer flow."""
    return state is not None and state["minutes_flow"] == FLOW


def beside(state: Any, parsed: ParsedAct) -> Hold | None:
    """Minutes of one who does not own them stand beside: kept, seen by all, in force for nobody."""
    if state is None or parsed.act.type != ActType.MINUTES_WRITTEN:
        return None
    if evidence_faults.owns_minutes(state, parsed.act.officer_id):
        return None
    return Hold(code=QuarantineCode.MINUTES_NOT_OWNED)


def is_beside(state: Any, held: Any) -> bool:
    """Whether held minutes, for whatever they were held, can only stand beside: they are another's, or came after the
    submission, so that nobody puts them in force."""
    if not is_newer(state) or held["act_type"] != ActType.MINUTES_WRITTEN:
        return False
    cell = rules.step(InspectionState(state["state"]), ActType.MINUTES_WRITTEN, FLOW)
    return cell.effect is not steps.Effect.TAKES or not evidence_faults.owns_minutes(
        state, held["officer_id"]
    )


def may(state: Any, kind: ActType, actor: Actor) -> Refuse | None:
    """Why this officer may not do this act of the newer flow, whatever the record's state; None where he may."""
    on_team = state is not None and actor.officer_id in state["team"]
    rules_here = actor.has(Role.SUPERVISOR) and (
        state is None or scope.covers(actor, path_of(state))
    )
    if kind in flow.OF_DESK | flow.DRAFT_RULINGS:
        # The power to withdraw is the post's: who issued it has it while he heads the unit, also as the team's leader.
        own_decision = (
            kind == ActType.DECISION_WITHDRAWN
            and state is not None
            and (actor.officer_id == state["issued_by"])
        )
        if not rules_here:
            return texts.refusal("not_allowed")
        if on_team and not own_decision:
            return texts.refusal("own_work")
        return None
    if kind == ActType.MINUTES_SET_ASIDE and not on_team:
        return None if rules_here and actor.face != "phone" else texts.refusal("not_on_team")
    return texts.refusal("not_on_team") if state is not None and not on_team else None


async def guard(state: Any, parsed: ParsedAct, actor: Actor, accept: Accept) -> Judgement | None:
    """What the content of an act of this flow must satisfy; None for one that the older guards judge."""
    match parsed.content:
        case inspection_acts.InspectionSubmitted() as content:
            return await _submission(state, content, actor)
        case inspection_acts.InspectionAnnounced():
            return await _announcement(state, parsed, accept)
        case f.MinutesEntrusted() as content:
            return _entrusting(state, content, actor, accept)
        case f.MinutesProposed() as content:
            return await _proposal(state, content, actor, accept)
        case f.DraftApproved() | f.DraftReturned() as content:
            return await _draft_ruling(state, content, accept)
        case f.MinutesSetAside() as content:
            return await _setting_aside(state, content, actor, accept)
        case f.FileSupplemented() as content:
            return await _supplement(state, content, accept)
        case (
            f.FileAgreed()
            | f.FileSupplementAsked()
            | f.FileVerificationOrdered()
            | f.FileTakenOver() as content
        ):
            return await _file_ruling(state, content, accept)
        case _:
            return None


async def _not_owner(state: Any) -> Refuse:
    name = await flow_queries.name_of(state["owner_id"])
    return texts.refusal(
        "not_minutes_owner", {"who": texts.same(name)}, owner=str(state["owner_id"])
    )


async def _submission(
    state: Any, content: inspection_acts.InspectionSubmitted, actor: Actor
) -> Judgement:
    """The owner's list decides: it may name any minutes of his, or those in force, whatever came between."""
    if actor.officer_id != state["owner_id"]:
        return await _not_owner(state)
    parts = submission_rules.revision_parts(
        content.minutes, content.photos, content.signatures, content.places
    )
    if sha256_hex(parts) != content.revision:
        return texts.refusal("revision_wrong")
    named = await flow_queries.find_minutes(state["id"], content.minutes)
    stands = named is not None and (
        named["officer_id"] == actor.officer_id or content.minutes == state["minutes_id"]
    )
    photos, signatures, places = await review_queries.facts_for_submission(state["id"])
    code = submission_rules.submission_fault(
        announced=await flow_queries.announced(state["id"]),
        form=named["form"] if named else None,
        absence_told=named is not None
        and submission_rules.tells_absence(named["form"], msgspec.json.decode(named["fields"])),
        minutes=content.minutes,
        minutes_in_force=content.minutes if stands else None,
        photos=content.photos,
        known_photos=[
            PhotoFact(sha256=row["sha256"], in_force=row["in_force"], stored=row["stored"])
            for row in photos
        ],
        signatures=content.signatures,
        known_signatures=[
            SignatureFact(act_id=row["act_id"], minutes_id=row["minutes_id"], role=row["role"])
            for row in signatures
        ],
        places=content.places,
        known_places=places,
    )
    if code:
        return texts.refusal(code)
    own_file = state["issued_by"] == state["leader_id"]
    return Accept(next_state=flow.submitted_to(own_file=own_file), note=steps.Effect.TAKES)


async def _announcement(state: Any, parsed: ParsedAct, accept: Accept) -> Judgement:
    """A withdrawal ends the visit, unless it was announced by a phone that could not know of it.

    The server's own time in the act's anchor says since when the phone had heard of nothing; and what stands before it
    in the phone's log, which carries no later one then: an old anchor that was kept for it says nothing.
    """
    if state["state"] != InspectionState.DISCARDED:
        return accept
    anchor = parsed.act.anchor
    heard = anchors.read(anchor) if anchor else None
    withdrawn_at = state["withdrawn_at"]
    if heard is None or heard >= withdrawn_at or await _had_heard(parsed, withdrawn_at):
        return texts.refusal("decision_withdrawn")
    return accept


async def _had_heard(parsed: ParsedAct, since: datetime) -> bool:
    act = parsed.act
    if act.device_id is None or act.seq is None:
        return False
    before = await flow_queries.anchors_before(act.device_id, act.officer_id, act.seq, since)
    return any((at := anchors.read(anchor)) is not None and at >= since for anchor in before)


def _entrusting(state: Any, content: f.MinutesEntrusted, actor: Actor, accept: Accept) -> Judgement:
    if actor.officer_id != state["leader_id"]:
        return texts.refusal("leader_entrusts")
    if content.officer_id not in state["team"]:
        return texts.refusal("owner_not_on_team")
    return accept


async def _proposal(
    state: Any, content: f.MinutesProposed, actor: Actor, accept: Accept
) -> Judgement:
    if actor.officer_id != state["owner_id"]:
        return await _not_owner(state)
    if flow.draft_hash(content.minutes, content.photos) != content.draft:
        return texts.refusal("draft_wrong")
    if accept.note is steps.Effect.NOTED:
        return accept
    if content.minutes != state["minutes_id"]:
        return texts.refusal("minutes_not_in_force")
    photos, _, _ = await review_queries.facts_for_submission(state["id"])
    in_force = {row["sha256"] for row in photos if row["in_force"]}
    if len(set(content.photos)) != len(content.photos) or not in_force.issuperset(content.photos):
        return texts.refusal("photos_not_in_force")
    return await _unless_signed(state, content.minutes, accept)


async def _unless_signed(state: Any, minutes: UUID, accept: Accept) -> Accept:
    """What comes after the first signature is only noted: nobody rewrites what people signed."""
    if await flow_queries.is_signed(state["id"], minutes):
        return Accept(next_state=accept.next_state, note=steps.Effect.NOTED)
    return accept


async def _draft_ruling(
    state: Any, content: f.DraftApproved | f.DraftReturned, accept: Accept
) -> Judgement:
    last = await flow_queries.last_draft(state["id"])
    if last is None:
        return texts.refusal("not_proposed")
    if content.draft != last["draft"] or content.proposal not in (UNSET, last["act_id"]):
        return texts.refusal("draft_other", current=last["draft"])
    if last["answer_id"]:
        return texts.refusal("draft_answered")
    if isinstance(content, f.DraftReturned) and (fault := await targets(state, content.comments)):
        return fault
    if accept.note is steps.Effect.NOTED:
        return accept
    if last["minutes_id"] != state["minutes_id"]:
        return texts.refusal("draft_other", current=last["draft"])
    return await _unless_signed(state, last["minutes_id"], accept)


async def targets(state: Any, comments: list[Comment]) -> Refuse | None:
    """Each remark stands at one field, or at one photograph of this inspection."""
    for comment in comments:
        if (comment.at.field is None) == (comment.at.photo_id is None):
            return texts.refusal("comment_target")
        if comment.at.photo_id is not None:
            photo = await queries.find_photo(comment.at.photo_id)
            if photo is None or photo["inspection_id"] != state["id"]:
                return texts.refusal("comment_target")
    return None


async def _setting_aside(
    state: Any, content: f.MinutesSetAside, actor: Actor, accept: Accept
) -> Judgement:
    in_charge = actor.officer_id in (state["owner_id"], state["leader_id"])
    if actor.officer_id in state["team"] and not in_charge:
        return await _not_owner(state)
    if await flow_queries.find_minutes(state["id"], content.minutes) is None:
        return texts.refusal("minutes_not_beside")
    if content.minutes == state["minutes_id"]:
        return texts.refusal("minutes_not_beside")
    if await flow_queries.is_set_aside(state["id"], content.minutes):
        return Accept(next_state=None, note=steps.Effect.NOTED)
    return accept


async def _supplement(state: Any, content: f.FileSupplemented, accept: Accept) -> Judgement:
    ask = await flow_queries.find_ask(state["id"], content.asked)
    if ask is None:
        return texts.refusal("supplement_not_asked")
    if ask["answered"]:
        return texts.refusal("supplement_answered")
    answered = [answer.point for answer in content.answers]
    if sorted(answered) != list(range(ask["points"])):
        return texts.refusal("points_unanswered")
    photos, _, _ = await review_queries.facts_for_submission(state["id"])
    if not {row["sha256"] for row in photos if row["in_force"]}.issuperset(content.photos):
        return texts.refusal("photos_not_in_force")
    papers = list(set(content.documents))
    if await flow_queries.papers_here(state["id"], papers) != len(papers):
        return texts.refusal("documents_unknown")
    return accept


async def _file_ruling(
    state: Any,
    content: f.FileAgreed | f.FileSupplementAsked | f.FileVerificationOrdered | f.FileTakenOver,
    accept: Accept,
) -> Judgement:
    current = await file_now(state["id"], state["revision"])
    if content.file != current:
        return texts.refusal("file_other", current=current)
    if isinstance(content, f.FileSupplementAsked):
        if await flow_queries.open_ask(state["id"]):
            return texts.refusal("supplement_open")
        return await targets(state, content.points) or accept
    if isinstance(content, f.FileAgreed) and state["missing_count"]:
        return texts.refusal("bytes_missing", missing=state["missing_count"])
    return accept


async def file_now(inspection_id: UUID, revision: str) -> str:
    """The hash of the file as it stands: see flow.file_hash."""
    addenda, supplements = await flow_queries.of_the_file(inspection_id)
    return flow.file_hash(revision, addenda, supplements)
