"""Consequences of a decision: late interest, instalments, and when a sanction lapses. Pure."""

from datetime import date
from typing import NamedTuple

from backend.core.formats import day
from backend.law.rules.counting import Calendar
from backend.law.rules.laws import Laws, numbers
from backend.law.rules.spans import months_after
from backend.law.texts.sanctions import refusal, step
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import LateInterest, Refusal


def late_interest(unpaid_vnd: int, due_on: date, paid_on: date, laws: Laws) -> LateInterest:
    """Return the interest on late payment: 0.05 % of the unpaid amount per day late (Law Art 78.1).

    `due_on` is the last day on which payment is in time; the day of payment counts as late. The
    result is in whole đồng, rounded down. If parts are paid on several days, call this once per
    part.
    """
    rule = numbers(laws, "late_interest", due_on)
    days = max(0, (paid_on - due_on).days)
    amount = unpaid_vnd * rule.numbers["per_ten_thousand"] * days // 10_000
    told = step(
        rule.article,
        f"0,05% × {days} ngày × {{unpaid}} đồng = {{amount}} đồng (hạn {day(due_on)}, nộp {day(paid_on)}).",
        f"0.05 % × {days} days × {{unpaid}} VND = {{amount}} (due {day(due_on)}, paid {day(paid_on)}).",
        unpaid=unpaid_vnd,
        amount=amount,
    )
    return LateInterest(days=days, amount_vnd=amount, step=told)


class Divided(NamedTuple):
    """A fine that is to be paid in parts. What is None nobody said: it is not judged."""

    fine_vnd: int
    subject: SubjectKind
    effective_on: date
    paid_vnd: int = 0
    """What was paid before. It counts towards the first part."""
    times: int | None = None
    first_vnd: int | None = None
    last_on: date | None = None
    sum_vnd: int | None = None
    certified: bool = True
    by_who_fined: bool = True
    """Who imposed the fine decides, or the body to which its execution was handed."""


def instalment_faults(
    fine_vnd: int,
    subject: SubjectKind,
    effective_on: date,
    parts: list[tuple[date, int]],
    laws: Laws,
    *,
    paid_vnd: int = 0,
) -> list[Refusal]:
    """Return why a fine may not be paid in these parts (Law Art 79); see divided_faults()."""
    ordered = sorted(parts)
    return divided_faults(
        Divided(
            fine_vnd=fine_vnd,
            subject=subject,
            effective_on=effective_on,
            paid_vnd=paid_vnd,
            times=len(parts),
            first_vnd=ordered[0][1] if parts else -1,
            last_on=ordered[-1][0] if parts else None,
            sum_vnd=sum(amount for _, amount in parts),
        ),
        laws,
    )


def least_first(one: Divided, laws: Laws) -> int:
    """Return the least first part, in đồng: a share of the whole fine, less what was paid."""
    percent = numbers(laws, "instalments", one.effective_on).numbers["first_percent"]
    return max(0, -(-one.fine_vnd * percent // 100) - one.paid_vnd)


def least_divided(one: Divided, laws: Laws) -> int:
    """Return the least fine, in đồng, that is paid in parts."""
    rule = numbers(laws, "instalments", one.effective_on)
    organisation = one.subject is SubjectKind.ORGANISATION
    return rule.numbers["organisation_vnd" if organisation else "individual_vnd"]


def divided_faults(one: Divided, laws: Laws) -> list[Refusal]:
    """Return why a fine may not be paid in parts so (Law Art 79).

    The six months run from `effective_on`, the day of the decision. The least amount and the share
    of the first part are measured by the whole fine, not by its unpaid rest. The parts must sum to the unpaid rest.
    """
    rule = numbers(laws, "instalments", one.effective_on)
    least, first = least_divided(one, laws), least_first(one, laws)
    end = months_after(one.effective_on, rule.numbers["months"])
    times, percent = rule.numbers["times"], rule.numbers["first_percent"]
    left = one.fine_vnd - one.paid_vnd
    found: list[tuple[bool, str, str, str, dict[str, int]]] = [
        (
            one.fine_vnd < least,
            "instalments_too_small",
            "Phạt {fine} đồng, chưa đến {least} đồng nên không được nộp nhiều lần.",
            "A fine of {fine} VND is below {least}: it may not be paid in parts.",
            {"fine": one.fine_vnd, "least": least},
        ),
        (
            one.times is not None and one.times > times,
            "instalments_too_many",
            "Nộp {count} lần, nhiều hơn {times} lần.",
            "{count} parts, more than {times}.",
            {"count": one.times or 0, "times": times},
        ),
        (
            one.last_on is not None and one.last_on > end,
            "instalments_too_long",
            f"Lần nộp cuối sau ngày {day(end)}: quá {{months}} tháng.",
            f"The last part is after {day(end)}: beyond {{months}} months.",
            {"months": rule.numbers["months"]},
        ),
        (
            one.first_vnd is not None and one.first_vnd < first,
            "instalments_first_too_small",
            "Lần đầu phải nộp ít nhất {first} đồng ({percent}%).",
            "The first part must be {first} VND at least ({percent} %).",
            {"first": first, "percent": percent},
        ),
        (
            one.sum_vnd is not None and one.sum_vnd != left,
            "instalments_sum",
            "Tổng các lần nộp {sum} đồng khác tiền phạt còn phải nộp {left} đồng.",
            "The parts sum to {sum} VND, not to what is left of the fine, {left}.",
            {"sum": one.sum_vnd or 0, "left": left},
        ),
        (
            not one.certified,
            "instalments_not_certified",
            "Hoàn cảnh khó khăn chưa có xác nhận.",
            "The hardship is not certified.",
            {},
        ),
        (
            not one.by_who_fined,
            "instalments_other_decider",
            "Người ra quyết định xử phạt, hoặc cơ quan nhận thi hành, quyết định nộp nhiều lần.",
            "Who imposed the fine decides on parts, or the body to which its execution was handed.",
            {},
        ),
    ]
    return [
        refusal(code, rule.article, vi, en, check=rule.check, **named)
        for wrong, code, vi, en, named in found
        if wrong
    ]


def lapsed_on(
    completed_on: date,
    laws: Laws,
    calendar: Calendar,
    *,
    only_warned: bool,
    on: date | None = None,
) -> date:
    """Return the last day on which an earlier sanction still counts as one (Law Art 7.1).

    It is 6 months after a warning was executed completely, and a year after any other sanction. A last day off moves
    to the next working day (Law Art 8.1; Civil Code Art 148.5), as the clock of the case counts it. From the next day
    the subject counts as never sanctioned.
    """
    rule = numbers(laws, "lapse", on or completed_on)
    months = rule.numbers["warning_months" if only_warned else "other_months"]
    return calendar.next_working(months_after(completed_on, months))
