"""Paying late and being let off for a while, in later editions: interest, postponement. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from backend.core.formats import day
from backend.law.rules.laws import Laws, numbers
from backend.law.rules.spans import months_after
from backend.law.texts.sanctions import refusal, step, sure
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import LateInterest, Refusal


def interest(
    unpaid_vnd: int,
    due_on: date,
    paid_on: date,
    laws: Laws,
    *,
    pauses: Iterable[tuple[date, date]] = (),
) -> LateInterest:
    """Return the interest on an unpaid fine in đồng, rounded down: 0.05 % for each day late.

    Days run from the day after `due_on`, the last day to pay, to the day before payment, holidays
    included (Law Art 78.1; Circular 18/2023/TT-BTC Art 5). `pauses` are first and last days of
    postponement, and of the time while a reduction, waiver or instalments are considered: no day of
    them counts.
    """
    rule = numbers(laws, "late_interest", due_on)
    late = {due_on + timedelta(days=one) for one in range(1, max(0, (paid_on - due_on).days))}
    free = {
        first + timedelta(days=one)
        for first, last in pauses
        for one in range((last - first).days + 1)
    }
    count = len(late - free)
    amount = unpaid_vnd * rule.numbers["per_ten_thousand"] * count // 10_000
    freed = len(late & free)
    more_vi = f", trừ {freed} ngày được hoãn hoặc đang xem xét" if freed else ""
    more_en = f", without {freed} days of postponement or consideration" if freed else ""
    said = step(
        rule.article,
        f"0,05% × {count} ngày × {{unpaid}} đồng = {{amount}} đồng (hạn {day(due_on)}, nộp {day(paid_on)}{more_vi}).",
        f"0.05 % × {count} days × {{unpaid}} VND = {{amount}} (due {day(due_on)}, paid {day(paid_on)}{more_en}).",
        unpaid=unpaid_vnd,
        amount=amount,
    )
    told = sure(said, rule.certainty or "R2", rule.check)
    return LateInterest(days=count, amount_vnd=amount, step=told)


def due_without_receipt(decided_on: date, laws: Laws) -> date:
    """Return the last day without interest where the day of receipt is not known.

    It runs from day 12 after the decision (Circular 18/2023/TT-BTC Art 5.4.c).
    """
    rule = numbers(laws, "late_interest", decided_on)
    return decided_on + timedelta(days=rule.numbers.get("unknown_receipt_day", 12) - 1)


CAUSES = frozenset({"disaster", "fire", "epidemic"})
OWN_CAUSES = frozenset({"illness", "accident"})
"""Grave illness and accident: of an individual alone (Law Art 76.1)."""


def postponement_faults(
    fine_vnd: int,
    subject: SubjectKind,
    on: date,
    until: date | None,
    laws: Laws,
    *,
    certified: bool,
    cause: str | None = None,
) -> list[Refusal]:
    """Return why a fine may not be postponed (Law Art 76); empty if it may.

    From 2 million for an individual, 100 for an organisation; hardship by disaster, fire, epidemic
    (of an individual also grave illness or accident), certified; at most three months. A cause or a
    day that nobody gives is not judged.
    """
    rule = numbers(laws, "postponement", on)
    organisation = subject is SubjectKind.ORGANISATION
    least = rule.numbers["organisation_vnd" if organisation else "individual_vnd"]
    end = months_after(on, rule.numbers["months"])
    found = [
        (
            fine_vnd < least,
            "postponement_too_small",
            "Phạt {fine} đồng, chưa đến {least} đồng nên không được hoãn.",
            "A fine of {fine} VND is below {least}: it is not postponed.",
            {"fine": fine_vnd, "least": least},
        ),
        (
            not certified,
            "postponement_not_certified",
            "Hoàn cảnh khó khăn chưa có xác nhận.",
            "The hardship is not certified.",
            {},
        ),
        (
            until is not None and until > end,
            "postponement_too_long",
            f"Hoãn sau ngày {day(end)}: quá {{months}} tháng.",
            f"Postponed beyond {day(end)}: more than {{months}} months.",
            {"months": rule.numbers["months"]},
        ),
        (
            cause is not None and cause not in (CAUSES if organisation else CAUSES | OWN_CAUSES),
            "postponement_cause",
            "Nguyên nhân không thuộc trường hợp được hoãn.",
            "The cause is none for which a fine is postponed.",
            {},
        ),
    ]
    return [
        refusal(code, rule.article, vi, en, check=rule.check, **named)
        for wrong, code, vi, en, named in found
        if wrong
    ]


Reduced = Literal["not_postponed_before", "no_renewed_hardship", "not_certified"]


def reduction_faults(
    *, postponed: bool, renewed: bool | None = None, certified: bool | None = None
) -> list[Reduced]:
    """Return why a fine is not reduced or waived (Law Art 77): after a postponement and renewed hardship, certified.

    What is None nobody said: it is not judged.
    """
    found: list[Reduced] = [] if postponed else ["not_postponed_before"]
    if postponed and renewed is False:
        found.append("no_renewed_hardship")
    return [*found, "not_certified"] if certified is False else found
