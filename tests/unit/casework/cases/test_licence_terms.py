"""From when to when a licence is suspended by a sanction (Law 15/2012 Art 25.3)."""

from datetime import date, datetime
from uuid import UUID

import pytest

from backend.casework.rules import licence_terms
from backend.casework.rules.licence_terms import Decided, Held, HeldLicence
from schemas.casework.acts.handed import ChairLicence
from schemas.casework.licences import SanctionChange, SuspendedLicence
from schemas.law.provisions import ExtraKind
from schemas.law.sanctions import ExtraPenalty

CASE = UUID(int=1)


def penalty(
    months: int | None, days: int = 0, kind: ExtraKind = ExtraKind.LICENCE_SUSPENSION
) -> ExtraPenalty:
    return ExtraPenalty(
        kind=kind, value_vnd=None, months=months, days=days, text_vi="", licence="GP số 12/GP-SCT"
    )


def decided(
    *penalties: ExtraPenalty, on: date, effective: str | None = None
) -> list[SuspendedLicence]:
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
    assert [licence_terms.standing(one, day) for day in days] == ["ahead", "now", "now", "over"]


def test_what_suspends_no_licence_or_has_no_term_is_no_suspension() -> None:
    business = penalty(2, kind=ExtraKind.BUSINESS_SUSPENSION)
    assert decided(business, penalty(None), on=date(2026, 3, 10)) == []


def test_a_licence_is_known_by_its_number_however_it_is_spaced() -> None:
    [one] = decided(penalty(1), on=date(2026, 3, 10))
    assert licence_terms.names(one, "12/GP - SCT")
    assert not licence_terms.names(one, "13/GP-SCT")
    assert not licence_terms.names(one, "2/GP-SCT"), "a part of the number is another number"
    assert not licence_terms.names(one, "12/GP"), "nor is the number of a shorter name"
    assert not licence_terms.names(one, "")


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
        changes=[SanctionChange(number="20/QĐ-SĐ", on=date(2026, 4, 1))],
    )
    for one in licence_terms.of([chair, changed]):
        days = (date(2026, 3, 10), date(2026, 5, 11), date(2028, 3, 10), date(2028, 3, 11))
        assert [licence_terms.standing(one, day) for day in days] == [
            "unsaid",
            "unsaid",
            "unsaid",
            "over",
        ]


def test_a_chair_s_term_that_was_entered_runs_from_the_day_of_effect() -> None:
    """Law 15/2012 Art 25.3: from the day on which the decision takes effect, not from that of the decision."""
    chair = Decided(
        case_id=CASE,
        case_number="VV-2",
        decision_number="812/QĐ-XPHC",
        decided_on=date(2026, 3, 10),
        effective_on="2026-03-20",
        penalties=[],
        chair_of="UBND xã Đồng Mẫu",
        licences=[ChairLicence(licence="GP số 12/GP-SCT", months=2, days=10)],
    )
    [one] = licence_terms.of([chair])
    assert (one.first, one.last) == (date(2026, 3, 20), date(2026, 5, 30))
    assert licence_terms.standing(one, date(2026, 3, 19)) == "ahead"
    assert licence_terms.names(one, "12/GP-SCT")


def test_what_takes_effect_at_the_handing_over_has_no_last_day_here() -> None:
    """A year to carry it out (Art 74.1), then its own two months."""
    one = Decided(
        case_id=CASE,
        case_number="VV-1",
        decision_number="12/QĐ-XPHC",
        decided_on=date(2026, 3, 10),
        effective_on=None,
        at_handing_over=True,
        penalties=[penalty(2)],
    )
    [told] = licence_terms.of([one])
    assert (told.last, told.months) == (None, 2)
    days = (date(2026, 3, 10), date(2027, 5, 10), date(2027, 5, 11))
    assert [licence_terms.standing(told, day) for day in days] == ["unsaid", "unsaid", "over"]


def held(day: str, *names: str) -> Held:
    """Minutes of this day, by Vietnam's clock, that hold these licences."""
    rows = [HeldLicence(name=name) for name in names]
    return Held(started_at=datetime.fromisoformat(f"{day}T23:30+07:00"), licences=rows)


def by_handing(*minutes: Held, more: tuple[ExtraPenalty, ...] = ()) -> list[SuspendedLicence]:
    one = Decided(
        case_id=CASE,
        case_number="VV-1",
        decision_number="12/QĐ-XPHC",
        decided_on=date(2026, 3, 10),
        effective_on=None,
        at_handing_over=True,
        held=list(minutes),
        penalties=[penalty(2), *more],
    )
    return licence_terms.of([one])


def test_the_minutes_that_hold_the_licence_begin_its_term() -> None:
    """Law 15/2012 Art 25.3, forms MQĐ02 (article 2) and MBB08."""
    [told] = by_handing(held("2026-03-25", "Bản chính"), held("2026-04-02", "Bản chính"))
    assert (told.first, told.last) == (date(2026, 3, 25), date(2026, 5, 25))
    days = (date(2026, 3, 24), date(2026, 3, 25), date(2026, 5, 25), date(2026, 5, 26))
    stands = [licence_terms.standing(told, day) for day in days]
    assert stands == ["ahead", "now", "now", "over"]


def test_of_several_licences_each_term_begins_with_its_own_handing_over() -> None:
    tobacco = ExtraPenalty(
        kind=ExtraKind.LICENCE_SUSPENSION,
        value_vnd=None,
        months=1,
        text_vi="",
        licence="GP số 7/GP-SCT",
    )
    told = by_handing(
        held("2026-03-25", "Giấy phép bán lẻ rượu, 12/GP\u2011SCT"),
        held("2026-03-28", "Giấy phép"),
        more=(tobacco,),
    )
    terms = {one.licence: (one.first, one.last) for one in told}
    assert terms == {
        "GP số 12/GP-SCT": (date(2026, 3, 25), date(2026, 5, 25)),
        "GP số 7/GP-SCT": (date(2026, 3, 10), None),
    }
