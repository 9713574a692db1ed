"""Branches of papers of plans and of information: to sign, to scan, to compare, to dispatch.

Who may do what with such a paper: backend/documents/rules/record_papers.py. The plan itself (KH) waits as its plan does
(of_plans.py). Papers of information about officers are seen by who heads it and who drafted them, and by no clerk.
"""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_OWN = "coalesce(r.unit_4, r.unit_3, r.unit_2, r.unit_1)"
_HEADED = f"('head:' || {_OWN} = ANY(:keys) OR {_OWN} = ANY(:headless))"
_SHOWN = "record_papers r JOIN officers o ON o.id = r.drafted_by LEFT JOIN officers i ON i.id = r.issued_by"
_COLUMNS = {
    "subject": "nullif(r.about, '')",
    "number": "r.number",
    "form": "r.form",
    "form_version": "r.form_version",
    "who": "coalesce(i.full_name, o.full_name)",
}
_WITHIN = "interval '48 hours'"
"""PRACTICE B3: a sheet signed by hand is scanned and compared within 48 hours."""
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
        place=f"r.updated_at + {_WITHIN}",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="record_paper_scan",
        roles=(Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR),
        rows="record_papers r",
        waits="r.state IN ('printed', 'sent_back') AND r.issued_by = :me AND r.issued_at IS NOT NULL",
        seen=scope.record_papers,
        since="r.issued_at",
        due=f"r.issued_at + {_WITHIN}",
        rule="'B3'",
        returned="r.state = 'sent_back'",
        shown=_SHOWN,
        columns=_COLUMNS | {"who": "o.full_name", "note": "r.compared_note"},
    ),
    Branch(
        kind="record_paper_compare",
        roles=(Role.CLERK, Role.SUPERVISOR),
        rows="record_papers r",
        waits=f"""r.state = 'awaiting' AND NOT {_ABOUT_OFFICER}
            AND :me NOT IN (r.drafted_by, r.issued_by, coalesce(r.scanned_by, r.issued_by),
                coalesce(r.finalised_by, r.issued_by))""",
        seen=scope.record_papers,
        since="coalesce(r.scanned_at, r.issued_at)",
        due=f"r.issued_at + {_WITHIN}",
        rule="'B3'",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="record_paper_dispatch",
        roles=(Role.CLERK,),
        rows="record_papers r",
        # An order to verify and a report stay in the unit.
        waits=f"""r.state IN ('signed', 'awaiting', 'sent_back') AND r.form NOT IN ('QĐ-NV', 'BC')
            AND r.number IS NOT NULL AND r.issued_on >= :since AND NOT {_ABOUT_OFFICER}
            AND NOT EXISTS (SELECT FROM record_paper_dispatches x WHERE x.document_id = r.id)""",
        seen=scope.record_papers,
        since="r.issued_at",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
)
"""In the order in which the page names them."""
