"""A whole decree of the newest edition, published at once: one proposes, another confirms."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.law import books
from backend.law.catalogue import edition_files, reading
from backend.law.catalogue.publishers import may_publish
from backend.law.queries import catalogue as queries
from backend.law.queries import proposals as proposal_queries
from backend.law.queries.proposals import DECREES
from backend.law.queries.proposals import DecreeProposal as DecreeProposal
from backend.law.rules import decrees as rules
from backend.law.rules import publishing
from backend.law.rules.decrees import Comparison
from backend.law.rules.editions import Decree
from backend.law.texts.catalogue import refusal
from backend.ledger import service as ledger
from backend.ledger.handlers import Accept, Refuse
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.law.catalogue import (
    CatalogueAct,
    DecreeConfirmed,
    DecreeDeclined,
    DecreeProposed,
    Violation,
    ViolationPublished,
)

Said = DecreeProposed | DecreeConfirmed | DecreeDeclined


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A decree of the newest edition, as far as it is published, and what publishing it would do."""

    decree: Decree
    rows: int
    published: int
    to_publish: int
    comparison: Comparison
    waiting: DecreeProposal | None


class Set(msgspec.Struct, frozen=True, kw_only=True):
    """What a publication of a decree consists of at this moment."""

    versions: list[ViolationPublished]
    comparison: Comparison

    def proposal(self, decree: str, proposal_id: UUID, note: str) -> DecreeProposed:
        """Return the proposal to publish it."""
        return DecreeProposed(
            decree=decree,
            proposal_id=proposal_id,
            edition=books.newest(),
            rows=len(self.versions),
            sha256=rules.digest(self.versions),
            added=len(self.comparison.added),
            changed=len(self.comparison.changed),
            closed=len(self.comparison.closed),
            note=note,
        )


def _known(decree: str) -> Decree:
    found = edition_files.edition(books.newest()).decrees
    chosen = next((one for one in found if one.prefix == decree), None)
    if chosen is None:
        raise NotFound(what="decree")
    return chosen


def number_of(decree: str) -> str:
    """Return a decree's number, e.g. 98/2020/NĐ-CP. Raises NotFound."""
    return _known(decree).number


class _Present(msgspec.Struct, frozen=True, kw_only=True):
    """The catalogue as it stands, of all decrees: what each comparison is made from."""

    rows: list[Violation]
    former: dict[str, Violation]
    """Of the first edition, by code."""
    newest: dict[str, int]
    """The last version of each code."""


async def _present() -> _Present:
    newest: dict[str, int] = {}
    for version in await queries.versions():
        newest[version.code] = max(newest.get(version.code, 0), version.content.version)
    former = {row.code: row for row in await reading.rows(books.FIRST)}
    return _Present(rows=await reading.rows(), former=former, newest=newest)


async def assembled(decree: str, note: str) -> Set:
    """Return what would be published now, and the comparison with what is in force.

    Compared is the newest edition's published row, else that of the first edition. Raises NotFound.
    """
    _known(decree)
    return _assembled(decree, note, await _present())


def _assembled(decree: str, note: str, present: _Present) -> Set:
    chosen = _known(decree)
    drafts = rules.of_decree(edition_files.drafts(books.newest()), decree)
    published = {
        row.code: row for row in present.rows if row.version and row.code.startswith(f"{decree}-")
    }
    before = {row.code: row for row in rules.of_decree(present.former, decree)} | published
    newest = present.newest
    wanted = rules.unpublished(drafts, published)
    return Set(
        versions=rules.versions(wanted, newest, f"{chosen.source.vi} {chosen.source.en}", note),
        comparison=rules.compare(drafts, before),
    )


async def standing(actor: Actor) -> list[Standing]:
    """Return the decrees of the newest edition that were read. Raises NotAllowed."""
    _publisher(actor)
    known = [one for one in edition_files.edition(books.newest()).decrees if one.read]
    present = await _present()
    waiting = {one.record_id: one for one in await proposal_queries.waiting(DECREES)}
    return [_standing(one, present, waiting.get(rules.record_id(one.prefix))) for one in known]


async def of_one(actor: Actor, decree: str) -> Standing:
    """Return one decree. Raises NotAllowed, NotFound."""
    _publisher(actor)
    chosen = _known(decree)
    waiting = await proposal_queries.open_of(DECREES, rules.record_id(decree))
    return _standing(chosen, await _present(), waiting)


def _standing(chosen: Decree, present: _Present, waiting: DecreeProposal | None) -> Standing:
    made = _assembled(chosen.prefix, "-", present)
    rows: list[Violation] = rules.of_decree(edition_files.drafts(books.newest()), chosen.prefix)
    return Standing(
        decree=chosen,
        rows=len(rows),
        published=len(rows) - len(made.versions),
        to_publish=len(made.versions),
        comparison=made.comparison,
        waiting=waiting,
    )


