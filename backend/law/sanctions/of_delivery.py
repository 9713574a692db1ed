"""Answers about delivery, publication, payment to an officer and enforcement, from facts alone."""

from collections.abc import Callable
from datetime import date, datetime

from backend.law.rules.asked import FactWrong
from backend.law.rules.counting import add_working_days
from backend.law.rules.spans import months_after
from backend.law.sanctions.answers import Answer, Question, judged, told
from schemas.law.sanctions import Step

_DEEMED = "Luật XLVPHC Điều 70; NĐ 118/2021 Điều 17a (sđ NĐ 190/2025)"
_DEEMED_DAYS = 3
_POSTED_DAYS = 7
_PUBLISHED = {
    "food",
    "quality",
    "medicine",
    "health",
    "labour",
    "construction",
    "insurance",
    "environment",
    "tax",
    "securities",
    "ip",
    "measurement",
    "counterfeit",
}
"""Fields in which a sanction may be published (Law Art 72.1)."""
_ENDED = {
    "annulled",
    "waived_and_done",
    "dead_without_estate",
    "dissolved_without_estate",
    "crime_found",
    "executed",
}
"""When an enforcement ends (Decree 296/2025 Art 9.2)."""


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
        ]
    )
    way = facts.text("way")
    deemed: date | None = None
    result: dict[str, str] = {}
    if way == "by_hand":
        if facts.text("before") in ("witness", "commune"):
            deemed = facts.day("refused_on")
            result["form"] = "MBB06"
    elif way == "post":
        returned = sorted(facts.listed("returned"))
        if len(returned) >= _DEEMED_DAYS:
            deemed = add_working_days(date.fromisoformat(returned[2]), _DEEMED_DAYS, one.calendar)
    elif way == "electronic":
        entered = facts.day("entered_on")
        deemed = entered and add_working_days(entered, _DEEMED_DAYS, one.calendar)
    elif way == "posting":
        if facts.text("other_ways") != "failed":
            return {"refused": "yes", "why": "other_ways_first"}, [_ways()]
        posted = facts.day("posted_on")
        if facts.yes("minutes") and posted:
            deemed = add_working_days(posted, _POSTED_DAYS, one.calendar)
    else:
        raise FactWrong(name="way", value=way or "–")
    if deemed is None:
        return {"deemed": "no"}, [_ways()]
    return result | {"deemed": "yes", "deemed_on": deemed.isoformat()}, [_ways()]


def _ways() -> Step:
    return told(
        _DEEMED,
        "Giao trực tiếp, gửi bảo đảm, điện tử; không được thì niêm yết 07 ngày làm việc. Coi là đã giao: từ chối "
        "trước "
        "xã hoặc người chứng kiến; 03 ngày làm việc sau lần trả lại thứ ba hoặc sau khi vào hệ thống; hết niêm yết.",
        "By hand, registered post, electronic; failing these, posting for 7 working days. Deemed: refused before "
        "commune "
        "or witness; 3 working days after the third return or after entry in the system; the end of posting.",
        "R2",
    )


def _publication(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "field", "damage", "content"])
    why = []
    if facts.text("field") and facts.text("field") not in _PUBLISHED:
        why.append("field_not_listed")
    if facts.text("field") and facts.text("damage", "none") == "none":
        why.append("no_great_damage")
    return judged(
        why,
        "Luật XLVPHC Điều 72.1; NĐ 118/2021 Điều 18.2",
        "Chỉ công bố trong các lĩnh vực được liệt kê, khi hậu quả lớn hoặc ảnh hưởng xấu về dư luận.",
        "Published only in the listed fields, for great damage or bad public effect.",
        "R",
    )


def _pay_officer(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "form", "place"])
    near = facts.text("form") != "MQĐ01" and facts.text("place") not in (
        "remote",
        "at_sea",
        "outside_hours",
    )
    return judged(
        ["pay_treasury"] if near else [],
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
    why = []
    if not one.calendar.works(at.date()):
        why.append("day_off")
    minutes = at.hour * 60 + at.minute
    if not 8 * 60 <= minutes <= 17 * 60:
        why.append("outside_hours")
    return judged(
        why,
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
    return {"next_check": months_after(checked, 6).isoformat()}, [
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
        [] if facts.text("ground") in _ENDED else ["ground_not_provided"],
        "NĐ 296/2025 Điều 9.2",
        "Chấm dứt cưỡng chế khi quyết định bị hủy, được miễn và đã thi hành xong, chết hoặc giải thể không còn tài "
        "sản, "
        "có dấu hiệu tội phạm.",
        "Enforcement ends when the decision is annulled, waived and done, on death or dissolution without estate, "
        "when a "
        "crime is found.",
        "R",
    )


def _transfer(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "party_can_comply_here", "same_level_body", "goods"])
    if facts.yes("party_can_comply_here"):
        result = {"may": "no", "why": "can_comply_here"}
    else:
        to = "same_level_body" if facts.yes("same_level_body") else "commune"
        result = {"may": "yes", "to": to, "form": "MBB29"}
        if facts.text("goods") in ("bulky", "costly"):
            result["goods_stay"] = "yes"
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
