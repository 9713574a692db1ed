"""Branches of reports: drafts to write and send, reports of units below to take, approved ones to sign."""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_HEADS = (Role.SUPERVISOR, Role.TEAM_LEADER)
_MINE = "(SELECT x.unit_id FROM officers x WHERE x.id = :me)"
_WITH_FORMER = (
    f"(SELECT p.id FROM units p WHERE coalesce(p.unit_4, p.unit_3, p.unit_2, p.unit_1) = {_MINE})"
)
# Of the reader's own unit, or of one right below that was closed: nobody serves in it any more.
_OWN = f"""(r.unit_id = {_MINE} OR EXISTS (SELECT FROM units c WHERE c.id = r.unit_id AND c.parent_id = {_MINE}
    AND c.valid_to <= (:now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))"""
# What was due before the first report began here is nobody's fault: it has no day.
_DUE = """CASE WHEN r.due_on >= (SELECT (min(b.begun_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM reports b)
    THEN (r.due_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' END"""
_SHOWN = "reports r JOIN units u ON u.id = r.unit_id"
_COLUMNS = {
    "subject": """r.title || ', ' || to_char(r.first_day, 'DD/MM/YYYY') || ' – '
        || to_char(r.last_day, 'DD/MM/YYYY')""",
    "who": "u.name_vi",
    "number": "r.number",
}

BRANCHES: Final = (
    Branch(
        kind="report_draft",
        roles=_HEADS,
        rows="reports r",
        waits=f"r.state = 'draft' AND {_OWN}",
        seen=scope.reports,
        since="r.begun_at",
        returned="(r.sent_back_reason IS NOT NULL)",
        shown=_SHOWN,
        columns=_COLUMNS | {"note": "r.sent_back_reason"},
        due=_DUE,
        rule="'BC'",
    ),
    Branch(
        kind="report_sent_up",
        roles=(Role.SUPERVISOR,),
        rows="reports r",
        # Until the own report rests on it, or went up itself.
        waits=f"""r.state = 'sent_up' AND r.sent_to IN {_WITH_FORMER} AND r.sent_up_at > :now - interval '60 days'
            AND NOT EXISTS (SELECT FROM report_takings t JOIN reports o ON o.id = t.report_id
                WHERE t.taken_id = r.id AND o.unit_id = r.sent_to AND o.state <> 'given_up')
            AND NOT EXISTS (SELECT FROM reports o WHERE o.unit_id = r.sent_to AND o.definition = r.definition
                AND o.first_day = r.first_day AND o.last_day = r.last_day AND o.state IN ('sent_up', 'issued'))""",
        seen=scope.reports,
        since="r.sent_up_at",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="report_issue",
        roles=(*_HEADS, Role.CLERK),
        rows="reports r",
        waits=f"r.state = 'approved' AND {_OWN}",
        seen=scope.reports,
        since="r.approved_at",
        shown=_SHOWN,
        columns=_COLUMNS,
        due=_DUE,
        rule="'BC'",
    ),
)
"""In the order in which the page names them."""
