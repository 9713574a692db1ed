"""Queries of what happened to one party, in the reader's scope. By hand: scopes of four tables in one statement."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules.licence_terms import CHANGING, HOLDING, Decided
from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.core.json_columns import decoded
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.insight.rules.counting.cases import DECISIONS
from schemas.casework.words import CaseAct


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One record that names the party. `day` is in Vietnam: of its issue, opening, last planned day or receipt."""

    kind: Literal["inspection", "case", "plan", "information"]
    id: UUID
    number: str
    about: str
    """What tells it from others, as its record says it."""
    state: str
    day: date
    plan_id: UUID | None = None


_DECISIONS = DECISIONS | {CaseAct.CHAIR_DECIDED}
_DAY = "AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"


def _own(alias: str) -> str:
    """Return the condition that a record under one of the parties was not given to another one."""
    return (
        f"NOT EXISTS (SELECT FROM party_records_of_other x WHERE x.record_id = {alias}.id"
        " AND x.party_id <> ALL ($1::uuid[]))"
    )


async def told(party_ids: list[UUID], actor: Actor, limit: int) -> list[Told]:
    """Return what is about one of these parties, which are one, the newest first, up to a limit of each kind.

    An inspection or a case that names one of them, but for what is another's since a merge was undone; and what names
    another and is theirs since then.
    Items of a plan that is not issued are for readers of the plan alone.
    """
    args: list[Any] = [party_ids, limit]

    def seen(reach: scope.Reach, alias: str) -> str:
        sql, given = scope.sql(reach, alias, len(args) + 1)
        args.extend(given)
        return sql

    inspections = seen(scope.teamed(INSPECTION_TEAMS, actor), "i")
    cases = seen(scope.teamed(CASE_TEAMS, actor), "c")
    items, plans = seen(scope.plan_items(actor), "n"), seen(scope.plans(actor), "p")
    informations = seen(scope.informations(actor), "r")
    found = await database.fetch(
        f"""
        WITH given AS MATERIALIZED
            (SELECT o.record_id FROM party_records_of_other o WHERE o.party_id = ANY ($1::uuid[]))
        (SELECT 'inspection' AS kind, i.id, i.decision_number AS number, i.subject_address AS about, i.state,
            (i.issued_at {_DAY} AS day, NULL::uuid AS plan_id
        FROM inspections i WHERE i.subject_id = ANY ($1::uuid[]) AND {_own("i")} AND {inspections}
        ORDER BY i.issued_at DESC, i.id DESC LIMIT $2)
        UNION
        (SELECT 'inspection', i.id, i.decision_number, i.subject_address, i.state, (i.issued_at {_DAY}, NULL
        FROM given g JOIN inspections i ON i.id = g.record_id WHERE {inspections}
        ORDER BY i.issued_at DESC, i.id DESC LIMIT $2)
        UNION
        (SELECT 'case', c.id, c.number, coalesce(c.subject_name, ''), c.state, (c.opened_at {_DAY}, NULL
        FROM cases c WHERE c.subject_id = ANY ($1::uuid[]) AND {_own("c")} AND {cases}
        ORDER BY c.opened_at DESC, c.id DESC LIMIT $2)
        UNION
        (SELECT 'case', c.id, c.number, coalesce(c.subject_name, ''), c.state, (c.opened_at {_DAY}, NULL
        FROM given g JOIN cases c ON c.id = g.record_id WHERE {cases}
        ORDER BY c.opened_at DESC, c.id DESC LIMIT $2)
        UNION ALL
        (SELECT 'plan', n.id, coalesce(p.number, p.title), p.title, n.state, n.last_day, n.plan_id
        FROM plan_items n JOIN plans p ON p.id = n.plan_id
        WHERE n.subject_id = ANY ($1::uuid[]) AND n.state <> 'removed'
            AND (({items}) AND p.state IN ('issued', 'ended') OR {plans})
        ORDER BY n.last_day DESC, n.id DESC LIMIT $2)
        UNION ALL
        (SELECT 'information', r.id, r.number, '', r.state, (r.received_at {_DAY}, NULL
        FROM informations r
        WHERE r.id IN (SELECT x.information_id FROM information_suspects x WHERE x.subject_id = ANY ($1::uuid[]))
            AND {informations}
        ORDER BY r.received_at DESC, r.id DESC LIMIT $2)
        ORDER BY 6 DESC, 2 DESC
        """,
        *args,
    )
    return rows.many(Told, found)


