"""The service of the queue: what waits for the catalogue, and a keeper's answer to it.

Legal officers read what cases of their unit used; keepers of the catalogue (backend/law/catalogue/publishers.py)
answer. A proposal goes through the catalogue's own two persons.
"""

from datetime import date
from uuid import UUID

import msgspec

from backend.casework.queries import outside as queries
from backend.casework.queries.outside import Queued
from backend.casework.rules import outside as rules
from backend.casework.texts.cases import refusal
from backend.core import scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.law import books
from backend.law.catalogue import service as catalogue
from backend.law.queries.outside import Settled
from backend.law.texts.catalogue import refusal as law_refusal
from backend.ledger.handlers import Refuse
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.core.vocabulary import Role
from schemas.law.catalogue import OutsideAnswer, OutsideSettled, ViolationPublished

MOST = 100
"""Lines of a page. Keepers answer what waits, so the next hundred follow."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An act in the queue, with its last answer if there is one."""

    act: Queued
    answer: Settled | None


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows."""

    waiting: list[Line]
    answered: list[Line]
    keeper: bool
    """The reader may answer."""
    opens_cases: bool
    """The reader may read cases."""


def may_read(actor: Actor) -> bool:
    """Tell whether an officer reads the queue: legal officers and keepers of the catalogue."""
    return actor.has(Role.LEGAL) or catalogue.may_publish(actor)


def opens_cases(actor: Actor) -> bool:
    """Tell whether the reader may read the cases too: administrators never read what a case says."""
    return actor.has(Role.LEGAL)


async def queue(actor: Actor) -> Queue:
    """Return the queue of the reader's unit and below. Raises NotAllowed."""
    condition, args = _scope(actor, 2)
    waiting = await queries.waiting(condition, args, MOST)
    answered = await queries.answered(condition, args, MOST)
    known = await catalogue.outside.answers([one.case_id for one in (*waiting, *answered)])
    return Queue(
        waiting=[_line(one, known) for one in waiting],
        answered=[_line(one, known) for one in answered],
        keeper=catalogue.may_publish(actor),
        opens_cases=opens_cases(actor),
    )


async def one(actor: Actor, case_id: UUID, code: str) -> Line:
    """Return one act of the queue. Raises NotAllowed, NotFound."""
    condition, args = _scope(actor, 3)
    found = await queries.find(condition, args, case_id, code)
    if found is None:
        raise NotFound(what="violation")
    return _line(found, await catalogue.outside.answers([case_id]))


def _scope(actor: Actor, first: int) -> tuple[str, list[UUID]]:
    if not may_read(actor):
        raise NotAllowed
    return scope.sql(scope.outside_catalogue(actor), "o", first)


def _line(found: Queued, known: dict[tuple[UUID, str], Settled]) -> Line:
    return Line(act=found, answer=known.get((found.case_id, found.code)))


async def propose(
    actor: Actor, line: Line, code: str, valid_from: date, note: str
) -> tuple[UUID, Outcome | Refuse]:
    """Propose the act for the catalogue under this code, by what two people read, and say so of it.

    In the caller's transaction. Raises NotAllowed.
    """
    act = line.act
    said = act.stated
    if said is None or act.confirmed_at is None:
        return act.case_id, refusal("case_outside_undetermined", act=act.code)
    if line.answer is not None and not line.answer.open:
        return act.case_id, law_refusal("outside_answered")
    row = rules.behaviour(said, books.newest())
    versions = await catalogue.history(code)
    change = ViolationPublished(
        code=code,
        version=versions[0].content.version + 1 if versions else 1,
        name_vi=row.name_vi,
        legal_basis=row.legal_basis,
        fine_min_vnd=row.fine_min_vnd,
        fine_max_vnd=row.fine_max_vnd,
        subject=row.stated_for,
        field=row.field,
        valid_from=valid_from,
        valid_to=None,
        check_vi="",
        check_en="",
        source=said.source,
        note=note,
        extra=row.extra,
        provided_remedies=row.provided_remedies,
        warning=row.warning,
        statute_years=row.statute_years,
        certainty=row.certainty,
        edition=row.edition,
    )
    proposal_id, outcome = await catalogue.propose(actor, change)
    if isinstance(outcome, Refused):
        return proposal_id, outcome
    settled = await settle(actor, line, OutsideAnswer.PROPOSED, code, note, proposal_id)
    return proposal_id, outcome if isinstance(settled, Accepted) else settled


async def settle(
    actor: Actor,
    line: Line,
    answer: OutsideAnswer,
    code: str | None,
    reason: str,
    proposal_id: UUID | None = None,
) -> Outcome:
    """Answer an act of the queue, in the caller's transaction. Raises NotAllowed."""
    content = OutsideSettled(
        case_id=line.act.case_id,
        code=line.act.code,
        answer=answer,
        catalogue_code=code,
        proposal_id=proposal_id,
        reason=reason,
    )
    return await catalogue.outside.settle(actor, content)
