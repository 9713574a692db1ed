"""The record handler of the catalogue: judges and folds acts about its behaviours.

One person proposes a change and a second person confirms it."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.law.catalogue import decrees, files, outside
from backend.law.catalogue.publishers import may_publish
from backend.law.queries import catalogue as queries
from backend.law.queries import proposals as proposal_queries
from backend.law.queries.catalogue import KnownVersions
from backend.law.queries.proposals import BEHAVIOURS, Proposal
from backend.law.rules import publishing as publishing_rules
from backend.law.texts.catalogue import refusal
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement, Refuse
from schemas.law.catalogue import (
    CatalogueAct,
    DecreeConfirmed,
    DecreeDeclined,
    DecreeProposed,
    OutsideSettled,
    ViolationConfirmed,
    ViolationDeclined,
    ViolationProposed,
    ViolationPublished,
    ViolationWithdrawn,
)
from schemas.ledger.acts import Act

Change = ViolationPublished | ViolationWithdrawn
Decreed = DecreeProposed | DecreeConfirmed | DecreeDeclined


def change_of(content: ViolationProposed) -> Change | None:
    """Return the proposed change; None if the proposal holds no change, or both kinds."""
    if (content.publish is None) == (content.withdraw is None):
        return None
    return content.publish or content.withdraw


class BehaviourState(msgspec.Struct, frozen=True, kw_only=True):
    """A behaviour as its acts are judged: its versions, and the proposal that waits for an answer."""

    versions: KnownVersions | None
    waiting: Proposal | None


class CatalogueRecordHandler:
    """How behaviours are locked, judged and folded; see backend.ledger.handlers.RecordHandler."""

    act_types = frozenset(CatalogueAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> BehaviourState:
        """Lock the behaviour and return its versions and the proposal that waits."""
        return BehaviourState(
            versions=await queries.lock(act.record.id),
            waiting=await proposal_queries.open_of(BEHAVIOURS, act.record.id),
        )

    async def judge(
        self, state: BehaviourState, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept a proposal or its answer by an officer who may publish, made at the desk.

        The proposer cannot confirm. Version numbers follow each other without a gap.
        """
        del doubt  # no act about the catalogue comes from a device
        content: Any = parsed.content
        declines = isinstance(content, ViolationDeclined | DecreeDeclined)
        from_outside = actor.face == "job" and declines  # another authority did not approve
        if actor.face != "desk" and not from_outside:
            return refusal("not_from_phone")
        if not (may_publish(actor) or from_outside):
            return refusal("not_allowed")
        if isinstance(content, Decreed):
            return await decrees.judged(content, parsed.act.record.id, actor)
        if isinstance(content, OutsideSettled):
            return await outside.judged(content, parsed.act.record.id)
        if parsed.act.record.id != publishing_rules.record_id(content.code):
            return refusal("record_misplaced")
        return self._judged(state, content, actor)

    def _judged(self, state: BehaviourState, content: Any, actor: Actor) -> Judgement:
        """Judge a proposal about one behaviour, or its answer."""
        waiting = state.waiting
        match content:
            case ViolationProposed():
                if waiting is not None:
                    return refusal("proposal_open")
                change = change_of(content)
                if change is None or change.code != content.code:
                    return refusal("proposal_whole")
                return _fault(change, state.versions) or Accept()
            case ViolationConfirmed() | ViolationDeclined():
                if waiting is None or waiting.proposal_id != content.proposal_id:
                    return refusal("proposal_unknown")
                if isinstance(content, ViolationDeclined):
                    return Accept()
                if waiting.officer_id == actor.officer_id:
                    return refusal("two_persons")
                return _fault(waiting.change, state.versions) or Accept()
            case _:
                return refusal("two_persons")

    async def apply(
        self,
        state: BehaviourState,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the proposal or its answer. A confirmation also writes the version itself."""
        del judgement
        content: Any = parsed.content
        at = entry.received_at
        said = (parsed.act.record.id, parsed.act.id, actor.officer_id, at)
        if isinstance(content, Decreed):
            await decrees.applied(content, *said)
            return
        if isinstance(content, OutsideSettled):
            await outside.applied(content, *said)
            return
        if isinstance(content, ViolationProposed):
            change = change_of(content)
            kind = "publish" if content.publish else "withdraw"
            told = msgspec.json.encode(change).decode()
            version = change.version if change else 0
            about: tuple[object, ...] = (content.code, kind, version)
            await proposal_queries.insert(
                BEHAVIOURS, content.proposal_id, "proposed", about, told, "", *said
            )
            return
        waiting = state.waiting
        if waiting is None:
            raise TypeError("an answer to no proposal was accepted")
        about = (content.code, waiting.kind.value, waiting.version)
        if isinstance(content, ViolationConfirmed):
            await proposal_queries.insert(
                BEHAVIOURS, content.proposal_id, "confirmed", about, None, "", *said
            )
            await _write(waiting.change, *said)
        else:
            await proposal_queries.insert(
                BEHAVIOURS, content.proposal_id, "declined", about, None, content.reason, *said
            )


def _fault(change: Change, versions: KnownVersions | None) -> Refuse | None:
    """Return why this change conflicts with the published versions; None if it does not.

    Checked when a change is proposed, and again when it is confirmed.
    """
    newest = versions.newest if versions else 0
    if isinstance(change, ViolationPublished):
        known = {traits.prefix.split("-")[0] for traits in files.traits()}
        if change.code.split("-")[0] not in known:
            return refusal("decree_unknown")
        fault = publishing_rules.publish_fault(change, newest)
        fault = fault or publishing_rules.bounds_fault(change, clock.today())
        return refusal(fault) if fault else None
    withdrawn = versions.withdrawn if versions else []
    if change.version > newest or change.version in withdrawn:
        return refusal("version_unknown")
    return None


async def _write(
    change: Change, record_id: UUID, act_id: UUID, officer_id: UUID, at: datetime
) -> None:
    published = isinstance(change, ViolationPublished)
    await queries.insert(
        record_id=record_id,
        act_id=act_id,
        officer_id=officer_id,
        recorded_at=at,
        code=change.code,
        version=change.version,
        event="published" if published else "withdrawn",
        valid_from=change.valid_from if isinstance(change, ViolationPublished) else None,
        valid_to=change.valid_to,
        content=msgspec.json.encode(change).decode() if published else None,
        check_vi=change.check_vi if isinstance(change, ViolationPublished) else "",
        check_en=change.check_en if isinstance(change, ViolationPublished) else "",
        note=change.note,
    )
