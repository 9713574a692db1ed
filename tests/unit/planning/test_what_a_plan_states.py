"""What a plan has to state (Circular 27/2020 Arts 5.2 and 5.3)."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from backend.planning.rules import complete
from backend.planning.texts.missing import missing
from schemas.planning.acts import PlanDrafted, UnitTask
from schemas.planning.words import PlanKind

UNIT = uuid4()
WHOLE: dict[str, Any] = {
    "basis": ["Pháp lệnh Quản lý thị trường"],
    "aim": "Phòng ngừa vi phạm",
    "contents": ["Nguồn gốc hàng hóa"],
    "unit_tasks": [UnitTask(unit_id=UNIT, task="Kiểm tra")],
    "budget_note": "Kinh phí thường xuyên",
    "means": "Xe ô tô",
    "reporting": "Báo cáo hằng tháng",
}
EMPTY: dict[str, Any] = {"unit_tasks": [], "basis": [], "contents": []}


def lacks(kind: PlanKind, level: int, **other: Any) -> list[str]:
    """What a plan lacks, in Vietnamese."""
    first, last = date(2027, 3, 1), date(2027, 3, 31)
    head = PlanDrafted(
        kind=kind,
        unit_id=UNIT,
        year=2027,
        title="Kế hoạch",
        first_day=first,
        last_day=last,
        **(WHOLE | other),
    )
    return [one.vi for one in complete.of_head(head, None, level)]


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("basis", "basis"),  # a
        ("aim", "aim"),  # b
        ("contents", "contents"),  # d
        ("unit_tasks", "unit_tasks"),  # đ
        ("budget_note", "budget"),  # h
        ("means", "means"),  # h
        ("reporting", "reporting"),  # i
    ],
)
def test_a_departments_plan_states_each_matter_of_article_5_2(field: str, named: str) -> None:
    assert lacks(PlanKind.PERIODIC, 2) == []
    assert lacks(PlanKind.PERIODIC, 2, **{field: EMPTY.get(field, "")}) == [missing(named).vi]


def test_a_teams_thematic_plan_gives_units_no_tasks_because_article_5_3_leaves_that_letter_out() -> (
    None
):
    assert lacks(PlanKind.THEMATIC, 3, unit_tasks=[]) == []
    assert lacks(PlanKind.THEMATIC, 3, unit_tasks=[], means="") == [missing("means").vi]


def test_an_orientation_has_neither_tasks_nor_money_because_article_4_1_asks_for_none() -> None:
    assert lacks(PlanKind.ORIENTATION, 1, unit_tasks=[], budget_note="", means="") == []
