"""A file of a list reaches its asker alone, under the roles and the unit under which it was asked for."""

import asyncio
import contextvars

import pytest

from backend.core import clock, database, stores
from backend.core.settings import Settings
from backend.exchange.file_orders import service as orders
from backend.exchange.list_exports import running
from backend.exchange.list_exports import service as list_exports
from backend.exchange.list_exports.kind import EXPORTS
from backend.exchange.rules import file_orders as rules
from media import keys as names
from media.store import ObjectMissing
from schemas.core.vocabulary import SubjectKind
from schemas.intake.acts import Suspect
from tests.integration.force.accounts.test_step_up import a_quarter_of_an_hour_later
from tests.support import cases_made, exports
from tests.support import informations as made
from tests.support.later import later
from tests.support.people import People
from tests.support.readers import Readers

STATE = "SELECT state, failure FROM list_exports WHERE id = $1"


async def test_nobody_but_who_asked_finds_a_file_or_its_page(
    people: People, readers: Readers, settings: Settings
) -> None:
    head = await readers.of(people.giang)
    place = await exports.asked(head, "list=cases")
    await exports.written(settings)
    for other in (people.hai, people.khanh, people.lan):
        reader = await readers.of(other)
        assert await reader.look(place) == 404
        assert await reader.look(f"{place}/file") == 404
        await reader.open("/desk/exports")
        assert place not in reader.html
    stranger = readers.stranger()
    await stranger.look(f"{place}/file")
    assert "/desk/sign-in" in str(stranger.page.url)


async def test_a_role_that_was_withdrawn_before_it_was_written_gives_nothing(
    people: People, readers: Readers, settings: Settings
) -> None:
    await cases_made.recorded(people)
    head = await readers.of(people.giang)
    place = await exports.asked(head, "list=cases")
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.giang.id)
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'clerk')", people.giang.id
    )
    await exports.written(settings)
    row = await database.fetchrow(STATE, exports.id_of(place))
    assert tuple(row) == ("failed", "export_standing_changed")
    again = await readers.of(people.giang)
    assert await again.look(place) == 200
    assert "Vai trò hoặc đơn vị của bạn đã thay đổi" in again.page.text
    assert await again.look(f"{place}/file") == 410
    await again.open("/desk/notices")
    assert "Hồ sơ vụ việc: không có tệp" in again.page.text


@pytest.mark.parametrize("what", ["role", "unit"])
async def test_who_has_another_role_or_unit_by_then_does_not_get_what_was_written(
    people: People, readers: Readers, settings: Settings, what: str
) -> None:
    head = await readers.of(people.giang)
    place = await exports.asked(head, "list=cases")
    await exports.written(settings)
    if what == "role":
        await database.execute(
            "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'clerk')", people.giang.id
        )
    else:
        elsewhere = people.ho.unit
        await database.execute(
            "UPDATE officers SET unit_id = $2, unit_2 = $2 WHERE id = $1",
            people.giang.id,
            elsewhere.unit_id,
        )
    moved = await readers.of(people.giang)
    assert await moved.look(f"{place}/file") == 403
    assert "không được giao" in moved.page.text
    assert not await database.fetchval(
        "SELECT count(*) FROM access_log WHERE action = 'list.taken'"
    )


async def test_information_about_an_officer_is_in_no_file_of_the_colleagues(
    people: People, readers: Readers, settings: Settings
) -> None:
    about = await made.registered(people.an, named_officers=[people.binh.id])
    plain = await made.registered(people.an)
    numbers = {
        one.id: await database.fetchval("SELECT number FROM informations WHERE id = $1", one.id)
        for one in (about, plain)
    }
    for colleague in (people.chi, people.binh, people.an):
        reader = await readers.of(colleague)
        file = await exports.taken(reader, settings, "list=informations")
        assert numbers[about.id] not in file.column("Số"), colleague.username
    head = await readers.of(people.giang)
    file = await exports.taken(head, settings, "list=informations", file="csv")
    assert set(file.column("Số")) == set(numbers.values())
    whole = str((file.headings, file.rows, file.marks))
    assert not [word for word in made.PLANTED if word in whole]


