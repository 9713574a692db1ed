"""Queries of the look-up by a number. They read the whole force: the service answers for what it tells."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import database, rows


class Numbered(msgspec.Struct, frozen=True, kw_only=True):
    """A party that has the number, with the department that keeps it and all its numbers."""

    id: UUID
    name: str
    unit_vi: str
    unit_en: str
    values: list[str]


class Sanctioned(msgspec.Struct, frozen=True, kw_only=True):
    """A sanction of a party, by which the law counts."""

    party_id: UUID
    sanctioned_on: date
    fine_vnd: int
    executed_on: date | None
    lapsed_on: date | None


async def parties(values: Sequence[str], limit: int) -> list[Numbered]:
    """Return the parties that have exactly one of these spellings. By hand: the department is of the row's path."""
    found = await database.fetch(
        """
        SELECT s.id, s.name, u.name_vi AS unit_vi, u.name_en AS unit_en,
            ARRAY(SELECT i.value FROM party_identifiers i WHERE i.party_id = s.id) AS values
        FROM subjects s JOIN units u ON u.id = coalesce(s.unit_2, s.unit_1)
        WHERE s.id IN (SELECT i.party_id FROM party_identifiers i WHERE i.value = ANY ($1::text[]))
        ORDER BY s.id LIMIT $2
        """,
        list(values),
        limit,
    )
    return rows.many(Numbered, found)


async def sanctions(found: Sequence[Numbered]) -> list[Sanctioned]:
    """Return the sanctions in cases about these parties, or about somebody with one of their numbers."""
    pairs = [(one.id, value) for one in found for value in one.values]
    listed = await database.fetch(
        """
        WITH asked (party_id, value) AS (SELECT * FROM unnest($1::uuid[], $2::text[])), hits AS (
            SELECT p AS party_id, c.id FROM unnest($3::uuid[]) p JOIN cases c ON c.subject_id = p
            UNION SELECT a.party_id, c.id FROM asked a JOIN cases c ON c.subject_identity = a.value
            UNION SELECT a.party_id, c.id FROM asked a JOIN cases c ON replace(c.subject_tax_code, '-', '') = a.value
                AND c.subject_tax_code IN (a.value, left(a.value, 10) || '-' || substr(a.value, 11)))
        SELECT h.party_id, c.sanctioned_on, c.fine_total_vnd AS fine_vnd, c.executed_at AS executed_on, c.lapsed_on
        FROM hits h JOIN cases c ON c.id = h.id WHERE c.sanctioned_on IS NOT NULL
        """,
        [party_id for party_id, _ in pairs],
        [value for _, value in pairs],
        [one.id for one in found],
    )
    return rows.many(Sanctioned, listed)
