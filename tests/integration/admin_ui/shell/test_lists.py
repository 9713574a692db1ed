"""Lists: conditions as chips, true totals, and pages that neither skip nor repeat a row while rows arrive."""

import re
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.core import database, formats, keyset
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.readers import Reader, Readers

MOST_QUERIES = 12
MOST_BYTES = 60_000
_MORE = """
INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object(
    'id', gen_random_uuid(), 'number', $2 || g, 'state', (ARRAY['inspected', 'archived'])[1 + g % 2],
    'opened_at', c.opened_at + make_interval(mins => $4 * (g / 3)), 'subject_name', 'Cửa hàng ' || g,
    'subject_fold', 'cua hang ' || g))).*
FROM cases c, generate_series(1, $3::int) g WHERE c.id = $1
"""
"""Cases like this one; three of them were opened at the same moment, so that a page can end between them."""


async def more(case: Case, mark: str, count: int, minutes: int) -> None:
    await database.execute(_MORE, case.id, mark, count, minutes)


def rows(desk: Reader) -> list[str]:
    return re.findall(r'<tr role="row" id="case-([0-9a-f-]+)"', desk.html)


def total(desk: Reader) -> str:
    [found] = re.findall(r'<p class="list-total">([^<]*)</p>', desk.html)
    return found


def following(desk: Reader) -> str | None:
    found = re.search(r'rel="next" href="([^"]+)"', desk.html)
    return found[1].replace("&amp;", "&") if found else None


