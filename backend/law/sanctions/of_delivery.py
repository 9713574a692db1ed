"""Answers about delivery, publication, payment to an officer and enforcement, from facts alone.

No rule is here: backend/law/rules judges, as it does in a case. Which answers govern cases, the table in
backend/casework/reckoner/governing.py says.
"""

from collections.abc import Callable
from datetime import date, datetime

from backend.law.rules import deemed, enforcing, paid_to, publication
from backend.law.rules.asked import FactWrong
from backend.law.rules.laws import NoRuleOnDay, Numbers
from backend.law.sanctions.answers import Answer, Question, judged, last_day, told
from schemas.law.sanctions import Step


def _delivery(one: Question) -> Answer:
    facts = one.facts
    facts.only(
        [
            "what",
            "way",
            "refused_on",
            "before",
            "returned",
            "entered_on",
            "posted_on",
            "other_ways",
            "minutes",
            "consent",
        ]
    )
    named = facts.text("way")
    way = next((one for one in _SINCE if one == named), None)
    if way is None:
        raise FactWrong(name="way", value=named or "–")
    returned = sorted(facts.days("returned"))
    tried = deemed.Tried(
        way=way,
        since=facts.day(_SINCE[way]) if way != "post" else next(iter(returned[2:3]), None),
        returns=len(returned),
        witnessed=facts.text("before") in ("witness", "commune"),
        consent=facts.text("consent", "yes") == "yes",
        others_failed=facts.text("other_ways") == "failed",
        minutes=facts.yes("minutes"),
    )
    rule = deemed.rule(one.laws, tried.since or date(2026, 1, 1))
    found = deemed.judge(tried, rule, one.calendar)
    steps = [_ways(rule)]
    if found.why == "other_ways_first":
        return {"refused": "yes", "why": found.why}, steps
    if found.why or found.on is None:
        return {"deemed": "no", "why": found.why or "no_day"}, steps
    form = {"form": "MBB06"} if way == "by_hand" else {}
    return form | {"deemed": "yes", "deemed_on": found.on.isoformat()}, steps


_SINCE: dict[deemed.Way, str] = {
    "by_hand": "refused_on",
    "post": "returned",
    "electronic": "entered_on",
    "posting": "posted_on",
}
"""From which day it runs, by the way that was tried; of the post from the third return."""


def _ways(rule: Numbers) -> Step:
    return told(
        rule.article,
        "Giao trực tiếp, gửi bảo đảm, điện tử; không được thì niêm yết {posted:02} ngày làm việc. Coi là đã giao: từ "
        "chối trước xã hoặc người chứng kiến; {days:02} ngày làm việc sau lần trả lại thứ {returns} hoặc sau khi vào "
        "hệ thống; hết niêm yết.".format(**_terms(rule)),
        "By hand, registered post, electronic; failing these, posting for {posted} working days. Deemed: refused "
        "before commune or witness; {days} working days after return {returns} or after entry in the system; the end "
        "of posting.".format(**_terms(rule)),
        rule.certainty or "R2",
    )


def _terms(rule: Numbers) -> dict[str, int]:
    return {
        "posted": rule.numbers["posted_working_days"],
        "days": rule.numbers["working_days"],
        "returns": rule.numbers["returns"],
    }


def _publication(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "field", "damage", "content", "decided_on"])
    decided_on, field = facts.day("decided_on"), facts.text("field")
    rule = publication.rule(one.laws, decided_on or date(2026, 1, 1))
    if rule is None:
        raise NoRuleOnDay(day=str(decided_on or ""), what="publication")
    grave = not field or facts.text("damage", "none") != "none"
    found = publication.judge(rule, {field} - {""}, grave=grave)
    result, steps = judged(
        [*found.why],
        rule.article,
        "Chỉ công bố trong các lĩnh vực được liệt kê, khi hậu quả lớn hoặc ảnh hưởng xấu về dư luận.",
        "Published only in the listed fields, for great damage or bad public effect.",
        rule.certainty or "R",
        doubt=found.warns,
    )
    if decided_on is not None and not found.why:
        result["last_day"] = last_day(one, "D25", decided_on).isoformat()
    return result | ({"doubtful": "yes"} if found.warns else {}), steps


def _pay_officer(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "form", "place"])
    why = paid_to.fault(facts.text("form"), facts.text("place"))
    return judged(
        [why] if why else [],
        "Luật XLVPHC Điều 69, 78.2",
        "Nộp cho người có thẩm quyền chỉ khi phạt không lập biên bản, hoặc ở vùng xa, trên biển, ngoài giờ.",
        "Paid to the officer only for a sanction without minutes, or in remote places, at sea, outside hours.",
        "R",
    )


def _enforcement_time(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "kind", "at"])
    try:
        at = datetime.fromisoformat(facts.text("at"))
    except ValueError as error:
        raise FactWrong(name="at", value=facts.text("at") or "–") from error
    return judged(
        enforcing.time_faults(at, one.calendar),
        "NĐ 296/2025 Điều 20–34",
        "Kê biên chỉ từ 08 giờ đến 17 giờ ngày làm việc.",
        "Property is seized only from 08 to 17 h on working days.",
        "R",
    )


def _no_means(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "checked"])
    checked = facts.day("checked")
    if checked is None:
        raise FactWrong(name="checked", value="–")
    again = last_day(one, "D28", checked, step="no_means_check")
    return {"next_check": again.isoformat()}, [
        told(
            "NĐ 296/2025 Điều 47",
            "Chưa có điều kiện thi hành: xác minh lại hai lần, mỗi lần sau 06 tháng.",
            "No means yet: checked again twice, after six months each.",
            "R",
        )
    ]


def _end_enforcement(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "ground"])
    return judged(
        [] if facts.text("ground") in enforcing.ENDS else ["ground_not_provided"],
        "NĐ 296/2025 Điều 9.2",
        "Chấm dứt cưỡng chế khi quyết định bị hủy, được miễn và đã thi hành xong, chết hoặc giải thể không còn tài "
        "sản, có dấu hiệu tội phạm.",
        "Enforcement ends when the decision is annulled, waived and done, on death or dissolution without estate, "
        "when a crime is found.",
        "R",
    )


def _transfer(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "party_can_comply_here", "same_level_body", "goods"])
    why = enforcing.transfer_fault(can_comply_here=facts.yes("party_can_comply_here"))
    result = {"may": "no", "why": why} if why else {"may": "yes", "form": enforcing.TRANSFER_FORM}
    if not why:
        result["to"] = enforcing.receiver(same_level_body=facts.yes("same_level_body"))
        result |= {"goods_stay": "yes"} if enforcing.goods_stay(facts.text("goods")) else {}
    return result, [
        told(
            "Luật XLVPHC Điều 71.1; NĐ 118/2021 Điều 22.4",
            "Chuyển cho cơ quan cùng cấp nơi cư trú, không có thì cấp xã; tang vật cồng kềnh, chi phí lớn thì "
            "không chuyển.",
            "Transferred to the same-level body at its home, else the commune; bulky or costly goods stay.",
            "R",
        )
    ]


QUESTIONS: dict[str, Callable[[Question], Answer]] = {
    "delivery": _delivery,
    "publication": _publication,
    "pay_officer": _pay_officer,
    "enforcement_time": _enforcement_time,
    "no_means": _no_means,
    "end_enforcement": _end_enforcement,
    "transfer_execution": _transfer,
}
"""What may be asked, by `what`."""
