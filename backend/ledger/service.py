"""The one door, `record`.

No record is changed in any other way, by a phone, at the desk, by the CLI or by a job.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import anchors, clock, keys, refusing, submissions
from backend.core.actors import Actor
from backend.core.errors import RefusedAct
from backend.core.live import service as live
from backend.ledger import device_signature, handlers, reading, texts
from backend.ledger.bounds import rules as bounds
from backend.ledger.canonical import Duplicate, Malformed, ParsedAct, parse_act, parse_json
from backend.ledger.handlers import Accept, Entry, Hold, Judgement, Refuse
from backend.ledger.opened import Opened as Opened
from backend.ledger.opened import mark_of as mark_of
from backend.ledger.queries import ledger as queries
from backend.ledger.rules import ledger as rules
from backend.ledger.rules.entries import CurrentPosition
from schemas.core.base import Wire
from schemas.core.ids import is_version_7
from schemas.core.problems import Text
from schemas.core.receipts import Receipt
from schemas.exchange.sync import Quarantine
from schemas.fieldwork.words import QuarantineCode


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """The act is in the ledger. If `quarantine` is set it has no effect yet."""

    receipt: Receipt
    quarantine: Quarantine | None = None
    repeated: bool = False


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """The act changed nothing. It is kept with its reason."""

    code: str
    text: Text
    detail: dict[str, Any] = {}


Outcome = Accepted | Refused


def unwrap(outcome: Outcome) -> Accepted:
    """Return an accepted outcome, or raise RefusedAct.

    Call it *after* the transaction that keeps the refusal.
    """
    if isinstance(outcome, Refused):
        raise RefusedAct(code=outcome.code, text=outcome.text, **outcome.detail)
    return outcome


def desk_act(kind: str, record_id: UUID, act_type: str, content: Wire, actor: Actor) -> ParsedAct:
    """Make an act at the desk or the command line.

    Device, sequence, clock, anchor and signature are null.
    """
    raw = {
        "id": str(submissions.next_id()),
        "record": {"kind": kind, "id": str(record_id)},
        "type": act_type,
        "content": msgspec.to_builtins(content),
        "officer_id": str(actor.officer_id),
        "made_at": clock.rfc3339(clock.now()),
        "mono_ms": None,
        "anchor": None,
        "device_id": None,
        "seq": None,
        "prev": None,
        "signature": None,
    }
    parsed = parse_act(raw)
    if isinstance(parsed, Malformed):
        raise RefusedAct(
            code="act_malformed", text=texts.malformed(parsed.where), where=parsed.where
        )
    return parsed


def parse_batch(body: bytes) -> list[Any]:
    """Return the elements of `{"acts": [...]}`, unchecked.

    Raises ValueError if the body is anything else.
    """
    parsed = parse_json(body)
    if not isinstance(parsed, dict) or isinstance(parsed, Duplicate) or set(parsed) != {"acts"}:
        raise ValueError("expected {acts: [...]}")
    if not isinstance(parsed["acts"], list):
        raise ValueError("acts is a list")  # noqa: TRY004 - one error for one caller
    return parsed["acts"]


def parse(element: Any) -> ParsedAct | Malformed:
    """Parse one element of a batch into an act, or into what is wrong with it. Never raises."""
    return parse_act(element)


async def take(parsed: ParsedAct | Malformed, actor: Actor) -> Outcome:
    """Record an act that came from outside; if it is malformed, keep it and refuse it."""
    if isinstance(parsed, Malformed):
        return await keep_malformed(parsed, actor)
    return await record(parsed, actor)


async def record(parsed: ParsedAct, actor: Actor, opened: Opened | None = None) -> Outcome:
    """Take one act inside the caller's transaction and return whether it was accepted or refused.

    - Accepted: it has the next number of its record; a repeat gets its first receipt again.
    - Accepted but quarantined: evidence that may not take effect.
    - Refused: a step that may not happen, or an envelope that is wrong for its sender. The refusal
      is kept with its reason and returned, because raising would undo that. A form that somebody else
      overtook is refused too: `opened` says what it was opened with.

    Raises submissions.SentAlready for a desk submission that was recorded before.
    """
    act = parsed.act
    if problem := _envelope(parsed, actor):
        return await _refuse(parsed, actor, problem)
    handler = handlers.find(act.record.kind)
    if handler is None or act.type not in handler.act_types:
        return await _refuse(parsed, actor, texts.refusal("act_type_misplaced"))

    state = await handler.lock(act)
    if state is None:
        await queries.lock_unknown_record(act.record.id)
        if submissions.owns(
            act.id
        ):  # each sending of a form that begins a record draws another record's id
            await queries.lock_unknown_record(act.id)
        state = await handler.lock(act)
    if state is not None and handler.lock_tells_position:
        at: CurrentPosition = state.position
    else:
        at = await queries.current_position(act.record.id, act.id, act.device_id, act.officer_id)
    if at.known_hash is not None:
        if submissions.owns(act.id):
            raise submissions.SentAlready
        return await _repeat(parsed, actor, at.known_hash)

    if code := await _misplaced(parsed, state, at) or await _late(opened):
        return await _refuse(parsed, actor, texts.refusal(code))
    outside = bounds.fault(act.type, parsed.content, now=clock.now(), made_at=act.made_at)
    if outside and act.type not in handler.evidence:
        return await _refuse(parsed, actor, texts.out_of_bounds(outside))
    doubt, verdicts = await _examine_device(parsed, actor, at)
    judgement: Judgement = await handler.judge(state, parsed, actor, doubt)
    if isinstance(judgement, Refuse):
        return await _refuse(parsed, actor, judgement)
    if outside and isinstance(judgement, Accept):
        judgement = Hold(code=QuarantineCode.OUT_OF_BOUNDS)
    return await _append(handler, state, parsed, actor, at, judgement, verdicts)


async def _misplaced(parsed: ParsedAct, state: Any, at: CurrentPosition) -> str | None:
    """Phones choose the ids of records. One of another kind must not go on in this one's chain."""
    act = parsed.act
    new_to_phone = state is None and at.last_number and act.device_id is not None
    other = new_to_phone and await queries.kind_of(act.record.id) != act.record.kind
    return "act_type_misplaced" if other else None