async def test_conditions_are_chips_that_combine_and_come_off_one_by_one(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    await more(case, "A", 6, 1)
    desk = await readers.of(people.giang)
    unit = await _unit_of(case)
    await desk.open(f"/desk/cases?state=archived&subject=cua+hang&unit={unit}&number=nothing")
    assert rows(desk) == []
    assert "Không có dòng nào khớp các điều kiện đang lọc" in desk.page.text
    for name, left in (("Số", 3), ("Trạng thái", 6), ("Tổ chức, cá nhân", 7), ("Đơn vị", 7)):
        await desk.open(_chip(desk, name))
        assert len(rows(desk)) == left, name
        assert total(desk) == f"{left} vụ việc"
    assert 'class="chip"' not in desk.html
    await desk.open("/desk/cases?state=nonsense&unit=nonsense")
    assert 'class="chip"' not in desk.html, "what narrows nothing is no condition"
    assert len(rows(desk)) == 7


async def _unit_of(case: Case) -> UUID:
    found: UUID = await database.fetchval("SELECT unit_id FROM cases WHERE id = $1", case.id)
    return found


def _chip(desk: Reader, name: str) -> str:
    [href] = re.findall(
        rf'class="chip" href="([^"]+)">(?:(?!</a>).)*</span> {name}: <b>', desk.html
    )
    return str(href).replace("&amp;", "&")


@pytest.mark.parametrize("order", ["", "opened"])
async def test_pages_neither_skip_nor_repeat_a_case_while_cases_are_opened(
    readers: Readers, people: People, order: str
) -> None:
    case = await cases_made.inspected(people)
    await more(case, "A", 130, 1)
    before = {str(one["id"]) for one in await database.fetch("SELECT id FROM cases")}
    desk = await readers.of(people.giang)
    seen: list[str] = []
    address: str | None = f"/desk/cases?order={order}"
    pages = 0
    while address:
        await desk.open(address)
        seen += rows(desk)
        pages += 1
        address = following(desk)
        await more(case, f"B{pages}-", 9, -7)  # older ones
        await more(case, f"C{pages}-", 9, 400)  # newer ones
    assert pages >= 3
    assert len(seen) == len(set(seen)), "none twice"
    assert before <= set(seen), "none left out"
    opened = await database.fetch("SELECT id, opened_at FROM cases")
    at = {str(one["id"]): (one["opened_at"], one["id"]) for one in opened}
    assert seen == sorted(seen, key=lambda one: at[one], reverse=not order)


async def test_a_total_is_exact_up_to_its_bound_and_then_says_more_than(
    readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (keyset, formats):
        monkeypatch.setattr(module, "MOST_TOTALLED", 60)
    case = await cases_made.inspected(people)
    await more(case, "A", 59, 1)
    desk = await readers.of(people.giang)
    await desk.open("/desk/cases")
    assert (len(rows(desk)), total(desk)) == (50, "60 vụ việc")
    await more(case, "B", 1, 1)
    for address in ("/desk/cases", "/desk/cases?order=opened"):
        await desk.open(address)
        assert total(desk) == "Hơn 60 vụ việc"
        await desk.open(str(following(desk)))
        assert total(desk) == "Hơn 60 vụ việc", "on each page"
    await desk.open("/desk/cases?state=archived")
    assert total(desk) == f"{len(rows(desk))} vụ việc", "of what is asked for"
    outside = await readers.of(people.dung)
    await outside.open("/desk/cases")
    assert (rows(outside), total(outside)) == ([], "0 vụ việc"), "of what is in sight"


async def test_what_a_list_begins_stands_beside_the_one_primary_button_and_no_hash_is_in_sight(
    readers: Readers, people: People
) -> None:
    await cases_made.inspected(people)
    head, keeper = await readers.of(people.giang), await readers.of(people.lan)
    seen = {
        head: (
            *("plans", "informations", "informations/list", "decisions", "cases", "to-sign"),
            *("numbers", "registers", "routes", "reports", "absences", "work/lists/unopened"),
        ),
        keeper: ("people", "units", "devices", "asks", "seals", "report-definitions"),
    }
    for desk, addresses in seen.items():
        for address in addresses:
            await desk.open(f"/desk/{address}")
            frame, _, main = desk.html.partition("<main")
            assert frame.count('class="button primary"') == 1, "it is 'create', on every page"
            assert 'class="button primary"' not in main, address
            assert 'class="hash"' not in main, address


async def test_the_list_of_informations_has_its_board_beside_it_and_no_step_of_its_own_name_above(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.giang)
    await desk.open("/desk/informations/list")
    main = desk.html.partition("<main")[2]
    assert 'class="crumbs' not in main
    assert main.count("Tiếp nhận thông tin</") == 1, "its heading"
    assert 'href="/desk/informations"' in main


async def test_a_record_leads_back_to_its_place_in_the_list(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    desk = await readers.of(people.giang)
    await desk.open("/desk/cases")
    assert f'href="/desk/cases/{case.id}"' in desk.html
    await desk.open("/desk/cases?state=inspected&order=opened")
    [href] = re.findall(rf'href="(/desk/cases/{case.id}[^"]*)"', desk.html)
    await desk.open(href)
    crumbs = desk.html.partition('class="crumbs')[2].partition("</nav>")[0]
    assert f'href="/desk/cases?state=inspected&amp;order=opened#case-{case.id}"' in crumbs
    await desk.open(f"/desk/cases/{case.id}?from=//evil.example")
    assert "evil.example" not in desk.html.partition('class="crumbs')[2].partition("</nav>")[0]


async def test_a_page_of_fifty_asks_the_database_little_and_is_small(
    readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    await more(case, "A", 120, 1)
    desk = await readers.of(people.giang)
    asked: list[str] = []
    real = asyncpg.connection.Connection._do_execute

    async def counted(self: Any, query: str, *args: Any, **given: Any) -> Any:
        asked.append(query)
        return await real(self, query, *args, **given)

    monkeypatch.setattr(asyncpg.connection.Connection, "_do_execute", counted)
    await desk.open("/desk/cases?state=archived&since=2020-01-01")
    assert len(rows(desk)) == 50
    assert 0 < len(asked) <= MOST_QUERIES, "\n".join(asked)
    assert len(desk.html.encode()) <= MOST_BYTES
