"""Notices about papers of records: to who drafted and signed, and to those who compare.

Each joins the transaction of the act that it tells of, and reaches only officers who see the paper.
"""

from collections.abc import Iterable
from uuid import UUID

from backend.core.actors import Actor
from backend.documents import public_checks
from backend.documents.desk_papers import telling
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import owners
from backend.documents.record_papers.owners import Owned
from backend.force.accounts import service as accounts
from backend.force.notices import service as notices
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind


async def in_force(paper: Paper, owned: Owned, number: str, actor: Actor) -> None:
    """Tell who drafted and finalised the paper that it is in force."""
    told = {paper.drafted_by, paper.finalised_by} - {actor.officer_id, None}
    words = _words(paper, owned) | {"number": number, "by": actor.full_name}
    once = f"{paper.id}/in_force"
    await notices.tell(
        await _who_see(told, owned, paper.id),
        "record_paper",
        paper.id,
        "record_paper.signed",
        words,
        once=once,
    )


async def told_of_end(document_id: UUID, actor: Actor) -> list[UUID]:
    """Return who hears that this officer gave the paper up: who drafted it, unless it is the same."""
    paper = await queries.named(document_id)
    if paper is None:
        return []
    told = {paper.drafted_by} - {actor.officer_id}
    return await _readers(told, paper.record_kind, paper.record_id, document_id)


async def given_up(paper: Paper, owned: Owned, reason: str, actor: Actor) -> None:
    """Tell who drafted it that somebody else gave the paper up."""
    await notices.settle(paper.id)
    words = _words(paper, owned) | {"by": actor.full_name, "reason": reason}
    await notices.tell(
        await told_of_end(paper.id, actor),
        "record_paper",
        paper.id,
        "record_paper.given_up",
        words,
    )


async def sent_back(paper: Paper, owned: Owned, how: str, actor: Actor) -> None:
    """Tell who signed, and who sent the scan, that another one must come."""
    told = {paper.issued_by, paper.scanned_by} - {actor.officer_id, None}
    number = {"number": paper.number or "", "by": actor.full_name, "reason": how}
    await notices.tell(
        await _who_see(told, owned, paper.id),
        "record_paper",
        paper.id,
        "record_paper.sent_back",
        _words(paper, owned) | number,
    )


async def to_compare(document_id: UUID, owned: Owned, actor: Actor) -> None:
    """Ask those who compare to look at the scan that came, within 48 hours of the printing."""
    paper = await queries.named(document_id)
    if paper is None:
        return
    own = {actor.officer_id, paper.drafted_by, paper.issued_by, paper.finalised_by}
    own |= set(await queries.drafters(paper.id, paper.record_id))
    title = public_checks.form_names(paper.form, paper.form_version)

    async def seeing(officers: list[UUID]) -> list[UUID]:
        return await _who_see(officers, owned, document_id)

    await telling.ask_to_compare(paper, "record_paper", title, own, seeing)


def _words(paper: Paper, owned: Owned) -> dict[str, str | Text]:
    return {
        "form": public_checks.form_names(paper.form, paper.form_version),
        "record": owned.title,
    }


async def who_sees(officers: Iterable[UUID], document_id: UUID) -> list[UUID]:
    """Return those of these officers who may see a paper; nobody if there is no such paper."""
    paper = await queries.named(document_id)
    if paper is None:
        return []
    return await _readers(officers, paper.record_kind, paper.record_id, document_id)


async def _who_see(officers: Iterable[UUID | None], owned: Owned, document_id: UUID) -> list[UUID]:
    """Return those of these officers who may see the paper today, by its record's owner's rule."""
    return await _readers(officers, owned.kind, owned.id, document_id)


async def _readers(
    officers: Iterable[UUID | None], kind: RecordKind, record_id: UUID, document_id: UUID
) -> list[UUID]:
    owner, found = owners.of(kind), []
    for officer_id in sorted({one for one in officers if one}):
        reader = await accounts.speaker(officer_id)
        if reader is None or reader.access_ended:
            continue
        if await owner.of_paper(record_id, document_id, reader) is not None:
            found.append(officer_id)
    return found
