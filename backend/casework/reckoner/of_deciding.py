"""Explanation, decision, and what takes its place, as a question without a case."""

from datetime import date

from backend.casework.reckoner.asking import No, Question, Rule, only
from backend.casework.rules import annulling, measures_alone, recording, suspending, warning
from backend.casework.rules.guard_context import Unprovided
from backend.casework.rules.states import UNDECIDED
from backend.casework.texts.cases import refusal
from backend.law.rules import competence as powers
from backend.law.sanctions import competence, reckoner
from backend.law.sanctions import service as sanctions
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.reckoning import Asked

_WAYS = {"hearing": "D08", "written": "D09"}


def _explanation_requested(question: Question) -> Refuse | No | None:
    if question.text("right_exists") == "no":
        return refusal("case_no_explanation_right")
    gone = question.text("goods") == "destroy_at_once"
    if question.yes("waived") and (why := recording.withdrawal_fault(gone=gone)):
        return why
    minutes_on, on = question.day("minutes_on"), question.day("on")
    if minutes_on is None:
        return None
    last = question.last_day(_WAYS[question.text("way", "written")], minutes_on)
    if on is not None and on > last:
        late = refusal("case_explanation_late")
        if question.yes("waived"):
            return late
        why = warning.unless(None, warning.EXPLANATION_LATE)
        return No("too_late", why.text if why else None)
    question.clock("D12", minutes_on, "explanation_asked")
    return None


def _hearing_notified(question: Question) -> Refuse | No | None:
    hearing_on, minutes_on = question.day("hearing_on"), question.day("minutes_on")
    if requested_on := question.day("requested_on"):
        question.last_day("D11", requested_on)
    if hearing_on is None or minutes_on is None:
        return None
    if hearing_on <= question.last_day("D12", minutes_on, "explanation_asked"):
        return None
    why = warning.unless(None, warning.HEARING_LATE)
    return No("beyond_time_limit", why.text if why else None)


def _sent_up(question: Question) -> None:
    to = question.text("to", "superior")
    question.say(to=(CaseState.WITH_CHAIR if to == "chair" else question.state).name)
    question.say(decider=to, exhibits="in_custody")
    if minutes_on := question.day("minutes_on"):
        question.clock("D12", minutes_on, "sent_up")


def _chair_decided(question: Question) -> None:
    """His decision, and his referral if he finds signs of a crime (Art 62.1), are recorded here."""
    question.say(copy_of_file="kept")
    if question.text("outcome") == CHAIR_REFERS:
        question.say(to=CaseState.CRIMINAL_TRANSFER.name, clock_stopped="D12")


def _too_late(question: Question) -> Refuse | No | None:
    """Refuse a sanction after the time to decide, or after the statute of limitation (Arts 6, 66)."""
    on = question.day("on")
    if on is None:
        return None
    last = _decide_by(question)
    if last is not None and on > last:
        return refusal("case_decision_late")
    ended_on = question.day("act_ended_on")
    if ended_on is None:
        return None
    if on <= _statute_ends(question, ended_on):
        return None
    return No("statute_lapsed", refusal("case_statute_over", _OVER).text)


def _decide_by(question: Question) -> date | None:
    """Return the last day to decide: from the minutes, or from the receipt of a prosecution's file."""
    given = question.listed("given")
    if question.text("source") == "prosecution" and (received := question.day("received_on")):
        return question.last_day("P04", received, *given)
    minutes_on = question.day("minutes_on")
    return question.last_day("D12", minutes_on, *given) if minutes_on else None


def _statute_ends(question: Question, ended_on: date) -> date:
    """Return the last day of the statute, with the year that a file sent by prosecution bodies adds."""
    more = {"field": question.text("field", "trade")}
    if "evasion_ended" in question.facts:
        more["evasion_ended"] = question.text("evasion_ended")
    received = question.day("received_on")
    if question.text("source") != "prosecution" or received is None:
        return question.last_day("D19", ended_on, **more)
    return question.last_day(
        "D19", ended_on, "prosecution", **more, received_on=received.isoformat()
    )


_OVER = Text(vi="quá ngày cuối", en="after its last day")


_OF_POWERS = (
    *("on", "field", "band_max", "subject", "code", "conditions", "value", "extra", "remedies"),
    *("banned", "delegated", "goods_value", "genuine_value", "gain", "transaction_value"),
)
"""Facts of a decision that a question about the signer's competence takes."""


def _powerless(question: Question) -> No | None:
    """Refuse a signer beyond the own competence, or a deputy without delegation."""
    signer = question.text("signer")
    if not signer:
        return None
    deputy = signer.startswith("deputy_")
    if deputy and question.text("delegated") == "no":
        laws = sanctions.laws_of(question.book)
        head = signer.removeprefix("deputy_")
        code = next((one.code for one in laws.titles if one.deputy_of == head), signer)
        fault = powers.deputy_fault(code, laws, delegated=False)
        return No(fault.code, fault.text) if fault else None
    asked = {name: question.text(name) for name in _OF_POWERS if name in question.facts}
    asked |= {"title": signer.removeprefix("deputy_")} | ({"deputy": "yes"} if deputy else {})
    why = question.take(competence.reckon(asked, question.book))
    if why is None:
        return None
    return No(f"beyond_competence+{why.why}")


