"""The catalogue's own files are sound, and a fault in them is told by its row."""

from datetime import date, timedelta

import pytest

from backend.law.catalogue import service
from backend.law.rules import catalogue as rules
from backend.law.rules.catalogue import CatalogueFault

HEAD = "code,name_vi,legal_basis,fine_min_vnd,fine_max_vnd,subject,valid_from,valid_to,check_vi,check_en\n"
GOOD = "ND98-15-1-a,Hành vi,Điều 15,500000,1000000,individual,2020-10-15,,,"


def test_every_behaviour_is_a_draft_with_a_band_and_a_basis() -> None:
    found = service.violations()
    assert len(found) == 147
    assert {violation.status for violation in found} == {"draft"}
    assert sum(violation.check is not None for violation in found) == 42
    assert any(violation.subject == "organisation" for violation in found)


def test_a_good_row_is_read_whole() -> None:
    [violation] = rules.read_violations(HEAD + GOOD, service.traits())
    assert (violation.fine_min_vnd, violation.fine_max_vnd) == (500_000, 1_000_000)
    assert violation.valid_from == date(2020, 10, 15)
    assert violation.valid_to is None
    assert violation.check is None


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (GOOD + "\n" + GOOD, "stand twice"),
        (GOOD.replace("500000", "2000000"), "upside down"),
        (GOOD.replace("500000", "5e5"), "5e5"),
        (GOOD.replace("500000", "0"), "upside down"),
        (GOOD.replace("Hành vi", " "), "empty"),
        (GOOD.replace("individual", "person"), "person"),
        (GOOD.replace("ND98-15-1-a", "15.1a"), "another form"),
        (GOOD.replace("2020-10-15", "15/10/2020"), "15/10/2020"),
        (GOOD.replace("2020-10-15,", "2020-10-15,2020-10-15"), "ends before"),
        (GOOD[:-1] + "Cần đối chiếu.,", "English"),
    ],
)
def test_a_fault_names_its_row(row: str, fault: str) -> None:
    with pytest.raises(CatalogueFault, match=fault):
        rules.read_violations(HEAD + row, service.traits())


def test_days_off_that_are_decided_are_the_eleven_or_twelve_of_the_law() -> None:
    """Labour Code 2019, Art 112: 11 days; from 2026 on also the Day of Vietnamese Culture (24 November)."""
    for year in service.calendar():
        if not year.decided:
            continue
        off = [day for day in year.holidays if "hoán đổi" not in day.name_vi]
        at_week_s_end = [day for day in off if day.date.weekday() >= 5]
        assert len(off) - len(at_week_s_end) == (11 if year.year == 2025 else 12)


def test_a_day_off_that_was_exchanged_has_a_saturday_that_is_worked() -> None:
    for year in service.calendar():
        exchanged = [day for day in year.holidays if "hoán đổi" in day.name_vi]
        assert len(exchanged) == len(year.working_days)
        for day, worked in zip(exchanged, year.working_days, strict=True):
            assert worked.weekday() == 5
            assert abs(day.date - worked) < timedelta(days=14)
            assert f"{worked.day}/{worked.month}/{worked.year}" in day.name_vi


def test_new_year_begins_on_the_days_of_the_lunar_calendar() -> None:
    first_days = {2025: date(2025, 1, 29), 2026: date(2026, 2, 17), 2027: date(2027, 2, 6)}
    for year in service.calendar():
        tet = {day.date for day in year.holidays if day.name_vi == "Tết Nguyên đán"}
        assert {first_days[year.year] + timedelta(days=n) for n in range(3)} <= tet


def test_a_calendar_with_a_day_of_another_year_is_refused() -> None:
    with pytest.raises(CatalogueFault, match="another year"):
        rules.read_calendar(
            b'[{"year": 2025, "decided": true, "holidays": [{"date": "2026-01-01", "name_vi": "a",'
            b' "name_en": "b"}], "working_days": []}]'
        )
