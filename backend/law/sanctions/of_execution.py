"""Answers about what follows from a decision: paying late, in parts, later, without minutes.

A question is `what=…`; each has its own facts, and none may be given that it does not know. What is
asked of delivery, publication and enforcement is in of_delivery.py, of changes and lapse in of_changes.py. No rule is
here: backend/law/rules judges, as it does in a case.
"""

from collections.abc import Callable
from datetime import date, timedelta

from backend.law.errors import OrderFault
from backend.law.rules import (
    edition,
    execution,
    paying_late,
    procedure,
)
from backend.law.rules.asked import Facts, FactWrong
from backend.law.rules.laws import numbers
from backend.law.rules.spans import months_after
from backend.law.sanctions import imagined, of_changes, of_delivery
from backend.law.sanctions.answers import Answer, Question, judged, last_day
from backend.law.texts.sanctions import step, sure
from schemas.core.problems import Text
from schemas.law.sanctions import Step


def answer(one: Question) -> Answer:
    """Answer one question. Raises FactWrong."""
    what = one.facts.text("what")
    known = QUESTIONS | of_delivery.QUESTIONS | of_changes.QUESTIONS
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
    due, counted = _due(one)
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


def _due(one: Question) -> tuple[date, bool]:
    """Return the last day to pay, and whether it was counted here."""
    facts = one.facts
    if (given := facts.day("last_day")) is not None:
        return given, False
    if (received := facts.day("received_on")) is not None:
        return last_day(one, "D15", received), True
    decided = facts.day("decided_on")
    if decided is None:
        raise FactWrong(name="last_day", value="–")
    return paying_late.due_without_receipt(decided, one.laws), True


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


def _on(facts: Facts) -> date:
    return facts.day("on") or facts.day("decided_on") or date(2026, 1, 1)


_DIVIDED = {
    "instalments_too_small": "fine_below_threshold",
    "instalments_not_certified": "hardship_not_certified",
    "instalments_first_too_small": "first_below_40_percent",
    "instalments_too_many": "too_many_payments",
    "instalments_too_long": "too_long",
    "instalments_other_decider": "not_who_fined",
}


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
    on, months = _on(facts), facts.whole("months")
    decider, fined_by = facts.text("decider"), facts.text("fined_by")
    rightly = "receiving_body" if facts.yes("transferred") else fined_by
    divided = execution.Divided(
        fine_vnd=facts.need("fine"),
        subject=facts.subject(),
        effective_on=on,
        paid_vnd=facts.whole("paid") or 0,
        times=facts.whole("payments"),
        first_vnd=facts.whole("first"),
        last_on=None if months is None else months_after(on, months),
        certified=facts.text("hardship", "certified") == "certified",
        by_who_fined=not decider or decider == rightly,
    )
    rule = numbers(one.laws, "instalments", on)
    first = execution.least_first(divided._replace(paid_vnd=0), one.laws)
    why = [_DIVIDED[fault.code] for fault in execution.divided_faults(divided, one.laws)]
    result, steps = judged(
        why,
        rule.article,
        f"Nộp nhiều lần: từ {{least}} đồng, tối đa {rule.numbers['times']} lần trong {rule.numbers['months']} "
        "tháng kể từ ngày quyết định có hiệu lực, lần đầu ít nhất {first} đồng.",
        f"In parts: from {{least}} VND, at most {rule.numbers['times']} parts within {rule.numbers['months']} "
        "months from the day on which the decision takes effect, the first {first} VND at least.",
        rule.certainty or "R2",
        least=execution.least_divided(divided, one.laws),
        first=first,
    )
    if not why:
        result |= {
            "most_payments": str(rule.numbers["times"]),
            "most_months": str(rule.numbers["months"]),
            "least_first": str(first),
        }
    return result, steps


_POSTPONED = {
    "postponement_too_small": "fine_below_threshold",
    "postponement_not_certified": "not_certified",
    "postponement_too_long": "too_long",
    "postponement_cause": "cause_not_provided",
}


def _postponement(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "fine", "subject", "cause", "certified", "months", "on", "decided_on"])
    on, months = _on(facts), facts.whole("months")
    found = paying_late.postponement_faults(
        facts.need("fine"),
        facts.subject(),
        on,
        None if months is None else months_after(on, months),
        one.laws,
        certified=facts.text("certified", "yes") == "yes",
        cause=facts.text("cause") or None,
    )
    rule = numbers(one.laws, "postponement", on)
    return judged(
        [_POSTPONED[fault.code] for fault in found],
        rule.article,
        "Hoãn thi hành: mức phạt từ ngưỡng trở lên; khó khăn do thiên tai, thảm họa, hỏa hoạn, dịch bệnh (cá nhân: "
        "cả bệnh hiểm nghèo, tai nạn), có xác nhận; tối đa 3 tháng.",
        "Postponement: from the threshold on; hardship by disaster, fire, epidemic (of an individual also grave "
        "illness, accident), certified; three months at most.",
        rule.certainty or "M",
        doubt=rule.check,
    )


def _reduction(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "fine", "subject", "postponed", "renewed_hardship", "certified"])
    why = paying_late.reduction_faults(
        postponed=facts.yes("postponed"),
        renewed=facts.yes("renewed_hardship"),
        certified=facts.text("certified", "yes") == "yes",
    )
    return judged(
        [*why],
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
    on = _on(facts)
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


QUESTIONS: dict[str, Callable[[Question], Answer]] = {
    "interest": _interest,
    "instalments": _instalments,
    "postponement": _postponement,
    "reduction": _reduction,
    "waiver": _reduction,
    "no_minutes": _no_minutes,
}
