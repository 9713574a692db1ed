"""Papers whose content is ready, and who opened them."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.queries.reading import FIRST_CLOCK
from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.tables.readings import DocumentReading
from backend.core import database, rows, scope
from backend.core.actors import Actor


class ReadyPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that waits for a signature, with its case's number and unit."""

    id: UUID
    case_id: UUID
    case_number: str
    form: str
    form_version: int
    fields_hash: str
    drafted_by: UUID
    drafted_at: datetime
    signer: str | None
    """The name of its signer, if it names one."""
    violator: str | None
    unit_vi: str
    unit_en: str
    next_rule: str | None
    """The case's running limit that ends first."""
    next_due_at: datetime | None
    opened: bool
    """The reader opened this content."""


async def ready(actor: Actor, limit: int) -> list[ReadyPaper]:
    """List papers in sight whose content is ready and that name no other signer, the most urgent case's first."""
    condition, given = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 4)
    found = await database.fetch(
        f"""
        SELECT * FROM (
            SELECT d.id, d.case_id, c.number AS case_number, d.form, d.form_version, d.fields_hash, d.drafted_by,
                d.drafted_at, u.name_vi AS unit_vi, u.name_en AS unit_en, d.fields->'violator'->>'name' AS violator,
                coalesce(d.fields->'signer'->>'name', d.fields->'maker'->>'name') AS signer,
                n.rule AS next_rule, n.due_at AS next_due_at,
                EXISTS (SELECT FROM document_readings r WHERE r.document_id = d.id AND r.officer_id = $2
                    AND r.fields_hash = d.fields_hash) AS opened
            FROM documents d JOIN cases c ON c.id = d.case_id JOIN units u ON u.id = d.unit_id
                {FIRST_CLOCK}
            WHERE d.state = 'content_ready' AND {condition}
        ) ready WHERE signer IS NULL OR signer = $3
        ORDER BY next_due_at NULLS LAST, drafted_at, id LIMIT $1
        """,
        limit,
        actor.officer_id,
        actor.full_name,
        *given,
    )
    return rows.many(ReadyPaper, found)


async def opened(document_id: UUID, officer_id: UUID, fields_hash: str) -> bool:
    """Tell whether the officer opened this content of the paper."""
    return await DocumentReading.exists().where(
        (DocumentReading.document_id == document_id)
        & (DocumentReading.officer_id == officer_id)
        & (DocumentReading.fields_hash == fields_hash)
    )


async def insert_reading(
    document_id: UUID, officer_id: UUID, fields_hash: str, at: datetime
) -> None:
    """Keep that the officer opened this content; a second time changes nothing."""
    await database.execute(
        """
        INSERT INTO document_readings (document_id, officer_id, fields_hash, opened_at)
        VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
        """,
        document_id,
        officer_id,
        fields_hash,
        at,
    )
