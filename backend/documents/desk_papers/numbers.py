"""Numbers of papers: reserved for a signer; those that no paper bears voided, and closed with their year.

Which of them wait, each group lists itself: backend/documents/record_papers/kept_numbers.py.
"""

from datetime import datetime, timedelta
from typing import Generic
from uuid import UUID

import msgspec
import structlog

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import issuing, signed_outside
from backend.documents.desk_papers.group import Group, Paper
from backend.force.accounts import service as accounts
from backend.force.numbers import service as numbering
from backend.law import form_facts
from backend.ledger import service as ledger

_LOG = structlog.get_logger("papers")
WAITS = timedelta(minutes=10)
"""A signing takes seconds. A number that is tried again within this time does not belong on a list."""
MOST = 200
"""Numbers that a list has at most."""


class Numbers(Generic[Paper]):
    """The numbers that wait for papers of one group."""

    def __init__(self, group: Group[Paper]) -> None:
        self._group = group

    async def reserve(
        self, paper: Paper, who: numbering.Issuer, fields_hash: str, at: datetime, actor: Actor
    ) -> numbering.Number:
        """Reserve a number of this register for the content with this hash, in the caller's transaction.

        What is kept for the paper and unfit for it is voided first: another signer's copy bears it, or
        it is of another register, year or content. `at` is UTC; the year is Vietnam's. Raises
        PaperPrepared, PaperBeingSigned, RefusedAct.
        """
        copied = await signed_outside.of_another(paper.id, fields_hash, at, actor.officer_id)
        if copied is not None:
            why = signed_outside.PREPARED_BY_ANOTHER
            ledger.unwrap(await self._group.void(paper, copied, why, actor))
        year, sequence = local_time.year_of(at), form_facts.register_of(paper.form)
        unfit = await issuing.unfit_number(
            paper.id, who, sequence, year, fields_hash, actor.officer_id
        )
        if unfit is not None:
            ledger.unwrap(await self._group.void(paper, *unfit, actor))
        return await numbering.reserve(who, sequence, year, paper.id, fields_hash, actor.officer_id)

    async def void(self, document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
        """Void what is reserved for a paper in sight, for good, in the caller's transaction.

        Raises NotFound. `ledger.record`, the one door, decides who may.
        """
        paper = await self._group.seen(document_id, actor)
        there = await numbering.held(document_id)
        if there is None:
            raise NotFound(what="number")
        return await self._group.void(paper, there, reason, actor)

    async def close_past_years(self) -> int:
        """Void what is left of past years, for the janitor; returns how many.

        Each act is in the name of the officer who reserved the number.
        """
        closed = 0
        for document_id in await numbering.papers_of_past_years(clock.now()):
            async with transaction():
                paper = await self._group.lock(document_id)
                there = await numbering.held(document_id)
                who = await accounts.speaker(there.reserved_by) if there else None
                if paper is None or there is None or who is None:
                    continue
                actor = msgspec.structs.replace(who, face="job")
                why = f"Hết năm {there.number.year}: số chưa dùng. / The year is over: not used."
                outcome = await self._group.void(paper, there, why, actor)
                if isinstance(outcome, ledger.Refused):
                    _LOG.warning("number_not_closed", document=str(document_id), code=outcome.code)
                    continue
                closed += 1
        return closed