async def proposals(actor: Actor) -> list[DecreeProposal]:
    """Return all proposals of decrees, newest first. Raises NotAllowed."""
    _publisher(actor)
    return await proposal_queries.every(DECREES)


async def proposal(actor: Actor, decree: str, proposal_id: UUID) -> DecreeProposal:
    """Return a proposal. Raises NotAllowed, NotFound."""
    _publisher(actor)
    found = await proposal_queries.find(DECREES, decree, proposal_id)
    if found is None:
        raise NotFound(what="proposal")
    return found


async def propose(actor: Actor, decree: str, note: str) -> tuple[UUID, Outcome]:
    """Propose to publish a decree. Runs in the caller's transaction. Raises NotAllowed, NotFound."""
    _publisher(actor)
    if not _known(decree).read:
        raise NotFound(what="decree")
    proposal_id = new_id()
    made = await assembled(decree, note)
    if not made.versions:
        raise NotFound(what="decree")
    said = made.proposal(decree, proposal_id, note)
    return proposal_id, await _record(actor, CatalogueAct.DECREE_PROPOSED, said)


async def confirm(actor: Actor, asked: DecreeProposal) -> Outcome:
    """Confirm another's proposal, which publishes its versions, in the caller's transaction."""
    _publisher(actor)
    said = DecreeConfirmed(
        decree=asked.decree, proposal_id=asked.proposal_id, sha256=asked.said.sha256
    )
    return await _record(actor, CatalogueAct.DECREE_CONFIRMED, said)


async def decline(actor: Actor, asked: DecreeProposal, reason: str) -> Outcome:
    """Decline a proposal, or take back one's own, in the caller's transaction."""
    _publisher(actor)
    said = DecreeDeclined(decree=asked.decree, proposal_id=asked.proposal_id, reason=reason)
    return await _record(actor, CatalogueAct.DECREE_DECLINED, said)


async def judged(content: Said, record: UUID, actor: Actor) -> Accept | Refuse:
    """Judge an act about a decree; see the record handler. The caller holds the record's lock."""
    if record != rules.record_id(content.decree):
        return refusal("record_misplaced")
    waiting = await proposal_queries.open_of(DECREES, record)
    if isinstance(content, DecreeProposed):
        if waiting is not None:
            return refusal("decree_open")
        return Accept() if await _stands(content) else refusal("decree_moved")
    if waiting is None or waiting.proposal_id != content.proposal_id:
        return refusal("proposal_unknown")
    if isinstance(content, DecreeDeclined):
        return Accept()
    if waiting.officer_id == actor.officer_id:
        return refusal("two_persons")
    same = content.sha256 == waiting.said.sha256 and await _stands(waiting.said)
    return Accept() if same else refusal("decree_moved")


async def _stands(said: DecreeProposed) -> bool:
    """Tell whether what was proposed is still what would be published."""
    if said.edition != books.newest():
        return False
    try:
        made = await assembled(said.decree, said.note)
    except NotFound:
        return False
    return bool(made.versions) and rules.digest(made.versions) == said.sha256


async def applied(
    content: Said, record: UUID, act_id: UUID, officer_id: UUID, at: datetime
) -> None:
    """Write what an accepted act said, with its versions if it confirms."""
    said = (record, act_id, officer_id, at)
    about = (content.decree,)
    if isinstance(content, DecreeProposed):
        told = msgspec.json.encode(content).decode()
        await proposal_queries.insert(
            DECREES, content.proposal_id, "proposed", about, told, "", *said
        )
        return
    if isinstance(content, DecreeDeclined):
        await proposal_queries.insert(
            DECREES, content.proposal_id, "declined", about, None, content.reason, *said
        )
        return
    waiting = await proposal_queries.open_of(DECREES, record)
    if waiting is None:
        raise TypeError("an answer to no proposal was accepted")
    made = await assembled(content.decree, waiting.said.note)
    await proposal_queries.insert(DECREES, content.proposal_id, "confirmed", about, None, "", *said)
    ids = [publishing.record_id(one.code) for one in made.versions]
    await queries.publish(made.versions, ids, act_id, officer_id, at)


def _publisher(actor: Actor) -> None:
    if not may_publish(actor):
        raise NotAllowed


async def _record(actor: Actor, kind: CatalogueAct, content: Any) -> Outcome:
    act = ledger.desk_act(
        RecordKind.CATALOGUE, rules.record_id(content.decree), kind, content, actor
    )
    return await ledger.record(act, actor)
