"""Everybody asks the law book at the desk without a case; how certain a rule is, legal officers see."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.core import formats
from backend.law.rules.clocks import last_day_of
from backend.law.stated_limits import service as stated_limits
from tests.support import case_lives, cases_made
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.asyncio


async def test_an_inspector_asks_for_a_time_limit_and_sees_every_step_with_its_article(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    assert await desk.look("/desk/law") == 200
    address = "/desk/law/deadline?rule=D12&start=2026-03-02&given=sent_up"
    assert await desk.look(address) == 200
    assert "16/03/2026" in desk.html
    assert "66" in desk.html
    (command,) = re.findall(r"<code[^>]*>(\./hientruong law [^<]+)</code>", desk.html)
    assert set(command.split()[3:]) == {"rule=D12", "start=2026-03-02", "given=sent_up"}
    assert '<span class="mark">' not in desk.html
    assert await desk.look("/desk/law/limits") == 403, "what is not certain is the legal officers'"


async def test_a_legal_officer_sees_how_certain_each_step_is_and_what_is_open(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.phuc)
    assert await desk.look("/desk/law/deadline?rule=D12&start=2026-03-02") == 200
    assert '<span class="mark">theo bài dẫn lại</span>' in desk.html
    assert await desk.look("/desk/law/limits") == 200
    assert "đang áp dụng" in desk.html
    assert "Ý kiến của Phòng Pháp chế" in desk.html


async def test_the_page_of_what_is_uncertain_is_a_list_by_topics_to_jump_to(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.phuc)
    await desk.look("/desk/law/limits")
    listed = re.findall(r'<div id="(\w+)" class="limit"', desk.html)
    assert set(listed) == {one.id for one in stated_limits.all_of_them()}
    assert len(listed) == len(stated_limits.all_of_them())
    topics = re.findall(r'<a href="#(t-\w+)">', desk.html)
    assert topics == re.findall(r'<h2 id="(t-\w+)"', desk.html)
    assert len(topics) == len({one.topic for one in stated_limits.all_of_them()})


async def test_what_rests_on_an_uncertain_fact_is_named_in_words_and_can_be_asked(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.phuc)
    await desk.look("/desk/law/limits")
    assert 'href="/desk/law/deadline?rule=D18"' in desk.html
    for one in stated_limits.all_of_them():
        card = desk.html.split(f'id="{one.id}"')[1].split("</details>")[0]
        beside = " ".join(re.findall(r'<p class="small">(.*?)</p>', card, re.DOTALL))
        shown = re.sub(r"<[^>]+>", " ", beside)
        assert not [ref for ref in one.refs if re.search(rf"(?<!\w){re.escape(ref)}(?!\w)", shown)]


@pytest.mark.parametrize("typed", ["30000000", "30.000.000", "30.000.000 đ"])
async def test_sums_are_typed_and_shown_with_dots_and_the_address_may_have_either(
    people: People, readers: Readers, typed: str
) -> None:
    desk = await readers.of(people.an)
    asked = {"title": "team_head", "on": "2026-10-01", "band_max": typed, "field": "trade"}
    assert await desk.look(f"/desk/law/competence?{urlencode(asked)}") == 200
    assert 'name="band_max" type="text" value="30.000.000"' in desk.html
    (command,) = re.findall(r"<code[^>]*>(\./hientruong law [^<]+)</code>", desk.html)
    assert "band_max=30000000" in command


async def test_a_sum_that_may_be_read_in_two_ways_is_not_guessed(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    asked = {"title": "team_head", "on": "2026-10-01", "band_max": "1,250", "field": "trade"}
    assert await desk.look(f"/desk/law/competence?{urlencode(asked)}") == 422
    assert 'value="1,250"' in desk.html


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("deadline?rule=D12", "Hãy điền «Tính từ»"),
        ("execution?what=interest&fine=20000000", "Hãy điền «Hạn nộp tiền phạt»"),
        ("explain?subject=individual", "Hãy chọn hành vi, hoặc ghi mức tối đa của khung"),
        ("deadline?rule=D99&start=2026-03-02", "D99"),
        ("deadline?rule=D12&start=soon", "không phải là một ngày"),
        ("deadline?rule=D12&start=0001-01-01", "Không đọc được: start"),
        ("deadline?rule=D12&start=2026-03-02&moon=full", "moon"),
        ("competence?title=king&on=2026-10-01", "king"),
        ("procedure?state=bliss&act=sing", "Hãy nêu trạng thái"),
    ],
)
async def test_a_question_that_cannot_be_answered_says_what_to_give(
    people: People, readers: Readers, address: str, told: str
) -> None:
    desk = await readers.of(people.an)
    assert await desk.look(f"/desk/law/{address}") == 422
    assert told in desk.html


async def test_a_kind_of_question_that_does_not_exist_is_not_found(
    people: People, readers: Readers, app: Litestar
) -> None:
    del app
    desk = await readers.of(people.an)
    assert await desk.look("/desk/law/horoscope") == 404


async def test_each_time_limit_of_a_played_case_links_to_the_same_last_day(
    people: People, readers: Readers
) -> None:
    case = await cases_made.inspected(people)
    await cases_made.approve(case)
    await case_lives.whole_life(case)
    desk = await readers.of(people.an)
    assert await desk.look(f"/desk/cases/{case.id}") == 200
    links = [unescape(one) for one in re.findall(r'href="(/desk/law/deadline\?[^"]+)"', desk.html)]
    clocks = await case_clocks.clocks_of(case.id)
    assert len(links) == len(clocks) > 8
    for one in clocks:
        link = f"/desk/law/deadline?{urlencode(one.asked)}"
        assert link in links
        assert await desk.look(link) == 200, link
        assert formats.day(last_day_of(one.due_at)) in desk.html.split("<ol>")[0], link


async def test_a_stated_last_day_and_the_conditions_of_a_time_limit_can_be_asked(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    address = "/desk/law/deadline?rule=D21&start=2026-03-02&given=verification&until=2026-03-25"
    assert await desk.look(address) == 200
    assert "25/03/2026" in desk.html
    assert "Phải xác minh tình tiết (Điều 59)" in desk.html
    assert await desk.look("/desk/law/deadline?rule=D22&start=2026-03-02&until=2026-03-25") == 422


async def test_an_answer_that_governs_no_case_yet_says_so(people: People, readers: Readers) -> None:
    desk = await readers.of(people.an)
    quiet = "Chưa áp dụng trong hồ sơ"
    assert await desk.look("/desk/law/execution?what=end_enforcement&ground=annulled") == 200
    assert quiet in desk.html
    assert '<option value="end_enforcement" selected>Chấm dứt cưỡng chế' in desk.html
    address = "/desk/law/execution?what=transfer_execution&party_can_comply_here=no"
    assert await desk.look(address) == 200
    assert "Nơi nhận" in desk.html
    assert "Ủy ban nhân dân cấp xã" in desk.html
    assert await desk.look("/desk/law/execution?what=pay_officer&form=MQĐ01") == 200
    assert quiet not in desk.html


async def test_the_form_about_a_decision_asks_for_facts_that_the_question_knows(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    given = "what=interest&fine=20000000&last_day=2026-03-16&paid_on=2026-03-26"
    assert await desk.look(f"/desk/law/execution?{given}") == 200
    names = set(re.findall(r'name="([a-z_]+)"', desk.html))
    assert {"fine", "last_day", "paid_on", "on", "subject"} <= names


async def test_a_behaviour_is_asked_for_by_its_words_as_well_as_by_its_code(
    people: People, readers: Readers
) -> None:
    """With the script one chooses; without it what was typed is the one behaviour that it names."""
    desk = await readers.of(people.an)
    named = "Buôn bán thuốc bảo vệ thực vật cấm, từ 15 đến dưới 20 kg hoặc từ 15 đến dưới 20 lít"
    query = urlencode({"code": named, "subject": "individual", "acted_on": "01/11/2026"})
    assert await desk.look(f"/desk/law/sanction?{query}") == 200
    assert 'name="code" type="text" value="ND98-8-4-a"' in desk.html
    assert named in desk.page.text, "and it is named below"
    # What many are called is no answer, and stays as it was typed.
    await desk.look("/desk/law/sanction?code=buôn+bán&subject=individual&acted_on=01/11/2026")
    assert 'name="code" type="text" value="buôn bán"' in desk.html


async def test_the_catalogue_and_the_questions_are_one_entry_and_link_each_other(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    assert await desk.look("/desk/law") == 200
    entries = [label for address, label in desk.page.links if address == "/desk/law"]
    assert entries == ["Pháp luật, danh mục"]
    assert "/desk/catalogue" in [address for address, _ in desk.page.links]
    assert await desk.look("/desk/catalogue") == 200
    assert 'href="/desk/law" aria-current="true"' in desk.html
    assert [label for address, label in desk.page.links if address == "/desk/law"] == [
        "Pháp luật, danh mục"
    ] * 2, "the rail, and the way to the page"


async def test_what_an_act_leads_to_is_asked_by_the_form_alone(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    assert await desk.look("/desk/law/procedure") == 200
    filled = {"state": "executing", "act": "crime.suspected"}
    assert await desk.press("/procedure", **filled) == 200
    assert "sang «Tạm đình chỉ thi hành»" in desk.html
    assert '<option value="crime.suspected" selected' in desk.html


OLDER = "vụ việc giữ bộ quy định của ngày lập"


@pytest.mark.usefixtures("first_edition")
async def test_a_case_of_the_first_edition_says_why_it_is_not_linked_to_a_reckoning(
    people: People, readers: Readers
) -> None:
    case = await cases_made.due(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/cases/{case.id}")
    assert OLDER in desk.html
    assert "/desk/law/deadline?" not in desk.html
    assert await desk.look(f"/desk/cases/{case.id}/acts/execution.completed") == 409
    assert OLDER in desk.html
    assert "/desk/law/procedure" not in desk.html


@pytest.mark.usefixtures("newest_edition")
async def test_a_case_of_the_newest_edition_is_linked_and_says_nothing_of_older_rules(
    people: People, readers: Readers
) -> None:
    case = await cases_made.due(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/cases/{case.id}")
    assert OLDER not in desk.html
    assert "/desk/law/deadline?" in desk.html
    assert await desk.look(f"/desk/cases/{case.id}/acts/execution.completed") == 409
    assert "/desk/law/procedure" in desk.html
