"""From when to when a licence is suspended by a sanction (Law 15/2012 Art 25.3)."""

from datetime import date
from uuid import UUID

import pytest

from backend.insight.rules import licence_terms
from backend.insight.rules.licence_terms import Change, Decided, Suspended
from schemas.law.provisions import ExtraKind
from schemas.law.sanctions import ExtraPenalty

CASE = UUID(int=1)


def penalty(
    months: int | None, days: int = 0, kind: ExtraKind = ExtraKind.LICENCE_SUSPENSION
) -> ExtraPenalty:
    return ExtraPenalty(
        kind=kind, value_vnd=None, months=months, days=days, text_vi="", licence="GP số 12/GP-SCT"
    )


def decided(*penalties: ExtraPenalty, on: date, effective: str | None = None) -> list[Suspended]:
    one = Decided(
        case_id=CASE,
        case_number="VV-1",
        decision_number="12/QĐ-XPHC",
        decided_on=on,
        effective_on=effective,
        penalties=list(penalties),
    )
    return licence_terms.of([one])


@pytest.mark.parametrize(
    ("months", "days", "on", "effective", "first", "last"),
    [
        (2, 0, date(2026, 3, 10), None, date(2026, 3, 10), date(2026, 5, 10)),
        (1, 15, date(2026, 3, 10), "2026-03-10", date(2026, 3, 10), date(2026, 4, 25)),
        (1, 0, date(2026, 1, 31), None, date(2026, 1, 31), date(2026, 2, 28)),
        (3, 0, date(2026, 3, 10), "2026-03-20", date(2026, 3, 20), date(2026, 6, 20)),
        (1, 0, date(2026, 3, 10), "khi nhận", date(2026, 3, 10), date(2026, 4, 10)),
    ],
)
def test_it_runs_from_the_day_of_effect_to_the_corresponding_day(
    months: int, days: int, on: date, effective: str | None, first: date, last: date
) -> None:
    [one] = decided(penalty(months, days), on=on, effective=effective)
    assert (one.first, one.last) == (first, last)


def test_it_holds_from_the_first_day_to_the_end_of_the_last_and_then_no_more() -> None:
    [one] = decided(penalty(1), on=date(2026, 3, 10), effective="2026-03-12")
    days = (date(2026, 3, 11), date(2026, 3, 12), date(2026, 4, 12), date(2026, 4, 13))
    assert [one.standing(day) for day in days] == ["ahead", "now", "now", "over"]


def test_what_suspends_no_licence_or_has_no_term_is_no_suspension() -> None:
    business = penalty(2, kind=ExtraKind.BUSINESS_SUSPENSION)
    assert decided(business, penalty(None), on=date(2026, 3, 10)) == []


def test_a_licence_is_known_by_its_number_however_it_is_spaced() -> None:
    [one] = decided(penalty(1), on=date(2026, 3, 10))
    assert one.names("12/GP - SCT")
    assert not one.names("13/GP-SCT")
    assert not one.names("2/GP-SCT"), "a part of the number is another number"
    assert not one.names("12/GP"), "nor is the number of a shorter name"
    assert not one.names("")


def test_what_a_paper_alone_says_is_unsaid_as_long_as_any_term_could_last() -> None:
    """Two years at most (Art 25.3): a chair's decision, and one that was amended."""
    chair = Decided(
        case_id=CASE,
        case_number="VV-2",
        decision_number="812/QĐ-XPHC",
        decided_on=date(2026, 3, 10),
        effective_on=None,
        penalties=[],
        chair_of="UBND xã Đồng Mẫu",
    )
    changed = Decided(
        case_id=CASE,
        case_number="VV-1",
        decision_number="12/QĐ-XPHC",
        decided_on=date(2026, 3, 10),
        effective_on=None,
        penalties=[penalty(2)],
        changes=[Change(number="20/QĐ-SĐ", on=date(2026, 4, 1))],
    )
    for one in licence_terms.of([chair, changed]):
        days = (date(2026, 3, 10), date(2026, 5, 11), date(2028, 3, 10), date(2028, 3, 11))
        assert [one.standing(day) for day in days] == ["unsaid", "unsaid", "unsaid", "over"]
