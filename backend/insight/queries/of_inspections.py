"""Branches of inspections: what a head rules on, what a team does next.

The conditions are those under which the inspection's page offers the step, see backend/fieldwork/rules and
backend/fieldwork/queries/worklists.py.
"""

from typing import Final

from backend.core import scope
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_HEAD = (Role.SUPERVISOR,)
_TEAM = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
_SHOWN = "inspections r JOIN officers l ON l.id = r.leader_id"
_COLUMNS = {
    "subject": "r.subject_name",
    "number": "r.decision_number",
    "who": "l.full_name",
    "missing": "r.missing_count",
}
_NOT_ON_TEAM = (
    "NOT EXISTS (SELECT FROM inspection_team t WHERE t.inspection_id = r.id AND t.officer_id = :me)"
)
# Before anybody took it up, any member of the team may.
_OWNS = "(r.minutes_flow = 1 OR :me IN (coalesce(r.minutes_owner, r.leader_id), r.leader_id))"
"""In the newer flow the minutes are their owner's, and the leader answers for the visit."""
_DRAFT_RETURNED = """EXISTS (SELECT FROM rulings x WHERE x.inspection_id = r.id AND x.kind LIKE 'draft%'
    AND x.comments <> '[]' AND x.void_since IS NULL AND NOT x.noted)"""
"""An answer to a draft with remarks is a return; new minutes void it."""
_BACK_SINCE = "coalesce(r.decided_at, r.submitted_at, r.updated_at)"

_LIES = "coalesce(d.unit_4, d.unit_3, d.unit_2, d.unit_1)"
"""The unit that has a line of the diary today."""

