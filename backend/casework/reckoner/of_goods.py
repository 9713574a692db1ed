"""Seized goods, as a question without a case: notices to an owner, confiscation, longer seizure."""

from datetime import date

from backend.casework.acts.index import ACTS as DECLARED
from backend.casework.reckoner.asking import No, Question, Rule
from backend.casework.rules import confiscating, exhibit_seals, unclaimed
from backend.casework.texts.terms import NO_SEAL
from backend.documents import forms
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

STATES = {"seized": 0, "notice_1": 1, "notice_2": 2}
"""States of goods without an end, by how many notices to the owner were given."""
ACTS = {"exhibits.confiscated": CaseAct.EXHIBITS_DISPOSED}
"""Other names of acts."""
_MINUTES, _SEIZURE = "MBB01", "MBB15"


def _owner_notified(question: Question) -> Refuse | None:
    notice = question.number("notice") or 1
    if why := unclaimed.order_fault(notice, STATES[question.goods]):
        return why
    question.say(to=f"NOTICE_{notice}")
    if on := question.day("on"):
        if notice < unclaimed.NOTICES:
            question.clock("P15", on)
        else:
            question.clock("P16", on, owner=question.text("owner", "unknown"))
    return None


def _confiscated_by_order(question: Question) -> Refuse | None:
    """Confiscate goods whose owner did not come, or that are banned (Art 126.4, 126.5)."""
    question.say(form=unclaimed.ORDER)
    if question.text("goods") != "banned":
        if STATES[question.goods] < unclaimed.NOTICES:
            return unclaimed.missing()
        known = question.text("owner") == "known"
        on, second_on = question.need("on"), question.need("second_on")
        question.last_day("P16", second_on, owner=question.text("owner", "unknown"))
        if why := unclaimed.waiting_fault(second_on, on, short=known):
            return why
    question.say(to="CONFISCATED")
    return None


def _exhibits_confiscated(question: Question) -> Refuse | None:
    """Take confiscated goods by minutes, before witnesses (Art 81.1)."""
    attendance = question.text("party", "present")
    least = question.number("witnesses")
    if least is not None and (why := confiscating.witness_fault(attendance, least)):
        return why
    question.say(form=confiscating.MINUTES, to="CONFISCATED")
    return None


def _exhibits_sealed(question: Question) -> Refuse | None:
    """Seal goods, unless they are perishable or cannot be sealed (Art 125.5a)."""
    kind = question.text("goods")
    if kind in NO_SEAL:
        return exhibit_seals.kind_refusal(NO_SEAL[kind])
    question.form()
    return None


def _seizure_extended(question: Question) -> No | None:
    """Extend a seizure before its end, on a ground, within what the law gives (Art 125.8)."""
    start, on = question.need("start"), question.need("on")
    found = question.reckon("D21", start, *question.listed("given"))
    last, most = found["last_day"], found.get("most_day", found["last_day"])
    until = question.day("until")
    if on.isoformat() > last:
        return No("expired", _said("hết hạn tạm giữ", "the seizure ended on", last))
    if most == last:
        return No(
            "no_ground", _said("không có căn cứ kéo dài sau", "nothing extends it beyond", last)
        )
    if until is not None and until.isoformat() > most:
        return No("beyond_bound", _said("không kéo dài quá", "it is not extended beyond", most))
    question.form()
    question.say(most_day=most)
    return None


def _said(vi: str, en: str, day: str) -> Text:
    known = date.fromisoformat(day)
    shown = f"{known:%d/%m/%Y}"
    return Text(vi=f"{vi} {shown}".capitalize(), en=f"{en} {shown}".capitalize())


_WITNESS = Text(
    vi="Không xác định được người vi phạm: đại diện chính quyền cấp xã hoặc một người chứng kiến ký.",
    en="The violator is unknown: the commune's representative or one witness signs.",
)


def _exhibits_seized(question: Question) -> No | None:
    """Ask the form of the minutes who signs where the violator does not (Art 125.4.b)."""
    paper = DECLARED[question.act].paper
    if question.text("minutes") == "violation_minutes" and paper and _MINUTES in paper.forms:
        question.say(form_needed="none")
        return None
    if question.text("party") == "unknown" and question.text("witness") == "none":
        signers = forms.load(_SEIZURE, forms.newest(_SEIZURE)).get("x-signers", [])
        subject = next(one for one in signers if one["role"] == "subject")
        if subject.get("required") and subject.get("instead"):
            return No("witness_missing", _WITNESS)
    question.say(form=_SEIZURE)
    return None


_GOODS = "Luật XLVPHC Điều 126.4, 126.5"
OF_GOODS = {
    CaseAct.EXHIBITS_SEALED: Rule("Luật XLVPHC Điều 125.5a", "R", _exhibits_sealed),
    CaseAct.EXHIBITS_DISPOSED: Rule("Luật XLVPHC Điều 81.1", "R", _exhibits_confiscated),
    CaseAct.OWNER_NOTIFIED: Rule(_GOODS, "R2", _owner_notified),
    CaseAct.REMEDY_ORDERED: Rule(_GOODS, "U", _confiscated_by_order),
    CaseAct.SEIZURE_EXTENDED: Rule("Luật XLVPHC Điều 125.8", "R2", _seizure_extended),
}
"""How acts are judged that are asked about goods in one of these states."""
RULES = {CaseAct.EXHIBITS_SEIZED: Rule("Luật XLVPHC Điều 125.4.b", "R", _exhibits_seized)}
