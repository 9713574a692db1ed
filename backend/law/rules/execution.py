"""Consequences of a decision: late interest, instalments, and when a sanction lapses. Pure."""

from datetime import date

from backend.core.formats import day
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


def instalment_faults(
    fine_vnd: int,
    subject: SubjectKind,
    effective_on: date,
    parts: list[tuple[date, int]],
    laws: Laws,
    *,
    paid_vnd: int = 0,
) -> list[Refusal]:
    """Return why a fine may not be paid in these parts (Law Art 79).

    The six months run from `effective_on`, the day of the decision. The least amount and the share
    of the first part are measured by the whole fine, not by its unpaid rest. What was paid before
    (`paid_vnd`) counts towards the first part. The parts must sum to the unpaid rest.
    """
    rule = numbers(laws, "instalments", effective_on)
    organisation = subject is SubjectKind.ORGANISATION
    least = rule.numbers["organisation_vnd" if organisation else "individual_vnd"]
    end = months_after(effective_on, rule.numbers["months"])
    times, percent = rule.numbers["times"], rule.numbers["first_percent"]
    ordered = sorted(parts)
    first = max(0, -(-fine_vnd * percent // 100) - paid_vnd)
    left = fine_vnd - paid_vnd
    found: list[tuple[bool, str, str, str, dict[str, int]]] = [
        (
            fine_vnd < least,
            "instalments_too_small",
            "Phạt {fine} đồng, chưa đến {least} đồng nên không được nộp nhiều lần.",
            "A fine of {fine} VND is below {least}: it may not be paid in parts.",
            {"fine": fine_vnd, "least": least},
        ),
        (
            len(parts) > times,
            "instalments_too_many",
            "Nộp {count} lần, nhiều hơn {times} lần.",
            "{count} parts, more than {times}.",
            {"count": len(parts), "times": times},
        ),
        (
            bool(parts) and ordered[-1][0] > end,
            "instalments_too_long",
            f"Lần nộp cuối sau ngày {day(end)}: quá {{months}} tháng.",
            f"The last part is after {day(end)}: beyond {{months}} months.",
            {"months": rule.numbers["months"]},
        ),
        (
            not parts or ordered[0][1] < first,
            "instalments_first_too_small",
            "Lần đầu phải nộp ít nhất {first} đồng ({percent}%).",
            "The first part must be {first} VND at least ({percent} %).",
            {"first": first, "percent": percent},
        ),
        (
            sum(amount for _, amount in parts) != left,
            "instalments_sum",
            "Tổng các lần nộp {sum} đồng khác tiền phạt còn phải nộp {left} đồng.",
            "The parts sum to {sum} VND, not to what is left of the fine, {left}.",
            {"sum": sum(amount for _, amount in parts), "left": left},
        ),
    ]
    return [
        refusal(code, rule.article, vi, en, check=rule.check, **named)
        for wrong, code, vi, en, named in found
        if wrong
    ]


def lapsed_on(completed_on: date, laws: Laws, *, only_warned: bool, on: date | None = None) -> date:
    """Return the last day on which an earlier sanction still counts as one (Law Art 7.1).

    It is 6 months after a warning was executed completely, and a year after any other sanction.
    From the next day the subject counts as never sanctioned.
    """
    rule = numbers(laws, "lapse", on or completed_on)
    months = rule.numbers["warning_months" if only_warned else "other_months"]
    return months_after(completed_on, months)