BRANCHES: Final = (
    Branch(
        kind="draft",
        roles=_HEAD,
        rows="inspections r",
        waits=f"r.draft_since IS NOT NULL AND {_NOT_ON_TEAM}",
        seen=scope.whole_unit,
        claimed="z.record_id = r.id AND z.kind = 'minutes_draft'",
        since="r.draft_since",
        place="r.draft_since",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="file",
        roles=_HEAD,
        rows="inspections r",
        waits="r.state = 'submitted' AND r.file_status IS DISTINCT FROM 'supplement_asked'"
        f" AND r.submitted_by <> :me AND {_NOT_ON_TEAM}",
        seen=scope.whole_unit,
        claimed="z.record_id = r.id AND z.kind = 'file'",
        since="r.submitted_at",
        shown=_SHOWN,
        columns=_COLUMNS
        | {
            "form": "(SELECT m.form FROM minutes m WHERE m.act_id = r.minutes_id)",
            "times": "(SELECT count(*) FROM rulings x WHERE x.inspection_id = r.id AND x.kind = 'returned')",
        },
    ),
    Branch(
        kind="discard",
        roles=_HEAD,
        rows="inspections r",
        waits="r.state IN ('decided', 'opened') AND r.minutes_flow = 2 AND r.discarded_at IS NOT NULL"
        f" AND (r.issued_by = :me OR {_NOT_ON_TEAM})",
        seen=scope.whole_unit,
        since="r.discarded_at",
        shown="inspections r JOIN officers l ON l.id = r.discarded_by",
        columns=_COLUMNS | {"note": "r.discard_reason"},
    ),
    Branch(
        kind="held",
        roles=_HEAD,
        rows="""inspections r CROSS JOIN LATERAL (
            SELECT coalesce(min(q.received_at), r.updated_at) AS since FROM quarantined_acts q
            WHERE q.record_id = r.id AND q.decided IS NULL) h""",
        waits="r.quarantine_count > 0",
        seen=lambda actor: scope.teamed(INSPECTION_TEAMS, actor),
        since="h.since",
        shown=_SHOWN,
        columns=_COLUMNS | {"times": "r.quarantine_count"},
    ),
    Branch(
        kind="unknown",
        roles=_HEAD,
        rows="""(
            SELECT s.record_id AS id, min(s.received_at) AS since FROM (
                SELECT q.record_id, q.received_at, e.officer_id
                FROM quarantined_acts q JOIN ledger_entries e ON e.act_id = q.act_id
                WHERE q.code = 'record_unknown' AND q.decided IS NULL
                UNION ALL
                SELECT f.record_id, f.received_at, f.officer_id FROM refused_acts f
                WHERE f.code = 'record_unknown' AND f.act_type LIKE 'inspection.%') s
            JOIN officers o ON o.id = s.officer_id
            WHERE {seen} AND NOT EXISTS (SELECT FROM inspections i WHERE i.id = s.record_id)
            GROUP BY s.record_id) r""",
        waits="true",
        seen=scope.senders,
        team="o",
        since="r.since",
        shown="""(
            SELECT s.record_id AS id, string_agg(DISTINCT o.full_name, ', ' ORDER BY o.full_name) AS senders,
                count(*) AS acts
            FROM (
                SELECT q.record_id, e.officer_id
                FROM quarantined_acts q JOIN ledger_entries e ON e.act_id = q.act_id
                WHERE q.code = 'record_unknown' AND q.decided IS NULL
                UNION ALL
                SELECT f.record_id, f.officer_id FROM refused_acts f
                WHERE f.code = 'record_unknown' AND f.act_type LIKE 'inspection.%') s
            JOIN officers o ON o.id = s.officer_id WHERE {seen} GROUP BY s.record_id) r""",
        columns={"who": "r.senders", "times": "r.acts"},
    ),
    Branch(
        kind="unopened",
        roles=_TEAM,
        rows="inspections r",
        waits="r.no_case_since IS NOT NULL",
        seen=lambda actor: scope.teamed(INSPECTION_TEAMS, actor),
        since="r.no_case_since",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="returned",
        roles=_TEAM,
        rows="inspection_team m JOIN inspections r ON r.id = m.inspection_id",
        waits="m.officer_id = :me AND (r.state = 'returned'"
        " OR (r.state = 'submitted' AND r.file_status = 'supplement_asked')"
        f" OR (r.state = 'announced' AND r.draft_since IS NULL AND {_DRAFT_RETURNED}))"
        f" AND ({_OWNS} OR r.submitted_by = :me)",
        seen=lambda actor: scope.teamed(INSPECTION_TEAMS, actor),
        claimed="z.record_id = r.id AND z.kind IN ('file', 'minutes_draft') AND z.submitted_by = :me",
        since=_BACK_SINCE,
        place=f"{_BACK_SINCE} + interval '24 hours'",
        returned="true",
        shown="inspections r LEFT JOIN officers l ON l.id = r.decided_by",
        columns=_COLUMNS | {"state": "coalesce(r.file_status, r.state)"},
    ),
    Branch(
        kind="visit",
        roles=_TEAM,
        rows="inspection_team m JOIN inspections r ON r.id = m.inspection_id",
        waits="m.officer_id = :me AND r.state IN ('decided', 'opened', 'announced', 'revising')"
        f" AND r.discarded_at IS NULL AND r.draft_since IS NULL AND (r.state = 'decided' OR {_OWNS})"
        f" AND NOT (r.state = 'announced' AND {_DRAFT_RETURNED})",
        seen=lambda actor: scope.teamed(INSPECTION_TEAMS, actor),
        since="coalesce(r.announced_at, r.opened_at, r.issued_at)",
        shown="inspections r LEFT JOIN officers l ON l.id = r.issued_by",
        columns=_COLUMNS | {"state": "r.state"},
    ),
    Branch(
        kind="diary",
        roles=(Role.SUPERVISOR, Role.TEAM_LEADER),
        # A day is confirmed once it is over: what happens today waits for nobody yet.
        rows=f"""(SELECT {_LIES} AS id, min(d.at) AS since FROM diary_lines d
            WHERE d.confirmed_by IS NULL AND d.unit_id IN (SELECT p.id FROM units p
                    WHERE coalesce(p.unit_4, p.unit_3, p.unit_2, p.unit_1) = ANY(:heads))
                AND d.entered_on < (:now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
            GROUP BY {_LIES}) r""",
        waits="true",
        seen=None,
        since="r.since",
        shown="units r",
        columns={
            "subject": "r.name_vi",
            "subject_en": "r.name_en",
            "times": """(SELECT count(*) FROM diary_lines d WHERE d.confirmed_by IS NULL AND d.unit_id IN
                (SELECT p.id FROM units p WHERE coalesce(p.unit_4, p.unit_3, p.unit_2, p.unit_1) = r.id))""",
        },
    ),
)
"""In the order in which the page names them."""
