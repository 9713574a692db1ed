"""Complaints beside a case, as a question without a case: who resolves them, and when it is too late."""

from backend.casework.reckoner.asking import Question, Rule
from backend.casework.rules import complaints
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct

_BY = {"who_decided": "maker", "direct_superior": "superior"}


def _level(question: Question) -> int:
    return question.number("level") or 1


def _filed(question: Question) -> None:
    question.say(side="COMPLAINT_FILED", execution="goes_on")


def _accepted(question: Question) -> Refuse | None:
    level, by = _level(question), question.text("by", "who_decided")
    deputy = question.text("decision_signed_by") == "deputy"
    lawsuit = question.yes("lawsuit")
    if why := complaints.resolver_fault(
        _BY.get(by, by), lawsuit=lawsuit, level=level, by_deputy=deputy
    ):
        return why
    known_on, filed_on = question.day("known_on"), question.day("filed_on")
    if known_on is not None and filed_on is not None:
        more = {"hindered": question.text("hindered")} if "hindered" in question.facts else {}
        last = question.last_day("P20", known_on, **more)
        if why := complaints.late_fault(filed_on, last):
            return why
    question.say(side="ACCEPTED")
    rule = "P25" if level == complaints.SECOND else "P22"
    question.clock(rule, question.need("on"), *question.listed("given"))
    return None


def _resolved(question: Question) -> None:
    result = question.text("result", "keep")
    question.say(side="RESOLVED")
    if result in complaints.FORM_OF:
        question.say(form=complaints.FORM_OF[result])
    else:
        question.say(decision="stands")


def _appealed(question: Question) -> Refuse | None:
    received_on, on = question.day("result_received_on"), question.day("on")
    if received_on is not None and on is not None:
        last = question.last_day("P24", received_on, *question.listed("given"))
        if why := complaints.late_fault(on, last):
            return why
    question.say(side="COMPLAINT_FILED", level=str(complaints.SECOND))
    return None


RULES = {
    CaseAct.COMPLAINT_FILED: Rule(
        "Luật Khiếu nại Điều 7; Luật XLVPHC Điều 15; Pháp lệnh 11/2016 Điều 30.6", "R", _filed
    ),
    CaseAct.COMPLAINT_ACCEPTED: Rule("Luật Khiếu nại Điều 7, 9, 27, 36", "R", _accepted),
    CaseAct.COMPLAINT_RESOLVED: Rule("Luật Khiếu nại Điều 31.2.h", "R", _resolved),
    CaseAct.COMPLAINT_APPEALED: Rule("Luật Khiếu nại Điều 33, 44", "R", _appealed),
}