async def _late(opened: Opened | None) -> str | None:
    return "form_late" if opened is not None and await opened.is_late() else None


async def lock_without_row(record_id: UUID) -> None:
    """Take the lock that record() takes for a record which has no row yet, until the transaction ends.

    For who locks another record besides, and must do it in the order in which acts do.
    """
    await queries.lock_unknown_record(record_id)


def _envelope(parsed: ParsedAct, actor: Actor) -> Refuse | None:
    act = parsed.act
    if act.officer_id != actor.officer_id:
        return texts.refusal("act_of_another_officer")
    if not is_version_7(act.id):
        return texts.refusal("act_id_not_uuid7")
    phone = (act.device_id, act.seq, act.signature)
    if actor.face == "phone" and None in phone:
        return texts.refusal("act_unsigned")
    if actor.face != "phone" and phone != (None, None, None):
        return texts.refusal("act_type_misplaced")
    if actor.face == "public" and act.type not in handlers.of_citizens(act.record.kind):
        return texts.refusal("act_not_of_citizens")
    return None


async def _examine_device(
    parsed: ParsedAct, actor: Actor, at: CurrentPosition
) -> tuple[str | None, dict[str, str]]:
    """Check device, signature and place in the device's log.

    A fault is noted in the verdicts and may quarantine evidence, but never drops it.
    """
    act = parsed.act
    if act.device_id is None or act.seq is None:
        return None, {}
    verdicts = rules.log_verdicts(
        seq=act.seq, prev=act.prev, last_seq=at.log_seq or 0, last_hash=at.log_hash
    )
    doubt: str | None = None
    verdicts["device"] = "ok"
    jwk = actor.device_public_key if act.device_id == actor.device_id else None
    if jwk is None:
        device = await queries.find_device(act.device_id)
        jwk = device.public_key if device else None
        verdicts["device"] = "ok" if device else "unknown"
        if device and device.revoked_at:
            doubt = QuarantineCode.DEVICE_REVOKED
            verdicts["device"] = "revoked"
    if doubt is None and actor.access_ended:
        doubt = QuarantineCode.OFFICER_DISABLED
    good = jwk is not None and device_signature.is_valid(jwk, act.signature, parsed.signed_bytes)
    verdicts["signature"] = "ok" if good else "invalid"
    return doubt if good else QuarantineCode.SIGNATURE_INVALID, verdicts


