"""SQL of earlier inspections and cases of a party, over the whole force; what the reader may not see is left null."""

from typing import Any
from uuid import UUID

from backend import database, scope
from backend.actors import Actor
from backend.repeats.rules import LIMIT, SIMILAR_PERCENT
from schemas.repeats import PartyIdentity

# $1 subject, $2 name, $3 address, $4 tax code, $5 identity, $6 the record asked from, $7 percent of similarity.
# An inspection has two addresses: the place that was inspected (subject_address), and the party's own in its decision.
_INSPECTIONS = """
    SELECT i.id, 'subject' AS reason FROM inspections i WHERE i.subject_id = $1
    UNION ALL SELECT i.id, 'identity' FROM inspections i WHERE i.decision -> 'subject' ->> 'tax_code' = $5
    UNION ALL SELECT i.id, 'tax_code' FROM inspections i
        WHERE i.decision -> 'subject' ->> 'tax_code' = $4 AND $4 IS DISTINCT FROM $5
    UNION ALL SELECT i.id, 'name_and_address' FROM inspections i
        WHERE fold(i.subject_name) = fold($2)
            AND fold($3) IN (fold(i.subject_address), fold(i.decision -> 'subject' ->> 'address'))
    UNION ALL SELECT i.id, 'similar_name' FROM inspections i
        WHERE fold(i.subject_address) = fold($3) AND similarity(fold(i.subject_name), fold($2)) * 100 >= $7
    UNION ALL SELECT i.id, 'name_only' FROM inspections i WHERE $3 IS NULL AND fold(i.subject_name) = fold($2)
"""
_CASES = """
    SELECT c.id, 'subject' AS reason FROM cases c WHERE c.subject_id = $1
    UNION ALL SELECT c.id, 'identity' FROM cases c WHERE c.subject_identity = $5 OR c.subject_tax_code = $5
    UNION ALL SELECT c.id, 'tax_code' FROM cases c WHERE c.subject_tax_code = $4 AND $4 IS DISTINCT FROM $5
    UNION ALL SELECT c.id, 'name_and_address' FROM cases c
        WHERE c.subject_address_fold = fold($3) AND c.subject_fold = fold($2)
    UNION ALL SELECT c.id, 'similar_name' FROM cases c
        WHERE c.subject_address_fold = fold($3) AND similarity(c.subject_fold, fold($2)) * 100 >= $7
    UNION ALL SELECT c.id, 'name_only' FROM cases c WHERE $3 IS NULL AND c.subject_fold = fold($2)
"""


def _args(asked: PartyIdentity, apart_from: UUID | None) -> list[Any]:
    return [
        asked.subject_id,
        asked.name,
        asked.address,
        asked.tax_code,
        asked.identity_number,
        apart_from,
        SIMILAR_PERCENT,
    ]


_TYPED = (
    ("$1", "$1::uuid"),
    ("$2", "$2::text"),
    ("$3", "$3::text"),
    ("$4", "$4::text"),
    ("$5", "$5::text"),
    ("$7", "$7::integer"),
)


def _typed(sql: str) -> str:
    """The reasons with the types of their parameters said, which PostgreSQL cannot guess of a null."""
    for plain, typed in _TYPED:
        sql = sql.replace(plain, typed)
    return sql


async def inspections(actor: Actor, asked: PartyIdentity, apart_from: UUID | None) -> list[Any]:
    """Earlier inspections, newest first, one more than the limit where there are more. `visible` says whether this
    reader may see it; of others only number and unit are told."""
    seen, args = scope.inspections(actor, "i", 8)
    return await database.fetch(
        f"""
        WITH found AS (
            SELECT id, array_agg(DISTINCT reason) AS reasons FROM ({_typed(_INSPECTIONS)}) hits
            WHERE id IS DISTINCT FROM $6::uuid GROUP BY id
        ), told AS (
            SELECT i.*, f.reasons, {seen} AS visible FROM found f JOIN inspections i ON i.id = f.id
            ORDER BY i.issued_at DESC, i.id DESC LIMIT {LIMIT + 1}
        )
        SELECT t.reasons, t.visible, t.decision_number AS number, u.name_vi, u.name_en,
            CASE WHEN t.visible THEN t.id END AS id,
            CASE WHEN t.visible THEN t.state END AS state,
            CASE WHEN t.visible THEN t.subject_name END AS party_name,
            CASE WHEN t.visible THEN t.subject_address END AS party_address,
            CASE WHEN t.visible THEN t.decision ->> 'issued_on' END AS happened_on,
            CASE WHEN t.visible THEN jsonb_path_query_array(w.fields, '$.violations[*].description')::text END
                AS violations
        FROM told t JOIN units u ON u.id = t.unit_id LEFT JOIN minutes w ON w.act_id = t.minutes_id
        ORDER BY t.issued_at DESC, t.id DESC
        """,
        *_args(asked, apart_from),
        *args,
    )


async def cases(actor: Actor, asked: PartyIdentity, apart_from: UUID | None) -> list[Any]:
    """Earlier cases, as inspections(). Of what the reader may not see, only cases with violation minutes or a sanction:
    that somebody informed about a party is told to nobody else (Circular 27/2020 Art 27)."""
    seen, args = scope.cases(actor, "c", 8)
    return await database.fetch(
        f"""
        WITH found AS (
            SELECT id, array_agg(DISTINCT reason) AS reasons FROM ({_typed(_CASES)}) hits
            WHERE id IS DISTINCT FROM $6::uuid GROUP BY id
        ), told AS (
            SELECT c.*, f.reasons, {seen} AS visible FROM found f JOIN cases c ON c.id = f.id
            WHERE {seen} OR c.recorded_at IS NOT NULL OR c.sanctioned_on IS NOT NULL
            ORDER BY c.opened_at DESC, c.id DESC LIMIT {LIMIT + 1}
        )
        SELECT t.reasons, t.visible, t.number, u.name_vi, u.name_en,
            CASE WHEN t.visible THEN t.id END AS id,
            CASE WHEN t.visible THEN t.state END AS state,
            CASE WHEN t.visible THEN t.subject_name END AS party_name,
            CASE WHEN t.visible THEN t.subject_address END AS party_address,
            CASE WHEN t.visible THEN t.opened_at END AS opened_at,
            CASE WHEN t.visible THEN t.sanctioned_on END AS sanctioned_on,
            CASE WHEN t.visible THEN t.decision_number END AS decision_number,
            CASE WHEN t.visible THEN t.fine_total_vnd END AS fine_vnd,
            CASE WHEN t.visible THEN t.paid_total_vnd END AS paid_vnd,
            CASE WHEN t.visible THEN t.executed_at END AS executed_on,
            CASE WHEN t.visible THEN t.behaviours::text END AS behaviours
        FROM told t JOIN units u ON u.id = t.unit_id
        ORDER BY t.opened_at DESC, t.id DESC
        """,
        *_args(asked, apart_from),
        *args,
    )
