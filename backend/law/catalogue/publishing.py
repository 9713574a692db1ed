"""Publishing and withdrawing versions of behaviours: one publisher proposes, another confirms."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.law import books
from backend.law.catalogue import edition_files
from backend.law.catalogue.handler import Change
from backend.law.catalogue.publishers import may_publish
from backend.law.queries import catalogue as queries
from backend.law.queries import proposals as proposal_queries
from backend.law.queries.catalogue import PublishedVersion
from backend.law.queries.proposals import BEHAVIOURS, Proposal
from backend.law.rules import publishing as publishing_rules
from backend.law.rules.publishing import Difference
from backend.law.texts.catalogue import refusal
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.law.catalogue import (
    CatalogueAct,
    Violation,
    ViolationConfirmed,
    ViolationDeclined,
    ViolationProposed,
    ViolationPublished,
    ViolationWithdrawn,
)

__all__ = [
    "ProposalView",
    "begin",
    "compare",
    "confirm",
    "decline",
    "flat",
    "history",
    "may_publish",
    "proposal",
    "propose",
    "waiting",
]
"""may_publish() is that of the record handler too."""

Said = ViolationProposed | ViolationConfirmed | ViolationDeclined


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """A published version as the page shows it: what, when, by whom and why."""

    content: ViolationPublished
    withdrawn_on: date | None
    withdrawn_note: str | None
    officer_id: UUID
    recorded_at: datetime


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a publisher starts from: the newest version or the file's draft, and the next number."""

    base: Violation
    next_version: int


def _publisher(actor: Actor) -> None:
    if not may_publish(actor):
        raise NotAllowed


async def history(code: str) -> list[VersionView]:
    """Return the versions of a behaviour, newest first. Every officer may read them."""
    return [_view(row) for row in reversed(await queries.versions_of(code))]


def _view(row: PublishedVersion) -> VersionView:
    return VersionView(
        content=row.content,
        withdrawn_on=row.withdrawn_on,
        withdrawn_note=row.withdrawn_note,
        officer_id=row.officer_id,
        recorded_at=row.recorded_at,
    )


async def begin(actor: Actor, code: str) -> Draft:
    """Return what a new version of a behaviour starts from. Raises NotAllowed, NotFound."""
    _publisher(actor)
    return await _begun(code)


async def _begun(code: str) -> Draft:
    versions = await queries.versions_of(code)
    number = versions[-1].content.version + 1 if versions else 1
    own = [row for row in versions if row.content.edition == books.newest()]
    if own:
        newest = _view(own[-1])
        base = publishing_rules.row_of(
            publishing_rules.Version(content=newest.content, withdrawn_on=newest.withdrawn_on)
        )
        return Draft(base=base, next_version=number)
    found = edition_files.draft(code, books.newest())
    if found is not None:
        return Draft(base=found, next_version=number)
    if not versions:
        raise NotFound(what="violation")
    former = publishing_rules.Version(content=versions[-1].content)
    return Draft(base=publishing_rules.row_of(former), next_version=number)


async def _completed(content: ViolationPublished) -> ViolationPublished:
    """Return a version as one of the newest edition, with what its base says the decree provides.

    The form has no fields for that: it is compared with the base row, and published with it.
    """
    if content.edition:
        return content
    try:
        base = (await _begun(content.code)).base
    except NotFound:
        return msgspec.structs.replace(content, edition=books.newest())
    kept = {name: getattr(base, name) for name in publishing_rules.PROVISIONS}
    return msgspec.structs.replace(content, **(kept | {"edition": books.newest()}))


async def compare(
    actor: Actor, content: ViolationPublished
) -> tuple[list[Difference], Text | None]:
    """Return what a version would change, and why it cannot be published (None if it can).

    Raises NotAllowed, NotFound.
    """
    draft = await begin(actor, content.code)
    content = await _completed(content)
    fault = publishing_rules.publish_fault(content, draft.next_version - 1)
    fault = fault or publishing_rules.bounds_fault(content, clock.today())
    return publishing_rules.differences(draft.base, content), refusal(fault).text if fault else None


