"""What statistics say beside a table of zeros and dashes, in both languages."""

from datetime import UTC, date, datetime

import pytest

from admin_ui.insight.statistics import asked as asking
from admin_ui.insight.statistics import states
from admin_ui.insight.statistics.asked import Asked
from admin_ui.shell.words import Language
from backend.force.units.service import UnitView
from backend.insight.figures.service import Freshness
from schemas.core.ids import new_id
from schemas.core.problems import Text

TODAY = date(2026, 11, 30)
UNIT = UnitView(
    id=new_id(),
    code="01",
    name=Text(vi="Chi cục Hà Nội", en="Hà Nội"),
    kind="department",
    level=2,
    parent_id=None,
    valid_from=date(2020, 1, 1),
    valid_to=None,
    successor_id=None,
)


def fresh(acts: int = 0, seconds: float = 0, set_aside: int = 0) -> Freshness:
    """How far everything is counted."""
    at = datetime(2026, 11, 30, 1, 2, tzinfo=UTC)
    return Freshness(through=5778, counted_at=at, acts=acts, seconds=seconds, set_aside=set_aside)


def asked(**query: str) -> Asked:
    """What an address asks for."""
    return asking.read(query, [UNIT], TODAY, ["sanctions"])


def said(
    one: Asked, values: list[int] | None, language: Language = "vi", named: str = ""
) -> list[tuple[str, str]]:
    """The sentences with their tones."""
    return [tuple(each) for each in states.of_page(one, named, values, fresh(), language)]


OVER = {"period": "calendar_month", "until": "2026-10-31"}


@pytest.mark.parametrize(
    ("query", "values", "vi", "en"),
    [
        (OVER, [3], None, None),
        (OVER, [0, 0], "Không có việc nào của nhóm này", "Nothing of this group happened"),
        (
            OVER | {"field": "food"},
            [0],
            "Không có việc nào khớp với lĩnh vực",
            "Nothing of the chosen field",
        ),
        (OVER, None, "không có chỉ tiêu nào được định nghĩa", "No figure of this group"),
        (
            {"period": "calendar_month", "until": "2027-01-01"},
            [0],
            "chưa bắt đầu",
            "has not begun",
        ),
        (
            {"period": "month", "until": "2026-11-30"},
            [3],
            "30/11/2026; cột so sánh là của cả kỳ",
            "30/11/2026; what it is compared with is whole",
        ),
        (
            {"period": "month", "until": "2026-11-30", "rows": "unit"},
            [3],
            "số liệu là đến hôm nay, 30/11/2026.",
            "until today, 30/11/2026.",
        ),
    ],
)
def test_a_table_without_numbers_says_why(
    query: dict[str, str], values: list[int] | None, vi: str | None, en: str | None
) -> None:
    one = asked(**query)
    if vi is None or en is None:
        assert said(one, values) == []
        return
    for language, sentence in (("vi", vi), ("en", en)):
        [(found, tone)] = said(one, values, language)
        assert sentence in found
        assert tone == ""


def test_the_last_day_of_a_period_is_no_longer_running() -> None:
    one = asked(period="calendar_month", until="2026-11-30")
    assert said(one, [1]) == []


def test_a_unit_out_of_sight_is_said_and_whose_figures_these_are() -> None:
    [(sentence, tone)] = said(asked(**OVER), [1], named=str(new_id()))
    assert sentence.endswith("Đây là số liệu của Chi cục Hà Nội.")
    assert tone == "warn"
    assert said(asked(**OVER), [1], named=str(UNIT.id)) == []


def test_counting_that_is_behind_is_said_but_not_what_a_worker_does_within_seconds() -> None:
    assert states.behind(fresh(), "vi") == []
    assert states.behind(fresh(acts=3, seconds=15), "vi") == []
    [one] = states.behind(fresh(acts=1200, seconds=7 * 60 + 30), "vi")
    assert "còn 1.200 việc đã ghi chưa được tính, việc cũ nhất từ 7 phút trước" in one.sentence
    assert one.tone == "warn"
    [english] = states.behind(fresh(acts=1200, seconds=450), "en")
    assert (
        "1,200 recorded acts are not counted yet, the oldest of 7 minutes ago" in english.sentence
    )
    [old] = states.behind(fresh(acts=1, seconds=520.6 * 86400), "vi")
    assert "việc cũ nhất từ 520 ngày trước" in old.sentence
    assert "Đã tính mọi việc đã ghi (lần cuối " in states.counted(fresh(), "vi")
    assert "Số liệu tính đến 30/11/2026 08:02" in states.counted(fresh(acts=1), "vi")


def test_records_that_cannot_be_counted_are_said_however_fast_the_rest_is() -> None:
    [one] = states.behind(fresh(set_aside=2), "vi")
    assert "Còn 2 hồ sơ chưa đếm được" in one.sentence
    assert one.tone == "warn"
