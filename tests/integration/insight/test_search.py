"""One search finds records of every kind by any of their words, whichever way they are looked for."""

import asyncio
import itertools
from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from backend.core import database
from backend.insight.queries import search as queries
from backend.insight.queries import search_lists
from backend.insight.search import composing, following, rebuilding, service, ways
from backend.ledger import sealer
from schemas.core.ids import new_id
from schemas.insight.search import Found, Sought
from tests.support import cases_made, factories
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def followed() -> None:
    """Have everything sealed and its words written, as a worker does within seconds."""
    await sealer.seal_all()
    await following.follow_all()


async def found(who: Person, text: str) -> dict[Sought, list[str]]:
    """What the box shows: names by kind."""
    answer: Found = await service.typed(who.actor("desk"), text)
    return {
        group.kind: ["".join(one.text for one in hit.name) for hit in group.hits]
        for group in answer.groups
    }


async def counted(who: Person, kind: Sought, text: str) -> int | None:
    """How many results of a kind the page says there are."""
    page = await service.page(who.actor("desk"), kind, service.Wanted(text=text))
    assert page.count is not None
    assert (page.count > 0) == bool(page.hits)
    return page.count


def by_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the walk answer nothing, as it does for words that no new record has."""
    monkeypatch.setattr(ways, "WALKED", 0)


def by_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the index find too much to choose from, as it does for common words that only old records have."""
    by_index(monkeypatch)
    for most in ("CANDIDATES", "TYPED", "SHORT_LIST"):
        monkeypatch.setattr(ways, most, 1 if most != "SHORT_LIST" else -1)


WAYS = {"walk": lambda _: None, "index": by_index, "spans": by_spans}


