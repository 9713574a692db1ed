"""Queries of earlier inspections and cases of a party, over the whole force.

What the reader may not see is left null.
"""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules.prior_offences import (
    LIMIT,
    NO_WORDS,
    SIMILAR_PERCENT,
    AlsoKnown,
    Words,
)
from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.core.json_columns import decoded
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from schemas.casework.prior_offences import PartyIdentity


class _Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """What both kinds of records have. Of one that the reader may not see, only the first five fields are set."""

    reasons: list[str]
    visible: bool
    number: str
    name_vi: str
    """The name of the record's unit."""
    name_en: str
    id: UUID | None
    state: str | None
    party_name: str | None
    party_address: str | None


class EarlierInspection(_Earlier, frozen=True, kw_only=True):
    """An earlier inspection of a party."""

    happened_on: date | None
    violations: list[str] | None
    """As the minutes in force describe them; None without minutes."""
    form: str | None


class EarlierCase(_Earlier, frozen=True, kw_only=True):
    """An earlier case of a party."""

    opened_at: datetime | None
    sanctioned_on: date | None
    decision_number: str | None
    only_warned: bool | None
    fine_vnd: int | None
    paid_vnd: int | None
    executed_on: date | None
    lapsed_on: date | None
    behaviours: list[str] | None
    """Codes of the catalogue."""


# $1 entries of the register, $2 name, $3 address, $4 tax codes, $5 identities, $6 the record asked from, $7 percent of
# similarity, $8 and $9 names and addresses of entries that are one with the party. No number is in both $4 and $5.
# An inspection has two addresses: the place that was inspected (subject_address), and the party's own in its decision.
_INSPECTIONS = """
    SELECT i.id, 'subject' AS reason FROM inspections i WHERE i.subject_id = ANY ($1)
    UNION ALL SELECT i.id, 'identity' FROM inspections i WHERE i.decision -> 'subject' ->> 'tax_code' = ANY ($5)
    UNION ALL SELECT i.id, 'tax_code' FROM inspections i
        WHERE i.decision -> 'subject' ->> 'tax_code' = ANY ($4)
    UNION ALL SELECT i.id, 'name_and_address' FROM inspections i
        WHERE fold(i.subject_name) = fold($2)
            AND fold($3) IN (fold(i.subject_address), fold(i.decision -> 'subject' ->> 'address'))
    UNION ALL SELECT i.id, 'similar_name' FROM inspections i
        WHERE fold(i.subject_address) = fold($3) AND similarity(fold(i.subject_name), fold($2)) * 100 >= $7
    UNION ALL SELECT i.id, 'name_only' FROM inspections i WHERE $3 IS NULL AND fold(i.subject_name) = fold($2)
    UNION ALL SELECT i.id, 'name_and_address' FROM unnest($8, $9) k (name, address) JOIN inspections i
        ON fold(i.subject_name) = fold(k.name)
            AND fold(k.address) IN (fold(i.subject_address), fold(i.decision -> 'subject' ->> 'address'))
"""
_CASES = """
    SELECT c.id, 'subject' AS reason FROM cases c WHERE c.subject_id = ANY ($1)
    UNION ALL SELECT c.id, 'identity' FROM cases c WHERE c.subject_identity = ANY ($5) OR c.subject_tax_code = ANY ($5)
    UNION ALL SELECT c.id, 'tax_code' FROM cases c WHERE c.subject_tax_code = ANY ($4)
    UNION ALL SELECT c.id, 'name_and_address' FROM cases c
        WHERE c.subject_address_fold = fold($3) AND c.subject_fold = fold($2)
    UNION ALL SELECT c.id, 'similar_name' FROM cases c
        WHERE c.subject_address_fold = fold($3) AND similarity(c.subject_fold, fold($2)) * 100 >= $7
    UNION ALL SELECT c.id, 'name_only' FROM cases c WHERE $3 IS NULL AND c.subject_fold = fold($2)
    UNION ALL SELECT c.id, 'name_and_address' FROM unnest($8, $9) k (name, address) JOIN cases c
        ON c.subject_address_fold = fold(k.address) AND c.subject_fold = fold(k.name)
"""