async def test_pressed_twice_or_twice_at_once_it_is_written_once(
    people: People, readers: Readers, settings: Settings
) -> None:
    head = await readers.of(people.giang)
    places = {await exports.asked(head, "list=due&show=week") for _ in range(2)}
    actor = people.giang.actor("desk")
    until = clock.now() + rules.KEPT_FOR

    async def ask() -> str:
        query = {"show": "week"}
        found = await list_exports.ask(
            actor, "due", query, "xlsx", exports.PURPOSE, "vi", until, None
        )
        return f"/desk/exports/{found}"

    places |= set(await asyncio.gather(*(ask() for _ in range(5))))
    assert len(places) == 1
    await exports.written(settings)
    assert await database.fetchval("SELECT count(*) FROM list_exports") == 1
    asked = "SELECT count(*) FROM access_log WHERE action = 'list.exported'"
    assert await database.fetchval(asked) == 1


async def test_the_same_list_for_another_purpose_or_in_another_format_is_an_order_of_its_own(
    people: People, readers: Readers, settings: Settings
) -> None:
    """What is recorded as its purpose is the purpose that this file was asked for."""
    head = await readers.of(people.giang)
    other = "Gửi Cục theo công văn đề nghị"
    first = await exports.asked(head, "list=due")
    second = await exports.asked(head, "list=due", purpose=other)
    third = await exports.asked(head, "list=due", file="csv")
    assert len({first, second, third}) == 3
    await exports.written(settings)
    for place, purpose in ((first, exports.PURPOSE), (second, other)):
        file = exports.read_xlsx((await head.fetch(f"{place}/file")).content)
        assert file.marks["Mục đích"] == purpose
    said = "SELECT detail ->> 'purpose' FROM access_log WHERE action = 'list.exported' ORDER BY at"
    purposes = [row[0] for row in await database.fetch(said)]
    assert purposes == [exports.PURPOSE, other, exports.PURPOSE]


async def test_more_than_three_at_once_are_refused_and_one_can_be_cancelled(
    people: People, readers: Readers, settings: Settings
) -> None:
    head = await readers.of(people.giang)
    for show in ("missed", "day", "week"):
        place = await exports.asked(head, f"list=due&show={show}")
    assert await head.look("/desk/exports/new?list=due&show=all") == 200
    assert await head.press("/desk/exports", file="xlsx", purpose=exports.PURPOSE) == 409
    assert "3 tệp chưa xuất xong" in head.page.text
    await head.open(place)
    assert await head.press("/cancel") == 200
    assert "Bạn đã dừng yêu cầu này" in head.page.text
    await exports.asked(head, "list=due&show=all")
    await exports.written(settings)
    assert await head.look(f"{place}/file") == 410
    states = await database.fetch("SELECT state FROM list_exports ORDER BY asked_at")
    assert [one["state"] for one in states] == ["ready", "ready", "cancelled", "ready"]


async def test_a_purpose_is_needed_and_a_strange_condition_writes_nothing(
    people: People, readers: Readers
) -> None:
    head = await readers.of(people.giang)
    assert await head.look("/desk/exports/new?list=cases&number=12") == 200
    assert await head.press("/desk/exports", file="xlsx", purpose="abc") == 422
    assert "Hãy ghi mục đích" in head.page.text
    assert 'value="12"' in head.html, "its condition is kept"
    for query, status in (
        ("list=nothing", 404),
        ("list=cases&since=hom-qua", 422),
        (f"list=cases&unit={people.ho.unit.unit_id}", 404),
        (f"list=diary&unit={people.ho.unit.unit_id}", 404),
        (f"list=outgoing&unit={people.ho.unit.unit_id}", 404),
        (f"list=statistics&unit={people.ho.unit.unit_id}", 404),
        ("list=outgoing&since=2026-02-30", 422),
    ):
        assert await head.look(f"/desk/exports/new?{query}") == status, query
    assert await database.fetchval("SELECT count(*) FROM list_exports") == 0


