"""The record handler of report definitions: one officer drafts a version or an end, another publishes it."""

from collections.abc import Sequence
from typing import Any

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.insight.figures import definitions as figures
from backend.insight.queries import report_definitions as queries
from backend.insight.queries.report_definitions import DraftRow
from backend.insight.report_definitions import shipped
from backend.insight.report_definitions.keepers import may_keep
from backend.insight.rules import definitions as rules
from backend.insight.rules import versions as version_rules
from backend.insight.rules.definitions import Fault, Version
from backend.insight.texts.report_definitions import refusal
from backend.law.catalogue import service as catalogue
from backend.law.report_limits import service as limits
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.insight.report_definitions import (
    DefinitionDeclined,
    DefinitionDrafted,
    DefinitionPublished,
    ReportDefinition,
)
from schemas.insight.words import ReportDefinitionAct
from schemas.ledger.acts import Act


class DefinitionState(msgspec.Struct, frozen=True, kw_only=True):
    """A definition as its acts are judged."""

    drafts: list[DraftRow]

    @property
    def waiting(self) -> DraftRow | None:
        """The draft without an answer."""
        return next((one for one in self.drafts if one.answer is None), None)

    def versions(self, code: str) -> list[Version]:
        """Return what was published, the shipped version first."""
        return version_rules.published(shipped.everything().get(code), self.drafts)


class ReportDefinitionRecordHandler:
    """How definitions are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(ReportDefinitionAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> DefinitionState:
        """Let nobody else change the definition, and return its drafts."""
        return DefinitionState(drafts=await queries.lock(act.record.id))

    async def judge(
        self, state: DefinitionState, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept a whole draft while none waits, and the answer of a second person, at the desk."""
        del doubt  # no act about a definition comes from a device
        if actor.face != "desk":
            return refusal("definition_at_desk")
        if not may_keep(actor):
            return refusal("definition_keepers")
        content: Any = parsed.content
        if isinstance(content, DefinitionDrafted):
            if parsed.act.record.id != rules.record_id(content.definition.code):
                return refusal("definition_misplaced")
            if state.waiting is not None:
                return refusal("definition_waiting")
            return _judged(await _fault(state.versions(content.definition.code), content))
        waiting = state.waiting
        if waiting is None or waiting.draft_id != content.draft_id:
            return refusal("definition_unknown")
        if isinstance(content, DefinitionDeclined):
            return Accept()
        if waiting.drafted_by == actor.officer_id:
            return refusal("definition_two_persons")
        versions = state.versions(waiting.code)
        return _judged(await _fault(versions, waiting.said, again=True))

    async def apply(
        self,
        state: DefinitionState,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the draft or its answer."""
        del judgement
        content: Any = parsed.content
        by, at = actor.officer_id, entry.received_at
        if isinstance(content, DefinitionDrafted):
            await queries.insert(parsed.act.record.id, content, by, at)
        elif isinstance(content, DefinitionPublished):
            waiting = state.waiting
            if waiting is None:
                raise TypeError("published without a draft")
            number = version_rules.next_number(state.versions(waiting.code))
            version = number if waiting.ends_on is None else None
            await queries.answer(content.draft_id, "published", by, at, version=version)
        else:
            reason = content.reason
            await queries.answer(content.draft_id, "declined", by, at, reason=reason)


def _judged(fault: Fault | None) -> Judgement:
    return refusal(fault.code, **fault.names) if fault else Accept()


async def _fault(
    versions: Sequence[Version], said: DefinitionDrafted, *, again: bool = False
) -> Fault | None:
    """Return why a draft cannot be entered, or cannot be published any more (`again`).

    Days may pass between both: a first day that was right when it was drafted is right when it is published.
    """
    today = clock.today()
    if said.ends_on is not None:
        return rules.ending_fault(versions, said.ends_on, said.ends_on if again else today)
    if not again and (wrong := rules.day_fault(versions, said.definition.valid_from, today)):
        return wrong
    return await whole(said.definition)


async def whole(said: ReportDefinition) -> Fault | None:
    """Return why a definition is not whole: unknown figures, filters that select nothing, words that are missing."""
    return rules.fault(
        said,
        figures.in_force(max(said.valid_from, rules.FIRST_DAY)),
        await catalogue.names(),
        {one.id: one for one in limits.limits()},
    )
