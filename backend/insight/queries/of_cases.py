"""Branches of cases: the next step of a case, its papers, acts outside the catalogue, exceptions.

Who may do what: backend/casework/rules/turns.py, by_hand.py, derived/authority.py and derived/exceptions.py.
"""

from typing import Final

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules import approving, states, turns
from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.casework.words import CaseState
from schemas.core.vocabulary import Role

_WORKERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
_WITHIN = "interval '48 hours'"
"""PRACTICE B3: a sheet signed by hand is scanned and compared within 48 hours."""


def _listed(found: frozenset[CaseState]) -> str:
    """Return states as a list of SQL. They are constants, so that a partial index can be proven."""
    return ", ".join(f"'{one}'" for one in sorted(found))


_LIMITING = ", ".join(f"('{form}', '{rule}')" for form, rule in approving.limited_forms())
"""Papers with the clocks that limit the time to decide on them, as rows of SQL."""
_OF_THE_PAPER = f"AND (r.form, k.rule) IN (VALUES {_LIMITING})"
"""The clock of a case may be about something else than the paper that waits: the fine, and not a return."""


def _clock(case: str, *, join: str = "LEFT JOIN", only: str = "") -> str:
    """Return the join of the running clock of a case that ends first, under the alias `n`."""
    return f"""{join} LATERAL (
        SELECT k.rule, k.rule_set, k.trigger_at, k.due_at FROM case_clocks k
        WHERE k.case_id = {case} AND k.met_at IS NULL AND k.moot_at IS NULL AND k.watched {only}
        ORDER BY k.due_at, k.rule LIMIT 1) n ON true"""


_COMPLAINT = """SELECT k.rule, k.rule_set, k.trigger_at, k.due_at FROM case_clocks k WHERE k.case_id = r.id
    AND k.rule IN ('P21', 'P22', 'P25') AND k.met_at IS NULL AND k.moot_at IS NULL ORDER BY k.due_at, k.rule LIMIT 1"""
"""The first clock of a complaint that waits to be accepted or resolved."""
_CASES = "cases r JOIN officers l ON l.id = r.lead_id"
_CASE = {
    "subject": "r.subject_name",
    "number": "r.number",
    "who": "l.full_name",
    "state": "r.state",
}
_PAPERS = """documents r JOIN cases c ON c.id = r.case_id JOIN officers o ON o.id = r.drafted_by
    LEFT JOIN officers i ON i.id = r.issued_by"""
_PAPER = {
    "subject": "coalesce(r.party_name, c.subject_name)",
    "number": "coalesce(r.number, c.number)",
    "form": "r.form",
    "form_version": "r.form_version",
    "who": "coalesce(i.full_name, o.full_name)",
}
_READY_SINCE = """(SELECT max(e.received_at) FROM ledger_entries e WHERE e.record_id = r.case_id
    AND e.act_type = 'document.finalised' AND e.act::jsonb #>> '{content,document_id}' = r.id::text)"""
_REOPENED = """(SELECT max(e.received_at) FROM ledger_entries e WHERE e.record_id = r.case_id
    AND e.act_type = 'document.reopened' AND e.act::jsonb #>> '{content,document_id}' = r.id::text)"""
_DRAFTED_UNTIL_READY = f"CROSS JOIN LATERAL (SELECT {_REOPENED} AS at) b"
_STANDS = "r.state IN ('printed', 'signed', 'delivered')"

