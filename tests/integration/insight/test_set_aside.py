"""A record that cannot be counted holds up no other, is named to operators, and is counted once it can be."""

from collections.abc import Iterable
from typing import Any

import pytest

from backend.core import clock, database
from backend.insight.figures import counting, recounting, service
from backend.insight.figures.service import Wanted
from backend.ledger import sealer
from backend.ledger.rules.entries import RecordedAct
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from tests.support.later import later
from tests.support.people import People
from tests.support.played_month.making import person, sanctioned

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_record_that_cannot_be_counted_holds_up_no_other_and_is_tried_again(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = await sanctioned(people, person(1))
    good = await sanctioned(people, person(2))
    opening = (await hostile.facts()).events[0].act_id
    real = counting._COUNTERS[RecordKind.CASE]

    def failing(acts: Iterable[RecordedAct]) -> Any:
        told = list(acts)
        if told[0].act_id == opening:
            raise ValueError("Nguyễn Văn A, 001099012345")
        return real(told)

    monkeypatch.setitem(counting._COUNTERS, RecordKind.CASE, failing)
    await sealer.seal_all()
    await counting.count_all()
    today = clock.today()
    wanted = Wanted(units=(people.giang.unit.unit_id,), first=today, last=today)

    async def decisions() -> int | None:
        found = await service.values(["decisions"], wanted, people.giang.actor("desk"))
        return found[wanted.units[0]]["decisions"]

    known = await service.counted_until()
    assert (await decisions(), known.set_aside) == (1, 1)
    assert await counting.waiting_acts() == 0
    found = await recounting.recount()
    assert found.differing == [hostile.id]
    assert good.id not in found.differing

    monkeypatch.setitem(counting._COUNTERS, RecordKind.CASE, real)
    await counting.count_all()
    assert await decisions() == 1, "it is tried again each hour, not each round"
    with later(hours=2):
        await counting.count_all()
    known = await service.counted_until()
    assert (await decisions(), known.set_aside) == (2, 0)
    assert (await recounting.recount()).agrees


async def test_the_name_of_a_fault_says_nothing_of_the_record() -> None:
    try:
        raise ValueError("Nguyễn Văn A, 001099012345")
    except ValueError as fault:
        told = counting._name_of(fault)
    assert told.startswith("ValueError in test_the_name")
    assert "Nguyễn" not in told


@pytest.mark.parametrize("portion", [1, 200_000])
async def test_what_was_counted_of_a_record_that_does_not_exist_is_found_in_any_portion(
    people: People, monkeypatch: pytest.MonkeyPatch, portion: int
) -> None:
    await sanctioned(people, person(1))
    await sealer.seal_all()
    await counting.count_all()
    strangers = sorted(new_id() for _ in range(3))
    for one in strangers:
        await database.execute(
            "INSERT INTO counted_events SELECT $1, entry, ordinal, cell_id, place_id, happened_on, entered_on,"
            " annulled_on, counted, amount, party FROM counted_events ORDER BY entry, ordinal LIMIT 1",
            one,
        )
    monkeypatch.setattr(recounting, "_EVENTS", portion)
    found = await recounting.recount()
    assert found.differing == strangers
    assert found.wrong, "and the sums say so too"
