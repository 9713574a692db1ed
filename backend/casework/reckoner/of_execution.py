"""Execution of a decision, as a question without a case: delivery, relief, suspension, end."""

from datetime import date

from backend.casework.reckoner.asking import Judging, No, Question, Rule, only
from backend.casework.rules import carrying_out, ending, suspending
from backend.casework.texts.cases import refusal
from backend.law.rules import lapsing, stopping
from backend.law.sanctions import reckoner
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.reckoning import Asked

_NO_DECISION = "no_decision"


def _delivered(question: Question) -> None:
    if on := question.day("on"):
        question.clock("D15", on, **_stated(question))


def _stated(question: Question) -> dict[str, str]:
    return {"days": question.text("days")} if "days" in question.facts else {}


_ASIDE = frozenset({"state", "act"})


def _asked_of_fines(what: str) -> Judging:
    """Return a judgement by the answer to a question about fines (Arts 76 to 79)."""

    def judge(question: Question) -> No | None:
        facts = {name: said for name, said in question.facts.items() if name not in _ASIDE}
        question.form()
        return question.take(
            reckoner.reckon(Asked.EXECUTION, {"what": what} | facts, question.book)
        )

    return judge


def _enforcement_ordered(question: Question) -> Refuse | None:
    ends, on = question.day("term_ends"), question.day("on")
    return refusal("case_enforce_early") if ends and on and on <= ends else None


def _enforced_in_vain(question: Question) -> str:
    return "postponed" if question.state is CaseState.POSTPONED else ""


_BY_WHOM = {"complaint": "resolver", "court": "court"}
_RESOLVER = Text(
    vi="Người giải quyết khiếu nại, hoặc Tòa án, quyết định tạm đình chỉ.",
    en="The authority that resolves the complaint, or a court, suspends.",
)


def _execution_suspended(question: Question) -> Refuse | No | None:
    ground = question.text("ground")
    by = _BY_WHOM.get(ground)
    if by is not None and question.text("by", by) != by:
        return No("not_the_resolver", _RESOLVER)
    if ground != "complaint":
        return None
    return suspending.longer_fault(question.day("until"), question.day("term_ends"))


def _crime_suspected(question: Question) -> None:
    question.form()
    if on := question.day("on"):
        question.clock("P14", on)


_PROSECUTED = Text(
    vi="Đã khởi tố vụ án: không chấm dứt tạm đình chỉ, mà hủy bỏ quyết định (điểm g khoản 1 Điều 13 Nghị định "
    "118/2021/NĐ-CP).",
    en="The case is prosecuted: the suspension is not ended, the decision is annulled (Decree 118/2021 Art 13.1.g).",
)


def _suspension_ended(question: Question) -> No | None:
    if question.text("ground") == "crime" and question.text("prosecuted") == "yes":
        return No("prosecuted", _PROSECUTED)
    before = question.text("before", CaseState.EXECUTING).lower()
    question.form()
    question.say(to=CaseState(before).name)
    return None


def _execute_by(question: Question, decided_on: date) -> date:
    """Return the last day of the statute of execution, anew after evasion and after corrections."""
    known = ("evasion_ended", "changed")
    more = {name: question.text(name) for name in known if name in question.facts}
    return question.last_day("D18", decided_on, **more)


def _partial(question: Question) -> Refuse | None:
    cause, on = question.text("cause"), question.day("on")
    cause_on, decided_on = question.day("cause_on"), question.day("decided_on")
    stop = stopping.Stop(cause="dead" if cause == "death" else cause, signed_on=on)
    if on is not None:
        stop = stop._replace(
            last=question.last_day("P09", cause_on) if cause_on else None,
            execute_by=_execute_by(question, decided_on) if decided_on else None,
        )
    if why := carrying_out.stopped_fault(stop):
        return why
    question.form()
    question.say(to="PARTIAL", **stopping.EFFECT)
    return None


def _lapsed(question: Question) -> Refuse | None:
    decided_on, on = question.day("decided_on"), question.day("on")
    if decided_on is not None and on is not None:
        last = _execute_by(question, decided_on)
        if lapsing.fault(on, last):
            return refusal("case_lapse_early")
        question.say(lapsed_on=lapsing.lapses_on(last).isoformat())
    question.say(confiscation="open", remedies="open", starts="D20")
    return None


_OPEN = Text(vi="còn chưa thực hiện", en="something is left")


def _completed(question: Question) -> Refuse | No | None:
    def left(name: str) -> bool:
        return question.text(name) == "open"

    measures = _OPEN if left("remedies") or left("extra") else None
    goods = refusal("case_exhibits_open", count=1) if left("exhibits") else None
    for name, fault in (
        ("fine_unpaid", ending.fine_fault(int(left("fine")))),
        (
            "remedy_open" if left("remedies") else "extra_penalty_open",
            ending.measures_fault(measures),
        ),
        ("exhibits_open", goods),
        ("interest_unpaid", ending.owing_fault(_OPEN if left("interest") else None, None)),
    ):
        if fault is not None:
            return No(name, fault.text)
    return None


RULES = {
    CaseAct.DECISION_DELIVERED: Rule(
        "Luật XLVPHC Điều 70, 73.1; TT 27/2020 Điều 25", "R2", _delivered
    ),
    CaseAct.EXECUTION_POSTPONED: Rule("Luật XLVPHC Điều 76", "R2", _asked_of_fines("postponement")),
    CaseAct.INSTALMENTS_GRANTED: Rule("Luật XLVPHC Điều 79", "R2", _asked_of_fines("instalments")),
    CaseAct.FINE_REDUCED: Rule("Luật XLVPHC Điều 77", "M", _asked_of_fines("reduction")),
    CaseAct.EXECUTION_RESUMED: Rule("Luật XLVPHC Điều 76", "R2", only()),
    CaseAct.ENFORCEMENT_ORDERED: Rule(
        "Luật XLVPHC Điều 73.1, 76, 86; NĐ 296/2025 Điều 5",
        "R",
        _enforcement_ordered,
        vain=_enforced_in_vain,
    ),
    CaseAct.EXECUTION_SUSPENDED: Rule(
        "Luật XLVPHC Điều 15.3; Luật Khiếu nại Điều 35",
        "R",
        _execution_suspended,
        vain=_NO_DECISION,
    ),
    CaseAct.CRIME_SUSPECTED: Rule(
        "Luật XLVPHC Điều 62.2", "R", _crime_suspected, vain=_NO_DECISION
    ),
    CaseAct.SUSPENSION_ENDED: Rule(
        "Luật XLVPHC Điều 62.2; Luật Khiếu nại Điều 35", "R", _suspension_ended
    ),
    CaseAct.EXECUTION_PARTIAL: Rule(
        "Luật XLVPHC Điều 74, 75; NĐ 118/2021 Điều 19", "R", _partial, vain=_NO_DECISION
    ),
    CaseAct.EXECUTION_COMPLETED: Rule("Luật XLVPHC Điều 73; NĐ 118/2021 Điều 16", "R", _completed),
    CaseAct.EXECUTION_LAPSED: Rule("Luật XLVPHC Điều 7.1, 74; NĐ 118/2021 Điều 16.3", "R", _lapsed),
}
