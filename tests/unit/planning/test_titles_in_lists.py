"""A plan's title in its list leaves out its unit, which has a column of its own."""

import pytest

from admin_ui.planning.plans.lines import titled
from schemas.core.problems import Text

UNIT = Text(vi="Đội Quản lý thị trường số 3", en="Market Surveillance Team 3")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (
            "Kế hoạch chuyên đề của Đội Quản lý thị trường số 3, từ 15/11",
            "Kế hoạch chuyên đề, từ 15/11",
        ),
        ("Thematic plan of Market Surveillance Team 3", "Thematic plan"),
        ("Kế hoạch của Đội Quản lý thị trường số 1", "Kế hoạch của Đội Quản lý thị trường số 1"),
    ],
)
def test_a_title_loses_its_unit_in_whichever_language_it_was_typed(title: str, shown: str) -> None:
    assert titled(title, UNIT) == shown
