"""The desk's editor of report definitions: drafted, tried on an old period, published by another person."""

import io
import re
from urllib.parse import urlsplit

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from admin_ui.insight.report_definitions import naming, sheets
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language
from backend.core import clock
from backend.insight.figures import definitions as figures
from backend.insight.report_definitions import service as definitions
from backend.insight.report_definitions import shipped
from backend.law.catalogue import service as catalogue
from schemas.core.problems import Text
from schemas.insight.figures import CountedParty
from schemas.insight.report_definitions import FigureFilter, ReportDefinition, ReportTable
from tests.integration.admin_ui.insight.test_statistics import counted_case
from tests.support.people import People
from tests.support.publishers import second_publisher
from tests.support.readers import Reader, Readers

_EDIT = "/desk/report-definitions/monthly/edit"


@pytest.mark.parametrize("code", list(shipped.everything()))
def test_a_definition_is_the_same_after_its_form(code: str) -> None:
    said = shipped.everything()[code].definition
    sheet = sheets.padded(sheets.of(said))
    assert msgspec.convert(sheets.raw(sheet), ReportDefinition, strict=False) == said
    # Its author reads names in either language, and they are read as the same codes.
    known = figures.in_force(said.valid_from)
    languages: tuple[Language, ...] = ("vi", "en")
    for language in languages:
        named = naming.shown(sheets.of(said), known, language)
        assert naming.coded(named, known, language) == {}
        assert msgspec.convert(sheets.raw(named), ReportDefinition, strict=False) == said


def test_a_code_is_made_of_a_title_and_is_not_taken() -> None:
    assert naming.code_of("Chuyên đề Đường sữa", ()) == "chuyen_de_duong_sua"
    assert naming.code_of("Chuyên đề Đường sữa", {"chuyen_de_duong_sua"}) == "chuyen_de_duong_sua_2"
    assert naming.code_of("389", ()) == "bao_cao_389"
    assert naming.code_of("", {"new"}) == "bao_cao"
    assert re.fullmatch("[a-z][a-z0-9_]{2,39}", naming.code_of("Tăng cường " * 30, ()))


def test_rows_and_parts_are_put_in_moved_and_taken_away() -> None:
    sheet = sheets.of(shipped.everything()["weekly"].definition)
    first = [one["label_vi"] for one in sheet.parts[0].rows]
    assert sheets.changed(sheet, "insert:1:2") == "part_1_row_2_label_vi"
    assert [one["label_vi"] for one in sheet.parts[0].rows] == [first[0], "", *first[1:]]
    assert sheets.changed(sheet, "raise:1:3") == "part_1_row_2_label_vi"
    assert sheet.parts[0].rows[1]["label_vi"] == first[1]
    sheets.changed(sheet, "remove:1:3")
    assert [one["label_vi"] for one in sheet.parts[0].rows] == first
    ids = [one.said["id"] for one in sheet.parts]
    sheets.changed(sheet, "up:2")
    assert [one.said["id"] for one in sheet.parts[:2]] == [ids[1], ids[0]]
    sheets.changed(sheet, "drop:1")
    assert ids[1] not in [one.said["id"] for one in sheet.parts]
    # A form holds so many rows, and what it could not read back is not put in.
    full = sheets.of(shipped.everything()["quarterly"].definition)
    for number in range(1, 5):
        full.parts[number - 1].rows = [dict(full.parts[0].rows[0]) for _ in range(150)]
    assert sheets.changed(full, "more:1") == sheets.changed(full, "insert:1:2") == ""
    assert [len(one.rows) for one in full.parts[:4]] == [150] * 4
    typed = {"parts": ["40"]} | {f"part_{n}_rows": ["200"] for n in range(1, 41)}
    assert sum(len(one.rows) for one in sheets.read(Form(typed)).parts) == 600
    before = msgspec.json.encode(sheet)
    for wrong in (
        "up:1",
        "raise:1:1",
        "drop:99",
        "insert:1:999",
        "more:x",
        "",
        "no:1",
        "remove:1:0",
    ):
        sheets.changed(sheet, wrong)
    assert msgspec.json.encode(sheet) == before


