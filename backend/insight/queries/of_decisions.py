"""Branches of papers about inspection decisions: signed, sent back, scanned, compared, dispatched.

Who may do what with such a paper: backend/fieldwork/rules/desk_papers.py and hand_signed.py.
"""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from backend.insight.queries.of_desk_papers import Papers
from schemas.core.vocabulary import Role

_TEAM = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
_PAPERS = Papers(
    table="decision_papers",
    subject="r.subject_name",
    dispatches="decision_dispatches",
    seen=scope.decision_papers,
)
EMERGENCY: Final = "q.proposed -> 'emergency' ->> 'reason'"
"""Why a proposal cannot wait (Circular 27/2020 Art 12): it stands as if it were due since it came."""
_OVER = """EXISTS (SELECT FROM inspections v WHERE v.id = r.inspection_id AND v.state = 'discarded'
    AND NOT coalesce((r.change ->> 'withdraws')::boolean, false))"""
"""Its decision was withdrawn, or has lapsed: nothing goes out of it any more."""
_BEGUN = """(SELECT v.id, v.unit_1, v.unit_2, v.unit_3, v.unit_4, h.begun_by AS drafted_by, h.begun_at, h.due_at,
        h.outcome, h.reason, h.matched_at, h.matched_by, v.subject_name, v.decision_number
    FROM hand_signed_decisions h JOIN inspections v ON v.id = h.inspection_id
    WHERE h.outcome IS NULL OR h.outcome = 'differs') r"""

BRANCHES: Final = (
    Branch(
        kind="proposal_returned",
        roles=_TEAM,
        rows="inspection_proposals q JOIN decision_papers r ON r.id = q.document_id",
        waits="q.proposed_by = :me AND q.remarks IS NOT NULL AND r.state = 'draft'",
        seen=scope.decision_papers,
        claimed="z.record_id = r.inspection_id AND z.item_id = r.id AND z.submitted_by = :me",
        since="q.returned_at",
        place="q.returned_at + interval '24 hours'",
        returned="true",
        shown="inspection_proposals q JOIN decision_papers r ON r.id = q.document_id"
        " LEFT JOIN officers i ON i.id = q.returned_by JOIN officers o ON o.id = r.drafted_by",
        columns=_PAPERS.columns | {"note": "q.remarks"},
    ),
    Branch(
        kind="decision_sign",
        roles=(Role.SUPERVISOR,),
        rows="decision_papers r LEFT JOIN inspection_proposals q ON q.document_id = r.id",
        waits="r.state = 'draft' AND q.remarks IS NULL",
        seen=scope.whole_unit,
        claimed="z.record_id = r.inspection_id AND z.item_id = r.id",
        since="coalesce(q.proposed_at, r.drafted_at)",
        place=f"CASE WHEN {EMERGENCY} IS NOT NULL THEN q.proposed_at END",
        shown=f"{_PAPERS.shown} LEFT JOIN inspection_proposals q ON q.document_id = r.id",
        columns=_PAPERS.columns | {"note": EMERGENCY},
    ),
    _PAPERS.scan("decision_scan", (Role.SUPERVISOR,)),
    _PAPERS.compare("decision_compare", but="r.drafted_by, r.issued_by, r.scanned_by"),
    Branch(
        kind="sheet_match",
        roles=(Role.CLERK, Role.SUPERVISOR),
        rows=_BEGUN,
        waits="r.outcome IS NULL AND r.drafted_by <> :me",
        seen=scope.decision_papers,
        since="r.begun_at",
        due="r.due_at",
        rule="'B3'",
        shown=f"{_BEGUN} JOIN officers o ON o.id = r.drafted_by",
        columns={"subject": "r.subject_name", "number": "r.decision_number", "who": "o.full_name"},
    ),
    Branch(
        kind="sheet_differs",
        roles=_TEAM,
        rows=_BEGUN,
        waits="r.outcome = 'differs' AND r.drafted_by = :me",
        seen=scope.decision_papers,
        since="coalesce(r.matched_at, r.begun_at)",
        place="coalesce(r.matched_at, r.begun_at) + interval '24 hours'",
        returned="true",
        shown=f"{_BEGUN} LEFT JOIN officers o ON o.id = r.matched_by",
        columns={
            "subject": "r.subject_name",
            "number": "r.decision_number",
            "who": "o.full_name",
            "note": "r.reason",
        },
    ),
    _PAPERS.dispatch("decision_dispatch", also=f"NOT {_OVER}"),
)
"""In the order in which the page names them."""