_OWN = 9
"""Parameters of what is asked; those of the scope follow."""


def _args(asked: PartyIdentity, also: AlsoKnown, apart_from: UUID | None) -> list[Any]:
    identities = {*also.identities, *filter(None, [asked.identity_number])}
    return [
        sorted({*also.ids, *filter(None, [asked.subject_id])}),
        asked.name,
        asked.address,
        sorted({*also.tax_codes, *filter(None, [asked.tax_code])} - identities),
        sorted(identities),
        apart_from,
        SIMILAR_PERCENT,
        list(also.names),
        list(also.addresses),
    ]


def _said(words: Words) -> list[Any]:
    return [*words.name, list(words.place)] if words.name else []


_TYPED = (
    ("$1", "$1::uuid[]"),
    ("$2", "$2::text"),
    ("$3", "$3::text"),
    ("$4", "$4::text[]"),
    ("$5", "$5::text[]"),
    ("$7", "$7::integer"),
    ("$8", "$8::text[]"),
    ("$9", "$9::text[]"),
)


def _typed(sql: str) -> str:
    """Return the reasons with typed parameters: PostgreSQL cannot infer the type of a null."""
    for plain, typed in _TYPED:
        sql = sql.replace(plain, typed)
    return sql


# By words alone only what the reader may see is found: otherwise words would reveal parties all
# over the force.
_BY_WORDS = "UNION ALL SELECT {row}.id, 'name_words' FROM {table} {row} WHERE {holds} AND {seen}"


class _Row(NamedTuple):
    """A table that is searched, its name in the statement, and its party's folded name and address."""

    table: str
    row: str
    name: str
    place: str
    newest: str


_OF_INSPECTIONS = _Row(
    "inspections", "i", "fold(i.subject_name)", "fold(i.subject_address)", "i.issued_at"
)
_OF_CASES = _Row("cases", "c", "c.subject_fold", "c.subject_address_fold", "c.opened_at")


def _by_words(of: _Row, seen: str, words: Words, first: int) -> str:
    """Return a further search in SQL: each word begins a word of the name.

    Its parameters begin at `first`. The trigram index answers LIKE; the expression then keeps "hoa"
    from being found in "khoan".
    """
    if not words.name:
        return ""
    holds = " AND ".join(
        f"{of.name} LIKE '%' || ${place}::text || '%' AND {of.name} ~ ('\\m' || ${place}::text)"
        for place in range(first, first + len(words.name))
    )
    return _BY_WORDS.format(row=of.row, table=of.table, holds=holds, seen=seen)


def _rank(of: _Row, words: Words, first: int) -> str:
    """Return the order: exact matches first, newest first; then matches by words.

    Those rank by the place that was asked, the whole name, names that begin so, the most similar.
    """
    if not words.name:
        return f"{of.newest} DESC, {of.row}.id DESC"
    places = f"SELECT count(*) FROM unnest(${first + len(words.name)}::text[]) w"
    loose = "f.reasons = ARRAY['name_words']"
    ranks = (
        f"({places} WHERE {of.place} ~ ('\\m' || w))",
        f"({of.name} = fold($2))::integer + starts_with({of.name}, fold($2))::integer",
        f"similarity({of.name}, fold($2))",
    )
    told = ", ".join(f"CASE WHEN {loose} THEN {rank} ELSE 0 END DESC" for rank in ranks)
    return f"{loose}, {told}, {of.newest} DESC, {of.row}.id DESC"


