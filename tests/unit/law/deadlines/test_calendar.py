"""Our days off, compared with those of an independent library where the law itself fixes the day."""

from datetime import date

import holidays
import pytest

from backend.law.catalogue import service as catalogue

OURS_ALONE = {
    2025: set(),
    2026: {date(2026, 1, 2)},  # exchanged for Saturday 10 January by the Government's notice
    2027: set(),
}
THEIRS_ALONE = {
    2025: {date(2025, 2, 1)},  # the fourth day of Tết: that year's notice gave the 27th instead
    2026: set(),
    # Not decided: of Tết's five days the law fixes three, of the National Day's two one; theirs guesses the rest.
    2027: {
        date(2027, 2, 4),
        date(2027, 2, 5),
        date(2027, 2, 9),
        date(2027, 2, 10),
        date(2027, 9, 3),
    },
}
WORKED_OURS_ALONE = {2025: set(), 2026: {date(2026, 1, 10)}, 2027: set()}


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_days_off_differ_from_the_library_s_only_where_it_is_explained(year: int) -> None:
    ours = next(known for known in catalogue.calendar() if known.year == year)
    theirs = holidays.country_holidays("VN", years=year)
    days = {holiday.date for holiday in ours.holidays}
    assert days - set(theirs) == OURS_ALONE[year]
    assert set(theirs) - days == THEIRS_ALONE[year]
    worked = {day for day in theirs.weekend_workdays if day.year == year}
    assert set(ours.working_days) - worked == WORKED_OURS_ALONE[year]
    assert worked <= set(ours.working_days)
