"""Publishing and withdrawing versions of behaviours, for the administrators of the whole force."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.actors import Actor
from backend.catalogue import publishing_rules, queries, reading
from backend.catalogue.book import may_publish
from backend.catalogue.publishing_rules import Difference
from backend.catalogue.texts import refusal
from backend.errors import NotAllowed, NotFound
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.catalogue import CatalogueAct, Violation, ViolationPublished, ViolationWithdrawn
from schemas.problems import Text
from schemas.vocabulary import RecordKind

__all__ = ["begin", "compare", "flat", "history", "may_publish", "publish", "withdraw"]
"""may_publish() is the book's: one rule for the page and the door."""


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """A published version as the page tells it: what, when, by whom and why."""

    content: ViolationPublished
    withdrawn_on: date | None
    withdrawn_note: str | None
    officer_id: UUID
    officer_name: str
    recorded_at: datetime


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a publisher begins with: the newest version or the file's draft, and the number that comes next."""

    base: Violation
    next_version: int


def _publisher(actor: Actor) -> None:
    if not may_publish(actor):
        raise NotAllowed


async def history(code: str) -> list[VersionView]:
    """The versions of a behaviour, newest first: no secret within the force."""
    return [_view(row) for row in reversed(await queries.versions_of(code))]


def _view(row: Any) -> VersionView:
    return VersionView(
        content=msgspec.json.decode(row["content"], type=ViolationPublished),
        withdrawn_on=row["withdrawn_on"],
        withdrawn_note=row["withdrawn_note"],
        officer_id=row["officer_id"],
        officer_name=row["full_name"],
        recorded_at=row["recorded_at"],
    )


async def begin(actor: Actor, code: str) -> Draft:
    """What a new version of a behaviour starts from. Raises NotAllowed, NotFound."""
    _publisher(actor)
    versions = await queries.versions_of(code)
    drafts = [violation for violation in reading.violations() if violation.code == code]
    if not versions:
        if not drafts:
            raise NotFound(what="violation")
        return Draft(base=drafts[0], next_version=1)
    newest = _view(versions[-1])
    base = publishing_rules.row_of(
        publishing_rules.Version(content=newest.content, withdrawn_on=newest.withdrawn_on)
    )
    return Draft(base=base, next_version=newest.content.version + 1)


async def compare(
    actor: Actor, content: ViolationPublished
) -> tuple[list[Difference], Text | None]:
    """What a version would change, and why it could not be published, or None. Raises NotAllowed, NotFound."""
    draft = await begin(actor, content.code)
    fault = publishing_rules.publish_fault(content, draft.next_version - 1)
    return publishing_rules.differences(draft.base, content), refusal(fault).text if fault else None


async def publish(actor: Actor, content: ViolationPublished) -> Outcome:
    """Publish a version. In the caller's transaction. Raises NotAllowed."""
    _publisher(actor)
    return await _record(actor, CatalogueAct.VIOLATION_PUBLISHED, content)


async def withdraw(actor: Actor, content: ViolationWithdrawn) -> Outcome:
    """Withdraw a version from a day on. In the caller's transaction. Raises NotAllowed."""
    _publisher(actor)
    return await _record(actor, CatalogueAct.VIOLATION_WITHDRAWN, content)


async def _record(
    actor: Actor, kind: CatalogueAct, content: ViolationPublished | ViolationWithdrawn
) -> Outcome:
    record = publishing_rules.record_id(content.code)
    act = ledger.desk_act(RecordKind.CATALOGUE, record, kind, content, actor)
    return await ledger.record(act, actor)


def flat(row: Violation) -> dict[str, str]:
    """A row as texts by field, to fill the form with."""
    return publishing_rules.flat(row)