def _sanction_imposed(question: Question) -> Refuse | No | None:
    return _too_late(question) or _powerless(question)


def _in_vain(question: Question) -> str:
    """Say what comes first, or instead, after an annulment; else that one act is decided once."""
    if question.state is not CaseState.ANNULLED:
        return "one_act_one_decision"
    ground = annulling.named(question.text("ground"))
    fault = annulling.again_fault(ground) or annulling.measures_fault(ground)
    return question.why_of(fault) if fault else ""


def _on_spot(question: Question) -> Refuse | No | None:
    kept = ("fine", "subject", "on", "device", "source", "form", "code")
    asked = {name: question.text(name) for name in kept if name in question.facts}
    question.form()
    return question.take(
        reckoner.reckon(Asked.EXECUTION, {"what": "no_minutes"} | asked, question.book)
    )


def _in_time(question: Question, on: date) -> bool:
    """Tell whether a fine can still be decided: neither time is over (Art 65)."""
    last, ended_on = _decide_by(question), question.day("act_ended_on")
    over = ended_on is not None and on > _statute_ends(question, ended_on)
    return last is not None and on <= last and not over


_ANY_REMEDY = Text(vi="biện pháp này", en="this measure")


def _remedy_ordered(question: Question) -> Refuse | None:
    if question.state is CaseState.ANNULLED:
        return annulling.measures_fault(annulling.named(question.text("ground")))
    if question.text("remedy") == "not_provided":
        return measures_alone.fault(Unprovided(_ANY_REMEDY, certain=True), None)
    if (on := question.day("on")) and _in_time(question, on):
        return refusal("case_remedy_why")
    taken = question.text("goods") in ("banned", "confiscated")
    question.say(form="MQĐ14" if taken else "MQĐ15", states_why_no_fine="yes")
    return None


def _crime_referred(question: Question) -> Refuse | None:
    crime = question.text("ground") == "crime"
    if why := suspending.refer_fault(question.state, for_crime=crime):
        return why
    acts, criminal = question.number("acts") or 1, question.number("criminal_acts")
    if criminal is not None and criminal < acts:
        question.say(to=question.state.name, referred="part", other_acts="go_on")
        return None
    if question.state in UNDECIDED:
        question.say(clock_stopped="D12")
    return None


def _crime_declined(question: Question) -> Refuse | No | None:
    part = question.text("referred") == "part"
    if why := suspending.return_fault(question.state, went=part):
        return No("state", why.text)
    given = question.listed("given")
    question.clock("P04", question.need("received_on"), *given)
    question.say(statute_added="1y")
    return None


CHAIR_REFERS = "referred"
"""The outcome of a chair who refers the file himself."""
RULES = {
    CaseAct.EXPLANATION_REQUESTED: Rule(
        "Luật XLVPHC Điều 61, 66.1.b; NĐ 118/2021 Điều 17", "R2", _explanation_requested
    ),
    CaseAct.HEARING_NOTIFIED: Rule("Luật XLVPHC Điều 61.3, 66.1", "R2", _hearing_notified),
    CaseAct.EXPLANATION_RECEIVED: Rule("Luật XLVPHC Điều 61.2", "R2", only()),
    CaseAct.EXPLANATION_WAIVED: Rule("NĐ 118/2021 Điều 17.2", "R", only()),
    CaseAct.SANCTION_IMPOSED: Rule(
        "Luật XLVPHC Điều 6, 65, 66; NĐ 118/2021 Điều 12.3.a, 13.3, 15.3",
        "R2",
        _sanction_imposed,
        vain=_in_vain,
    ),
    CaseAct.SANCTION_IMPOSED_ON_SPOT: Rule("Luật XLVPHC Điều 56", "R", _on_spot),
    CaseAct.REMEDY_ORDERED: Rule(
        "Luật XLVPHC Điều 65.2, 66.2; NĐ 118/2021 Điều 8.2, 13.3", "R2", _remedy_ordered
    ),
    CaseAct.SANCTION_DECLINED: Rule("Luật XLVPHC Điều 65.1", "R", only()),
    CaseAct.CASE_SENT_UP: Rule("TT 27/2020 Điều 24, 25; Luật XLVPHC Điều 66.1.a", "R", _sent_up),
    CaseAct.CHAIR_DECIDED: Rule(
        "TT 27/2020 Điều 25, 26.4", "R", _chair_decided, vain="not_with_chair"
    ),
    CaseAct.CRIME_REFERRED: Rule("Luật XLVPHC Điều 62", "R", _crime_referred),
    CaseAct.CRIME_DECLINED: Rule("Luật XLVPHC Điều 6.1, 63", "R", _crime_declined),
}
