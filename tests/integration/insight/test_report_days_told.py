"""Reports begin by themselves, heads hear before and after their day, and the unit above hears who is late."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend import registry
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.units import service as units
from backend.insight.my_work import service as my_work
from backend.insight.reports import beginning, overview, reminding, service, views
from backend.ledger import service as ledger
from schemas.insight.report_views import ReportView
from tests.support.people import People, Person

registry.open_all()
pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]
FIRST, LAST = date(2026, 11, 15), date(2026, 12, 14)
"""A reporting month that ends on a Monday; teams are due on Thursday the 17th, departments on Sunday the 20th."""


def at(monkeypatch: pytest.MonkeyPatch, day: int, hour: int = 9) -> None:
    """Set the clock to an hour of December 2026 in Vietnam."""
    moment = datetime(2026, 12, day, hour - 7, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)


async def report_of(person: Person, code: str = "monthly") -> UUID:
    """The report of a person's unit for the month."""
    async with transaction():
        found = await service.find(code, person.unit.unit_id, FIRST, LAST, person.actor("desk"))
    assert found is not None
    return found


async def seen(report_id: UUID, person: Person) -> ReportView:
    """The report as a person sees it."""
    async with transaction():
        return await views.view(report_id, person.actor("desk"))


async def written(report_id: UUID, person: Person) -> None:
    """Write what must be written."""
    async with transaction():
        view = await views.view(report_id, person.actor("desk"))
        for one in view.texts:
            if one.required:
                outcome = await service.write_text(
                    report_id, one.part, "Thị trường ổn định.", person.actor("desk")
                )
                ledger.unwrap(outcome)


async def sent(report_id: UUID, person: Person, late: str | None = None) -> None:
    """Write and send a report."""
    await written(report_id, person)
    async with transaction():
        view = await views.view(report_id, person.actor("desk"))
        outcome = await service.send_up(report_id, view.revision, person.actor("desk"), late)
    ledger.unwrap(outcome)


async def told_since(person: Person, day: int) -> list[str]:
    """The notices about reports of the month that a person got since a day of December, the oldest first."""
    rows = await database.fetch(
        """SELECT text_key FROM notices WHERE kind = 'report' AND officer_id = $1 AND at >= $2
            AND (due_at IS NULL OR due_at > '2026-12-15') AND numbers ->> 'what' NOT LIKE '%tuần%'
        ORDER BY at, id""",
        person.id,
        datetime(2026, 12, day - 1, 17, tzinfo=UTC),
    )
    return [row["text_key"] for row in rows]


async def words_of(person: Person, key: str) -> dict[str, Any]:
    """What the last of these notices names."""
    row = await database.fetchrow(
        "SELECT numbers FROM notices WHERE officer_id = $1 AND text_key = $2 ORDER BY at DESC LIMIT 1",
        person.id,
        key,
    )
    assert row is not None
    found: dict[str, Any] = msgspec.json.decode(row["numbers"])
    return found


async def work(person: Person) -> dict[str, my_work.Row]:
    async with transaction():
        found = await my_work.page(person.actor("desk"), my_work.Show.ALL, "")
    return {row.kind: row for row in found.rows}


async def matrix(person: Person) -> overview.Overview:
    async with transaction():
        unit = next(
            one
            for one in await units.covered(person.actor("desk"))
            if one.id == person.unit.unit_id
        )
        return await overview.of_units(unit, clock.today(), person.actor("desk"))


async def test_a_report_begins_filled_when_its_period_is_over_and_once(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 14)
    await beginning.begin()
    assert not await database.fetchval("SELECT count(*) FROM reports WHERE last_day = $1", LAST)
    at(monkeypatch, 15)
    assert await beginning.begin() > 0
    assert await beginning.begin() == 0, "a second worker finds nothing to begin"
    view = await seen(await report_of(people.chi), people.chi)
    assert view.counted_through is not None
    assert (view.row.due_on, view.begun_by_name) == (date(2026, 12, 17), people.chi.full_name)
    above = await seen(await report_of(people.giang), people.giang)
    assert above.row.due_on == date(2026, 12, 21), "the 20th is a Sunday"
    row = (await work(people.chi))["report_draft"]
    assert row.due is not None
    assert row.due == datetime(2026, 12, 17, 17, tzinfo=UTC)


async def test_a_new_installation_asks_for_nothing_that_was_due_before_it(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 18)
    assert await beginning.begin() > 0, "departments have until the 21st"
    assert await beginning.begin() == 0
    of = "SELECT count(*) FROM reports WHERE unit_id = $1"
    assert await database.fetchval(of, people.chi.unit.unit_id) == 0, "teams had until the 17th"
    moment = datetime(2027, 1, 22, 2, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)
    await beginning.begin()
    assert await database.fetchval(of, people.chi.unit.unit_id) > 0, "after an outage they are"


