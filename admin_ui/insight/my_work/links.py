"""Where the step of each kind of work is done, and which words its state has."""

from collections.abc import Mapping

from backend.insight.my_work.service import Row

_INSPECTION = "/desk/inspections/{id}"
_DECISION = "/desk/decisions/{id}"
_CASE = "/desk/cases/{id}"
_PAPER = "/desk/documents/{id}"
_RECORD_PAPER = "/desk/papers/{id}"
_SHEET = "/desk/decisions/by-hand/{id}"

PAGES: Mapping[str, str] = {
    "step": "/desk/review/{id}",
    "step_returned": "/desk/submissions/{id}?content=yes",
    "draft": _INSPECTION,
    "file": _INSPECTION,
    "discard": _INSPECTION,
    "held": f"{_INSPECTION}#held",
    "unknown": "/desk/unknown/{id}",
    "unopened": "/desk/cases/new/inspection?inspection={id}",
    "returned": _INSPECTION,
    "visit": _INSPECTION,
    "proposal_returned": _DECISION,
    "decision_sign": _DECISION,
    "decision_scan": f"{_DECISION}/scan",
    "decision_compare": f"{_DECISION}/compare",
    "sheet_match": _SHEET,
    "sheet_differs": _INSPECTION,
    "decision_dispatch": f"{_DECISION}/dispatch",
    "team_change": "/desk/handover/teams/{id}",
    "leader_card": f"{_INSPECTION}/change",
    "case_decide": _CASE,
    "case_work": _CASE,
    "case_clock": _CASE,
    "complaint_resolve": _CASE,
    "paper_sign": _PAPER,
    "paper_own": _PAPER,
    "paper_reopened": _PAPER,
    "paper_scan": f"{_PAPER}/scan",
    "paper_compare": f"{_PAPER}/compare",
    "paper_dispatch": _PAPER,
    "outside_state": _CASE,
    "outside_confirm": _CASE,
    "exception": "/desk/exceptions#x-{id}",
    "diary": "/desk/diary?unit={id}&waiting=yes",
    "delegation": "/desk/delegations/{id}",
    "person": "/desk/asks/{id}",
    "restructuring": "/desk/unit-asks/{id}",
    "device": "/desk/new-devices/{id}",
    "party_merge": "/desk/parties/alike/{part}",
    "likeness": "/desk/likeness/{id}",
    "numbers": "/desk/registers",
    "incoming": "/desk/filed/{id}",
    "catalogue": "/desk/catalogue/{part}/proposals/{id}",
    "route": "/desk/routes/{id}",
    "information": "/desk/informations/{id}",
    "information_verify": "/desk/informations/{id}",
    "information_report": "/desk/informations/{id}",
    "information_tell": "/desk/informations/{id}",
    "plan_begin": "/desk/plans/new",
    "plan_draft": "/desk/plans/{id}",
    "plan_sent_up": "/desk/plans/{id}",
    "plan_issue": "/desk/plans/{id}",
    "plan_end": "/desk/plans/{id}",
    "plan_item": "/desk/plans/{part}/items/{id}",
    "report_draft": "/desk/reports/{id}",
    "report_sent_up": "/desk/reports/{id}",
    "report_issue": "/desk/reports/{id}#papers",
    "record_paper_sign": _RECORD_PAPER,
    "record_paper_scan": f"{_RECORD_PAPER}/scan",
    "record_paper_compare": f"{_RECORD_PAPER}/compare",
    "record_paper_dispatch": f"{_RECORD_PAPER}/dispatch",
    "report_definition": "/desk/report-definitions/{part}/drafts/{id}",
    "decree": "/desk/catalogue/decrees/{part}/proposals/{id}",
    "outside_catalogue": "/desk/catalogue/outside/{id}/{part}",
}
"""The page of each kind."""


def of(row: Row) -> str:
    """Return the address at which the step is done."""
    return PAGES[row.kind].format(id=row.id, part=row.part)


def state_key(row: Row) -> str | None:
    """Return the key of the words for a row's state, or None if its kind says all."""
    if row.state is None:
        return None
    match row.kind:
        case "case_decide" | "case_work" | "case_clock" | "complaint_resolve":
            return f"cases.state_{row.state}"
        case "visit":
            return f"domain.state_{row.state}"
        case "returned":
            return f"work.back_{row.state}"
        case "person":
            return f"work.ask_{row.state}"
        case "restructuring":
            return f"people.unit_act_{row.state}"
        case _:
            return None