def _path(reader: Reader) -> str:
    return urlsplit(reader.page.url).path


async def _drafted(lan: Reader, **filled: str) -> None:
    await lan.open(_EDIT)
    await lan.press("/edit", "", **({"note": "Theo công văn của Bộ"} | filled))


async def test_a_version_is_drafted_tried_on_an_old_period_and_published_by_another(
    people: People, readers: Readers
) -> None:
    await counted_case(people)
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    await _drafted(lan, part_1_row_2_label_vi="Số cuộc kiểm tra đã làm")
    place = _path(lan)
    assert "Dự thảo chờ người thứ hai" in lan.html
    # What changes is told line by line; what stays is not.
    assert "Số cuộc kiểm tra đã làm" in lan.html
    assert lan.html.count('class="gone"') == 2, "the row, and the first day"
    # It waits in the work of whoever may publish it, and not in its drafter's.
    await second.open("/desk/")
    assert "Dự thảo mẫu báo cáo" in second.html
    assert f'href="{place}"' in second.html
    await lan.open("/desk/")
    assert f'href="{place}"' not in lan.html
    await lan.open(place)
    # The draft gives true figures beside the version in force; nothing is recorded by trying.
    await second.open(f"{place.partition('?')[0]}?until={clock.today()}")
    assert "Theo dự thảo" in second.html
    assert "Theo phiên bản đang áp dụng" in second.html
    row = re.search(r"Số vụ đã xử phạt</th>(.*?)</tr>", second.html, re.DOTALL)
    assert row
    assert re.findall(r">([\d–.]+)</td>", row[1])[0] == "1"
    # Its drafter has no button, and is refused when he asks all the same.
    assert 'action="' + place + '/publish"' not in lan.html
    token = re.search(r'name="csrf_token" value="([^"]+)"', lan.html)
    assert token
    pairs = [("csrf_token", token[1]), ("looked", "yes")]
    await lan._ask("POST", f"{place.partition('?')[0]}/publish", pairs)
    assert "người soạn không tự ban hành" in lan.html
    assert (await definitions.in_force("monthly", clock.today())).number == 1
    # Who has not looked is asked to.
    assert await second.press("/publish") == 422
    assert await second.press("/publish", looked="yes") == 200
    assert "Đã ban hành" in second.html
    version = await definitions.in_force("monthly", clock.today())
    assert version.number == 2
    table = version.definition.parts[0]
    assert isinstance(table, ReportTable)
    assert table.rows[1].label.vi == "Số cuộc kiểm tra đã làm"


