"""Branches of plans of inspections: drafts, proposals from below, approved plans, plans to end, items that are due."""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_HEADS = (Role.SUPERVISOR, Role.TEAM_LEADER)
_MINE = """(SELECT p.id FROM units p
    WHERE coalesce(p.unit_4, p.unit_3, p.unit_2, p.unit_1) = (SELECT x.unit_id FROM officers x WHERE x.id = :me))"""
"""The reader's own unit, with those that ended and whose work it has."""
_OWN = f"r.unit_id IN {_MINE}"
"""A head does not do what is for the heads of the units below."""
_SHOWN = "plans r JOIN units u ON u.id = r.unit_id"
_COLUMNS = {"subject": "r.title", "who": "u.name_vi", "number": "r.number"}

_TO_BEGIN = """units r CROSS JOIN LATERAL jsonb_to_recordset(:wanted)
    AS l (rule text, kind text, levels smallint[], year smallint, near timestamptz, due timestamptz)"""
"""A line for each plan that the calendar asks for now (Circular 27/2020 Arts 4, 6)."""

BRANCHES: Final = (
    Branch(
        kind="plan_begin",
        roles=_HEADS,
        rows=_TO_BEGIN,
        # While no plan at all is kept here, of the unit above all alone (backend/planning/queries/unbegun.py).
        waits="""r.id = (SELECT x.unit_id FROM officers x WHERE x.id = :me) AND r.level = ANY (l.levels)
            AND (r.parent_id IS NULL OR EXISTS (SELECT FROM plans)) AND NOT EXISTS (SELECT FROM plans p
                WHERE p.unit_id = r.id AND p.kind = l.kind AND p.year = l.year AND p.state <> 'given_up')""",
        seen=None,
        part="l.rule || '-' || l.year",
        since="l.near",
        due="l.due",
        rule="l.rule",
        shown=_TO_BEGIN,
        columns={"subject": "r.name_vi", "subject_en": "r.name_en", "number": "l.year"},
    ),
    Branch(
        kind="plan_draft",
        roles=_HEADS,
        rows="plans r",
        waits=f"r.state = 'draft' AND {_OWN}",
        seen=scope.plans,
        since="coalesce(r.sent_up_at, r.drafted_at)",
        returned="(r.sent_back_reason IS NOT NULL)",
        shown=_SHOWN,
        columns=_COLUMNS | {"note": "r.sent_back_reason"},
        due="r.due_at",
        rule="r.due_rule",
    ),
    Branch(
        kind="plan_sent_up",
        roles=(Role.SUPERVISOR,),
        rows="plans r",
        waits=f"r.state = 'sent_up' AND r.sent_to IN {_MINE}",
        seen=scope.plans,
        since="r.sent_up_at",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="plan_issue",
        roles=(*_HEADS, Role.CLERK),
        rows="plans r",
        waits=f"r.state = 'approved' AND {_OWN}",
        seen=scope.plans,
        since="r.approved_at",
        shown=_SHOWN,
        columns=_COLUMNS,
        due="r.due_at",
        rule="r.due_rule",
    ),
    Branch(
        kind="plan_end",
        roles=_HEADS,
        rows="plans r",
        # From two weeks before its end on (backend/law/plan_limits, KH6): before that there is nothing to report.
        waits=f"r.state = 'issued' AND r.due_at < :now + interval '14 days' AND {_OWN}",
        seen=scope.plans,
        since="r.issued_at",
        shown=_SHOWN,
        columns=_COLUMNS,
        due="r.due_at",
        rule="r.due_rule",
    ),
    Branch(
        kind="plan_item",
        roles=_HEADS,
        rows="plan_items r",
        waits=f"""r.state = 'planned' AND {_OWN}
            AND r.last_day < (:now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 14""",
        seen=scope.plan_items,
        part="r.plan_id::text",
        since="r.first_day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'",
        due="(r.last_day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'",
        rule="'KH'",
        shown="plan_items r JOIN plans p ON p.id = r.plan_id",
        columns={"subject": "coalesce(r.subject_name, r.criterion)", "number": "p.number"},
    ),
)
"""In the order in which the page names them."""