async def test_what_was_due_before_the_system_was_used_is_late_nowhere(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 18)
    await beginning.begin()
    at(monkeypatch, 19)
    found = await matrix(people.giang)
    cells = {
        column.definition: [line.cells[place] for line in found.lines]
        for place, column in enumerate(found.columns)
    }
    for code in ("monthly", "yearly"):  # teams had until the 17th
        assert [(one.before_use, one.late) for one in cells[code] if one] == [(True, False)] * 2
    assert [one.before_use for one in found.columns] == [one == 0 for one in found.open]
    chi = people.chi.actor("desk")
    async with transaction():
        unit = (await units.covered(people.giang.actor("desk")))[0]
        told = await overview.remind(unit, "monthly", FIRST, people.giang.actor("desk"))
        report_id, outcome = await service.begin(
            "monthly", people.chi.unit.unit_id, FIRST, LAST, chi
        )
        ledger.unwrap(outcome)
        ledger.unwrap(await service.fill(report_id, chi))
    assert told == 0
    view = await seen(report_id, people.chi)
    assert (view.row.before_use, view.row.late) == (True, False)
    await reminding.remind()
    late = ("report.late", "report.late_below")
    assert not {
        *await told_since(people.chi, 18),
        *await told_since(people.giang, 18),
    }.intersection(late)
    assert (await work(people.chi))["report_draft"].due is None
    async with transaction():
        filters = views.ReportFilters(late_on=clock.today())
        listed, _ = await views.page(people.giang.actor("desk"), filters)
    assert listed == []
    await sent(report_id, people.chi)
    assert not (await seen(report_id, people.giang)).row.late
    own = await seen(await report_of(people.giang), people.giang)
    assert [(one.before_use, one.late) for one in own.below] == [(True, False)] * 2


async def test_heads_hear_once_before_the_day_and_once_after_and_the_unit_above_who_is_late(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 15, 8)
    await beginning.begin()
    await reminding.remind()
    near = ["report.near"] * 3
    assert await told_since(people.chi, 15) == near, "month, year and sanctions"
    await reminding.remind()
    assert await told_since(people.chi, 15) == near, "each once"
    at(monkeypatch, 17, 23)
    await reminding.remind()
    assert await told_since(people.chi, 15) == near, "the day counts in full"
    await sent(await report_of(people.chi), people.chi)
    at(monkeypatch, 18, 7)
    await reminding.remind()
    await reminding.remind()
    late = ["report.late"] * 2
    assert await told_since(people.chi, 18) == late, "year and sanctions; the month was sent"
    above = [one for one in await told_since(people.giang, 18) if one == "report.late_below"]
    assert len(above) == 3, "one for each kind of report names all late units"
    names = (await words_of(people.giang, "report.late_below"))["units"]["vi"]
    assert "Đội số 2 thử" in names


async def test_who_is_reminded_by_hand_hears_it_once_a_day(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 16)
    await beginning.begin()
    await sent(await report_of(people.chi), people.chi)
    found = await matrix(people.giang)
    place = next(at for at, one in enumerate(found.columns) if one.definition == "monthly")
    shown = {one.name.vi: one.cells[place] for one in found.lines}
    cells = {name: cell.shown for name, cell in shown.items() if cell is not None}
    assert cells == {"Đội số 1 thử": "sent_up", "Đội số 2 thử": "draft"}
    assert found.open[place] == 1
    async with transaction():
        unit = (await units.covered(people.giang.actor("desk")))[0]
        actor = people.giang.actor("desk")
        assert await overview.remind(unit, "monthly", FIRST, actor) == 1, "the deputy head"
        assert await overview.remind(unit, "monthly", FIRST, actor) == 0
    at(monkeypatch, 17)
    async with transaction():
        assert await overview.remind(unit, "monthly", FIRST, actor) == 1
    async with transaction():
        with pytest.raises(NotAllowed):
            await overview.remind(unit, "monthly", FIRST, people.phuc.actor("desk"))
        with pytest.raises(NotFound):
            await overview.remind(unit, "monthly", FIRST, people.ho.actor("desk"))


async def test_what_units_sent_waits_for_the_head_above_until_it_is_taken(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 16)
    await beginning.begin()
    await sent(await report_of(people.chi), people.chi)
    assert "report_sent_up" in await work(people.giang)
    own = await report_of(people.giang)
    async with transaction():
        ledger.unwrap(await service.take(own, people.giang.actor("desk")))
    assert "report_sent_up" not in await work(people.giang)


async def test_a_closed_unit_owes_what_was_done_until_then_and_no_more(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the month of its closing its report is for the unit above; later it has none."""
    at(monkeypatch, 1)
    closed = people.em.unit.unit_id
    await database.execute(
        "UPDATE officers SET unit_id = unit_2, unit_3 = NULL WHERE unit_id = $1", closed
    )
    await database.execute(
        "UPDATE units SET valid_to = '2026-12-01', successor_id = $2 WHERE id = $1",
        closed,
        people.chi.unit.unit_id,
    )
    at(monkeypatch, 15)
    await beginning.begin()
    row = await database.fetchrow(
        "SELECT last_day FROM reports WHERE unit_id = $1 AND definition = 'monthly'", closed
    )
    assert row is not None
    found = await matrix(people.giang)
    line = next(one for one in found.lines if one.unit_id == closed)
    assert line.successor is not None
    assert (line.closed_on, line.successor.vi) == (date(2026, 12, 1), "Đội số 1 thử")
    drafts = {row.kind for row in (await work(people.giang)).values()}
    assert "report_draft" in drafts
    moment = datetime(2027, 1, 15, 2, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)
    await beginning.begin()
    later = await database.fetchval(
        "SELECT count(*) FROM reports WHERE unit_id = $1 AND first_day > '2026-12-01'", closed
    )
    assert later == 0
