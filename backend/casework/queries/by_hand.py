"""SQL of papers that are signed by hand: printed, scanned, compared."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import database, scope
from backend.core.actors import Actor
from schemas.casework.acts import beside as case_side_acts


async def set_printed(
    content: case_side_acts.DocumentPrinted,
    by: UUID,
    at: datetime,
    issuer_name: str,
    party_name: str | None,
    object_key: str,
) -> None:
    """Number a paper that is laid out and stored; it is on no contents list yet."""
    await database.execute(
        """
        UPDATE documents SET state = 'printed', hand = 'printed', number = $2, issued_on = $3, issued_at = $4,
            issued_by = $5, issuer_name = $6, issuer_title = $7, code = $8, sha256 = $9, size = $10, pages = $11,
            object_key = $12, signature_level = 'none', party_name = $13
        WHERE id = $1
        """,
        content.document_id,
        content.number,
        content.issued_on,
        at,
        by,
        issuer_name,
        content.issuer_title,
        content.code,
        content.sha256,
        content.size,
        content.pages,
        object_key,
        party_name,
    )


async def set_standing(document_id: UUID, state: str, hand: str, first_sheet: int | None) -> None:
    """Set the paper's state, as its acts tell."""
    await database.execute(
        "UPDATE documents SET state = $2, hand = $3, first_sheet = $4 WHERE id = $1",
        document_id,
        state,
        hand,
        first_sheet,
    )


async def set_scanned(content: case_side_acts.DocumentScanned, by: UUID, at: datetime) -> None:
    """Set the scan that counts as the signed sheet."""
    await database.execute(
        "UPDATE documents SET scan_id = $2, scanned_by = $3, scanned_at = $4 WHERE id = $1",
        content.document_id,
        content.scan_id,
        by,
        at,
    )


async def set_compared(content: case_side_acts.DocumentCompared, by: UUID, at: datetime) -> None:
    """Set what a second person said. A scan that differs no longer counts as the sheet."""
    await database.execute(
        """
        UPDATE documents SET compared_by = $2, compared_at = $3, compared_note = $4,
            scan_id = CASE WHEN $5 THEN scan_id END, scanned_by = CASE WHEN $5 THEN scanned_by END,
            scanned_at = CASE WHEN $5 THEN scanned_at END
        WHERE id = $1
        """,
        content.document_id,
        by,
        at,
        content.reason,
        content.agrees,
    )


async def waiting(actor: Actor, after: tuple[Any, ...] | None, limit: int) -> list[Any]:
    """List papers in sight that are signed by hand and not compared, oldest first, by keyset."""
    condition, given = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    args: list[Any] = [limit, *given]
    further = "true"
    if after:
        args.extend(after)
        further = f"(d.issued_at, d.id) > (${len(args) - 1}, ${len(args)})"
    return await database.fetch(
        f"""
        SELECT d.id, d.case_id, c.number AS case_number, d.form, d.form_version, d.number, d.issued_on, d.issued_at,
            d.issuer_name, d.hand, d.state, d.scan_id, d.scanned_at, d.party_name, u.name_vi AS unit_vi,
            u.name_en AS unit_en
        FROM documents d JOIN cases c ON c.id = d.case_id JOIN units u ON u.id = d.unit_id
        WHERE d.hand IN ('printed', 'waits', 'older') AND d.state IN ('printed', 'signed', 'delivered')
            AND {condition} AND {further}
        ORDER BY d.issued_at, d.id LIMIT $1
        """,
        *args,
    )


async def count_waiting(actor: Actor) -> dict[str, int]:
    """Count these of each kind in sight."""
    condition, given = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 1)
    rows = await database.fetch(
        f"""
        SELECT d.hand, count(*) AS count FROM documents d JOIN cases c ON c.id = d.case_id
        WHERE d.hand IN ('printed', 'waits', 'older') AND d.state IN ('printed', 'signed', 'delivered') AND {condition}
        GROUP BY d.hand
        """,
        *given,
    )
    return {row["hand"]: row["count"] for row in rows}


async def count_overdue(actor: Actor, printed_before: datetime) -> int:
    """Count those in sight that were printed before this moment (UTC) and are not compared yet."""
    condition, given = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    found: int = await database.fetchval(
        f"""
        SELECT count(*) FROM documents d JOIN cases c ON c.id = d.case_id
        WHERE d.hand IN ('printed', 'waits') AND d.state IN ('printed', 'signed', 'delivered')
            AND d.issued_at < $1 AND {condition}
        """,
        printed_before,
        *given,
    )
    return found
