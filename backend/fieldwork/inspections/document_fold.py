"""Writes acts about papers made on site, and the number of minutes, into the read tables.

On arrival or on admission.
"""

import msgspec

from backend.core.json_columns import written_or_none
from backend.documents.rules import signing as signing_rules
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import documents as document_queries
from backend.fieldwork.queries import minutes as minutes_queries
from schemas.fieldwork import acts as inspection_acts


async def written(taken: Taken, content: inspection_acts.DocumentWritten) -> None:
    """Store the writing of a paper, the first or a later one."""
    act = taken.act
    await document_queries.insert_writing(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        taken.number,
        act.officer_id,
        content,
        msgspec.json.encode(content.fields).decode(),
        act.made_at,
        taken.told_at,
    )


async def signed(taken: Taken, content: inspection_acts.DocumentSigned) -> None:
    """Store a signature under a writing of a paper, or a refusal to sign it."""
    act = taken.act
    await document_queries.insert_signature(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        act.officer_id,
        content,
        written_or_none(content.drawing),
        written_or_none(content.refusal),
        act.made_at,
    )


async def numbered(taken: Taken, content: inspection_acts.DocumentNumbered) -> None:
    """Store the number of a paper, which closes the paper."""
    act = taken.act
    await document_queries.set_number(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        content,
        taken.told_at,
        _code(taken) if content.code_scheme else None,
    )


async def minutes_numbered(taken: Taken, content: inspection_acts.MinutesNumbered) -> None:
    """Store the number of the inspection's minutes. It belongs to this writing of them only."""
    act = taken.act
    await minutes_queries.insert_number(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        act.officer_id,
        content,
        taken.told_at,
        _code(taken),
    )


def _code(taken: Taken) -> str:
    return signing_rules.code_of_number(taken.parsed.act_hash)
