"""The answers to acts that cases used without the catalogue: proposed for it, there already, not taken in."""

from datetime import datetime
from uuid import UUID, uuid5

from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.law.catalogue import reading
from backend.law.catalogue.publishers import may_publish
from backend.law.queries import outside as queries
from backend.law.queries import proposals as proposal_queries
from backend.law.queries.outside import Settled
from backend.law.texts.catalogue import refusal
from backend.ledger import service as ledger
from backend.ledger.handlers import Accept, Refuse
from backend.ledger.service import Outcome
from schemas.core.vocabulary import RecordKind
from schemas.law.catalogue import CatalogueAct, OutsideAnswer, OutsideSettled

_SPACE = UUID("8c4b6e0e-2f0a-4b55-9a2d-6a5c1d7f3e90")


def record_id(case_id: UUID, code: str) -> UUID:
    """Return the id of the record of an act that a case used without the catalogue."""
    return uuid5(_SPACE, f"{case_id}/{code}")


async def answers(case_ids: list[UUID]) -> dict[tuple[UUID, str], Settled]:
    """Return the last answers to the acts of these cases, by case and code."""
    return {(one.case_id, one.code): one for one in await queries.of_cases(case_ids)}


async def settle(actor: Actor, content: OutsideSettled) -> Outcome:
    """Answer such an act, in the caller's transaction. Raises NotAllowed."""
    if not may_publish(actor):
        raise NotAllowed
    record = record_id(content.case_id, content.code)
    act = ledger.desk_act(
        RecordKind.CATALOGUE, record, CatalogueAct.OUTSIDE_SETTLED, content, actor
    )
    return await ledger.record(act, actor)


async def judged(content: OutsideSettled, record: UUID) -> Accept | Refuse:
    """Judge an answer; see the record handler. The caller holds the catalogue's lock."""
    if record != record_id(content.case_id, content.code):
        return refusal("record_misplaced")
    last = await queries.last(record)
    if last is not None and not last.open:
        return refusal("outside_answered")
    code, proposal = content.catalogue_code, content.proposal_id
    whole = (code is None) == (content.answer is OutsideAnswer.DECLINED)
    if not whole or (proposal is None) == (content.answer is OutsideAnswer.PROPOSED):
        return refusal("outside_whole")
    if code is not None and proposal is not None:
        known = await proposal_queries.find(proposal_queries.BEHAVIOURS, code, proposal)
        return Accept() if known is not None else refusal("proposal_unknown")
    return Accept() if code is None or await _has(code) else refusal("outside_code_unknown")


async def _has(code: str) -> bool:
    """Tell whether the catalogue has a code, as a draft or published."""
    try:
        await reading.version_of(code, 0)
    except NotFound:
        return code in await reading.names()
    return True


async def applied(
    content: OutsideSettled, record: UUID, act_id: UUID, officer_id: UUID, at: datetime
) -> None:
    """Write an accepted answer."""
    await queries.insert(content, record, act_id, officer_id, at)