async def sanctions(party_ids: list[UUID], actor: Actor, limit: int) -> list[Decided]:
    """Return the sanctions in the reader's scope that stand and lay more than a fine on one of these parties.

    The newest first, with the decisions that amend, correct or partly cancel them and stand. Those whose execution is
    suspended are left out: meanwhile nothing of them is carried out.
    """
    seen, given = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 5)
    found = await database.fetch(
        f"""
        WITH theirs AS (SELECT c.id FROM cases c WHERE c.subject_id = ANY ($1::uuid[])
            UNION SELECT o.record_id FROM party_records_of_other o WHERE o.party_id = ANY ($1::uuid[])),
        said AS (SELECT DISTINCT ON (c.id) c.id AS case_id, c.number AS case_number, c.decision_number,
                e.act::jsonb -> 'content' AS content
            FROM theirs JOIN cases c USING (id) JOIN ledger_entries e ON e.record_id = c.id
                AND e.act_type = ANY ($3::text[]) AND e.quarantine IS NULL
            WHERE c.sanctioned_on IS NOT NULL AND c.state <> 'suspended' AND {_own("c")} AND {seen}
                AND coalesce(e.act::jsonb #>> '{{content,outcome}}', 'sanction') = 'sanction'
            ORDER BY c.id, e.number DESC)
        SELECT s.case_id, s.case_number, s.decision_number, (s.content ->> 'decided_on')::date AS decided_on,
            coalesce(s.content ->> 'effective_on', d.fields ->> 'effective_on') AS effective_on,
            coalesce((d.fields ->> 'effect_licence')::boolean, false) AS at_handing_over,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('started_at', m.fields::jsonb -> 'started_at',
                    'licences', m.fields::jsonb -> 'licences')), '[]')::text FROM documents m
                WHERE m.case_id = s.case_id AND m.form = '{HOLDING}' AND m.state IN ('signed', 'delivered')
                    AND m.fields ->> 'decision_number' = d.number
                    AND m.fields ->> 'decision_date' = d.issued_on::text) AS held,
            coalesce(s.content #>> '{{order,extra_penalties}}', '[]') AS penalties,
            CASE WHEN (s.content ->> 'licence_suspended')::boolean THEN s.content ->> 'place' END AS chair_of,
            coalesce(nullif(s.content -> 'licences', 'null'), '[]')::text AS licences,
            (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('number', b.number, 'on', coalesce(b.issued_on::text,
                    e.act::jsonb #>> '{{content,decided_on}}'))), '[]')::text
                FROM ledger_entries e JOIN documents b ON b.case_id = s.case_id AND b.cancelled_by IS NULL
                    AND b.form = ANY ($4::text[])
                    AND b.id::text IN (e.act::jsonb #>> '{{content,by}}', e.act::jsonb #>> '{{content,document_id}}')
                WHERE e.record_id = s.case_id AND e.quarantine IS NULL
                    AND (e.act_type = 'chair.changed'
                            AND e.act::jsonb #>> '{{content,change}}' IN ('amended', 'corrected')
                        OR e.act_type IN ('document.amended', 'document.replaced')
                            AND e.act::jsonb #>> '{{content,document_id}}' = s.content ->> 'document_id')) AS changes
        FROM said s LEFT JOIN documents d ON d.id = (s.content ->> 'document_id')::uuid
        WHERE jsonb_array_length(coalesce(s.content #> '{{order,extra_penalties}}', '[]')) > 0
            OR (s.content ->> 'licence_suspended')::boolean
        ORDER BY 4 DESC, s.case_id LIMIT $2
        """,
        party_ids,
        limit,
        sorted(_DECISIONS),
        list(CHANGING),
        *given,
    )
    return rows.many(Decided, decoded(found, "held", "penalties", "licences", "changes"))
