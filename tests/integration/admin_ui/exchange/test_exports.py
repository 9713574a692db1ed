"""Lists are taken away as files: by who sees them, marked, told when they are ready, for one day."""

from datetime import date, datetime
from urllib.parse import unquote

from backend.core import clock, database
from backend.core.settings import Settings
from backend.law.deadlines import service as deadlines
from schemas.casework.words import CaseState
from tests.support import cases_made, exports
from tests.support.people import People
from tests.support.readers import Readers


async def test_a_head_takes_the_cases_away_with_who_when_and_what_for(
    people: People, readers: Readers, settings: Settings
) -> None:
    case = await cases_made.recorded(people)
    head = await readers.of(people.giang)
    await head.open("/desk/cases")
    assert "/desk/exports/new?list=cases" in head.html
    place = await exports.asked(head, "list=cases")
    assert "Đang chờ" in head.page.text
    await exports.written(settings)
    await head.open("/desk/notices")
    assert "Hồ sơ vụ việc: 1 dòng. Tải về trong 24 giờ" in head.page.text
    await head.open(place)
    assert "Tệp đã sẵn sàng" in head.page.text
    answer = await head.fetch(f"{place}/file")
    file = exports.read_xlsx(answer.content)
    number = await database.fetchval("SELECT number FROM cases WHERE id = $1", case.id)
    assert file.column("Vụ việc") == [number]
    assert file.column("Tiền phạt (đồng)") == [0.0], "a number is a number"
    assert file.marks["Người xuất"] == "Bùi Hương Giang (giang)"
    assert file.marks["Đơn vị của người xuất"] == "Chi cục Hà Nội thử"
    assert file.marks["Mục đích"] == exports.PURPOSE
    assert file.marks["Số dòng"] == "1"
    assert file.marks["Mã lần xuất"] == str(exports.id_of(place))
    assert f"vu-viec {clock.now():%Y}" in unquote(answer.headers["content-disposition"])
    auditor = await readers.of(people.khanh)
    await auditor.open("/desk/log?kind=export")
    said = auditor.page.text
    assert "Bùi Hương Giang đã yêu cầu xuất danh sách ra tệp: " in said
    assert f"danh sách “Hồ sơ vụ việc”, mục đích “{exports.PURPOSE}”" in said
    assert "Bùi Hương Giang đã tải tệp của danh sách" in said


async def test_a_limit_that_ends_with_a_day_is_that_day_and_not_midnight_after_it(
    people: People, readers: Readers, settings: Settings
) -> None:
    await cases_made.recorded(people)
    head = await readers.of(people.giang)
    file = await exports.taken(head, settings, "list=due")
    ends = await database.fetch(
        "SELECT due_at FROM case_clocks WHERE met_at IS NULL AND moot_at IS NULL AND watched ORDER BY due_at"
    )
    expected = [deadlines.end_words(one["due_at"]).vi for one in ends]
    shown = file.column("Thời hạn")
    assert len(shown) == len(expected) > 0
    for said, words in zip(shown, expected, strict=True):
        assert isinstance(said, date)
        assert f"{said:%d/%m/%Y}" in words
        assert isinstance(said, datetime) is not words.startswith("hết ngày")


async def test_a_file_has_the_rows_that_its_page_shows_under_the_same_conditions(
    people: People, readers: Readers, settings: Settings
) -> None:
    await cases_made.recorded(people)
    sanctioned = await cases_made.sanctioned(people)
    head = await readers.of(people.giang)
    number = await database.fetchval("SELECT number FROM cases WHERE id = $1", sanctioned.id)
    state = await database.fetchval("SELECT state FROM cases WHERE id = $1", sanctioned.id)
    file = await exports.taken(head, settings, f"list=cases&state={state}", file="csv")
    assert file.column("Vụ việc") == [number]
    assert "Trạng thái" in file.marks
    everything = await exports.taken(head, settings, "list=cases", file="csv")
    assert len(everything.rows) == 2
    stranger = await readers.of(people.ho)
    assert (await exports.taken(stranger, settings, "list=cases")).rows == []
    assert state in set(CaseState)