async def propose(actor: Actor, change: Change) -> tuple[UUID, Outcome]:
    """Propose to publish or to withdraw a version. A second person has to confirm it.

    Runs in the caller's transaction. Raises NotAllowed.
    """
    _publisher(actor)
    if isinstance(change, ViolationPublished):
        change = await _completed(change)
    proposal_id = new_id()
    content = ViolationProposed(
        code=change.code,
        proposal_id=proposal_id,
        publish=change if isinstance(change, ViolationPublished) else None,
        withdraw=change if isinstance(change, ViolationWithdrawn) else None,
    )
    return proposal_id, await _record(actor, CatalogueAct.VIOLATION_PROPOSED, content)


async def confirm(actor: Actor, code: str, proposal_id: UUID) -> Outcome:
    """Confirm another publisher's proposal: the version is then published, or withdrawn.

    Runs in the caller's transaction. Raises NotAllowed.
    """
    _publisher(actor)
    content = ViolationConfirmed(code=code, proposal_id=proposal_id)
    return await _record(actor, CatalogueAct.VIOLATION_CONFIRMED, content)


async def decline(actor: Actor, code: str, proposal_id: UUID, reason: str) -> Outcome:
    """Decline a proposal, or take back one's own.

    Runs in the caller's transaction. Raises NotAllowed.
    """
    _publisher(actor)
    content = ViolationDeclined(code=code, proposal_id=proposal_id, reason=reason)
    return await _record(actor, CatalogueAct.VIOLATION_DECLINED, content)


class ProposalView(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal as its page shows it: what would change, who proposed it, how it was answered."""

    id: UUID
    code: str
    content: Change
    officer_id: UUID
    recorded_at: datetime
    answer: str | None
    reason: str
    answered_by: UUID | None
    answered_at: datetime | None
    changes: list[Difference]
    before: Violation | None = None
    """The row that it changes; None if there is none, or if it withdraws a version."""

    @property
    def publishes(self) -> bool:
        """Tell whether it publishes a version. If not, it withdraws one."""
        return isinstance(self.content, ViolationPublished)


async def proposal(actor: Actor, code: str, proposal_id: UUID) -> ProposalView:
    """Return a proposal and its differences from the previous version.

    Raises NotAllowed, NotFound.
    """
    _publisher(actor)
    row = await proposal_queries.find(BEHAVIOURS, code, proposal_id)
    if row is None:
        raise NotFound(what="proposal")
    return await _told(row)


async def waiting(actor: Actor) -> list[ProposalView]:
    """Return proposals without an answer, oldest first; none if the officer may not answer them."""
    if not may_publish(actor):
        return []
    return [await _told(row) for row in await proposal_queries.waiting(BEHAVIOURS)]


async def _told(row: Proposal) -> ProposalView:
    content = row.change
    changes: list[Difference] = []
    base: Violation | None = None
    if isinstance(content, ViolationPublished):
        known = [_view(one) for one in await queries.versions_of(content.code)]
        older = [
            one
            for one in known
            if one.content.version < content.version and one.content.edition == content.edition
        ]
        if older:
            base = publishing_rules.row_of(publishing_rules.Version(content=older[-1].content))
        else:
            base = edition_files.draft(content.code, content.edition or books.FIRST)
        changes = publishing_rules.differences(base, content)
    return ProposalView(
        id=row.proposal_id,
        code=row.code,
        content=content,
        officer_id=row.officer_id,
        recorded_at=row.recorded_at,
        answer=row.answer,
        reason=row.reason or "",
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        changes=changes,
        before=base,
    )


async def _record(actor: Actor, kind: CatalogueAct, content: Said) -> Outcome:
    record = publishing_rules.record_id(content.code)
    act = ledger.desk_act(RecordKind.CATALOGUE, record, kind, content, actor)
    return await ledger.record(act, actor)


def flat(row: Violation) -> dict[str, str]:
    """Return a row as texts by field, to fill the form with."""
    return publishing_rules.flat(row)
