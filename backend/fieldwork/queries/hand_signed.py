"""Queries of decisions signed by hand from which a team began on site."""

from datetime import datetime
from uuid import UUID

from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written
from backend.fieldwork.tables.hand_signed import HandSignedDecision
from backend.fieldwork.tables.photos import Photo
from schemas.fieldwork.decisions import DecisionInForce
from schemas.fieldwork.hand_signed import DecisionMatched, HandSignedRow, HandSignedView


@compiled.one(HandSignedView, decode=("sheets",))
def of_inspection(inspection_id: UUID) -> Query:
    """Return from what an inspection began, or None. The caller has checked that it is in sight."""
    begun = HandSignedDecision
    return begun.select(
        begun.act_id.as_alias("act"),
        begun.issuer_unit,
        begun.sheets,
        begun.begun_by,
        begun.begun_by._.full_name.as_alias("begun_by_name"),
        begun.begun_at,
        begun.due_at,
        begun.outcome,
        begun.paper_id.as_alias("paper"),
        begun.reason,
        begun.matched_by._.full_name.as_alias("matched_by_name"),
        begun.matched_at,
    ).where(begun.inspection_id == inspection_id)


class SeenHandSigned(Owned, frozen=True, kw_only=True):
    """An inspection that began on site, as a second person sees it."""

    decision: DecisionInForce


_SIGHT = """
    (SELECT i.id, i.unit_id, i.unit_1, i.unit_2, i.unit_3, i.unit_4, i.decision, i.decision_number, i.subject_name,
        i.subject_address, b.begun_by AS drafted_by
     FROM inspections i JOIN hand_signed_decisions b ON b.inspection_id = i.id) s
"""


async def seen(actor: Actor, inspection_id: UUID) -> SeenHandSigned | None:
    """Return one in sight: of the reader's unit or below, clerks included, or begun by the reader."""
    within, args = scope.sql(scope.decision_papers(actor), "s", 2)
    found = await database.fetchrow(
        f"""
        SELECT s.decision::text AS decision, s.unit_1, s.unit_2, s.unit_3, s.unit_4 FROM {_SIGHT}
        WHERE s.id = $1 AND {within}
        """,
        inspection_id,
        *args,
    )
    return None if found is None else rows.many(SeenHandSigned, decoded([found], "decision"))[0]


async def sheet(inspection_id: UUID, photo_id: UUID) -> tuple[str, str, str] | None:
    """Return key, hash and type of a stored photograph of this inspection, or None.

    The caller has checked that the reader may see it, and that it is a sheet.
    """
    found = await (
        Photo.select(Photo.object_key, Photo.sha256, Photo.media_type)
        .where(Photo.id == photo_id)
        .where(Photo.inspection_id == inspection_id)
        .where(Photo.stored_at.is_not_null())
        .where(Photo.quarantine.is_null())
        .first()
    )
    return None if found is None else (found["object_key"], found["sha256"], found["media_type"])


async def paper_is_matched(document_id: UUID) -> bool:
    """Tell whether an inspection that began on site has this paper for its decision."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM hand_signed_decisions WHERE paper_id = $1)", document_id
    )
    return found


async def paper_of_number(actor: Actor, number: str) -> UUID | None:
    """Return the numbered decision in sight with this number, the latest of several, or None."""
    seen, args = scope.sql(scope.decision_papers(actor), "p", 2)
    found: UUID | None = await database.fetchval(
        f"""
        SELECT p.id FROM decision_papers p
        WHERE {seen} AND p.form = 'QĐ-KT' AND lower(p.number) = lower($1)
            AND p.state IN ('printed', 'awaiting', 'signed')
        ORDER BY p.issued_at DESC LIMIT 1
        """,
        number.strip(),
        *args,
    )
    return found


async def typed_by(inspection_id: UUID, officer_id: UUID) -> bool:
    """Tell whether any writing of the decision was the officer's, also one that mended another's."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM ledger_entries WHERE record_id = $1 AND officer_id = $2
            AND act_type = 'decision.hand_signed' AND quarantine IS NULL)
        """,
        inspection_id,
        officer_id,
    )
    return found


async def sheets_stored(inspection_id: UUID, sheets: list[UUID]) -> int:
    """Count the photographs among these that are in force in this inspection, with their bytes stored."""
    found: int = await database.fetchval(
        """
        SELECT count(*) FROM photos WHERE inspection_id = $1 AND id = ANY($2::uuid[]) AND stored_at IS NOT NULL
            AND quarantine IS NULL AND withdrawn_reason IS NULL
        """,
        inspection_id,
        sheets,
    )
    return found


async def head_of(path: UnitPath, team: list[UUID]) -> UUID | None:
    """Return the supervisor on duty of the lowest of these units who is not on the team, or None."""
    units = [one for one in path.as_tuple() if one is not None]
    found: UUID | None = await database.fetchval(
        """
        SELECT o.id FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE o.unit_id = ANY($1::uuid[]) AND o.state = 'active' AND NOT (o.id = ANY($2::uuid[]))
            AND EXISTS (SELECT 1 FROM officer_roles r WHERE r.officer_id = o.id AND r.role = 'supervisor')
        ORDER BY u.level DESC, o.username LIMIT 1
        """,
        units,
        team,
    )
    return found


async def write(
    inspection_id: UUID,
    act_id: UUID,
    issuer_unit: str,
    sheets: list[UUID],
    officer_id: UUID,
    begun_at: datetime,
    due_at: datetime,
) -> None:
    """Store the first writing, or replace it by another: what was found of the one before is void."""
    await database.execute(
        """
        INSERT INTO hand_signed_decisions (inspection_id, act_id, issuer_unit, sheets, begun_by, begun_at, due_at)
        VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7)
        ON CONFLICT (inspection_id) DO UPDATE SET act_id = $2, issuer_unit = $3, sheets = $4::jsonb,
            outcome = NULL, paper_id = NULL, reason = NULL, matched_by = NULL, matched_at = NULL
        """,
        inspection_id,
        act_id,
        issuer_unit,
        written(sheets),
        officer_id,
        begun_at,
        due_at,
    )


async def set_matched(
    inspection_id: UUID, content: DecisionMatched, officer_id: UUID, at: datetime
) -> None:
    """Store what a second person found."""
    begun = HandSignedDecision
    await begun.update(
        {
            begun.outcome: content.outcome,
            begun.paper_id: content.paper,
            begun.reason: content.reason,
            begun.matched_by: officer_id,
            begun.matched_at: at,
        }
    ).where(begun.inspection_id == inspection_id)


async def waiting(actor: Actor, limit: int) -> list[HandSignedRow]:
    """Return those of the reader's unit and below that wait or did not match, the most urgent first."""
    seen, args = scope.sql(scope.decision_papers(actor), "s", 2)
    found = await database.fetch(
        f"""
        SELECT h.inspection_id, s.decision_number AS number, s.subject_name, s.subject_address AS place,
            b.full_name AS begun_by_name, h.begun_at, h.due_at, h.outcome
        FROM hand_signed_decisions h JOIN {_SIGHT} ON s.id = h.inspection_id
        JOIN officers b ON b.id = h.begun_by
        WHERE {seen} AND (h.outcome IS NULL OR h.outcome = 'differs')
        ORDER BY h.outcome IS NOT NULL, h.due_at, h.inspection_id LIMIT $1
        """,
        limit,
        *args,
    )
    return rows.many(HandSignedRow, found)
