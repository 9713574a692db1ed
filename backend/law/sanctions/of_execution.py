"""Answers about what follows from a decision: paying late, in parts, later, without minutes.

A question is `what=…`; each has its own facts, and none may be given that it does not know. What is
asked of delivery, publication and enforcement is in of_delivery.py.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from backend.law.catalogue import files
from backend.law.errors import OrderFault
from backend.law.rules import edition, execution, paying_late, procedure
from backend.law.rules.asked import Facts, FactWrong, said
from backend.law.rules.counting import Calendar
from backend.law.rules.laws import Laws, numbers
from backend.law.rules.spans import months_after
from backend.law.sanctions import imagined, of_delivery
from backend.law.sanctions.answers import Answer, Question, judged, told
from backend.law.texts.sanctions import step, sure
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import Step

_COMPLY_DAYS = 10
"""Days to comply with a decision that names none (Law Art 73.1)."""
_CAUSES = {"disaster", "fire", "epidemic"}
_OWN_CAUSES = {"illness", "accident"}
"""Grave illness and accident: of an individual alone (Law Art 76.1)."""


@cache
def calendar() -> Calendar:
    """Return the days off and worked Saturdays of all years that the data has."""
    return Calendar(files.calendar())


def answer(one: Question) -> Answer:
    """Answer one question. Raises FactWrong."""
    what = one.facts.text("what")
    known = QUESTIONS | of_delivery.QUESTIONS
    if what not in known:
        raise FactWrong(name="what", value=what or "–")
    return known[what](one)


def _interest(one: Question) -> Answer:
    facts = one.facts
    facts.only(
        [
            "what",
            "fine",
            "last_day",
            "received_on",
            "received",
            "decided_on",
            "paid_on",
            "paid",
            "postponed",
            "considering",
            "complaint",
            "on",
        ]
    )
    due, counted = _due(facts, one.laws)
    pauses = [
        span for name in ("postponed", "considering") if (span := facts.span(name)) is not None
    ]
    left = facts.need("fine")
    parts = _payments(facts, left)
    days = amount = 0
    steps: list[Step] = []
    since = due
    for paid_on, paid in parts:
        found = paying_late.interest(left, since, paid_on, one.laws, pauses=pauses)
        days, amount = days + found.days, amount + found.amount_vnd
        steps.append(found.step)
        since, left = max(since, paid_on - timedelta(days=1)), left - paid
    result = {"days": str(days), "amount": str(amount)}
    if counted:
        result["last_day"] = due.isoformat()
    return result, steps


def _due(facts: Facts, laws: Laws) -> tuple[date, bool]:
    """Return the last day to pay, and whether it was counted here."""
    if (given := facts.day("last_day")) is not None:
        return given, False
    if (received := facts.day("received_on")) is not None:
        return calendar().next_working(received + timedelta(days=_COMPLY_DAYS)), True
    decided = facts.day("decided_on")
    if decided is None:
        raise FactWrong(name="last_day", value="–")
    return paying_late.due_without_receipt(decided, laws), True


def _payments(facts: Facts, fine: int) -> list[tuple[date, int]]:
    found = []
    for part in facts.listed("paid"):
        day, _, amount = part.partition(":")
        if not amount.isdecimal():
            raise FactWrong(name="paid", value=part)
        found.append((date.fromisoformat(day), int(amount)))
    paid_on = facts.day("paid_on") or facts.day("on")
    if not found and paid_on is None:
        raise FactWrong(name="paid_on", value="–")
    return sorted(found) or [(paid_on or date.min, fine)]


def _hardship(facts: Facts) -> bool:
    return facts.text("hardship", "certified") == "certified"


def _instalments(one: Question) -> Answer:
    facts = one.facts
    facts.only(
        [
            "what",
            "fine",
            "paid",
            "subject",
            "hardship",
            "first",
            "payments",
            "months",
            "decider",
            "fined_by",
            "transferred",
            "on",
            "decided_on",
        ]
    )
    on = facts.day("on") or facts.day("decided_on") or date(2026, 1, 1)
    fine, subject = facts.need("fine"), facts.subject()
    rule = numbers(one.laws, "instalments", on)
    organisation = subject is SubjectKind.ORGANISATION
    least = rule.numbers["organisation_vnd" if organisation else "individual_vnd"]
    first = -(-fine * rule.numbers["first_percent"] // 100)
    decider, fined_by = facts.text("decider"), facts.text("fined_by")
    rightly = "receiving_body" if facts.yes("transferred") else fined_by
    given = facts.whole("first")
    why = [
        name
        for wrong, name in (
            (fine < least, "fine_below_threshold"),
            (not _hardship(facts), "hardship_not_certified"),
            (
                given is not None and given + (facts.whole("paid") or 0) < first,
                "first_below_40_percent",
            ),
            ((facts.whole("payments") or 0) > rule.numbers["times"], "too_many_payments"),
            ((facts.whole("months") or 0) > rule.numbers["months"], "too_long"),
            (bool(decider) and decider != rightly, "not_who_fined"),
        )
        if wrong
    ]
    result, steps = judged(
        why,
        rule.article,
        f"Nộp nhiều lần: từ {{least}} đồng, tối đa {rule.numbers['times']} lần trong {rule.numbers['months']} "
        "tháng kể từ "
        "ngày quyết định có hiệu lực, lần đầu ít nhất {first} đồng.",
        f"In parts: from {{least}} VND, at most {rule.numbers['times']} parts within {rule.numbers['months']} "
        "months from "
        "the day on which the decision takes effect, the first {first} VND at least.",
        rule.certainty or "R2",
        least=least,
        first=first,
    )
    if not why:
        result |= {
            "most_payments": str(rule.numbers["times"]),
            "most_months": str(rule.numbers["months"]),
            "least_first": str(first),
        }
    return result, steps


def _postponement(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "fine", "subject", "cause", "certified", "months", "on", "decided_on"])
    on = facts.day("on") or facts.day("decided_on") or date(2026, 1, 1)
    subject = facts.subject()
    months = facts.whole("months")
    found = paying_late.postponement_faults(
        facts.need("fine"),
        subject,
        on,
        None if months is None else months_after(on, months),
        one.laws,
        certified=facts.text("certified", "yes") == "yes",
    )
    names = {
        "postponement_too_small": "fine_below_threshold",
        "postponement_not_certified": "not_certified",
        "postponement_too_long": "too_long",
    }
    causes = _CAUSES if subject is SubjectKind.ORGANISATION else _CAUSES | _OWN_CAUSES
    why = [names[fault.code] for fault in found]
    if facts.text("cause", "disaster") not in causes:
        why.append("cause_not_provided")
    rule = numbers(one.laws, "postponement", on)
    return judged(
        why,
        rule.article,
        "Hoãn thi hành: mức phạt từ ngưỡng trở lên; khó khăn do thiên tai, thảm họa, hỏa hoạn, dịch bệnh (cá nhân: "
        "cả "
        "bệnh hiểm nghèo, tai nạn), có xác nhận; tối đa 3 tháng.",
        "Postponement: from the threshold on; hardship by disaster, fire, epidemic (of an individual also grave "
        "illness, "
        "accident), certified; three months at most.",
        rule.certainty or "M",
        doubt=rule.check,
    )


def _reduction(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "fine", "subject", "postponed", "renewed_hardship", "certified"])
    why = []
    if not facts.yes("postponed"):
        why.append("not_postponed_before")
    if facts.yes("postponed") and not facts.yes("renewed_hardship"):
        why.append("no_renewed_hardship")
    if facts.text("certified", "yes") != "yes":
        why.append("not_certified")
    return judged(
        why,
        "Luật XLVPHC Điều 77",
        "Giảm, miễn: sau khi đã được hoãn mà tiếp tục khó khăn, có xác nhận.",
        "Reduction, waiver: after a postponement and renewed hardship, certified.",
        "M",
        doubt=Text(
            vi="Các điều kiện khác của Điều 77 chưa đọc được.",
            en="The other terms of Art 77 were not read.",
        ),
    )


def _no_minutes(one: Question) -> Answer:
    facts = one.facts
    facts.only([*imagined.KNOWN, "what", "fine", "form", "device", "source"])
    on = facts.day("on") or facts.day("decided_on") or date(2026, 1, 1)
    fine = 0 if facts.text("form") == "warning" else facts.whole("fine")
    if fine is None and facts.text("code"):
        order = imagined.order(facts, one.book, one.laws).order
        if order is None:
            raise FactWrong(name="code", value=facts.text("code"))
        try:
            fine = edition.compute(order, one.laws, ()).total_vnd
        except OrderFault:
            fine = facts.need("chosen")
    fine = facts.need("fine") if fine is None else fine
    prosecution = facts.text("source") == "prosecution"
    fault = procedure.no_minutes_fault(
        fine, facts.subject(), on, one.laws, by_device=facts.yes("device"), prosecution=prosecution
    )
    if fault is None:
        said_ = step(
            "Luật XLVPHC Điều 56",
            "Được xử phạt không lập biên bản với mức {fine} đồng.",
            "It may be sanctioned without minutes, with {fine} VND.",
            fine=fine,
        )
        return {"may": "yes"}, [sure(said_, "R")]
    names = {"no_minutes_device": "found_by_device", "no_minutes_beyond": "fine_above_limit"}
    return {"may": "no", "why": names[fault.code]}, [
        sure(Step(text=fault.text, article=fault.article), "R", fault.check)
    ]


def _lapse(one: Question) -> Answer:
    """Answer whether a decision can still be executed (Art 74), or a sanction still counts (Art 7)."""
    facts = one.facts
    facts.only(
        [
            "what",
            "decided_on",
            "on",
            "completed_on",
            "executed_on",
            "warning",
            "changed",
            "evasion_ended",
        ]
    )
    completed = facts.day("completed_on") or facts.day("executed_on")
    if completed is not None:
        last = execution.lapsed_on(completed, one.laws, only_warned=facts.yes("warning"))
        result = {"last_day": last.isoformat()}
        if (on := facts.day("on")) is not None:
            result["may"] = said(value=on <= last)
        return result, [
            told(
                "Luật XLVPHC Điều 7.1",
                "Hết thời hạn được coi là chưa bị xử phạt.",
                "From then on it does not count.",
                "R",
            )
        ]
    decided, changed, on = facts.day("decided_on"), facts.days("changed"), facts.day("on")
    start = facts.day("evasion_ended") or max(changed, default=decided)
    if start is None or on is None:
        raise FactWrong(name="decided_on", value="–")
    end = months_after(start, 12)
    if decided is not None and len(changed) > 1:
        end = min(end, months_after(decided, 24))
    last = one.calendar.next_working(end)
    over = on > last
    result = {"fine": "lapsed" if over else "due", "last_day": last.isoformat()}
    if over:
        result |= {"confiscation": "goes_on", "remedies": "goes_on"}
    return result, [
        told(
            "Luật XLVPHC Điều 74; NĐ 118/2021 Điều 16.3",
            "Thời hiệu thi hành 01 năm; hết thời hiệu thì không thi hành phạt tiền, vẫn tịch thu và khắc phục hậu "
            "quả.",
            "One year to execute; after it the fine is not executed, confiscation and remedies still are.",
            "R",
        )
    ]


def _partial(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "cause"])
    if facts.text("cause") not in ("death", "missing", "dissolved", "bankrupt"):
        raise FactWrong(name="cause", value=facts.text("cause") or "–")
    result = {"fine": "stops", "confiscation": "goes_on", "remedies": "goes_on", "form": "MQĐ17"}
    return result, [
        told(
            "Luật XLVPHC Điều 75; NĐ 118/2021 Điều 19",
            "Không thi hành phạt tiền; tịch thu và khắc phục hậu quả tiếp tục trong phạm vi di sản, tài sản còn lại.",
            "The fine stops; confiscation and remedies go on, within the estate.",
            "R",
        )
    ]


def _correction(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "fault", "cause", "decided_on", "on", "statute_ends"])
    fault = facts.text("fault")
    forms = {"slip": "MQĐ39", "13_1": "MQĐ40"}
    result = {"form": forms.get(fault, "MQĐ38")}
    decided, on = facts.day("decided_on"), facts.day("on")
    free = fault in ("13_1", "remedy_part", "confiscation_part") or facts.text("cause") in (
        "complaint_result",
        "denunciation_result",
        "court_result",
    )
    steps = [
        told(
            "NĐ 118/2021 Điều 13–15",
            "Sai sót soạn thảo: đính chính; căn cứ Điều 13.1: hủy toàn bộ; trường hợp khác: sửa đổi, hủy một phần.",
            "A slip of drafting is corrected; a ground of Art 13.1 annuls it whole; otherwise it is amended, or "
            "annulled in part.",
            "R",
        )
    ]
    if decided is not None and on is not None:
        rule = numbers(one.laws, "correction", on)
        end = calendar().next_working(months_after(decided, rule.numbers["months"]))
        statute = facts.day("statute_ends")
        late = not free and (on > end or (statute is not None and on > statute))
        result["may"] = said(value=not late)
        if late:
            result["why"] = "too_late"
        steps.append(
            told(
                rule.article,
                "Trong 01 năm và còn thời hiệu xử phạt; không giới hạn với phần tịch thu, khắc phục hậu quả, kết "
                "quả giải "
                "quyết khiếu nại, tố cáo, bản án, và khi hủy toàn bộ.",
                "Within a year and the statute; without limit for confiscation and remedies, after a complaint, "
                "denunciation or judgment, and for annulling whole.",
                "R",
            )
        )
    return result, steps


QUESTIONS: dict[str, Callable[[Question], Answer]] = {
    "interest": _interest,
    "instalments": _instalments,
    "postponement": _postponement,
    "reduction": _reduction,
    "waiver": _reduction,
    "no_minutes": _no_minutes,
    "lapse": _lapse,
    "partial": _partial,
    "correction": _correction,
}
