"""Branches of submissions for approval: open steps, and what came back to its submitter.

Whom a step waits for is found by keys of offices, asked anew at each request (backend/approvals/claims.py): a transfer,
an absence or a delegation routes by itself.
"""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from backend.insight.queries.of_decisions import EMERGENCY
from schemas.core.vocabulary import Role

_EVERYBODY = tuple(Role)
_BACK = "coalesce(r.returned_at, r.renewed_at)"
_SHOWN = "approval_submissions r JOIN officers o ON o.id = r.submitted_by"
_COLUMNS = {
    "subject": "r.title_vi",
    "subject_en": "r.title_en",
    "who": "o.full_name",
    "state": "r.kind",
}

_ASKED = """(SELECT w.kind FROM approval_waits w
    WHERE w.submission_id = r.id AND w.opens_at <= :now AND (w.key = ANY(:keys) OR w.key = ANY(:advice))
    ORDER BY w.step LIMIT 1)"""
"""The kind of the reader's first open step."""

_STILL_THERE = """EXISTS (SELECT FROM officers x WHERE x.id = r.submitted_by AND x.state = 'active'
    AND ((x.unit_id IN (r.unit_1, r.unit_2, r.unit_3, r.unit_4)) IS TRUE
        OR (coalesce(r.unit_4, r.unit_3, r.unit_2, r.unit_1) IN (x.unit_1, x.unit_2, x.unit_3, x.unit_4)) IS TRUE
        OR EXISTS (SELECT FROM case_officers c WHERE c.case_id = r.record_id AND c.officer_id = x.id)
        OR EXISTS (SELECT FROM inspection_team t WHERE t.inspection_id = r.record_id AND t.officer_id = x.id)))"""
"""Its submitter serves in the unit in which it lies, above or below it, or works on what it is about."""

BRANCHES: Final = (
    Branch(
        kind="step",
        roles=_EVERYBODY,
        # Several keys of a step may be the reader's. Who drafted it answers no step but the signature (PRACTICE B6).
        # The limit of a file is for what is asked before the issuer has it, and no limit of the ruling.
        rows=f"""(
            SELECT s.id, min(w.opens_at) AS opens_at, min(w.due_at) AS step_due,
                min(s.due_at) FILTER (WHERE s.kind <> 'file' OR w.kind <> 'agree') AS legal_due,
                min(s.due_rule) AS due_rule, min(q.proposed_at) FILTER (WHERE {EMERGENCY} IS NOT NULL) AS urgent_at
            FROM approval_waits w JOIN approval_submissions s ON s.id = w.submission_id
                LEFT JOIN inspection_proposals q ON q.document_id = s.item_id
            WHERE (w.key = ANY(:keys) OR (w.key = ANY(:advice) AND w.kind <> 'sign'))
                AND w.opens_at <= :now AND s.state = 'waiting'
                AND (w.kind = 'sign' OR (s.submitted_by <> :me AND NOT :me = ANY(s.drafters)))
            GROUP BY s.id) r""",
        waits="true",
        seen=None,
        since="r.opens_at",
        due="least(r.step_due, r.legal_due)",
        # A step that did not begin yet, and one without time of its own, end with the legal limit.
        rule="CASE WHEN r.legal_due IS NULL OR r.step_due < r.legal_due THEN 'B7' ELSE r.due_rule END",
        # A proposal in an emergency stands as if it were due since it came.
        place="r.urgent_at",
        shown=f"{_SHOWN} LEFT JOIN inspection_proposals q ON q.document_id = r.item_id",
        columns=_COLUMNS | {"asked": _ASKED, "note": EMERGENCY},
    ),
    Branch(
        kind="step_returned",
        roles=_EVERYBODY,
        rows="approval_submissions r",
        # While its holder is away it is the stand-in's too; of who left the service or the unit, the head's.
        waits=f"""r.state = 'with_submitter'
            AND (r.submitted_by = ANY(:standing) AND {_STILL_THERE} OR :rules AND NOT {_STILL_THERE})""",
        seen=scope.submissions,
        since=_BACK,
        # The issuer has a file that came back: the limit for bringing it was kept.
        due="CASE WHEN r.kind <> 'file' THEN r.due_at END",
        rule="CASE WHEN r.kind <> 'file' THEN r.due_rule END",
        returned="true",
        place=f"{_BACK} + interval '24 hours'",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="route",
        roles=(Role.SUPERVISOR, Role.LEGAL, Role.ADMINISTRATOR),
        rows="approval_routes r",
        waits="r.draft IS NOT NULL AND r.drafted_by <> :me",
        seen=scope.routes,
        since="r.drafted_at",
        shown="approval_routes r JOIN officers o ON o.id = r.drafted_by",
        columns={"subject": "r.name", "who": "o.full_name"},
    ),
)
"""In the order in which the page names them."""
