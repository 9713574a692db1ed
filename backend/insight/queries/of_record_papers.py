"""Branches of papers of plans and of information: to sign, to scan, to compare, to dispatch.

Who may do what with such a paper: backend/documents/rules/record_papers.py. The plan itself (KH) waits as its plan does
(of_plans.py). Papers of information about officers are seen by who heads it and who drafted them, and by no clerk.
"""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from backend.insight.queries.of_desk_papers import WITHIN, Papers
from schemas.core.vocabulary import Role

_OWN = "coalesce(r.unit_4, r.unit_3, r.unit_2, r.unit_1)"
_HEADED = f"('head:' || {_OWN} = ANY(:keys) OR {_OWN} = ANY(:headless))"
_PAPERS = Papers(
    table="record_papers",
    subject="nullif(r.about, '')",
    dispatches="record_paper_dispatches",
    seen=scope.record_papers,
)
_ABOUT_OFFICER = """EXISTS (SELECT FROM informations n WHERE n.id = r.record_id
    AND (n.auditors_only OR cardinality(n.named_officers) > 0))"""
_AUDITORS = "EXISTS (SELECT FROM informations n WHERE n.id = r.record_id AND n.auditors_only)"

BRANCHES: Final = (
    Branch(
        kind="record_paper_sign",
        roles=(Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR),
        rows="record_papers r",
        # A report (BC) is signed by who makes it, everything else by the head.
        waits=f"""r.state = 'final' AND r.form <> 'KH'
            AND CASE WHEN r.form = 'BC' THEN r.drafted_by = :me ELSE {_HEADED} AND NOT {_AUDITORS} END""",
        seen=scope.record_papers,
        claimed="z.record_id = r.record_id AND z.item_id = r.id",
        since="r.updated_at",
        # Nothing in law says how long a signature may take: after two days it stands before what has no limit.
        place=f"r.updated_at + {WITHIN}",
        shown=_PAPERS.shown,
        columns=_PAPERS.columns,
    ),
    _PAPERS.scan("record_paper_scan", (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)),
    _PAPERS.compare(
        "record_paper_compare",
        but="""r.drafted_by, r.issued_by, coalesce(r.scanned_by, r.issued_by),
            coalesce(r.finalised_by, r.issued_by)""",
        also=f"NOT {_ABOUT_OFFICER}",
    ),
    _PAPERS.dispatch(
        "record_paper_dispatch",
        # An order to verify and a report stay in the unit.
        also=f"r.form NOT IN ('QĐ-NV', 'BC') AND NOT {_ABOUT_OFFICER}",
    ),
)
"""In the order in which the page names them."""
