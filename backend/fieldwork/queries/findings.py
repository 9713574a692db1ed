"""Queries for showing, storing and weighing findings. Jobs read their facts by finding_facts.py."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.tables.findings import Finding
from backend.fieldwork.tables.inspections import InspectionTeamMember
from schemas.fieldwork.findings import FindingKind, FindingWeight


class SeenFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding, as far as one reader may see it.

    The last five are None if the other inspection is out of the reader's scope, or if the finding
    has no other photograph or position.
    """

    id: UUID
    inspection_id: UUID
    kind: FindingKind
    subject_id: UUID
    photo_id: UUID | None
    act_id: UUID | None
    numbers: dict[str, int]
    found_at: datetime
    weight: FindingWeight | None
    weighed_at: datetime | None
    reason: str | None
    weighed_by_name: str | None
    has_other: bool
    other_inspection_id: UUID | None
    other_photo_id: UUID | None
    decision_number: str | None
    subject_name: str | None
    other_made_at: datetime | None


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """The weight of a finding, and the act that gave it."""

    inspection_id: UUID
    id: UUID
    weight: str
    weighed_act: UUID | None


class _Member(msgspec.Struct, frozen=True, kw_only=True):
    officer_id: UUID
    inspection_id: UUID


async def of_inspection(inspection_id: UUID, actor: Actor) -> list[SeenFinding]:
    """Return all findings of an inspection, as far as this reader may see them.

    The caller has checked that the reader may see the inspection.
    """
    return await _seen("f.inspection_id = $1", actor, inspection_id)


async def of_photo(photo_id: UUID, actor: Actor) -> list[SeenFinding]:
    """Return the findings about one photograph, as far as this reader may see them.

    The caller has checked that the reader may see the photograph.
    """
    return await _seen("f.photo_id = $1", actor, photo_id)


async def find(finding_id: UUID, inspection_id: UUID, actor: Actor) -> SeenFinding | None:
    """Return one finding of this inspection, as far as this reader may see it, or None."""
    found = await _seen("f.id = $1 AND f.inspection_id = $2", actor, finding_id, inspection_id)
    return found[0] if found else None


async def _seen(where: str, actor: Actor, *given: UUID) -> list[SeenFinding]:
    """Return findings that still hold.

    The statement itself limits what a reader learns of the other inspection. If that is out of the
    reader's scope, nothing of it leaves the database.
    """
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "oi", len(given) + 1)
    found = await database.fetch(
        f"""
        SELECT f.id, f.inspection_id, f.kind, f.subject_id, f.photo_id, f.act_id, f.numbers, f.found_at, f.weight,
            f.weighed_at, f.reason, w.full_name AS weighed_by_name,
            f.other_id IS NOT NULL AS has_other, oi.id AS other_inspection_id, op.id AS other_photo_id,
            oi.decision_number, oi.subject_name, op.made_at AS other_made_at
        FROM findings f LEFT JOIN officers w ON w.id = f.weighed_by
        LEFT JOIN inspections oi ON oi.id = f.other_inspection_id AND {condition}
        LEFT JOIN photos op ON op.id = f.other_photo_id AND oi.id IS NOT NULL
        WHERE f.gone_since IS NULL AND {where}
        ORDER BY f.found_at, f.id
        """,
        *given,
        *args,
    )
    return rows.many(SeenFinding, decoded(found, "numbers"))


@compiled.write
def lock(finding_id: UUID) -> Query:
    """Lock a finding, so that no job changes it while it is weighed."""
    return Finding.select(Finding.id).where(Finding.id == finding_id).lock_rows("UPDATE")


async def set_weight(
    finding_id: UUID, weight: str, act_id: UUID, officer_id: UUID, at: datetime, reason: str | None
) -> None:
    """Store a supervisor's weighing, which replaces an earlier one."""
    await database.defer(
        "weighed",
        """
        weighed AS (
            UPDATE findings SET weight = $2, weighed_act = $3, weighed_by = $4, weighed_at = $5, reason = $6
            WHERE id = $1
        )
        """,
        finding_id,
        weight,
        act_id,
        officer_id,
        at,
        reason,
    )


async def keep(found: list[tuple[Any, ...]], at: datetime) -> list[UUID]:
    """Store findings. One that exists is updated only if it was not weighed and has changed.

    Each is (id, inspection, kind, subject, photo, act, other, other inspection, other photo,
    numbers). Returns the inspections for which something is new.
    """
    new = await database.fetch(
        """
        INSERT INTO findings AS f (id, inspection_id, kind, subject_id, photo_id, act_id, other_id, other_inspection_id,
            other_photo_id, numbers, found_at)
        SELECT g.id, g.inspection_id, g.kind, g.subject_id, g.photo_id, g.act_id, g.other_id, g.other_inspection_id,
            g.other_photo_id, g.numbers::jsonb, $1
        FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
            $10::uuid[], $11::text[]) AS g (id, inspection_id, kind, subject_id, photo_id, act_id, other_id,
            other_inspection_id, other_photo_id, numbers)
        ON CONFLICT ON CONSTRAINT findings_once DO UPDATE
            SET numbers = EXCLUDED.numbers, photo_id = EXCLUDED.photo_id, act_id = EXCLUDED.act_id, gone_since = NULL
            WHERE f.weight IS NULL AND (f.gone_since IS NOT NULL OR f.numbers <> EXCLUDED.numbers
                OR f.act_id IS DISTINCT FROM EXCLUDED.act_id)
        RETURNING f.inspection_id
        """,
        at,
        *(list(column) for column in zip(*found, strict=True)),
    )
    return sorted({row["inspection_id"] for row in new})


async def close_others(
    inspection_id: UUID,
    at: datetime,
    kinds: list[str],
    standing: list[tuple[str, UUID, UUID | None]],
) -> bool:
    """Close the findings of these kinds that are not in `standing`, unless somebody weighed them.

    Returns whether any was closed.
    """
    tag = await database.execute(
        """
        UPDATE findings f SET gone_since = $2
        WHERE f.inspection_id = $1 AND f.gone_since IS NULL AND f.weight IS NULL AND f.kind = ANY($3::text[])
            AND NOT EXISTS (
                SELECT FROM unnest($4::text[], $5::uuid[], $6::uuid[]) AS s (kind, subject_id, other_id)
                WHERE s.kind = f.kind AND s.subject_id = f.subject_id AND s.other_id IS NOT DISTINCT FROM f.other_id)
        """,
        inspection_id,
        at,
        kinds,
        [kind for kind, _, _ in standing],
        [subject for _, subject, _ in standing],
        [other for _, _, other in standing],
    )
    return tag != "UPDATE 0"


async def teams(inspection_ids: list[UUID]) -> list[tuple[UUID, str]]:
    """Return (officer, inspection) for everybody on the teams of these inspections."""
    return [(one.officer_id, str(one.inspection_id)) for one in await _teams(inspection_ids)]


@compiled.many(_Member)
def _teams(inspection_ids: list[UUID]) -> Query:
    members = InspectionTeamMember.select(*rows.columns(_Member, InspectionTeamMember))
    return members.where(rows.any_of(InspectionTeamMember.inspection_id, inspection_ids))


@compiled.many(Weight)
def weights(inspection_ids: list[UUID]) -> Query:
    """Return the weights stored for weighed findings, for verification."""
    weighed = Finding.select(*rows.columns(Weight, Finding)).where(Finding.weight.is_not_null())
    return weighed.where(rows.any_of(Finding.inspection_id, inspection_ids))