@pytest.mark.long
async def test_a_case_is_found_by_any_of_its_words_and_by_every_way(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await cases_made.sanctioned(people)
    await followed()
    for way in WAYS.values():
        with monkeypatch.context() as patch:
            way(patch)
            for typed in (
                "Trần Văn Mẫu",
                "mau tran",
                "DUONG CÂY đa",
                "da cay van tr",
                "hang hoa nhap lau my pham",
                "mỹ phẩm hoá đơn",
                "999000",
                "VV 2026 mau",
                "m",
                "tra va ma",
            ):
                assert (await found(people.giang, typed))[Sought.CASE] == ["Trần Văn Mẫu"], typed
            for typed in ("tran van mau xyz", "999001", "an tr mau bac", "mau hai phong"):
                assert Sought.CASE not in await found(people.giang, typed), typed


async def test_minutes_captions_and_comments_find_their_inspection(people: People) -> None:
    work = await factories.announced(people, photos=0)
    await factories.take_photo(work, caption="Kệ trưng bày rượu vang")
    await factories.write_minutes(work, place="Ngõ Chim Sẻ")
    await followed()
    for typed in ("ruou vang ke", "chim se"):
        assert Sought.INSPECTION in await found(people.chi, typed), typed


async def test_a_paper_is_found_by_what_it_says_and_by_its_case(people: People) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    for typed in ("bien ban vi pham hanh chinh", "MBB01 mau", "tam giu"):
        assert Sought.PAPER in await found(people.nga, typed), typed
    number: str = await database.fetchval("SELECT number FROM cases WHERE id = $1", case.id)
    assert len((await found(people.nga, number))[Sought.PAPER]) >= 1


async def test_the_register_and_the_directory_are_found_at_once(people: People) -> None:
    await database.execute(
        """
        INSERT INTO subjects (id, unit_id, unit_1, unit_2, kind, name, tax_code, address)
        SELECT $1, id, unit_1, unit_2, 'organisation', 'Công ty TNHH Gạo Trắng Hoa Sen', '0108887776',
            'Số 9 phố Đông Tác' FROM units WHERE code = '01'
        """,
        new_id(),
    )
    await followed()
    assert (await found(people.giang, "gao hoa trang"))[Sought.PARTY] == [
        "Công ty TNHH Gạo Trắng Hoa Sen"
    ]
    assert (await found(people.an, "8887"))[Sought.PARTY] == ["Công ty TNHH Gạo Trắng Hoa Sen"]
    assert Sought.PARTY not in await found(people.ho, "gao hoa trang")
    assert (await found(people.an, "khanh duong"))[Sought.PERSON] == ["Dương Quốc Khánh"]
    await database.execute("UPDATE officers SET state = 'disabled' WHERE username = 'khanh'")
    assert Sought.PERSON not in await found(people.an, "khanh duong")


async def test_who_only_administers_reads_no_name_outside_by_an_id(people: People) -> None:
    called = {people.ho.id: people.ho.full_name}
    assert await service.officers(people.an.actor("desk"), str(people.ho.id), 5) == called
    assert await service.officers(people.my.actor("desk"), str(people.ho.id), 5) == {}
    own = {people.an.id: people.an.full_name}
    assert await service.officers(people.my.actor("desk"), str(people.an.id), 5) == own


async def test_writing_all_anew_finds_nothing_to_change(people: People) -> None:
    await cases_made.sanctioned(people)
    await factories.submitted(people, photos=1)
    await followed()
    told = await rebuilding.rebuild()
    assert told.records > 20
    assert (told.differed, told.strangers, told.unread) == (0, 0, 0)
    await database.execute("UPDATE case_words SET words = 'x'::tsvector")
    await database.execute("INSERT INTO case_words VALUES (uuidv7(), 'x', '[]')")
    told = await rebuilding.rebuild()
    assert (told.differed, told.strangers) == (1, 1)
    assert Sought.CASE in await found(people.giang, "tran mau")


@pytest.mark.long
async def test_two_workers_write_the_same_words_as_one(people: People) -> None:
    await cases_made.sanctioned(people)
    await sealer.seal_all()
    await asyncio.gather(*(following.follow_all() for _ in range(3)))
    await following.follow_all()
    assert (await rebuilding.rebuild()).differed == 0


async def test_what_cannot_be_read_waits_and_holds_nobody_up(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.sanctioned(people)
    right = composing.compose

    def wrong(kind: Sought, row: queries.Row, acts: list[object]) -> object:
        if row.id == case.id:
            raise ValueError("Trần Văn Mẫu")
        return right(kind, row, acts)  # type: ignore[arg-type]  # a row of the other query

    with monkeypatch.context() as patch:
        patch.setattr(composing, "compose", wrong)
        await followed()
    assert Sought.PAPER in await found(people.giang, "tran mau")
    assert Sought.CASE not in await found(people.giang, "tran mau")
    assert await following.set_aside_records() == 1
    fault: str = await database.fetchval("SELECT fault FROM search_waiting WHERE id = $1", case.id)
    assert fault.startswith("ValueError in wrong")
    assert "Mẫu" not in fault
    await database.execute("UPDATE search_waiting SET tried_at = now() - interval '2 hours'")
    await following.follow_all()
    assert Sought.CASE in await found(people.giang, "tran mau")
    assert await following.set_aside_records() == 0


@pytest.mark.long
async def test_pages_follow_each_other_without_a_gap_and_are_counted_once(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    await database.execute(
        """
        WITH more AS (
            INSERT INTO cases (id, number, unit_id, unit_1, unit_2, unit_3, state, rule_set, opened_at, updated_at,
                lead_id, subject_name)
            SELECT uuidv7(), 'GIA-' || n, unit_id, unit_1, unit_2, unit_3, state, rule_set,
                opened_at - make_interval(days => 40 * (n / 3)), updated_at, lead_id, subject_name
            FROM cases, generate_series(1, 59) n WHERE cases.id = $1 RETURNING id)
        INSERT INTO case_words SELECT more.id, w.words, w.said FROM more, case_words w WHERE w.id = $1
        """,
        case.id,
    )
    await database.execute(
        """
        UPDATE case_words w SET words = (regexp_replace(w.words::text, '''@[mqy][0-9]+'':1', '', 'g')
            || to_char(c.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh',
                ' "''@m"YYYYMM"'':1 ''@q"YYYYQ"'':1 ''@y"YYYY"'':1"'))::tsvector
        FROM cases c WHERE c.id = w.id
        """
    )
    for text, way in itertools.product(("tran mau", "tra ma "), WAYS.values()):
        wanted = service.Wanted(text=text)
        with monkeypatch.context() as patch:
            way(patch)
            seen: list[UUID | None] = []
            page = await service.page(people.giang.actor("desk"), Sought.CASE, wanted)
            assert page.count == 60
            while True:
                seen += [hit.id for hit in page.hits]
                assert len(page.hits) <= service.PAGE
                if page.next is None:
                    break
                page = await service.page(
                    people.giang.actor("desk"), Sought.CASE, wanted, page.next
                )
                assert page.count is None
            ordered = await database.fetch("SELECT id FROM cases ORDER BY opened_at DESC, id DESC")
            assert seen == [row["id"] for row in ordered]


async def more_cases_like(case_id: UUID, many: int) -> None:
    """As many cases more with the same words, each some days older than the one before."""
    await database.execute(
        """
        WITH more AS (
            INSERT INTO cases (id, number, unit_id, unit_1, unit_2, unit_3, state, rule_set, opened_at, updated_at,
                lead_id, subject_name)
            SELECT uuidv7(), 'GIA-' || n, unit_id, unit_1, unit_2, unit_3, state, rule_set,
                opened_at - make_interval(days => 40 * n), updated_at, lead_id, subject_name
            FROM cases, generate_series(1, $2) n WHERE cases.id = $1 RETURNING id)
        INSERT INTO case_words SELECT more.id, w.words, w.said FROM more, case_words w WHERE w.id = $1
        """,
        case_id,
        many,
    )


@pytest.mark.parametrize("few", [0, 3, 100])
async def test_a_number_finds_the_same_whether_few_records_have_it_or_many(
    people: People, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    await more_cases_like(case.id, 5)
    monkeypatch.setattr(search_lists, "FEW", few)
    name = "Trần Văn Mẫu"
    for typed in ("999000", "99900", "tran 999000", "999000 mau van"):
        assert (await found(people.giang, typed))[Sought.CASE] == [name] * service.SHOWN, typed
        assert await counted(people.giang, Sought.CASE, typed) == 6, typed
    for typed in ("999001", "999000 xyz", "xyz 999000", "999000 888111"):
        assert Sought.CASE not in await found(people.giang, typed), typed
        assert await counted(people.giang, Sought.CASE, typed) == 0, typed
    ordered = await database.fetch("SELECT id FROM cases ORDER BY opened_at DESC, id DESC")
    actor, wanted = people.giang.actor("desk"), service.Wanted(text="999000")
    first = await service.page(actor, Sought.CASE, wanted, limit=4)
    second = await service.page(actor, Sought.CASE, wanted, first.next, limit=4)
    assert second.next is None
    assert [hit.id for hit in (*first.hits, *second.hits)] == [row["id"] for row in ordered]


async def test_kinds_without_a_number_are_not_looked_through_for_it(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await cases_made.sanctioned(people)
    await followed()
    looked: list[Sought] = []
    look = queries.look

    async def overheard(looks: Sequence[queries.Look]) -> list[queries.Part]:
        looked.extend(one.asked.kind for one in looks)
        return await look(looks)

    monkeypatch.setattr(queries, "look", overheard)
    there = await found(people.giang, "999000")
    assert looked
    assert set(looked) <= set(there), "only kinds of which something is found"
    looked.clear()
    assert not await found(people.giang, "999001")
    assert not looked


@pytest.mark.long
async def test_what_only_old_records_say_is_found_from_its_day_on(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.sanctioned(people)
    await database.execute(
        "UPDATE cases SET opened_at = '2019-05-06 03:00Z' WHERE id = $1", case.id
    )
    await followed()
    known = await database.fetchval(
        "SELECT day FROM search_newest WHERE kind = 'case' AND word = 'mau'"
    )
    assert known == date(2019, 5, 6)
    asked: list[str] = []
    look = queries.look

    async def overheard(looks: Sequence[queries.Look]) -> list[queries.Part]:
        asked.extend(one.drivers or "" for one in looks if one.asked.kind is Sought.CASE)
        return await look(looks)

    monkeypatch.setattr(queries, "look", overheard)
    by_spans(monkeypatch)
    wanted = service.Wanted(text="tran mau ")
    page = await service.page(people.giang.actor("desk"), Sought.CASE, wanted)
    assert [hit.id for hit in page.hits] == [case.id]
    assert any("@m201905" in one for one in asked)
    assert not any("@m2026" in one or "@q2026" in one for one in asked)
    asked.clear()
    assert await counted(people.giang, Sought.CASE, "tran xyz ") == 0
    assert await counted(people.giang, Sought.CASE, "tran xyz") == 0
    assert not asked, "a word that no case has, nor one that begins so, ends it"
