"""By which day each level sends its report (Circular 55/2020 Art 9; Circular 01/2023/TT-BTP as amended by 19/2025)."""

from datetime import date

import pytest

from backend.law.report_limits import service as limits


@pytest.mark.parametrize(
    ("name", "level", "last", "due"),
    [
        # The week ends on Wednesday: team Wednesday, province Thursday, centre Friday.
        ("BC1", 3, date(2026, 12, 2), date(2026, 12, 2)),
        ("BC1", 2, date(2026, 12, 2), date(2026, 12, 3)),
        ("BC1", 1, date(2026, 12, 2), date(2026, 12, 4)),
        ("BC2", 3, date(2026, 11, 14), date(2026, 11, 17)),
        ("BC2", 2, date(2026, 11, 14), date(2026, 11, 20)),
        ("BC2", 1, date(2026, 11, 14), date(2026, 11, 23)),
        ("BC4", 2, date(2026, 6, 14), date(2026, 6, 20)),
        ("BC5", 1, date(2026, 12, 14), date(2026, 12, 23)),
        # To the superior, in time for the province and the Ministry, who are to be at Justice by the 21st.
        ("BC6", 3, date(2026, 12, 14), date(2026, 12, 17)),
        ("BC6", 2, date(2026, 12, 14), date(2026, 12, 20)),
        ("BC6", 1, date(2026, 12, 14), date(2026, 12, 21)),
    ],
)
def test_each_level_has_its_day(name: str, level: int, last: date, due: date) -> None:
    assert limits.due_on(name, level, last) == due


def test_a_group_below_a_team_reports_with_it() -> None:
    assert limits.due_on("BC2", 4, date(2026, 11, 14)) == date(2026, 11, 17)
