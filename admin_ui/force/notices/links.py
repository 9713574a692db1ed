"""Where a notice leads at the desk."""

from uuid import UUID

_PAGES = {
    "deadline": "/desk/cases/{}",
    "case": "/desk/cases/{}",
    "document": "/desk/documents/{}",
    "decision": "/desk/decisions/{}",
    "inspection": "/desk/inspections/{}",
    "draft": "/desk/inspections/{}",
    "submission": "/desk/submissions/{}",
    "absence": "/desk/absences/{}",
    "route": "/desk/routes/{}",
    "plan": "/desk/plans/{}",
    "information": "/desk/informations/{}",
    "report": "/desk/reports/{}",
    "record_paper": "/desk/papers/{}",
    "sample": "/desk/samples/{}",
    "export": "/desk/exports/{}",
    "exception": "/desk/exceptions#x-{}",
    "ask": "/desk/asks/{}",
    "enrolled": "/desk/objections/{}",
    "device_waits": "/desk/new-devices/{}",
    "refusals": "/desk/refusals?officer={}",
    "party_merge": "/desk/parties/alike/merges/{}",
    "likeness": "/desk/likeness/{}",
    "machine": "/desk/machines/{}",
    "restructuring": "/desk/unit-asks/{}",
}
"""By the kind of record. Notices of other kinds only inform: they lead nowhere."""
_WORDS = {
    "case": "deadlines.open_this_case",
    "document": "notices.open_paper",
    "decision": "qdkt.open_paper",
    "inspection": "notices.open_inspection",
    "draft": "opinions.open_draft",
    "submission": "notices.open_submission",
    "absence": "notices.open_absence",
    "route": "notices.open_route",
    "plan": "notices.open_plan",
    "information": "notices.open_information",
    "report": "notices.open_report",
    "record_paper": "notices.open_paper",
    "sample": "notices.open_sample",
    "export": "exports.open",
    "exception": "notices.open_exception",
    "ask": "asks.open",
    "enrolled": "objections.open",
    "device_waits": "people.device_view",
    "refusals": "refusals.title",
    "party_merge": "alike.compare",
    "likeness": "weighing.open",
    "machine": "notices.open_machine",
    "restructuring": "restructurings.open",
}

_MY_WORK = ("person.handed_over",)
"""Notices that lead to what waits for the reader, not to a record."""
_TEAM = "person.team_proposed"
"""A team that waits for its issuer: the notice leads to the change of the decision."""
_OF_IMPORTS = {
    "people_import": "/desk/people/imports/{}",
    "party_import": "/desk/parties/imports/{}",
}
"""Pages of imports that a colleague paused, let go on or gave up, by how the sentence begins."""
_OF_UNITS = {
    "report.late_below": ("/desk/reports/units", "notices.open_reports_below"),
    "report.reminded_unbegun": ("/desk/reports/new", "notices.begin_report"),
}
"""Page and words of notices about reports whose record is a unit."""


def page_of(kind: str, record_id: UUID, text_key: str) -> str | None:
    """Return the page that a notice leads to, or None."""
    if kind == "inspection" and text_key.startswith("compare."):
        return f"/desk/decisions/by-hand/{record_id}"
    if text_key in _MY_WORK:
        return "/desk/"
    if text_key == _TEAM:
        return f"/desk/inspections/{record_id}/change"
    if _unbegun(kind, text_key):
        return "/desk/plans/new"
    if text_key in _OF_UNITS:
        return _OF_UNITS[text_key][0]
    if place := _OF_IMPORTS.get(text_key.partition(".")[0]):
        return place.format(record_id)
    page = _PAGES.get(kind)
    return page.format(record_id) if page else None


def words_of(kind: str, text_key: str) -> str | None:
    """Return the key of the words on the link; None for a time limit, whose link names its case."""
    if text_key in _MY_WORK:
        return "notices.open_my_work"
    if text_key == _TEAM:
        return "notices.open_change"
    if _unbegun(kind, text_key):
        return "notices.begin_plan"
    if text_key in _OF_UNITS:
        return _OF_UNITS[text_key][1]
    if text_key.partition(".")[0] in _OF_IMPORTS:
        return "notices.open_import"
    return _WORDS.get(kind)


def _unbegun(kind: str, text_key: str) -> bool:
    """Tell whether a notice is about a plan that nobody began: its record is the unit that has none."""
    return kind == "plan" and text_key.startswith("plan.unbegun")
