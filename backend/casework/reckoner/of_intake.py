"""How a case comes, is recorded and verified, or is handed on, as a question without a case."""

from typing import Any

import msgspec

from backend.casework.acts.declaring import Who
from backend.casework.acts.index import ACTS
from backend.casework.reckoner.asking import No, Question, Rule
from backend.casework.rules import handed, recording, verifying
from backend.ledger.handlers import Refuse
from schemas.casework.acts.handed import FileReceived
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text

_BY_LAW = Text(vi="pháp luật quy định quyền này", en="the law gives this right")


def _asked(content: type[Any], name: str) -> bool:
    """Tell whether an act cannot be entered without this."""
    return any(one.name == name and one.required for one in msgspec.structs.fields(content))


def _file_lacks(question: Question) -> No | None:
    """Return what is missing that the act of taking a file in cannot do without (C27 23; L 63)."""
    missing = {
        "written_transfer_missing": question.text("transfer") == "oral" and "transfer_number",
        "decision_missing": question.text("decision") == "no" and "transfer_number",
        "file_copy_missing": question.text("file_copy") == "no" and "sheets",
        "handover_minutes_missing": question.text("handover_minutes") == "no" and "handover",
    }
    found = [why for why, name in missing.items() if name and _asked(FileReceived, name)]
    return No("+".join(found), _FILE) if found else None


_FILE = Text(
    vi="Hồ sơ tiếp nhận bằng văn bản chuyển (hoặc quyết định của cơ quan tố tụng), kèm bản sao hồ sơ, văn bản đề nghị "
    "và biên bản bàn giao.",
    en="A file is taken in with a written transfer (or the prosecution body's decision), a copy of the file, a request "
    "and handover minutes.",
)


def _file_received(question: Question) -> Refuse | No | None:
    if missing := _file_lacks(question):
        return missing
    if question.text("accepted") == "no" and ACTS[question.act].who is Who.HEAD:
        return No("not_accepted", _HEAD)
    source, received_on = question.text("source", "force"), question.need("received_on")
    minutes_on = question.day("minutes_on")
    if why := handed.request_fault(source, asked=question.text("request") != "no"):
        return No("request_missing", why.text)
    told = minutes_on is not None
    if why := handed.minutes_fault(source, received_on, whole=told, none=not told):
        return why
    if source == "prosecution":
        question.say(to=CaseState.DECISION_DUE.name)
        question.clock("P04", received_on)
    elif minutes_on is not None:
        # The file had to go to the competent officer: ten working days (Law Art 66.1.a).
        question.clock("D12", minutes_on, "sent_up", *question.listed("given"))
    return None


_HEAD = Text(
    vi="Người đứng đầu quyết định việc tiếp nhận hồ sơ.", en="The head accepts the file, or nobody."
)


def _case_transferred(question: Question) -> Refuse | No | None:
    early = question.state in handed.BEFORE_MINUTES
    by = handed.WORKING_MINUTES if question.text("working_minutes") == "yes" else "BC"
    if why := handed.passing_on_fault(question.state, by):
        return No("working_minutes_missing", why.text)
    if early:
        question.say(form=by)
    return None


_NOT_OURS = Text(
    vi="Việc ngoài lĩnh vực, địa bàn hoặc thẩm quyền lập biên bản: không lập biên bản vi phạm của mình; lập biên bản "
    "làm việc (MBB02) rồi chuyển ngay.",
    en="A matter outside our field, area or power to make minutes: no violation minutes of ours, but working minutes "
    "(MBB02), passed on at once.",
)


def _violation_recorded(question: Question) -> Refuse | No | None:
    if question.text("outside"):
        return No("not_ours", _NOT_OURS)
    if "right_exists" in question.facts:
        said, exists = question.yes("right_stated"), question.yes("right_exists")
        told = "yes" if said else "none"
        if why := recording.denial_fault(told, provided=exists, why=_BY_LAW):
            return why
    violators = question.number("violators") or 1
    if violators > 1:
        question.say(
            cases=str(violators),
            linked="inspection",
            clocks="own",
            goods_value="per_violator",
        )
    return None


def _verification_ordered(question: Question) -> Refuse | None:
    on, minutes_on = question.day("on"), question.day("minutes_on")
    if question.text("by") == "minutes_maker" and on and (why := verifying.maker_fault(on)):
        return why
    question.say(verification="open", form=verifying.MINUTES)
    if minutes_on is not None:
        question.clock("D12", minutes_on, "verification")
    return None


RULES = {
    CaseAct.FILE_RECEIVED: Rule(
        "TT 27/2020 Điều 23; Luật XLVPHC Điều 56.1.b, 58.5, 63", "R", _file_received
    ),
    CaseAct.CASE_TRANSFERRED: Rule("NĐ 118/2021 Điều 12.1", "R", _case_transferred),
    CaseAct.VIOLATION_RECORDED: Rule(
        "NĐ 118/2021 Điều 12.1, 12.3, 12.4.i; Luật XLVPHC Điều 61.1",
        "R",
        _violation_recorded,
        vain="one_act_one_minutes",
    ),
    CaseAct.VERIFICATION_ORDERED: Rule(
        "Luật XLVPHC Điều 59; TT 27/2020 Điều 24.2.b", "R", _verification_ordered
    ),
}
