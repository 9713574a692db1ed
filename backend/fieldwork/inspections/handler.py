"""The inspections' book: judges each act by the table and its guards. What it writes is in fold.py."""

from datetime import datetime
from typing import Any

import msgspec

from backend.core import clock, formats, scope
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.fieldwork.findings import service as findings
from backend.fieldwork.inspections import clocks, evidence_faults, fold, retaking
from backend.fieldwork.inspections import document_handler as document_book
from backend.fieldwork.inspections import flow_handler as flow_book
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.queries import review as review_queries
from backend.fieldwork.rules import flow, steps
from backend.fieldwork.rules import inspections as rules
from backend.fieldwork.rules import submissions as submission_rules
from backend.fieldwork.rules.paths import path_of
from backend.fieldwork.rules.steps import Effect
from backend.fieldwork.rules.submissions import PhotoFact, SignatureFact
from backend.fieldwork.texts import inspections as texts
from backend.fieldwork.texts import words as wording
from backend.ledger import clocks as ledger_clocks
from backend.ledger import texts as ledger_texts
from backend.ledger.canonical import Malformed, ParsedAct, parse_act
from backend.ledger.handlers import Accept, Entry, Hold, Judgement, Refuse
from schemas.core.vocabulary import Role
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.findings import FindingWeighed
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode
from schemas.ledger import acts

_DESK_TYPES = steps.RULINGS | steps.QUARANTINE_RULINGS | steps.WEIGHINGS | {ActType.DECISION_ISSUED}


