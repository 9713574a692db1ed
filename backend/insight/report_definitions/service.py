"""Definitions of reports as reports and pages use them: which one is in force, its versions, drafting and publishing.

version = await definitions.in_force("weekly", period.last)
through, tables = await filling.fill(version.definition, unit_id, period.first, period.last, actor)
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.insight.queries import report_definitions as queries
from backend.insight.queries.report_definitions import DraftRow
from backend.insight.report_definitions import handler, shipped
from backend.insight.report_definitions.keepers import may_keep as may_keep
from backend.insight.rules import definitions as rules
from backend.insight.rules import versions as version_rules
from backend.insight.rules.definitions import Version as Version
from backend.insight.texts.report_definitions import refusal
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.insight.report_definitions import (
    DefinitionDeclined,
    DefinitionDrafted,
    DefinitionPublished,
    ReportDefinition,
)
from schemas.insight.words import ReportDefinitionAct


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as pages show it, answered or not."""

    id: UUID
    said: DefinitionDrafted
    drafted_by: UUID
    drafted_at: datetime
    answer: str | None
    answered_by: UUID | None
    answered_at: datetime | None
    reason: str | None
    version: int | None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A definition with all its versions and drafts, oldest first."""

    code: str
    versions: list[Version]
    drafts: list[Draft]

    @property
    def waiting(self) -> Draft | None:
        """The draft that waits for a second person."""
        return next((one for one in self.drafts if one.answer is None), None)

    @property
    def newest(self) -> ReportDefinition:
        """The newest version; of one that was never published, its newest draft."""
        if self.versions:
            return self.versions[-1].definition
        return self.drafts[-1].said.definition

    def at(self, day: date) -> Version | None:
        """Return the version by which a period is reported that ends on a day."""
        return rules.at(self.versions, day)


async def everything() -> list[Kept]:
    """Return all definitions: those that came with the system first, then the force's own by code."""
    found: dict[str, list[DraftRow]] = {code: [] for code in shipped.everything()}
    own: dict[str, list[DraftRow]] = {}
    for row in await queries.every():
        (found if row.code in found else own).setdefault(row.code, []).append(row)
    return [_kept(code, rows) for code, rows in (found | dict(sorted(own.items()))).items()]


async def kept(code: str) -> Kept:
    """Return one definition. Raises NotFound."""
    rows = await queries.of(rules.record_id(code))
    if not rows and code not in shipped.everything():
        raise NotFound(what="report definition")
    return _kept(code, rows)


async def in_force(code: str, day: date) -> Version:
    """Return the version by which a period is reported that ends on a day. Raises NotFound."""
    found = (await kept(code)).at(day)
    if found is None:
        raise NotFound(what="report definition")
    return found


async def version(code: str, number: int) -> Version:
    """Return a version, in force or not. Raises NotFound."""
    found = next((one for one in (await kept(code)).versions if one.number == number), None)
    if found is None:
        raise NotFound(what="report definition")
    return found


async def all_in_force(day: date) -> list[Version]:
    """Return the versions of all definitions by which periods are reported that end on a day."""
    found = [one.at(day) for one in await everything()]
    return [one for one in found if one is not None]


def _kept(code: str, rows: Sequence[DraftRow]) -> Kept:
    return Kept(
        code=code,
        versions=version_rules.published(shipped.everything().get(code), rows),
        drafts=[_draft(one) for one in rows],
    )


def _draft(row: DraftRow) -> Draft:
    return Draft(
        id=row.draft_id,
        said=row.said,
        drafted_by=row.drafted_by,
        drafted_at=row.drafted_at,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        reason=row.reason,
        version=row.version,
    )


def require(actor: Actor) -> None:
    """Raise NotAllowed unless this officer keeps definitions."""
    if not may_keep(actor):
        raise NotAllowed


async def wrong(said: ReportDefinition) -> Text | None:
    """Return why a definition is not whole, in words, before it is drafted; None if it is."""
    found = await handler.whole(said)
    return refusal(found.code, **found.names).text if found else None


async def draft(
    said: ReportDefinition, note: str, actor: Actor, *, ends_on: date | None = None
) -> tuple[UUID, Outcome]:
    """Draft a version, or with `ends_on` the end, in the caller's transaction. Raises NotAllowed."""
    require(actor)
    draft_id = new_id()
    content = DefinitionDrafted(draft_id=draft_id, definition=said, note=note, ends_on=ends_on)
    return draft_id, await _record(said.code, ReportDefinitionAct.DRAFTED, content, actor)


async def publish(code: str, draft_id: UUID, actor: Actor) -> Outcome:
    """Publish another's draft, in the caller's transaction. Raises NotAllowed."""
    require(actor)
    content = DefinitionPublished(draft_id=draft_id)
    return await _record(code, ReportDefinitionAct.PUBLISHED, content, actor)


async def decline(code: str, draft_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Decline a draft, or take back one's own, in the caller's transaction. Raises NotAllowed."""
    require(actor)
    content = DefinitionDeclined(draft_id=draft_id, reason=reason)
    return await _record(code, ReportDefinitionAct.DECLINED, content, actor)


async def _record(
    code: str,
    kind: ReportDefinitionAct,
    content: DefinitionDrafted | DefinitionPublished | DefinitionDeclined,
    actor: Actor,
) -> Outcome:
    act = ledger.desk_act(RecordKind.REPORT_DEFINITION, rules.record_id(code), kind, content, actor)
    return await ledger.record(act, actor)
