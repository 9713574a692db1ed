"""Decides whether the record allows an act about a delegation, and what an accepted act changes.

The caller has already checked that the actor is entitled to it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import clock, formats
from backend.core.actors import Actor
from backend.force.queries import delegations as queries
from backend.force.queries import scans as scan_queries
from backend.force.queries.people import Account
from backend.force.rules import delegations as rules
from backend.force.rules.delegations import Recorded
from backend.force.texts.delegations import refusal
from backend.law.sanctions import service as sanctions
from backend.ledger.handlers import Accept, Judgement
from schemas.force import delegations as acts
from schemas.force.delegations import DelegatedKind


async def given(state: Account, content: acts.DelegationGiven, actor: Actor) -> Judgement:
    """Decide whether this decision of a head can be registered for a deputy of the same unit."""
    del actor
    if content.giver_id == state.id:
        return refusal("delegation_same_person")
    if content.standing != (content.case_id is None):
        return refusal("delegation_case")
    late = content.valid_to is not None and content.valid_to < content.valid_from
    if late or content.decided_on > content.valid_from:
        return refusal("delegation_days")
    if why := _term(content):
        return why
    if DelegatedKind.CUSTODY in content.kinds and not sanctions.may_hold_persons(
        content.giver_title, content.decided_on
    ):
        return refusal("delegation_custody")
    if await queries.known(state.id, content.number, content.decided_on):
        return refusal("delegation_known")
    unit_id = await office_of(state.id, content)
    if unit_id is None:
        return refusal("delegation_office")
    scan = await scan_queries.named(content.scan_id, state.id)
    if scan is None or scan.sha256 != content.scan_sha256:
        return refusal("delegation_scan")
    return Accept(note=unit_id)


def _term(content: acts.DelegationGiven) -> Judgement | None:
    """Warn of a standing delegation without a last day, which a reason passes (Law Art 54.2).

    Only one for a single case has none (Decree 118/2021, form MQĐ34). The reason belongs to no other delegation.
    """
    endless = content.standing and content.valid_to is None
    if endless and content.without_end is None:
        return refusal("delegation_term")
    return refusal("delegation_term_known") if content.without_end and not endless else None


async def office_of(receiver_id: UUID, content: acts.DelegationGiven) -> UUID | None:
    """Return the unit where the giver is head and the receiver deputy on the first day, or None."""
    day = content.valid_from
    heads = {
        row.unit_id
        for row in await queries.offices(content.giver_id, day)
        if row.title_vi == content.giver_title
    }
    if not sanctions.deputises(content.receiver_title, content.giver_title):
        return None
    for row in await queries.offices(receiver_id, day):
        if row.title_vi == content.receiver_title and row.unit_id in heads:
            return row.unit_id
    return None


async def confirmed(state: Account, content: acts.DelegationConfirmed, actor: Actor) -> Judgement:
    """Accept the confirmation unless the actor entered the delegation."""
    row = await _known(state, content.delegation_id)
    if row is None or row.ended_on is not None:
        return refusal("delegation_unknown")
    if row.confirmed_at is not None:
        return refusal("delegation_confirmed")
    return refusal("delegation_second") if row.entered_by == actor.officer_id else Accept()


async def ended(state: Account, content: acts.DelegationEnded, actor: Actor) -> Judgement:
    """Refuse an end before the delegation began, or before a paper that was signed under it.

    A delegation whose end lies ahead may be ended earlier: its giver may take it back at any time
    (Decree 118/2021 Art 10). One that begins later may be struck out before it begins.
    """
    del actor
    row = await queries.hold(content.delegation_id)
    if row is None or row.receiver_id != state.id:
        return refusal("delegation_unknown")
    if row.ended_on is not None and row.confirmed_at is None:
        return refusal("delegation_unknown")
    if row.ended_on is not None and content.on >= row.ended_on:
        return refusal("delegation_ended", day=formats.day(row.ended_on))
    if content.on < min(row.valid_from, clock.today()):
        return refusal("delegation_days")
    if why := _revocation(content):
        return why
    cited = rules.cited(row.number, row.decided_on)
    last = await queries.last_cited(row, cited, rules.as_basis(cited))
    if last is not None and content.on < last:
        return refusal("delegation_used", day=formats.day(last))
    return Accept()


def _revocation(content: acts.DelegationEnded) -> Judgement | None:
    """Refuse a revocation without its decision, and a decision without a revocation, or a later one."""
    named = content.by_number is not None and content.by_decided_on is not None
    partly = content.by_number is not None or content.by_decided_on is not None
    revoked = content.ground is acts.DelegationEnd.REVOKED
    if revoked != named or partly != named:
        return refusal("delegation_revocation")
    late = content.by_decided_on is not None and content.by_decided_on > content.on
    return refusal("delegation_revocation") if late else None


async def _known(state: Account, delegation_id: UUID) -> Recorded | None:
    row = await queries.find(delegation_id)
    return None if row is None or row.receiver_id != state.id else row


async def fold(receiver_id: UUID, content: Any, by: UUID, at: datetime, note: Any) -> None:
    """Write what an accepted act changes in the register."""
    match content:
        case acts.DelegationGiven():
            await queries.insert(receiver_id, content, note, by, at)
        case acts.DelegationConfirmed():
            await queries.confirm(content.delegation_id, by, at)
        case acts.DelegationEnded():
            ground = None if content.ground is None else str(content.ground)
            await queries.end(
                content.delegation_id,
                content.on,
                by,
                content.reason,
                ground,
                content.by_number,
                content.by_decided_on,
            )
        case _:
            raise TypeError(f"no fold for {type(content).__name__}")