async def _append(
    handler: handlers.RecordHandler,
    state: Any,
    parsed: ParsedAct,
    actor: Actor,
    at: CurrentPosition,
    judgement: Accept | Hold,
    verdicts: dict[str, str],
) -> Accepted:
    act = parsed.act
    number = (at.last_number or 0) + 1
    previous = at.last_hash
    received_at = clock.now()
    moment = clock.rfc3339(received_at)
    entry = rules.entry_hash(
        act_hash=parsed.act_hash,
        record_id=act.record.id,
        number=number,
        previous_hash=previous,
        received_at=moment,
    )
    payload = rules.receipt_payload(
        act_id=act.id,
        record_id=act.record.id,
        number=number,
        act_hash=parsed.act_hash,
        previous_hash=previous,
        entry=entry,
        received_at=moment,
        key_id=keys.current().key_id,
    )
    key_id, signature = keys.sign(payload)
    quarantine = judgement.code if isinstance(judgement, Hold) else None
    if act.device_id is not None:
        verdicts |= bounds_verdicts(parsed, received_at)
    await queries.append(
        record_id=act.record.id,
        number=number,
        record_kind=act.record.kind,
        act_id=act.id,
        act_type=act.type,
        officer_id=act.officer_id,
        device_id=act.device_id,
        seq=act.seq,
        session_id=actor.session_id,
        made_at=act.made_at,
        received_at=received_at,
        act=parsed.text,
        act_hash=parsed.act_hash,
        previous_hash=previous,
        entry_hash=entry,
        key_id=key_id,
        receipt_signature=keys.unb64url(signature),
        quarantine=quarantine,
        verdicts=msgspec.json.encode(verdicts).decode(),
        # An act moves a device's log only if the device's signature or its own session proves that
        # it comes from there. A forged act in a rescue file must not make the phone's next act look
        # late.
        moves_log=verdicts.get("signature") == "ok" or act.device_id == actor.device_id,
    )
    made = Entry(number=number, entry_hash=entry, received_at=received_at, quarantine=quarantine)
    await handler.apply(state, parsed, actor, made, judgement)
    for follower in handlers.followers(act.record.kind) if quarantine is None else ():
        await follower(parsed, actor, made)
    path, team = getattr(state, "path", None), getattr(state, "team", ())
    live.changed(act.record.kind, act.record.id, path or actor.unit, (*team, act.officer_id))
    return Accepted(
        receipt=msgspec.convert({**payload, "signature": signature}, Receipt, strict=False),
        quarantine=texts.quarantine(quarantine) if quarantine else None,
    )


def bounds_verdicts(parsed: ParsedAct, received_at: datetime) -> dict[str, str]:
    """Return the verdicts on a phone's clock and position.

    `verify` recomputes them from the act alone.
    """
    act = parsed.act
    verdicts = {
        "time": rules.time_verdict(
            made_at=act.made_at,
            received_at=received_at,
            anchor=act.anchor,
            anchored_at=None if act.anchor is None else anchors.read(act.anchor),
        )
    }
    place = rules.place_verdict(parsed.content)
    return verdicts if place is None else verdicts | {"place": place}


async def _repeat(parsed: ParsedAct, actor: Actor, known_hash: bytes) -> Outcome:
    if known_hash != parsed.act_hash:
        return await _refuse(parsed, actor, texts.refusal("act_id_reused"))
    entry = await queries.find_entry(parsed.act.id)
    if entry is None:
        raise LookupError("an act with a known hash has an entry")
    code = entry.quarantine
    return Accepted(
        receipt=reading.receipt_of(entry),
        quarantine=texts.quarantine(code) if code else None,
        repeated=True,
    )


async def _refuse(parsed: ParsedAct, actor: Actor, why: Refuse) -> Refused:
    act = parsed.act
    known_device = act.device_id is not None and act.device_id == actor.device_id
    await queries.keep_refused(
        act_id=act.id,
        record_id=act.record.id,
        act_type=act.type,
        officer_id=actor.officer_id,
        device_id=act.device_id,
        seq=act.seq,
        act=parsed.text,
        act_hash=parsed.act_hash,
        code=why.code,
    )
    if known_device and act.device_id and act.seq and act.officer_id == actor.officer_id:
        await queries.advance_log(act.device_id, actor.officer_id, act.seq, parsed.act_hash)
    refusing.act(why.code)
    return Refused(code=why.code, text=why.text, detail=why.detail)


async def keep_malformed(malformed: Malformed, actor: Actor) -> Refused:
    """Keep a malformed act as text, and refuse it with the place of the fault."""
    await queries.keep_refused(
        act_id=None,
        record_id=None,
        act_type=None,
        officer_id=actor.officer_id,
        device_id=actor.device_id,
        seq=None,
        act=malformed.text,
        act_hash=malformed.act_hash,
        code="act_malformed",
    )
    refusing.act("act_malformed")
    return Refused(
        code="act_malformed",
        text=texts.malformed(malformed.where),
        detail={"where": malformed.where, "why": malformed.why},
    )
