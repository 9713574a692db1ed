"""Branches of informations: those that wait for the head, those to verify, and papers and notices that are due.

What the page shows is written for the work, and tells nobody who informed. Information about officers waits for the
heads of the unit above theirs alone, by the scope.
"""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_WORKERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK)
_HEADS = (Role.SUPERVISOR, Role.TEAM_LEADER, Role.AUDITOR)
_OWN = "coalesce(r.unit_4, r.unit_3, r.unit_2, r.unit_1)"
_HEADED = f"""(CASE WHEN r.auditors_only THEN :audits
    ELSE 'head:' || {_OWN} = ANY(:keys) OR {_OWN} = ANY(:headless) END)"""
"""Of a unit that the reader heads, or whose head is away, or that nobody heads below the reader's; what is for auditors
of the nation alone waits for them."""
_SHOWN = "informations r JOIN officers o ON o.id = r.registered_by"
_COLUMNS = {"subject": "r.summary", "number": "r.number", "state": "r.state"}

BRANCHES: Final = (
    Branch(
        kind="information",
        roles=_HEADS,
        rows="informations r",
        waits=f"r.state IN ('received', 'violation', 'no_violation', 'unverifiable', 'accepted') AND {_HEADED}",
        seen=scope.informations,
        since="r.received_at",
        due="CASE WHEN r.due_rule NOT LIKE 'C27%' THEN r.due_at END",
        rule="CASE WHEN r.due_rule NOT LIKE 'C27%' THEN r.due_rule END",
        rule_set="r.rule_set",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="information_verify",
        roles=_WORKERS,
        rows="informations r",
        waits="r.state = 'verifying' AND r.verifiers @> ARRAY[:me]",
        seen=scope.informations,
        since="r.registered_at",
        due="r.due_at",
        rule="r.due_rule",
        rule_set="r.rule_set",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="information_report",
        roles=_WORKERS,
        rows="informations r",
        waits="r.written_report_due AND r.registered_by = :me",
        seen=scope.informations,
        since="r.received_at",
        due="CASE WHEN r.due_rule = 'C27-9.1' THEN r.due_at END",
        rule="'C27-9.1'",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
    Branch(
        kind="information_tell",
        roles=_WORKERS,
        rows="informations r",
        waits=f"r.informant_to_tell AND (r.registered_by = :me OR {_HEADED})",
        seen=scope.informations,
        since="r.received_at",
        due="CASE WHEN r.due_rule = 'C27-10' THEN r.due_at END",
        rule="'C27-10'",
        shown=_SHOWN,
        columns=_COLUMNS,
    ),
)
"""In the order in which the page names them."""
