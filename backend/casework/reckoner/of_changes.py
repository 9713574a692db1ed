"""A decision that is annulled, amended or made anew, and the archive, as a question without a case."""

from backend.casework.reckoner.asking import No, Question, Rule
from backend.casework.rules import annulling, correcting
from backend.casework.texts.cases import refusal
from backend.law.rules import changing
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

_GROUNDS = Text(
    vi="Chỉ hủy bỏ toàn bộ theo căn cứ của khoản 1 Điều 13; nếu không thì sửa đổi, hủy bỏ một phần (MQĐ38).",
    en="A decision is annulled whole only on a ground of Art 13.1; else it is amended, or annulled in part (MQĐ38).",
)


def _annulled(question: Question) -> No | None:
    if annulling.named(question.text("ground")) is None:
        return No("ground_not_provided", _GROUNDS)
    question.form()
    question.say(fine="ended", money_paid="set_off")
    return None


_NOTHING_LEFT = Text(
    vi="Không còn vi phạm hành chính thì không ra quyết định mới.",
    en="Where no violation remains there is no new decision.",
)


def _due_again(question: Question) -> Refuse | No | None:
    ground = annulling.named(question.text("ground"))
    if why := annulling.again_fault(ground):
        return why
    if question.text("violation_remains") == "no":
        return No("no_violation_left", _NOTHING_LEFT)
    on = question.day("verification_minutes_on")
    if on is None:
        return annulling.measures_fault(ground)
    question.clock("P05", on, *question.listed("given"))
    return None


_FREE = ("complaint_result", "denunciation_result", "court_result")


def _amended(question: Question) -> Refuse | None:
    if question.text("document") == "violation_minutes":
        return refusal("case_minutes_stand")
    decided_on, on = question.day("decided_on"), question.day("on")
    free = question.text("cause") in _FREE or question.text("part") in ("remedy", "confiscation")
    if decided_on and on:
        statute = question.day("statute_ends")
        change = changing.Change(
            decided_on=decided_on,
            changed_on=on,
            last=on if free else question.last_day("P18", decided_on),
            statute_over=statute is not None and on > statute,
            free=free,
        )
        if late := correcting.change_fault(change):
            return late
    question.say(restarts="P19+D18")
    return None


def _archived(question: Question) -> Refuse | None:
    return refusal("case_exhibits_open", count=1) if question.text("exhibits") == "open" else None


RULES = {
    CaseAct.DECISION_ANNULLED: Rule(
        "NĐ 118/2021 Điều 13, 20.6, 42.2", "R", _annulled, vain="no_decision"
    ),
    CaseAct.DECISION_DUE_AGAIN: Rule(
        "NĐ 118/2021 Điều 13.3, 15.3; Luật XLVPHC Điều 65.1", "R", _due_again
    ),
    CaseAct.DOCUMENT_AMENDED: Rule("NĐ 118/2021 Điều 15, 16; Luật XLVPHC Điều 58.8", "R", _amended),
    CaseAct.CASE_ARCHIVED: Rule("TT 27/2020 Điều 26", "R", _archived),
}
