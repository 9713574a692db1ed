"""Queries that find decided cases against a party by what identifies it.

Each alternative has its index.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.casework.tables.cases import Exhibit
from backend.casework.tables.documents import Document
from backend.core import compiled, database, rows, scope
from backend.core.compiled import Query


class OtherCase(msgspec.Struct, frozen=True, kw_only=True):
    """Another case of the force, and whether the reader may see it."""

    id: UUID
    number: str
    decision_number: str | None
    unit_vi: str
    unit_en: str
    seen: bool


async def hold(names: Iterable[str]) -> None:
    """Lock the party until the transaction ends.

    The second of two concurrent decisions against it waits for the first.
    """
    for name in sorted(set(names)):
        await database.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('decided ' || $1::text, 0))", name
        )


class Known(NamedTuple):
    """By what a party is found: entries of the register, tax codes, numbers of papers, and names."""

    ids: tuple[UUID, ...]
    tax_codes: tuple[str, ...]
    identities: tuple[str, ...]
    names: tuple[str, ...]


async def decided(
    case_id: UUID,
    party: Known,
    codes: list[str],
    since: date,
    most: int,
    condition: str,
    args: list[UUID],
) -> list[OtherCase]:
    """List other cases with a decision against this party that may be about these behaviours.

    Scope is not checked. At most this many, those with a number of the party first, then the newest. A household's tax
    code is its owner's number. A name alone counts if no number of the two parties contradicts it. A case without
    minutes (sanctioned on the spot) has no behaviours in its row, one without a sanction (remedies alone) has no day.
    Minutes or sanctions from before the day `since`, in Vietnam, are about no act of that day. `seen` says whether the
    reader may see the case; its parameters start at $9.

    By hand: Piccolo has no `?|`.
    """
    found = await database.fetch(
        f"""
        SELECT c.id, c.number, c.decision_number, u.name_vi AS unit_vi, u.name_en AS unit_en,
            {scope.as_value(condition)} AS seen
        FROM cases c JOIN units u ON u.id = c.unit_id
        WHERE c.id <> $1 AND c.decision_number IS NOT NULL
            AND (c.sanctioned_on IS NULL OR c.sanctioned_on >= $7)
            AND (c.recorded_at IS NULL OR (c.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date >= $7)
            AND (c.behaviours = '[]'::jsonb OR c.behaviours ?| $6::text[])
            AND (c.subject_id = ANY ($2::uuid[]) OR c.subject_tax_code = ANY ($3::text[])
                OR c.subject_identity = ANY ($4::text[]) OR c.subject_tax_code = ANY ($4::text[])
                OR (c.subject_fold = ANY (ARRAY(SELECT fold(n) FROM unnest($5::text[]) n))
                    AND (c.subject_tax_code IS NULL OR $3::text[] = '{{}}')
                    AND (c.subject_identity IS NULL OR $4::text[] = '{{}}')))
        ORDER BY coalesce(c.subject_id = ANY ($2::uuid[]), false)
                OR coalesce(c.subject_tax_code = ANY ($3::text[]), false)
                OR coalesce(c.subject_identity = ANY ($4::text[]), false) DESC,
            c.opened_at DESC, c.id DESC
        LIMIT $8
        """,
        case_id,
        list(party.ids),
        list(party.tax_codes),
        list(party.identities),
        list(party.names),
        codes,
        since,
        most,
        *args,
    )
    return rows.many(OtherCase, found)


@compiled.exists
def has_goods(case_id: UUID, ids: list[UUID]) -> Query:
    """Tell whether another case has an exhibit of one of these ids."""
    theirs = Exhibit.exists().where(rows.any_of(Exhibit.id, ids))
    return theirs.where(Exhibit.case_id != case_id)


@compiled.exists
def has_paper(case_id: UUID, document_id: UUID) -> Query:
    """Tell whether another case has a paper of this id."""
    theirs = Document.exists().where(Document.id == document_id)
    return theirs.where(Document.case_id != case_id)
