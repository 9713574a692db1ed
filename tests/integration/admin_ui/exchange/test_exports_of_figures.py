"""Dashboards, samples and officers are taken away as files: what the page shows, to whom it shows it."""

import io
import re

import pytest
from python_calamine import CalamineWorkbook

from backend.core import database
from backend.core.settings import Settings
from schemas.insight.samples import LookResult, SampleClosed, Severity
from tests.support import cases_made, exports, samples
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.long


async def test_a_dashboard_has_a_sheet_for_each_table_with_the_numbers_of_the_page(
    people: People, readers: Readers, settings: Settings
) -> None:
    await cases_made.sanctioned(people)
    await cases_made.due(people)
    head = await readers.of(people.giang)
    assert await head.look("/desk/dashboard?period=calendar_month") == 200
    [link] = re.findall(r'href="/desk/exports/new\?(list=dashboard[^"]*)"', head.html)
    tables = re.findall(
        r'<table role="table" class="cards statistics">.*?</table>', head.html, re.DOTALL
    )
    assert tables
    data = await exports.workbook(head, settings, link.replace("&amp;", "&"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert len(book.sheet_names) == len(tables) + 1
    for number, table in enumerate(tables):
        shown = [
            [
                re.sub(r"<[^>]+>", "", cell).strip()
                for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
            ]
            for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        ]
        rows = book.get_sheet_by_index(number).to_python()
        assert [str(one) for one in rows[0]] == shown[0]
        assert len(rows) == len(shown)
        for cells, texts in zip(rows[1:], shown[1:], strict=True):
            for cell, text in zip(cells[1:], texts[1:], strict=True):
                if re.fullmatch(r"[\d.]+", text):
                    assert cell == float(text.replace(".", "")), "a number is a number"
    elsewhere = f"list=dashboard&unit={people.ho.unit.unit_id}"
    assert await head.look(f"/desk/exports/new?{elsewhere}") == 404


async def test_what_a_sample_found_is_told_to_heads_without_who_looked(
    people: People, readers: Readers, settings: Settings
) -> None:
    """As on its page (docs/insight/samples.md): closed samples, findings alone, and nobody's name."""
    ids = await samples.cases(people.an, 3)
    hanoi = samples.auditor_in(people, people.giang)
    sample_id = await samples.drawn(hanoi)
    said = {"result": LookResult.FINDING, "severity": Severity.MINOR}
    await samples.look(hanoi, sample_id, ids[0], words="=1+1 Quá hạn", **said)
    query = f"list=sample_records&sample={sample_id}"
    auditor = await readers.of(people.khanh)
    whole = await exports.taken(auditor, settings, query)
    assert len(whole.rows) == 3
    assert people.khanh.full_name in whole.column("Người xem")
    assert whole.column("Kết quả").count("Chưa xem") == 2
    table = await exports.taken(auditor, settings, query, file="csv")
    assert "'=1+1 Quá hạn" in {row[7] for row in table.rows}
    head = await readers.of(people.giang)
    assert await head.look(f"/desk/exports/new?{query}") == 404, "it is not closed"
    assert (await exports.taken(head, settings, "list=samples")).rows == []
    assert not samples.code(
        await samples.act(hanoi, sample_id, SampleClosed(words="Hai hồ sơ đang mượn"))
    )
    found = await exports.taken(head, settings, query)
    assert len(found.rows) == 1
    assert "Người xem" not in found.headings
    [row] = (await exports.taken(head, settings, "list=samples")).rows
    told = str((found, row))
    assert people.khanh.full_name not in told
    assert "mầm 1" not in told
    other = await readers.of(people.ho)
    assert await other.look(f"/desk/exports/new?{query}") == 404


async def test_officers_are_taken_by_administrators_of_their_units_alone(
    people: People, readers: Readers, settings: Settings
) -> None:
    hanoi = await readers.of(people.my)
    file = await exports.taken(hanoi, settings, "list=people&search=giang")
    assert file.column("Tên đăng nhập") == ["giang"]
    assert file.marks["Tên, tên đăng nhập, số hiệu hoặc số thẻ"] == "giang"
    everybody = await exports.taken(hanoi, settings, "list=people")
    names = set(everybody.column("Tên đăng nhập"))
    assert {"giang", "an"} <= names
    assert people.ho.username not in names, "another department's"
    searches = "SELECT count(*) FROM access_log WHERE action = 'people.searched'"
    assert await database.fetchval(searches) == 0, "that it was asked for is recorded, once"
    for other in (people.giang, people.khanh):
        assert await (await readers.of(other)).look("/desk/exports/new?list=people") == 403
