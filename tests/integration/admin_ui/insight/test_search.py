"""The search box of every page and the page of results, through the front door."""

from datetime import UTC, datetime
from urllib.parse import quote
from uuid import UUID

import asyncpg
import pytest

from backend.core import keyset, looks
from backend.core.buckets import Buckets
from tests.integration.insight.test_search import followed
from tests.support import cases_made
from tests.support.databases import Database
from tests.support.people import People
from tests.support.readers import Readers, readers

__all__ = ["readers"]
pytestmark = pytest.mark.usefixtures("pool")


async def test_the_box_answers_with_marked_groups_that_lead_to_the_record(
    people: People, readers: Readers
) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    desk = await readers.of(people.giang)
    await desk.open("/desk/find?q=mau+cay+da")
    assert f'href="/desk/cases/{case.id}"' in desk.html
    assert "Trần Văn <mark>Mẫu</mark>" in desk.html
    assert "đường <mark>Cây Đa</mark>" in desk.html


async def test_the_page_of_results_narrows_and_takes_conditions_off(
    people: People, readers: Readers
) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    desk = await readers.of(people.giang)
    page = await desk.open("/desk/search?q=tran+van&kind=case&place=cay+da&value_from=1.000.000")
    assert f'href="/desk/cases/{case.id}"' in desk.html
    assert "1 kết quả" in page.text
    assert "Tiền phạt từ (đồng): 1.000.000 đồng" in page.text
    assert 'href="/desk/search?q=tran+van&amp;kind=case&amp;place=cay+da"' in desk.html
    page = await desk.open("/desk/search?q=tran+van&kind=case&place=hai+phong")
    assert "Không có kết quả nào khớp" in page.text


async def test_a_search_that_is_behind_says_by_how_much_and_finds_what_it_has(
    people: People, readers: Readers, database: Database
) -> None:
    """Minutes are rounded up: a search is never told as less late than it is."""
    case = await cases_made.sanctioned(people)
    await followed()
    operator = await asyncpg.connect(database.superuser_dsn)
    try:
        await operator.execute("UPDATE search_progress SET through = 0")
        await operator.execute("ALTER TABLE ledger_entries DISABLE TRIGGER USER")
        await operator.execute(
            "UPDATE ledger_entries SET received_at = now() - interval '85 seconds'"
        )
    finally:
        await operator.close()
    desk = await readers.of(people.giang)
    for place in ("/desk/find?q=", "/desk/search?q=", "/desk/search?kind=case&q="):
        page = await desk.open(f"{place}mau+cay+da")
        assert f'href="/desk/cases/{case.id}"' in desk.html, place
        assert "2 phút" in page.text, place


HOSTILE = {
    "gạo " * 3000: "quá dài",
    "a" * 20_000: "quá dài",
    "%$#@!&|()": "Chưa có chữ hay số nào",
    "\x00\x01\x1b\u202e": "",
    "'; DROP TABLE cases; --": "Không",
    "gao:* & !hoa <-> (trang | x": "Không",
    "\\' :A '@uzz": "Không",
}
"""A pasted page, a long word, marks, control characters, SQL, operators of the index, quotes: what is answered."""


async def test_what_is_no_question_is_answered_in_words(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    for typed, said in HOSTILE.items():
        for place in ("/desk/find?q=", "/desk/search?q="):
            status = await desk.look(place + quote(typed))
            assert status == (422 if said not in ("", "Không") else 200), typed[:40]
            assert said in desk.html, typed[:40]


async def test_an_amount_is_read_as_every_form_reads_it(people: People, readers: Readers) -> None:
    """Nothing is guessed: `1.5` is no sum of đồng, `1,250` may be a fraction."""
    desk = await readers.of(people.giang)
    assert await desk.look("/desk/search?kind=case&value_from=1.500.000+đồng") == 200
    for typed, said in {"1.5": "Số tiền chỉ gồm chữ số", "1,250": "1250", "-1": "Số tiền"}.items():
        assert await desk.look(f"/desk/search?kind=case&value_from={typed}") == 422, typed
        assert said in desk.html, typed


async def test_a_made_up_place_in_a_list_is_answered(people: People, readers: Readers) -> None:
    await cases_made.sanctioned(people)
    await followed()
    desk = await readers.of(people.giang)
    for at in (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)):
        made_up = keyset.write(at, UUID(int=0))
        place = f"/desk/search?kind=case&q=tran+van&after={quote(made_up)}"
        assert await desk.look(place) == 200, at


async def test_who_asks_faster_than_people_type_is_told_when_to_ask_again(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One count for all that answers as one types, for each officer alone; the page of results is not of it."""
    monkeypatch.setattr(looks, "_buckets", Buckets(3, 0))
    giang, chi = await readers.of(people.giang), await readers.of(people.chi)
    typed = ("/desk/find?q=g", "/desk/choose/parties?q=ga", "/desk/find?q=gao", "/desk/find?q=gao+")
    assert [await giang.look(address) for address in typed] == [200, 200, 200, 429]
    for address in ("/desk/find?q=gao", "/desk/choose/units?rule=covered&q=doi"):
        answer = await giang.fetch(address)
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
        assert answer.text == "", "and it costs no page"
    assert await giang.look("/desk/search?q=gao") == 200
    assert await chi.look("/desk/find?q=gao") == 200


async def test_a_condition_that_names_nothing_is_told_and_taken_off(
    people: People, readers: Readers
) -> None:
    """Results of more than was asked would be believed: of another unit's cases, of every state, of every party."""
    case = await cases_made.sanctioned(people)
    await followed()
    desk = await readers.of(people.giang)
    nobody, elsewhere = UUID(int=7), people.units["48"].unit_id
    for asked, named in (
        (f"unit={nobody}", "Đơn vị"),
        (f"unit={elsewhere}", "Đơn vị"),
        ("state=sold", "Trạng thái"),
        (f"party={nobody}", "Đối tượng trong danh bạ"),
        ("party=abc", "Đối tượng trong danh bạ"),
    ):
        page = await desk.open(f"/desk/search?q=tran+van&kind=case&{asked}")
        assert f"điều kiện «{named}» trong địa chỉ này" in page.text, asked
        assert 'href="/desk/search?q=tran+van&amp;kind=case">Bỏ điều kiện này' in desk.html, asked
        assert f'href="/desk/cases/{case.id}"' in desk.html, "what else was asked still counts"
    await desk.open("/desk/search?q=tran+van&kind=case")
    assert "Bỏ điều kiện này" not in desk.html
    page = await desk.open("/desk/search?q=tran+van&kind=nothing")
    assert "điều kiện «Loại hồ sơ»" in page.text
    page = await desk.open(f"/desk/search?party={nobody}")
    assert "Hãy gõ từ cần tìm hoặc chọn loại hồ sơ" in page.text, "not everything there is"
    # The same of the list of inspections, which addresses of before lead to.
    page = await desk.open(f"/desk/search?unit={elsewhere}&state=sold&number=1")
    assert "điều kiện «Đơn vị»" in page.text
    assert "điều kiện «Trạng thái»" in page.text
    assert f'href="/desk/search?unit={elsewhere}&amp;number=1"' in desk.html.replace(
        f"number=1&amp;unit={elsewhere}", f"unit={elsewhere}&amp;number=1"
    )
