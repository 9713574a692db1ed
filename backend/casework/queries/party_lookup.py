"""Queries of the look-up by a number. They read the whole force: the service answers for what it tells."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import database, rows


class Numbered(msgspec.Struct, frozen=True, kw_only=True):
    """A party that has the number, with the department that keeps it and all its numbers.

    Entries that were merged are one party: the one that stays.
    """

    id: UUID
    name: str
    unit_vi: str
    unit_en: str
    ids: list[UUID]
    """Of the party and all that were merged into it."""
    values: list[str]
    """Numbers of all of them."""


class Sanctioned(msgspec.Struct, frozen=True, kw_only=True):
    """A sanction of a party, by which the law counts."""

    party_id: UUID
    sanctioned_on: date
    only_warned: bool
    executed_on: date | None
    lapsed_on: date | None


async def parties(values: Sequence[str], limit: int) -> list[Numbered]:
    """Return the parties that have exactly one of these spellings. By hand: Piccolo has no recursive query."""
    found = await database.fetch(
        """
        WITH RECURSIVE up AS (
            SELECT s.id, s.merged_into FROM subjects s
            WHERE s.id IN (SELECT i.party_id FROM party_identifiers i WHERE i.value = ANY ($1::text[]))
            UNION SELECT s.id, s.merged_into FROM subjects s JOIN up ON s.id = up.merged_into
        ), one AS (
            SELECT id, id AS stays FROM up WHERE merged_into IS NULL
            UNION SELECT s.id, one.stays FROM subjects s JOIN one ON s.merged_into = one.id
        )
        SELECT s.id, s.name, u.name_vi AS unit_vi, u.name_en AS unit_en,
            ARRAY(SELECT o.id FROM one o WHERE o.stays = s.id) AS ids,
            ARRAY(SELECT DISTINCT i.value FROM one o JOIN party_identifiers i ON i.party_id = o.id
                WHERE o.stays = s.id) AS values
        FROM subjects s JOIN units u ON u.id = coalesce(s.unit_2, s.unit_1)
        WHERE s.id IN (SELECT stays FROM one)
        ORDER BY s.id LIMIT $2
        """,
        list(values),
        limit,
    )
    return rows.many(Numbered, found)


async def sanctions(found: Sequence[Numbered]) -> list[Sanctioned]:
    """Return the sanctions in cases about these parties, or about somebody with one of their numbers."""
    pairs = [(one.id, value) for one in found for value in one.values]
    entries = [(one.id, entry) for one in found for entry in one.ids]
    listed = await database.fetch(
        """
        WITH asked (party_id, value) AS (SELECT * FROM unnest($1::uuid[], $2::text[])), hits AS (
            SELECT e.party_id, c.id FROM unnest($3::uuid[], $4::uuid[]) e (party_id, entry)
                JOIN cases c ON c.subject_id = e.entry
            UNION SELECT a.party_id, c.id FROM asked a JOIN cases c ON c.subject_identity = a.value
            UNION SELECT a.party_id, c.id FROM asked a JOIN cases c ON replace(c.subject_tax_code, '-', '') = a.value
                AND c.subject_tax_code IN (a.value, left(a.value, 10) || '-' || substr(a.value, 11)))
        SELECT h.party_id, c.sanctioned_on, c.only_warned, c.executed_at AS executed_on, c.lapsed_on
        FROM hits h JOIN cases c ON c.id = h.id WHERE c.sanctioned_on IS NOT NULL
        """,
        [party_id for party_id, _ in pairs],
        [value for _, value in pairs],
        [party_id for party_id, _ in entries],
        [entry for _, entry in entries],
    )
    return rows.many(Sanctioned, listed)