async def test_what_a_worker_left_half_way_is_written_by_the_next_one(
    people: People, readers: Readers, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = await readers.of(people.giang)
    place = await exports.asked(head, "list=cases")
    await database.execute(
        "UPDATE list_exports SET state = 'running', done = 7, total = 9, touched_at = now() - interval '1 hour'"
    )
    await database.execute("DELETE FROM pgqueuer")  # the worker died, and its job with it
    await orders.sweep(EXPORTS)
    await exports.written(settings)
    row = await database.fetchrow("SELECT state, done, total FROM list_exports")
    assert tuple(row) == ("ready", 0, 0)
    assert await head.look(f"{place}/file") == 200

    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(running.ledger, "sealed", broken)
    place = await exports.asked(head, "list=cases")
    await exports.written(settings)
    await head.open(place)
    assert "báo người quản trị" in head.page.text
    held = await database.fetchval(
        "SELECT status::text FROM pgqueuer WHERE entrypoint = 'write_export'"
    )
    assert held == "failed", "an operator sees it"


async def test_of_two_workers_that_write_the_same_list_the_last_one_finishes_it(
    people: People, readers: Readers, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first was taken for dead; when it goes on, it neither finishes nor deletes what the second wrote."""
    head = await readers.of(people.giang)
    place = await exports.asked(head, "list=cases")
    sealed = running.ledger.sealed

    async def slow() -> tuple[int, str]:
        monkeypatch.setattr(running.ledger, "sealed", sealed)
        other = running.write(stores.current(), exports.id_of(place))
        await asyncio.create_task(other, context=contextvars.Context())
        return await sealed()

    monkeypatch.setattr(running.ledger, "sealed", slow)
    await exports.written(settings)
    row = await database.fetchrow("SELECT state, attempt FROM list_exports")
    assert tuple(row) == ("ready", 2)
    assert (await head.fetch(f"{place}/file")).status_code == 200


async def test_a_file_is_deleted_after_a_day(
    people: People, readers: Readers, settings: Settings
) -> None:
    head = await readers.of(people.giang)
    place = await exports.asked(head, "list=cases")
    await exports.written(settings)
    assert (await head.fetch(f"{place}/file")).status_code == 200
    await database.execute("UPDATE list_exports SET expires_at = now() - interval '1 second'")
    assert await head.look(f"{place}/file") == 410
    assert await orders.sweep(EXPORTS) == 1
    assert await orders.sweep(EXPORTS) == 0
    await head.open(place)
    assert "Đã quá 24 giờ" in head.page.text
    await database.execute(
        "UPDATE list_exports SET state = 'ready', expires_at = now() + interval '1 hour'"
    )
    assert await head.look(f"{place}/file") == 503, "its bytes are gone from the store"


async def test_a_file_that_a_dying_worker_put_is_deleted_when_its_asker_cancelled_it(
    people: People, readers: Readers, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = await readers.of(people.giang)
    place = await exports.asked(head, "list=cases")
    name, store = names.exported(exports.id_of(place)), stores.current().store

    async def dies(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(EXPORTS.orders, "finish", dies)
    with pytest.raises(KeyboardInterrupt):
        await running.write(stores.current(), exports.id_of(place))
    assert await store.size_of(name) > 0
    await head.open(place)
    assert await head.press("/cancel") == 200
    await exports.written(settings)  # the job comes again, and finds nothing to do
    await orders.sweep(EXPORTS)
    with later(days=2):
        await orders.sweep(EXPORTS)
        with pytest.raises(ObjectMissing):
            await store.size_of(name)
    await head.open(place)
    assert "Bạn đã dừng yêu cầu này" in head.page.text


async def test_a_list_that_grew_beyond_a_hundred_rows_is_not_given_without_a_code(
    people: People, readers: Readers, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PRACTICE B4."""
    head = await readers.of(people.giang)
    await cases_made.recorded(people)
    await a_quarter_of_an_hour_later()
    place = await exports.asked(head, "list=cases")
    monkeypatch.setattr(running, "ROWS_WITHOUT_CODE", 0)
    await exports.written(settings)
    await head.open(place)
    assert "Danh sách đã dài hơn 100 dòng từ khi yêu cầu" in head.page.text
    monkeypatch.setattr(running, "ROWS_WITHOUT_CODE", 100)
    monkeypatch.setattr(running, "MOST_ROWS", 0)
    place = await exports.asked(head, "list=cases")
    await exports.written(settings)
    await head.open(place)
    assert "Danh sách có hơn 200.000 dòng nên không xuất" in head.page.text


async def test_hostile_words_are_text_in_a_workbook_and_in_a_csv(
    people: People, readers: Readers, settings: Settings
) -> None:
    hostile = '=HYPERLINK("http://x","y")'
    for name in (hostile, "+1+1", "-2", "@SUM(A1)", "\t=1", "＝1", "Phở 5 Ngon"):
        suspect = Suspect(
            subject_id=None,
            kind=SubjectKind.HOUSEHOLD,
            name=name,
            tax_code=None,
            address="; =1+1",
        )
        await made.registered(people.an, matter=made.matter(suspects=[suspect]))
    reader = await readers.of(people.giang)
    query = "list=informations"
    book = await exports.taken(reader, settings, query)
    assert set(book.column("Bên bị phản ánh")) >= {hostile, "+1+1", "-2", "Phở 5 Ngon"}
    assert all(isinstance(one, str) for one in book.column("Bên bị phản ánh"))
    table = await exports.taken(reader, settings, query, file="csv")
    for one in table.column("Bên bị phản ánh"):
        assert str(one).startswith(("'", "Phở")), one
