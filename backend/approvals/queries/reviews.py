"""Queries of looks and of remarks that were not sent yet. Each reader sees their own alone."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.approvals.tables.reviews import DraftedRemark, Look
from backend.core import compiled, database, rows
from backend.core.compiled import Query
from schemas.approvals.submissions import Submitted


class LookedAt(msgspec.Struct, frozen=True, kw_only=True):
    """A reader's look at a submission's content. `looked_at`: the last one, UTC."""

    submission_id: UUID
    item_id: UUID | None
    """The paper or the draft's act."""
    shown: str
    looked_at: datetime


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """What was written about one place."""

    place: str
    said: str


async def look(officer_id: UUID, submission_id: UUID, shown: str) -> None:
    """Note that a reader has this content before them."""
    await database.defer(
        "looked",
        """
        looked AS (
            INSERT INTO approval_looks (officer_id, submission_id, shown) VALUES ($1, $2, $3)
            ON CONFLICT (officer_id, submission_id, shown) DO UPDATE SET looked_at = now()
        )
        """,
        officer_id,
        submission_id,
        shown,
    )


@compiled.exists
def has_looked(officer_id: UUID, submission_id: UUID, shown: str) -> Query:
    """Tell whether a reader ever had this content before them."""
    query = Look.exists().where(Look.officer_id == officer_id)
    return query.where(Look.submission_id == submission_id, Look.shown == shown)


async def last_other(
    officer_id: UUID, subject: Submitted, submission_id: UUID, shown: str
) -> LookedAt | None:
    """Return a reader's last look at another content of the same thing, in an earlier submission of it too.

    Each draft of minutes is a submission of its own; of papers, those of one paper are alike.
    """
    found = await database.fetchrow(
        """
        SELECT l.submission_id, s.item_id, l.shown, l.looked_at
        FROM approval_submissions s JOIN approval_looks l ON l.submission_id = s.id
        WHERE s.record_id = $2 AND s.kind = $3 AND (s.kind = 'minutes_draft' OR s.item_id IS NOT DISTINCT FROM $4)
            AND l.officer_id = $1 AND (l.submission_id <> $5 OR l.shown <> $6)
        ORDER BY l.looked_at DESC LIMIT 1
        """,
        officer_id,
        subject.record_id,
        str(subject.kind),
        subject.item_id,
        submission_id,
        shown,
    )
    return rows.one(LookedAt, found)


@compiled.one(LookedAt)
def look_at(officer_id: UUID, submission_id: UUID, shown: str) -> Query:
    """Return a reader's look at one content, or None."""
    query = Look.select(
        Look.submission_id,
        Look.submission_id.item_id.as_alias("item_id"),
        Look.shown,
        Look.looked_at,
    ).where(Look.officer_id == officer_id)
    return query.where(Look.submission_id == submission_id, Look.shown == shown)


@compiled.many(Remark)
def remarks(officer_id: UUID, submission_id: UUID) -> Query:
    """Return what a reader wrote about a submission and did not send, oldest first."""
    query = DraftedRemark.select(DraftedRemark.place, DraftedRemark.said)
    query = query.where(DraftedRemark.officer_id == officer_id)
    query = query.where(DraftedRemark.submission_id == submission_id)
    return query.order_by(DraftedRemark.made_at, DraftedRemark.place)


async def keep(officer_id: UUID, submission_id: UUID, said: Mapping[str, str]) -> None:
    """Keep what is written about each of these places, in the place of what was there. Empty takes it back."""
    await database.execute(
        """
        WITH typed AS (SELECT * FROM unnest($3::text[], $4::text[]) AS t (place, said)), gone AS (
            DELETE FROM approval_remarks r USING typed t
            WHERE r.officer_id = $1 AND r.submission_id = $2 AND r.place = t.place AND t.said = ''
        )
        INSERT INTO approval_remarks (officer_id, submission_id, place, said)
        SELECT $1, $2, place, said FROM typed WHERE said <> ''
        ON CONFLICT (officer_id, submission_id, place) DO UPDATE SET said = excluded.said, made_at = now()
            WHERE approval_remarks.said <> excluded.said
        """,
        officer_id,
        submission_id,
        list(said.keys()),
        list(said.values()),
    )


async def forget(officer_id: UUID, submission_id: UUID, kept_for: timedelta) -> None:
    """Delete what was written about a submission, and what this reader wrote anywhere and left lying so long."""
    await database.execute(
        """
        DELETE FROM approval_remarks
        WHERE officer_id = $1 AND (submission_id = $2 OR made_at < now() - $3::interval)
        """,
        officer_id,
        submission_id,
        kept_for,
    )
