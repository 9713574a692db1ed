"""Requirements of a decision: that there are minutes, and that it is not too late. Pure."""

from datetime import date

from backend.core.formats import day
from backend.law.rules.laws import Laws, in_force
from backend.law.rules.spans import months_after
from backend.law.texts.sanctions import refusal
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import ViolationField
from schemas.law.sanctions import Refusal


def no_minutes_fault(
    fine_vnd: int,
    subject: SubjectKind,
    on: date,
    laws: Laws,
    *,
    by_device: bool,
    prosecution: bool = False,
) -> Refusal | None:
    """Return why a sanction may not be imposed on the spot without minutes (Law Art 56).

    None if it may. A fine of 0 is a warning. `by_device`: a technical device found the violation,
    which always needs minutes (Art 56.2). `prosecution`: prosecution bodies sent the file, which
    needs no minutes whatever the fine, where the rule of the day says so (Art 56.1.b).
    """
    rule = in_force(laws.no_minutes, on, "no minutes")
    if prosecution and rule.prosecution:
        return None
    if by_device:
        return refusal(
            "no_minutes_device",
            rule.article.replace("56.1", "56.2"),
            "Vi phạm phát hiện bằng phương tiện, thiết bị kỹ thuật thì phải lập biên bản.",
            "What a technical device found needs minutes.",
            check=rule.check,
        )
    organisation = subject is SubjectKind.ORGANISATION
    limit = rule.organisation_vnd if organisation else rule.individual_vnd
    if fine_vnd <= limit:
        return None
    return refusal(
        "no_minutes_beyond",
        rule.article,
        "Phạt {fine} đồng, trên {limit} đồng thì phải lập biên bản.",
        "A fine of {fine} VND is above {limit}: minutes are needed.",
        check=rule.check,
        fine=fine_vnd,
        limit=limit,
    )


def statute_ends_on(
    field: ViolationField, began_on: date, laws: Laws, *, on: date, returned: bool = False
) -> date:
    """Return the last day on which the act may be sanctioned.

    `began_on`: the day on which the act ended, or on which it was found if it still goes on.
    `returned`: the prosecution returned the file, which adds a year (Art 6.1.c).
    """
    rule = in_force((s for s in laws.statutes if s.field == field), on, f"statute {field}")
    years = rule.years + (rule.returned_years if returned else 0)
    return months_after(began_on, years * 12)


def statute_fault(
    field: ViolationField,
    began_on: date,
    decided_on: date,
    laws: Laws,
    *,
    returned: bool = False,
) -> Refusal | None:
    """Return why it is too late to sanction, or None.

    Confiscation and remedies remain possible (Law Art 65.2).
    """
    rule = in_force((s for s in laws.statutes if s.field == field), decided_on, f"statute {field}")
    end = statute_ends_on(field, began_on, laws, on=decided_on, returned=returned)
    return None if decided_on <= end else statute_refusal(end, rule.article, rule.check)


def statute_refusal(end: date, article: str, check: Text | None) -> Refusal:
    """Return the refusal of a sanction after the last day of its statute of limitation."""
    return refusal(
        "statute_passed",
        article,
        f"Thời hiệu xử phạt đã hết ngày {day(end)}. Chỉ còn tịch thu và biện pháp khắc phục.",
        f"The statute of limitation ended on {day(end)}. Only confiscation and remedies remain.",
        check=check,
    )