BRANCHES: Final = (
    Branch(
        kind="case_decide",
        roles=(Role.SUPERVISOR,),
        rows=f"cases r {_clock('r.id')}",
        waits=f"r.state IN ({_listed(turns.OF_THE_HEAD)})",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        # The step of its decision that waits for the same reader is listed instead. While it waits for another,
        # the case stays here, because its clock runs and no other list shows it.
        claimed="""z.record_id = r.id AND z.kind = 'sanction' AND z.state = 'waiting' AND EXISTS
            (SELECT FROM approval_waits w WHERE w.submission_id = z.id AND w.opens_at <= :now
                AND (w.key = ANY(:keys) OR w.key = ANY(:advice) AND w.kind <> 'sign'))""",
        since="coalesce(n.trigger_at, r.updated_at)",
        due="n.due_at",
        rule="n.rule",
        rule_set="n.rule_set",
        shown=_CASES,
        columns=_CASE,
    ),
    Branch(
        kind="case_work",
        roles=_WORKERS,
        rows=f"cases r {_clock('r.id')}",
        waits=f"r.lead_id = :me AND r.state IN ({_listed(turns.OF_THE_OFFICERS)})",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        since="coalesce(n.trigger_at, r.updated_at)",
        due="n.due_at",
        rule="n.rule",
        rule_set="n.rule_set",
        shown=_CASES,
        columns=_CASE,
    ),
    Branch(
        kind="case_clock",
        roles=_WORKERS,
        rows=f"cases r {_clock('r.id', join='JOIN')}",
        waits=f"r.lead_id = :me AND r.state NOT IN ({_listed(turns.OF_THE_HEAD | turns.OF_THE_OFFICERS)})",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        since="n.trigger_at",
        due="n.due_at",
        rule="n.rule",
        rule_set="n.rule_set",
        shown=_CASES,
        columns=_CASE,
    ),
    Branch(
        # Who accepts and resolves a complaint has the authority (Law on Complaints Arts 7, 27, 28, 37), and the case
        # waits for others meanwhile: its officers list it too.
        kind="complaint_resolve",
        roles=(Role.SUPERVISOR,),
        rows=f"cases r JOIN LATERAL ({_COMPLAINT}) n ON true",
        waits=f"r.state NOT IN ({_listed(turns.OF_THE_HEAD)}) AND r.lead_id IS DISTINCT FROM :me",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        since="n.trigger_at",
        due="n.due_at",
        rule="n.rule",
        rule_set="n.rule_set",
        shown=_CASES,
        columns=_CASE,
    ),
    Branch(
        kind="paper_sign",
        roles=(Role.SUPERVISOR, Role.TEAM_LEADER),
        rows=f"documents r JOIN cases c ON c.id = r.case_id {_clock('r.case_id', only=_OF_THE_PAPER)}",
        waits="r.state = 'content_ready' AND r.form = ANY(:units) AND (:rules OR r.form = ANY(:leaders))",
        seen=scope.whole_unit,
        claimed="z.record_id = r.case_id AND z.item_id = r.id",
        since="r.drafted_at",
        due="n.due_at",
        rule="n.rule",
        rule_set="n.rule_set",
        shown=_PAPERS,
        columns=_PAPER | {"who": "o.full_name", "shown_since": _READY_SINCE},
    ),
    Branch(
        kind="paper_own",
        roles=_WORKERS,
        rows="documents r JOIN cases c ON c.id = r.case_id",
        waits="r.state = 'content_ready' AND NOT r.form = ANY(:units) AND r.drafted_by = :me",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        team="c",
        since="r.drafted_at",
        shown=_PAPERS,
        columns=_PAPER | {"shown_since": _READY_SINCE},
    ),
    Branch(
        kind="paper_reopened",
        roles=_WORKERS,
        rows=f"documents r JOIN cases c ON c.id = r.case_id {_DRAFTED_UNTIL_READY}",
        waits="r.state = 'draft' AND r.drafted_by = :me AND b.at IS NOT NULL",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        team="c",
        claimed="z.record_id = r.case_id AND z.item_id = r.id AND z.submitted_by = :me",
        since="b.at",
        place="b.at + interval '24 hours'",
        returned="true",
        shown=_PAPERS,
        columns=_PAPER,
    ),
    Branch(
        kind="paper_scan",
        roles=(*_WORKERS, Role.CLERK),
        rows="documents r JOIN cases c ON c.id = r.case_id",
        waits="r.hand = 'printed' AND r.state = 'printed' AND r.issued_by = :me",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        team="c",
        since="r.issued_at",
        due=f"r.issued_at + {_WITHIN}",
        rule="'B3'",
        returned="r.compared_note IS NOT NULL",
        shown=_PAPERS,
        columns=_PAPER | {"note": "r.compared_note"},
    ),
    Branch(
        kind="paper_compare",
        roles=(Role.CLERK,),
        rows="documents r JOIN cases c ON c.id = r.case_id",
        waits=f"r.hand = 'waits' AND {_STANDS} AND r.scan_id IS NOT NULL"
        " AND :me <> ALL(array_remove(ARRAY[r.drafted_by, r.issued_by, r.scanned_by], NULL))",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        team="c",
        since="coalesce(r.scanned_at, r.issued_at)",
        due=f"r.issued_at + {_WITHIN}",
        rule="'B3'",
        shown=_PAPERS,
        columns=_PAPER,
    ),
    Branch(
        kind="paper_dispatch",
        roles=(Role.CLERK,),
        rows="documents r JOIN cases c ON c.id = r.case_id",
        waits="r.state IN ('signed', 'delivered') AND r.issued_at IS NOT NULL AND r.issued_on >= :since"
        " AND r.number IS NOT NULL AND r.form = ANY(:units)"
        " AND NOT EXISTS (SELECT FROM dispatches x WHERE x.document_id = r.id)",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        team="c",
        since="r.issued_at",
        shown=_PAPERS,
        columns=_PAPER,
    ),
    Branch(
        kind="outside_state",
        roles=_WORKERS,
        rows=f"outside_acts r JOIN cases c ON c.id = r.case_id {_clock('r.case_id')}",
        waits=f"r.stated_at IS NULL AND c.lead_id = :me AND c.state IN ({_listed(states.UNDECIDED)})",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        team="c",
        id="r.case_id",
        part="r.code",
        since="r.recorded_at",
        due="n.due_at",
        rule="n.rule",
        rule_set="n.rule_set",
        shown="outside_acts r JOIN cases c ON c.id = r.case_id",
        columns={"subject": "r.name", "number": "c.number"},
    ),
    Branch(
        kind="outside_confirm",
        roles=(Role.LEGAL, Role.SUPERVISOR),
        rows=f"outside_acts r JOIN cases c ON c.id = r.case_id {_clock('r.case_id')}",
        waits="r.stated_at IS NOT NULL AND r.confirmed_at IS NULL AND r.stated_by <> :me"
        f" AND c.state IN ({_listed(states.UNDECIDED)})",
        seen=scope.whole_unit,
        id="r.case_id",
        part="r.code",
        since="r.stated_at",
        due="n.due_at",
        rule="n.rule",
        rule_set="n.rule_set",
        shown="outside_acts r JOIN cases c ON c.id = r.case_id LEFT JOIN officers o ON o.id = r.stated_by",
        columns={"subject": "r.name", "number": "c.number", "who": "o.full_name"},
    ),
    Branch(
        kind="exception",
        roles=(Role.AUDITOR, Role.SUPERVISOR),
        rows="exceptions r JOIN officers o ON o.id = r.officer_id",
        waits="""r.verdict IS NULL AND r.check_by IS NOT NULL AND r.officer_id <> :me AND (:audits
            OR (:rules AND :level < :deeper AND r.unit_:deeper IS NOT NULL
                AND o.unit_:level = r.unit_:level AND o.unit_:deeper IS NOT NULL))""",
        seen=scope.exceptions,
        since="r.at",
        due="r.check_by",
        rule="'B6'",
        shown="""exceptions r JOIN officers o ON o.id = r.officer_id
            LEFT JOIN cases c ON r.record_kind = 'case' AND c.id = r.record_id
            LEFT JOIN inspections v ON r.record_kind = 'inspection' AND v.id = r.record_id
            LEFT JOIN officers a ON r.record_kind = 'officer' AND a.id = r.record_id""",
        columns={
            "subject": "coalesce(c.subject_name, v.subject_name, a.full_name)",
            "number": "coalesce(c.number, v.decision_number)",
            "who": "o.full_name",
            "note": "nullif(r.reason, '')",
            "state": "r.kind",
        },
    ),
)
"""In the order in which the page names them."""
