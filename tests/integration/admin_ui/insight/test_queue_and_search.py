"""What waits for whom, and finding an inspection again."""

import pytest

from backend.core import database
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers


async def test_a_supervisor_sees_what_waits_and_since_when(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    page = await desk.open("/desk/")
    assert work.number in page.text
    assert "Chờ từ" in page.text
    assert "0 phút" in page.text
    assert "Trình lần đầu" in (await desk.open("/desk/work/lists/inspections")).text


async def test_another_department_waits_for_another_supervisor(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.ho)
    page = await desk.open("/desk/")
    assert work.number not in page.text
    assert "Không có việc nào chờ bạn." in page.text


async def test_an_officer_sees_the_inspections_of_his_teams(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    assert work.number in (await (await readers.of(people.an)).open("/desk/")).text
    assert work.number not in (await (await readers.of(people.em)).open("/desk/")).text


async def test_everybody_begins_with_his_own_work_and_reads_what_will_appear_there(
    people: People, readers: Readers
) -> None:
    for person, awaited in (
        (people.khanh, "Ngoại lệ chờ kiểm tra"),
        (people.lan, "Thiết bị mới chờ phê duyệt"),
        (people.nga, "Văn bản chưa phát hành"),
        (people.phuc, "Hành vi ngoài danh mục chờ xác nhận"),
    ):
        page = await (await readers.of(person)).open("/desk/")
        assert page.url.endswith("/desk/")
        assert awaited in page.text
    assert "Hồ sơ" not in (await (await readers.of(people.lan)).open("/desk/work/list")).text


async def test_held_evidence_waits_in_the_queue(people: People, readers: Readers) -> None:
    work = await factories.announced(people)
    other = await factories.pen(people.em)
    act = other.write(str(work.id), "place.fixed", factories.contents.place(1, 1))
    await factories.hand_in(act, people.em, factories.UUID(act["device_id"]))
    desk = await readers.of(people.giang)
    page = await desk.open("/desk/")
    assert "Dữ liệu chờ xem xét" in page.text
    assert "1 chờ xem xét" in page.text


@pytest.mark.parametrize(
    "question",
    [
        "subject=cong ty tnhh thu nghiem",
        "subject=HOA GẠO",
        "officer=hoai an",
        "officer=Lê Linh",
        "state=submitted",
        "number=0001/QĐ-KT",
        "subject=gạo&state=submitted&officer=binh",
    ],
)
async def test_the_search_finds_with_and_without_diacritics(
    people: People, readers: Readers, question: str
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.khanh)
    page = await desk.open(f"/desk/search?{question}")
    assert work.number in page.text


@pytest.mark.parametrize(
    "question",
    [
        "subject=%25",
        "subject=_____________",
        "officer=dung",
        "state=approved",
        "until=2020-01-01",
        "until=31/12/2019",
    ],
)
async def test_the_search_leaves_out_what_does_not_match(
    people: People, readers: Readers, question: str
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.khanh)
    page = await desk.open(f"/desk/search?{question}")
    assert work.number not in page.text
    assert "Không có dòng nào khớp các điều kiện đang lọc" in page.text


async def test_the_search_narrows_to_a_unit(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.khanh)
    team = people.units["0101"].unit_id
    elsewhere = people.units["48"].unit_id
    assert work.number in (await desk.open(f"/desk/search?unit={team}")).text
    assert work.number not in (await desk.open(f"/desk/search?unit={elsewhere}")).text


async def test_an_impossible_day_is_said_at_its_field(people: People, readers: Readers) -> None:
    desk = await readers.of(people.khanh)
    assert await desk.look("/desk/search?since=2026-02-30") == 422
    assert "Ngày không đúng dạng." in desk.page.text


@pytest.mark.parametrize("cursor", ["x", "AAAA", "%FF", "fHx8"])
async def test_a_cursor_of_somebody_elses_making_is_a_problem_page(
    people: People, readers: Readers, cursor: str
) -> None:
    desk = await readers.of(people.khanh)
    assert await desk.look(f"/desk/search?after={cursor}") == 422
    assert "Việc cần làm tiếp" in desk.page.text


async def test_pages_of_fifty_follow_each_other_without_a_gap(
    people: People, readers: Readers
) -> None:
    work = await factories.decided(people)
    await database.execute(
        """
        INSERT INTO inspections (id, unit_id, unit_1, unit_2, unit_3, unit_4, state, decision_id,
            decision_number, subject_name, subject_address, leader_id, decision, issued_by, issued_at,
            updated_at)
        SELECT gen_random_uuid(), unit_id, unit_1, unit_2, unit_3, unit_4, state, gen_random_uuid(),
            'SO-' || to_char(n, 'FM000'), subject_name, subject_address, leader_id, decision, issued_by,
            issued_at, updated_at - make_interval(secs => n / 3)
        FROM inspections, generate_series(1, 119) n WHERE id = $1
        """,
        work.id,
    )
    desk = await readers.of(people.khanh)
    seen: list[str] = []
    await desk.open("/desk/search?subject=hoa")
    while True:
        seen += [f"SO-{n:03}" for n in range(1, 120) if f"SO-{n:03}" in desk.page.text]
        if desk.page.link("after=") is None:
            break
        await desk.follow("after=")
    assert len(seen) == len(set(seen)) == 119


async def test_an_administrator_searches_no_cases(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.lan)
    assert await desk.look("/desk/search") == 200
    assert work.number not in desk.html
    assert "kind=case" not in desk.html
    assert await desk.look("/desk/search?kind=inspection&q=hoa") == 200
    assert work.number not in desk.html