async def test_what_is_wrong_is_said_in_words_and_what_was_typed_stays(
    people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    await _drafted(lan, part_1_row_2_figure="khong_co", part_1_row_3_label_vi="<b>=1+1</b>")
    assert lan.status == 422
    assert "không có chỉ tiêu “khong_co”" in lan.html
    assert "&lt;b&gt;=1+1&lt;/b&gt;" in lan.html
    await lan.open(_EDIT)
    assert await lan.press("/edit", "", note="x", valid_from="không phải ngày") == 422
    assert 'href="#f-note"' in lan.html
    assert 'href="#f-valid_from"' in lan.html
    await lan.open(_EDIT)
    assert await lan.press("/edit", "", note="x", title_vi="") == 422, (
        "its name is gone, its page is not"
    )
    assert "monthly</a>" in lan.html
    await lan.open(_EDIT)
    strange = {"part_1_kind": "lạ", "part_1_title_vi": "", "valid_from": "không phải ngày"}
    assert await lan.press("/edit", "", note="Đang gõ dở", **strange) == 422
    assert "Đang gõ dở" in lan.html
    await lan.open(_EDIT)
    assert await lan.press("/edit", "insert:1:2", part_1_row_2_label_vi="Đang gõ dở") == 200
    assert 'name="part_1_row_3_label_vi" value="Đang gõ dở"' in lan.html
    assert (await definitions.kept("monthly")).drafts == []


async def test_a_tried_draft_is_a_workbook_that_says_that_it_is_no_report(
    people: People, readers: Readers
) -> None:
    await counted_case(people)
    lan = await readers.of(people.lan)
    await _drafted(lan, part_1_row_2_label_vi='=HYPERLINK("http://x.example")')
    place = _path(lan)
    answer = await lan._ask("GET", f"{place}/workbook?until={clock.today()}")
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    rows = book.get_sheet_by_index(0).to_python()
    assert [one for one in rows[2] if one] == ["Điền thử một dự thảo, không phải báo cáo"]
    values = {one[0]: one[1] for one in rows if one[0]}
    assert values['=HYPERLINK("http://x.example")'] == 1
    assert values["Số tiền phạt theo quyết định"] == 5_000_000


@pytest.mark.long
async def test_a_form_pressed_twice_drafts_and_publishes_once_and_a_refused_one_is_kept(
    people: People, readers: Readers
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    await lan.open(_EDIT)
    form = lan.form("/edit")
    form.fill("note", "Theo công văn của Bộ")
    button = next(one for one in form.buttons if one.value == "")
    assert await lan.try_submit(form, button) == 200
    place = _path(lan)
    assert await lan.try_submit(form, button) == 200, "not refused because a draft waits: it is it"
    assert len((await definitions.kept("monthly")).drafts) == 1
    await second.open(place)
    assert await second.press("/decline", reason="ab") == 422
    assert ">\nab</textarea>" in second.html
    form = second.form("/publish")
    form.fill("looked", "yes")
    for _ in range(2):
        assert await second.try_submit(form, form.buttons[0]) == 200
    assert [one.number for one in (await definitions.kept("monthly")).versions] == [1, 2]
    await lan.open("/desk/report-definitions/monthly")
    assert await lan.press("/end", ends_on="31/13/2026", reason="Chuyên đề đã xong") == 422
    assert ">\nChuyên đề đã xong</textarea>" in lan.html


@pytest.mark.long
async def test_a_draft_is_tried_on_any_days_of_the_force_and_on_no_others(
    people: People, readers: Readers
) -> None:
    """Neither the year 1, which has none before it, nor days on which no figure was defined break the page."""
    lan = await readers.of(people.lan)
    await lan.open("/desk/report-definitions/counterfeits/edit")
    assert await lan.press("/edit", "", note="Theo kế hoạch chuyên đề") == 200
    place = _path(lan)
    for since, until in (
        ("0001-01-01", "2026-01-01"),
        ("2026-01-01", "9999-12-31"),
        ("x", "2026-01-01"),
    ):
        assert await lan.look(f"{place}?since={since}&until={until}") == 200
        assert "Ngày chưa đúng" in lan.html, (since, until)
        assert await lan.look(f"{place}/workbook?since={since}&until={until}") == 404
    for asked in ("since=2001-01-01&until=2001-01-01", "since=2000-01-01&until=2026-01-01"):
        assert await lan.look(f"{place}?{asked}") == 200
        assert "Theo dự thảo" in lan.html, asked


@pytest.mark.long
async def test_an_administrator_reads_no_team_s_figures_by_a_draft_of_the_own(
    people: People, readers: Readers
) -> None:
    """Figures of one behaviour, one day and one team tell a case, which an administrator never reads."""
    await counted_case(people)
    lan, legal = await readers.of(people.lan), await readers.of(await second_publisher(people))
    await _drafted(lan)
    place, team = _path(lan), people.an.unit.unit_id
    asked = f"{place}?until={clock.today()}&unit={team}"
    assert await lan.look(asked) == 200
    assert f'value="{team}"' not in lan.html
    assert "Đội số 1" not in lan.html
    assert await legal.look(asked) == 200
    assert f'<option value="{team}" selected' in legal.html
    answer = await lan._ask("GET", f"{place}/workbook?until={clock.today()}&unit={team}")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    assert "Cục Quản lý thị trường thử" in str(rows.to_python()[:3])


async def test_everybody_reads_definitions_and_only_the_national_office_drafts(
    people: People, readers: Readers
) -> None:
    an = await readers.of(people.an)
    await an.open("/desk/report-definitions")
    assert "Báo cáo tuần" in an.html
    assert "/edit" not in an.html
    await an.open("/desk/report-definitions/sanctions")
    assert "Thông tư 01/2023/TT-BTP không tìm thấy" in an.html
    # A reader finds names and articles; the codes by which they are kept are for who drafts.
    await an.open("/desk/report-definitions/monthly")
    assert "Ngày trong tháng hết kỳ: Đội: 17; Chi cục: 20; Cục: 23 (Điều 9" in an.html
    assert "Điều 9 Thông tư 55/2020/TT-BCT" in an.html
    for code in ("BC2", "cases_detected", "inspections_planned"):
        assert code not in an.html, code
    lan = await readers.of(people.lan)
    await lan.open("/desk/report-definitions/monthly")
    assert "<code>cases_detected</code>" in lan.html
    assert await an.look(_EDIT) == 403
    assert await an.look("/desk/report-definitions/new") == 403
    assert await an.look("/desk/report-definitions/nosuch") == 404


async def test_a_behaviour_that_a_filter_names_by_its_code_is_read_by_its_name(
    people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    name = (await catalogue.names())["ND98-15-1-a"]
    parts = [one.id for one in shipped.everything()["quarterly"].definition.parts]
    number = parts.index("by_behaviour") + 1
    await lan.open(_EDIT.replace("monthly", "quarterly"))
    typed = {f"part_{number}_filters": "ND98-15-1-a"}
    await lan.press("/edit", f"show:{number}", **typed)
    assert name in lan.page.text, "in the editor, below what was typed"
    await lan.press("/edit", "", note="Theo công văn của Bộ")
    assert f"{name} (ND98-15-1-a)" in lan.page.text, "in what the draft changes"


async def test_a_definition_is_begun_anew_and_its_end_takes_two_as_well(
    people: People, readers: Readers
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    await lan.open("/desk/report-definitions/new")
    typed = {
        "title_vi": "Chuyên đề xăng dầu",
        "title_en": "On petrol",
        "period": "days",
        "levels": "2",
        "part_1_title_vi": "Kết quả",
        "part_1_title_en": "Results",
        "part_1_filters": "xăng dầu, khí; hộ kinh doanh",
        "part_1_row_1_figure": "Số vụ vi phạm bị phát hiện",
        "note": "Theo kế hoạch chuyên đề",
    }
    assert await lan.press("/new", "", **(typed | {"part_1_row_1_figure": "Số vụ gì đó"})) == 422
    assert "không có chỉ tiêu “Số vụ gì đó”" in lan.html
    assert await lan.press("/new", "", **typed) == 200
    await second.open(_path(lan))
    assert await second.press("/publish", looked="yes") == 200
    found = await definitions.in_force("chuyen_de_xang_dau", clock.today())
    assert found.definition.levels == [2]
    # Codes come from names, and what nobody named is called as what it shows.
    table = found.definition.parts[0]
    assert isinstance(table, ReportTable)
    assert table.id == "ket_qua"
    assert table.filters == FigureFilter(fields=["petrol"], parties=[CountedParty.HOUSEHOLD])
    assert table.columns[0].label == Text(vi="Trong kỳ", en="In the period")
    assert table.rows[0].figure == "cases_detected"
    assert table.rows[0].label.en == "Cases detected"
    await lan.open("/desk/report-definitions/chuyen_de_xang_dau")
    assert await lan.press("/end", reason="Chuyên đề đã xong") == 200
    assert (await definitions.kept("chuyen_de_xang_dau")).at(clock.today()) is not None
    await second.open(_path(lan))
    assert await second.press("/publish", looked="yes") == 200
    assert (await definitions.kept("chuyen_de_xang_dau")).at(clock.today()) is None
