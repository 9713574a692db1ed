"""Clocks in the database: written whole, seen by those who may, soonest first, page by page."""

from datetime import datetime

import msgspec
import pytest

from backend.casework.cases import recounting
from backend.casework.cases import service as cases
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks.service import Filter
from backend.casework.queries.reading import Filters
from backend.core import clock
from backend.core.errors import Invalid, NotAllowed
from backend.law.deadlines import service
from backend.law.rules.limits import Variant
from tests.support import cases_made
from tests.support.clocks import RULES, case_of, fact, rewrite, vn
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")
NOW = vn("2026-03-12 09:00")


@pytest.fixture(autouse=True)
def thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything happens on Thursday 12 March 2026."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


async def rules(person: Person, chosen: Filter = Filter.ALL) -> list[str]:
    """The rules of what this person finds due."""
    return [
        row.clock.rule for row in (await case_clocks.due_page(person.actor("desk"), chosen)).rows
    ]


async def test_a_case_s_clocks_are_read_as_they_were_computed_and_replaced_whole(
    people: People,
) -> None:
    facts = [
        fact("violation.recorded", "2026-03-09 10:00", explanation_right=True),
        fact("exhibits.seized", "2026-03-09 11:00", seizure_id="one"),
        fact("verification.assigned", "2026-03-09 10:00", due_on="2026-03-20"),
    ]
    case = await case_of(people.an, *facts)
    assert await case_clocks.clocks_of(case) == service.clocks(facts, RULES, NOW)
    await rewrite(case, people.an, *facts[1:2])
    assert {one.rule for one in await case_clocks.clocks_of(case)} == {"D21", "D23"}
    await rewrite(case, people.an)
    assert await case_clocks.clocks_of(case) == []


async def test_who_reads_the_unit_sees_what_is_due_there_and_who_works_on_a_case_sees_it(
    people: People,
) -> None:
    await case_of(people.an, fact("violation.recorded", "2026-03-09 10:00"))
    due = ["D12", "D19"]
    for who in (people.an, people.chi, people.giang, people.hai, people.khanh):
        assert await rules(who) == due, who.username
    for who in (people.binh, people.em, people.dung, people.duyen, people.ho):
        assert await rules(who) == [], who.username
    with pytest.raises(NotAllowed):
        await rules(people.lan)


async def test_what_is_due_is_filtered_by_its_end_and_paged_without_a_gap(people: People) -> None:
    cases = [
        await case_of(people.an, fact("violation.recorded", at), party=name)
        for at, name in (
            ("2026-02-02 10:00", "Quá hạn"),  # D12 was due on Wednesday 11 February
            ("2026-03-03 10:00", "Trong ngày"),  # due at 24:00 today
            ("2026-03-05 10:00", "Trong tuần sau"),  # due on Monday 16 March
            ("2026-03-09 10:00", "Sau nữa"),
        )
    ]
    seizure = fact("exhibits.seized", "2026-03-04 10:00", decided=True)  # Friday 13 March
    await case_of(people.an, seizure, party="Trong tuần")
    actor = people.giang.actor("desk")

    async def parties(chosen: Filter) -> list[str | None]:
        return [row.party for row in (await case_clocks.due_page(actor, chosen)).rows]

    assert await parties(Filter.MISSED) == ["Quá hạn"]
    assert await parties(Filter.DAY) == ["Trong ngày"]
    assert await parties(Filter.WEEK) == ["Trong ngày", "Trong tuần"]
    whole = (await case_clocks.due_page(actor, Filter.ALL)).rows
    assert [row.clock.due_at for row in whole] == sorted(row.clock.due_at for row in whole)
    assert {row.case_id for row in whole} > set(cases)
    assert whole[0].officers == [people.an.full_name]
    cursor, found = None, []
    while True:
        page = await case_clocks.due_page(actor, Filter.ALL, cursor, limit=2)
        found += page.rows
        cursor = page.next
        if cursor is None:
            break
    assert found == whole
    with pytest.raises(Invalid):
        await case_clocks.due_page(actor, Filter.ALL, "x")


async def test_what_is_met_or_moot_or_unwatched_is_not_due(people: People) -> None:
    recorded = fact("violation.recorded", "2026-03-09 10:00", explanation_right=True)
    imposed = fact("sanction.imposed", "2026-03-11 10:00")
    delivered = fact("decision.delivered", "2026-03-11 12:00")
    await case_of(people.an, recorded, imposed, delivered)
    assert await rules(people.an) == ["D15", "D18"]


async def test_the_clocks_of_a_case_follow_each_of_its_acts(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    case = await cases_made.recorded(people)
    stored = {one.rule: one for one in await case_clocks.clocks_of(case.id)}
    assert {"D12", "D19"} <= set(stored)
    assert stored["D12"].met_at is None
    [row] = (await cases.page(case.head.actor("desk"), Filters())).rows
    assert row.next_due_at == min(
        one.due_at
        for one in stored.values()
        if one.watched and one.met_at is None and one.moot_at is None
    )


async def test_after_a_correction_every_open_case_is_counted_anew_and_nothing_else_changes(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    case = await cases_made.recorded(people)
    done: list[int] = []
    assert await recounting.recount(done.append) == (1, 0)
    before = {one.rule: one for one in await case_clocks.clocks_of(case.id)}
    newest = service.rule_sets()[-1].id
    corrected = tuple(
        msgspec.structs.replace(rule, limits=[Variant(count=12, unit="wd")])
        if rule.id == "D12"
        else rule
        for rule in service.rules_of(newest)
    )
    monkeypatch.setattr(service, "rules_of", lambda _rule_set: corrected)
    assert await recounting.recount(done.append) == (1, 1)
    after = {one.rule: one for one in await case_clocks.clocks_of(case.id)}
    assert after["D12"].due_at > before["D12"].due_at
    assert after["D19"] == before["D19"]
    assert done == [1, 1]


def test_the_test_s_day_is_a_thursday() -> None:
    assert datetime.weekday(NOW) == 3