class InspectionBook:
    """How inspections are locked, judged and folded; see backend.ledger.handlers.Book."""

    act_types = frozenset(str(kind) for kind in rules.TYPES)
    evidence = frozenset(str(kind) for kind in steps.EVIDENCE)

    tells_standing = True

    async def lock(self, act: acts.Act) -> Any:
        """The inspection's row, locked, with its team; None where there is none."""
        return await queries.lock(act.record.id, act.id, act.device_id, act.officer_id)

    async def judge(  # noqa: C901 - one question after the other, in the order in which they are told
        self, state: Any, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """First who and from where, then what the table says, then the guards of the content."""
        kind = ActType(parsed.act.type)
        newer = flow_book.is_newer(state)
        if wrong := _wrong_face(kind, actor):
            return wrong
        anew = isinstance(parsed.content, inspection_acts.EvidenceAdmitted) and retaking.is_system(
            actor
        )
        if kind in _DESK_TYPES and not anew and not self._may_rule(state, actor):
            return texts.refusal("not_allowed")
        present = InspectionState(state["state"]) if state else None
        cell = rules.step(present, kind, state["minutes_flow"] if state else 1)
        if kind in steps.EVIDENCE:
            if doubt:
                return Hold(code=doubt)
            if state and actor.officer_id not in state["team"]:
                return Hold(code=QuarantineCode.NOT_ON_TEAM)
            if cell.effect is Effect.HELD and cell.code != QuarantineCode.MINUTES_FINAL:
                return Hold(code=cell.code or "")
            if code := await evidence_faults.of_content(parsed):
                return Hold(code=code)
            late = not newer and await _comes_late(state, parsed)
            if cell.effect is Effect.HELD or late:
                return Hold(code=QuarantineCode.MINUTES_FINAL)
            if held := flow_book.beside(state, parsed):
                return held
        elif kind not in _DESK_TYPES:
            if doubt:
                ended = doubt == QuarantineCode.OFFICER_DISABLED
                return texts.refusal("access_ended" if ended else "device_doubt")
            barred = _barred(state, kind, actor, newer=newer)
            if barred:
                return barred
        if cell.effect is Effect.REFUSED:
            return _refused(cell.code or "", state)
        if newer:
            accept = Accept(next_state=cell.next, note=cell.effect)
            judged = await flow_book.guard(state, parsed, actor, accept)
            if judged is not None:
                return judged
        return await _guard(state, parsed, actor, cell)

    def _may_rule(self, state: Any, actor: Actor) -> bool:
        if not actor.has(Role.SUPERVISOR):
            return False
        if state is None:
            return True
        return scope.covers(actor, path_of(state))

    async def apply(
        self, state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept | Hold
    ) -> None:
        """Write the read tables; then look whether what came is what other evidence was held for."""
        if isinstance(judgement, Hold):
            await fold.hold(state, parsed, entry, judgement.code)
        else:
            await fold.take(state, parsed, actor, entry, judgement)
        if state is not None and state["quarantine_count"]:
            await retaking.follow(parsed, judgement, actor)


def _wrong_face(kind: ActType, actor: Actor) -> Refuse | None:
    """What phones say no desk says, and the other way round; a few acts come from either."""
    if kind in flow.EITHER_FACE:
        return None
    of_desk = kind in _DESK_TYPES or kind in flow.OF_DESK
    if of_desk == (actor.face != "phone"):
        return None
    return texts.refusal("not_a_desk_act" if of_desk else "not_a_phone_act")


def _barred(state: Any, kind: ActType, actor: Actor, *, newer: bool) -> Refuse | None:
    """Who may not do a step: by the newer flow each of its acts has its own people, all others are the team's."""
    if kind in flow.TYPES and (newer or state is None):
        return flow_book.may(state, kind, actor)
    if kind not in flow.TYPES and state and actor.officer_id not in state["team"]:
        return texts.refusal("not_on_team")
    return None


async def _comes_late(state: Any, parsed: ParsedAct) -> bool:
    """Minutes written before the submission that waits for its ruling: an older draft, of another phone mostly."""
    if parsed.act.type != ActType.MINUTES_WRITTEN or state["state"] != InspectionState.SUBMITTED:
        return False
    entry = await ledger_clocks.entry(await review_queries.last_submission(state["id"]))
    told = clocks.told(entry)
    return rules.is_stale(_told_at(parsed), told.at if told else entry["made_at"])


def _told_at(parsed: ParsedAct) -> datetime:
    """When the act happened by all that is known of its phone's clock: the reading alone decides nothing."""
    return ledger_clocks.told_at(parsed.act, clock.now())


def _refused(code: str, state: Any) -> Judgement:
    if code == "already_decided" and state["decided_by"] is None:
        return texts.refusal("opinion_not_needed")
    if code == "already_decided":
        return texts.refusal(
            code,
            {
                "who": texts.same(state["decided_by_name"]),
                "at": texts.same(formats.moment(state["decided_at"])),
                "what": wording.FILES.get(state.get("file_status"))
                or wording.STATES[InspectionState(state["state"])],
            },
            decided_by=str(state["decided_by"]),
            decided_at=state["decided_at"].isoformat(),
            state=state["state"],
        )
    return texts.refusal(code)


async def _guard(state: Any, parsed: ParsedAct, actor: Actor, cell: steps.Step) -> Judgement:
    content = parsed.content
    accept = Accept(next_state=cell.next, note=cell.effect)
    match content:
        case inspection_acts.InspectionSubmitted():
            approved = state["state"] == InspectionState.APPROVED
            if approved and rules.is_stale(_told_at(parsed), state["decided_at"]):
                return texts.refusal(
                    "approved_meanwhile",
                    {
                        "who": texts.same(state["decided_by_name"]),
                        "at": texts.same(formats.moment(state["decided_at"])),
                    },
                )
            code = await _submission_fault(state, content)
            return texts.refusal(code) if code else accept
        case (
            inspection_acts.MinutesReturned()
            | inspection_acts.MinutesApproved()
            | inspection_acts.MinutesRefused()
        ):
            return await _guard_ruling(state, content, actor) or accept
        case inspection_acts.EvidenceAdmitted() | inspection_acts.EvidenceDismissed():
            return await _guard_quarantine(state, parsed, content, actor)
        case FindingWeighed():
            return await _guard_weighing(state, content, actor) or accept
        case inspection_acts.PersonSigned() if (content.drawing is None) == (
            content.refusal is None
        ):
            return Hold(code=QuarantineCode.FORM_INVALID)
        case _:
            return accept


async def _submission_fault(state: Any, content: inspection_acts.InspectionSubmitted) -> str | None:
    parts = submission_rules.revision_parts(
        content.minutes, content.photos, content.signatures, content.places
    )
    if sha256_hex(parts) != content.revision:
        return "revision_wrong"
    photos, signatures, places = await review_queries.facts_for_submission(state["id"])
    standing = await review_queries.minutes_for_submission(state["id"])
    form = standing["form"]
    return submission_rules.submission_fault(
        announced=standing["announced"],
        form=form,
        absence_told=form is not None
        and submission_rules.tells_absence(form, msgspec.json.decode(standing["fields"])),
        minutes=content.minutes,
        minutes_in_force=state["minutes_id"],
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


async def _guard_ruling(
    state: Any,
    content: inspection_acts.MinutesReturned
    | inspection_acts.MinutesApproved
    | inspection_acts.MinutesRefused,
    actor: Actor,
) -> Judgement | None:
    if rules.own_work(actor.officer_id, state["team"], state["submitted_by"]):
        return texts.refusal("own_work")
    if content.revision != state["revision"]:
        return texts.refusal("revision_other", current=state["revision"])
    if isinstance(content, inspection_acts.MinutesApproved):
        if state["missing_count"]:
            return texts.refusal("bytes_missing", missing=state["missing_count"])
        if await review_queries.revision_photo_withdrawn(state["id"]):
            return texts.refusal("revision_stale")
    if isinstance(content, inspection_acts.MinutesReturned):
        return await flow_book.targets(state, content.comments)
    return None


async def _guard_weighing(state: Any, content: FindingWeighed, actor: Actor) -> Judgement | None:
    """Nobody weighs a doubt about his own work, and nobody one that he did not see as it stands."""
    if rules.own_work(actor.officer_id, state["team"], state["submitted_by"]):
        return texts.refusal("own_work")
    code = await findings.fault(content, state["id"], actor)
    return texts.refusal(code) if code else None


async def _guard_quarantine(
    state: Any,
    parsed: ParsedAct,
    content: inspection_acts.EvidenceAdmitted | inspection_acts.EvidenceDismissed,
    actor: Actor,
) -> Judgement:
    """Two persons: who made it, or whose team's inspection it is, neither admits nor dismisses it.

    The system judges anew what was held for want of something alone: no person decides on it (retaking.py).
    """
    held = await review_queries.lock_quarantined(content.act, parsed.act.record.id)
    if held is None:
        return texts.refusal("quarantine_unknown")
    if held["decided"]:
        return texts.refusal("quarantine_decided")
    team, maker = state["team"], held["officer_id"]
    if retaking.is_system(actor):
        if held["code"] not in rules.JUDGED_ANEW:
            return texts.refusal("not_allowed")
    elif rules.own_work(actor.officer_id, team, state["submitted_by"], maker):
        return texts.refusal("quarantine_own")
    if isinstance(content, inspection_acts.EvidenceDismissed):
        return Accept(next_state=None, note=held)
    if held["code"] in rules.NEVER_ADMITTED:
        return texts.refusal("quarantine_signature")
    minutes_flow = state["minutes_flow"]
    if not retaking.is_system(actor) and (
        rules.never_admitted(held["code"], minutes_flow) or flow_book.is_beside(state, held)
    ):
        return texts.refusal("quarantine_final")
    next_state = rules.once_taken(InspectionState(state["state"]), held["act_type"], minutes_flow)
    if held["code"] == QuarantineCode.PHOTO_ID_TAKEN:
        return texts.refusal("quarantine_unknown")
    if code := await _lasting_fault(held):
        return texts.refusal(
            "quarantine_lasting", {"why": ledger_texts.why_held(code)}, reason=code
        )
    return Accept(next_state=next_state, note=held)


async def _lasting_fault(held: Any) -> str | None:
    """What stands against it still, whoever admits it; what was missing may have come."""
    original = parse_act(msgspec.json.decode(held["act"]))
    if isinstance(original, Malformed):
        return None
    if held["code"] == QuarantineCode.PHOTO_UNKNOWN:
        return await evidence_faults.of_content(original)
    if not isinstance(original.content, document_book.PaperAct):
        return None
    code = await document_book.fault(original, original.content)
    return code if code in document_book.HARD else None