async def inspections(
    actor: Actor,
    asked: PartyIdentity,
    also: AlsoKnown,
    apart_from: UUID | None,
    words: Words = NO_WORDS,
) -> list[EarlierInspection]:
    """List earlier inspections, newest first, those found by words last.

    One more than the limit if there are more. `visible` says whether this reader may see it. Of
    others only number and unit are shown, and only once they were announced or submitted. Before
    that, an inspection must stay a surprise (Circular 27/2020/TT-BCT Art 12).
    """
    seen, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", _OWN + 1)
    after = _OWN + 1 + len(args)
    hits = _typed(_INSPECTIONS) + _by_words(_OF_INSPECTIONS, seen, words, after)
    found = await database.fetch(
        f"""
        WITH found AS (
            SELECT id, array_agg(DISTINCT reason) AS reasons FROM ({hits}) hits
            WHERE id IS DISTINCT FROM $6::uuid GROUP BY id
        ), told AS (
            SELECT i.*, f.reasons, {scope.as_value(seen)} AS visible,
                row_number() OVER (ORDER BY {_rank(_OF_INSPECTIONS, words, after)}) AS place
            FROM found f JOIN inspections i ON i.id = f.id
            WHERE {seen} OR i.announced_at IS NOT NULL OR i.submitted_at IS NOT NULL
            ORDER BY place LIMIT {LIMIT + 1}
        )
        SELECT t.reasons, t.visible, t.decision_number AS number, u.name_vi, u.name_en,
            CASE WHEN t.visible THEN t.id END AS id,
            CASE WHEN t.visible THEN t.state END AS state,
            CASE WHEN t.visible THEN t.subject_name END AS party_name,
            CASE WHEN t.visible THEN t.subject_address END AS party_address,
            CASE WHEN t.visible THEN t.decision ->> 'issued_on' END AS happened_on,
            CASE WHEN t.visible THEN jsonb_path_query_array(w.fields, '$.violations[*].description')::text END
                AS violations,
            CASE WHEN t.visible THEN w.form END AS form
        FROM told t JOIN units u ON u.id = t.unit_id LEFT JOIN minutes w ON w.act_id = t.minutes_id
        ORDER BY t.place
        """,
        *_args(asked, also, apart_from),
        *args,
        *_said(words),
    )
    return rows.many(EarlierInspection, decoded(found, "violations"))


async def cases(
    actor: Actor,
    asked: PartyIdentity,
    also: AlsoKnown,
    apart_from: UUID | None,
    words: Words = NO_WORDS,
) -> list[EarlierCase]:
    """List earlier cases, like inspections().

    Of cases that the reader may not see, only those with violation minutes or a sanction are
    listed: that somebody informed about a party is shown to nobody else (Circular 27/2020 Art 27).
    """
    seen, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", _OWN + 1)
    after = _OWN + 1 + len(args)
    hits = _typed(_CASES) + _by_words(_OF_CASES, seen, words, after)
    found = await database.fetch(
        f"""
        WITH found AS (
            SELECT id, array_agg(DISTINCT reason) AS reasons FROM ({hits}) hits
            WHERE id IS DISTINCT FROM $6::uuid GROUP BY id
        ), told AS (
            SELECT c.*, f.reasons, {scope.as_value(seen)} AS visible,
                row_number() OVER (ORDER BY {_rank(_OF_CASES, words, after)}) AS place
            FROM found f JOIN cases c ON c.id = f.id
            WHERE {seen} OR c.recorded_at IS NOT NULL OR c.sanctioned_on IS NOT NULL
            ORDER BY place LIMIT {LIMIT + 1}
        )
        SELECT t.reasons, t.visible, t.number, u.name_vi, u.name_en,
            CASE WHEN t.visible THEN t.id END AS id,
            CASE WHEN t.visible THEN t.state END AS state,
            CASE WHEN t.visible THEN t.subject_name END AS party_name,
            CASE WHEN t.visible THEN t.subject_address END AS party_address,
            CASE WHEN t.visible THEN t.opened_at END AS opened_at,
            CASE WHEN t.visible THEN t.sanctioned_on END AS sanctioned_on,
            CASE WHEN t.visible THEN t.decision_number END AS decision_number,
            CASE WHEN t.visible THEN t.only_warned END AS only_warned,
            CASE WHEN t.visible THEN t.fine_total_vnd END AS fine_vnd,
            CASE WHEN t.visible THEN t.paid_total_vnd END AS paid_vnd,
            CASE WHEN t.visible THEN t.executed_at END AS executed_on,
            CASE WHEN t.visible THEN t.lapsed_on END AS lapsed_on,
            CASE WHEN t.visible THEN t.behaviours::text END AS behaviours
        FROM told t JOIN units u ON u.id = t.unit_id
        ORDER BY t.place
        """,
        *_args(asked, also, apart_from),
        *args,
        *_said(words),
    )
    return rows.many(EarlierCase, decoded(found, "behaviours"))
