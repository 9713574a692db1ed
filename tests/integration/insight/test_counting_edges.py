"""Figures where they are easily wrong: closings, clocks, evidence that was held, workers at once, any portions."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from backend.core import clock
from backend.core import database as rows
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.insight.figures import counting, recounting, service
from backend.intake.informations import service as intake
from backend.ledger import sealer
from backend.ledger.service import Accepted
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, CaseState
from schemas.intake.words import Nature
from tests.support import cases_made, factories, informations, played_month
from tests.support.blind import Blind, Difference
from tests.support.cases_made import Case
from tests.support.databases import Database
from tests.support.later import at
from tests.support.people import People
from tests.support.played_month import making, without
from tests.support.played_month.closing import closed, emptied
from tests.support.three_provinces import TEAMS, Force, three_provinces

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]


@pytest.fixture(autouse=True)
def december() -> Iterator[None]:
    """The cast is of the month's first day."""
    with at("2026-12-01 08:00"):
        yield


async def differences(
    force: Force, owner_dsn: str, *periods: tuple[date, date]
) -> list[Difference]:
    """Count all, and compare with the SQL."""
    await sealer.seal_all()
    await counting.count_all()
    recounted = await recounting.recount()
    assert recounted.agrees, recounted
    blind = await Blind.ask(owner_dsn, clock.today())
    try:
        actor = force.people.khanh.actor("desk")
        return await blind.differences(actor, played_month.ids(force), periods)
    finally:
        await blind.close()


async def test_a_closing_that_waits_to_be_counted_is_no_difference_to_the_ledger(
    people: People, database: Database
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    with at("2026-12-21 10:00"):
        await making.sanctioned(force["4802"], making.person(1))
        await sealer.seal_all()
        await counting.count_all()
    await emptied(database.owner_dsn, force.unit("4802"), to=force.units["00"])
    with at("2026-12-27 10:00"):
        await closed(force, "4802", date(2026, 12, 20), "4801")
        assert (await recounting.recount()).agrees, "nothing of it is counted yet"
        await sealer.seal_all()
        assert (await recounting.recount()).agrees, "nor by being sealed"
        month = (date(2026, 12, 1), date(2026, 12, 31))
        assert await differences(force, database.owner_dsn, month) == []


async def test_a_tip_that_turns_out_to_denounce_counts_in_the_register_where_it_stands(
    people: People,
) -> None:
    day = date(2026, 12, 16)
    with at("2026-12-16 10:00"):
        tip = await informations.registered(people.an)
        await sealer.seal_all()
        await counting.count_all()
        assert await figure(people, "informations", day, day) == 1
        async with transaction():
            outcome = await intake.classify(
                tip.id,
                Nature.DENUNCIATION,
                "Là tố cáo một công chức",
                people.chi.actor("desk"),
                named_officers=[people.binh.id],
            )
        assert isinstance(outcome, Accepted), outcome
        assert (await recounting.recount()).agrees, "it waits to be counted"
        await sealer.seal_all()
        await counting.count_all()
        assert (await recounting.recount()).agrees
        assert await figure(people, "informations", day, day) == 0
        assert await figure(people, "denunciations", day, day) == 1


async def test_a_chain_of_closings_entered_in_any_order_is_read_alike(
    people: People, database: Database
) -> None:
    """4602 goes to 4601, that to 4801 of another province, as of an earlier day than it got the first."""
    force = await three_provinces(people, database.owner_dsn)
    paid = []
    for day, code in ((3, "4602"), (10, "4601"), (17, "4602"), (19, "4601")):
        with at(f"2026-12-{day:02d} 23:59"):
            case = await making.sanctioned(force[code], making.person(day))
            await making.deliver(case)
            await making.due(force[code], making.person(100 + day))
            paid.append(case)
    with at("2026-12-20 10:00"):
        waiting = await making.due(force["0103"], making.person(1))
    with at("2026-12-22 23:59"):
        for case in paid:
            await making.pay(case, 1_000_000)
    gone = (force.unit(code) for code in ("4602", "4601", "0103"))
    await emptied(database.owner_dsn, *gone, to=force.units["00"])
    weeks = [(date(2026, 12, day), date(2026, 12, day + 6)) for day in (1, 8, 14, 15, 20)]
    with at("2026-12-23 10:00"):
        await closed(force, "4602", date(2026, 12, 18), "4601")
        assert await differences(force, database.owner_dsn, *weeks) == []
        await closed(force, "4601", date(2026, 12, 15), "4801")
        assert await differences(force, database.owner_dsn, *weeks) == []
        # A closing of a day to come: units of today are as they were until then.
        await closed(force, "0103", date(2027, 2, 1), "0102")
        assert await differences(force, database.owner_dsn, *weeks) == []
    with at("2026-12-29 23:59"):
        await waiting.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(waiting))
    with at("2027-02-01 00:01"):
        assert await differences(force, database.owner_dsn, *weeks) == []


async def test_an_announcement_counts_on_the_day_that_the_law_reckons(people: People) -> None:
    """A phone whose clock is two years behind says so, or its anchor and the receipt do."""
    with at("2026-12-16 10:00"):
        work = await factories.decided(people)
        decision = await rows.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
        behind = {"made_at": "2024-12-16T03:00:00Z", "clock_off_s": 730 * 86_400}
        await work.act("inspection.opened", {"decision_id": str(decision)}, **behind)
        outcome = await work.act("inspection.announced", {"place": None}, **behind)
        assert isinstance(outcome, Accepted), outcome
        await sealer.seal_all()
        await counting.count_all()
        day = date(2026, 12, 16)
        assert await figure(people, "inspections", day, day) == 1


async def figure(people: People, code: str, first: date, last: date) -> int | None:
    """A figure of the whole force."""
    nation = people.units["00"].unit_id
    wanted = service.Wanted(units=(nation,), first=first, last=last)
    return (await service.values([code], wanted, people.khanh.actor("desk")))[nation][code]


async def test_minutes_that_were_held_and_admitted_tell_the_violation(people: People) -> None:
    with at("2026-12-16 10:00"):
        work = await factories.announced(people)
        device = UUID(str(work.pen.log[-1]["device_id"]))
        await rows.execute("UPDATE devices SET revoked_at = now() WHERE id = $1", device)
        await factories.write_text(work)
        await rows.execute("UPDATE devices SET revoked_at = NULL WHERE id = $1", device)
        async with transaction():
            outcome = await inspections.admit(
                work.id, UUID(work.minutes), "Đã đối chiếu", people.giang.actor("desk")
            )
        assert isinstance(outcome, Accepted), outcome
        await factories.sign_text(work)
        outcome = await factories.submit(work)
        assert isinstance(outcome, Accepted), outcome
        await sealer.seal_all()
        await counting.count_all()
        found = await rows.fetchval(
            "SELECT f.detail FROM counted_events c JOIN figure_cells f ON f.id = c.cell_id"
            " WHERE c.record_id = $1 AND f.event = 'inspections_ended'",
            work.id,
        )
        plain = await factories.submitted(people)
        await sealer.seal_all()
        await counting.count_all()
        usual = await rows.fetchval(
            "SELECT f.detail FROM counted_events c JOIN figure_cells f ON f.id = c.cell_id"
            " WHERE c.record_id = $1 AND f.event = 'inspections_ended'",
            plain.id,
        )
        assert found == usual


async def test_a_fine_that_is_amended_below_its_reduction_is_none_and_no_debt_of_the_force(
    people: People, database: Database
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    with at("2026-12-10 10:00"):
        case = await making.sanctioned(force["0101"], making.person(1))
        await making.deliver(case)
        said = {"amount": 4_900_000, "remaining": 100_000}
        paper = await case.following("MQĐ04", case.papers["MQĐ02"], **said)
        less = case_execution_acts.FineReduced(
            document_id=paper, by=4_900_000, reason="Khó khăn", despite="Thiên tai"
        )
        await case.take(CaseAct.FINE_REDUCED, less)
        await Life(force, 1).amend(case, 4_000_000)
        assert (await case.facts()).fine == 0
        day = (date(2026, 12, 10), date(2026, 12, 10))
        assert await differences(force, database.owner_dsn, day) == []
        assert await figure(people, "fines_unpaid", *day) == 0
        assert await figure(people, "fines_changed", *day) == -5_000_000


async def test_workers_that_count_at_once_count_each_thing_once(people: People) -> None:
    for number in range(3):
        await making.sanctioned(people, making.person(number))
    await sealer.seal_all()
    await asyncio.gather(*(counting.count_all() for _ in range(4)), recounting.recount())
    while await counting.count_next():
        pass
    found = await recounting.recount()
    assert (found.agrees, found.records) == (True, 6)
    assert await figure(people, "decisions", date(2026, 12, 1), date(2026, 12, 1)) == 3


async def test_sums_beyond_what_a_browser_counts_exactly_are_exact(people: People) -> None:
    """2^53 + 1 đồng, from a team's sum, from the force's days and from the events of a department's days."""
    with at("2026-12-10 10:00"):
        await making.sanctioned(people, making.person(1))
        await sealer.seal_all()
        await counting.count_all()
        much = 2**53 + 1
        more = much - 5_000_000
        for table, also in (
            ("counted_events", ""),
            ("figure_rollups", "AND r.cell_id IN (SELECT id FROM figure_cells) "),
        ):
            await rows.execute(
                f"UPDATE {table} r SET amount = amount + $1 FROM figure_cells f"
                f" WHERE f.id = r.cell_id AND f.event = 'decisions_issued' {also}",
                more,
            )
        assert (await recounting.recount()).wrong == []
        days = ((date(2026, 12, 1), date(2026, 12, 31)), (date(2026, 12, 10), date(2026, 12, 10)))
        for unit in ("00", "01", "0101"):
            asked = people.units[unit].unit_id
            for first, last in days:
                wanted = service.Wanted(units=(asked,), first=first, last=last)
                codes = ("fines_imposed", "fines_unpaid")
                found = await service.values(codes, wanted, people.khanh.actor("desk"))
                assert found[asked] == {"fines_imposed": much, "fines_unpaid": much}


class Life:
    """Cases that live at random: each move is one that a case's state allows, mostly."""

    def __init__(self, force: Force, seed: int) -> None:
        self.force, self.draw = force, random.Random(seed)
        self.cases: list[Case] = []
        self.number = 0

    async def move(self) -> None:
        """Begin a case, or let one go on."""
        if len(self.cases) < 3 or self.draw.random() < 0.25:
            self.number += 1
            who = making.person(self.draw.randrange(6) if self.number > 6 else self.number)
            case = await making.due(self.force[self.draw.choice(TEAMS)], who)
            self.cases.append(case)
            return
        case = self.draw.choice(self.cases)
        facts = await case.facts()
        moves = _MOVES.get(facts.state)
        if not moves:
            self.cases.remove(case)  # it has come to its end
        else:
            await self.draw.choice(moves)(self, case)

    async def decide(self, case: Case) -> None:
        case.papers.pop("MQĐ02", None)
        content = await cases_made.imposed(case, twice="Hành vi khác")
        await case.take(CaseAct.SANCTION_IMPOSED, content)

    async def decline(self, case: Case) -> None:
        report = await case.paper("BC", case.people.an)
        content = case_acts.SanctionDeclined(reason="Không đủ", document_id=report, why="other")
        await case.take(CaseAct.SANCTION_DECLINED, content)

    async def deliver(self, case: Case) -> None:
        await making.deliver(case)

    async def pay(self, case: Case) -> None:
        facts = await case.facts()
        left = facts.fine - facts.paid
        if left > 0:
            on = clock.today() - timedelta(self.draw.randrange(2))
            assert facts.sanction
            paid_on = max(on, facts.sanction.decided_on)
            await making.pay(case, self.draw.randint(1, left), paid_on=paid_on)

    async def amend(self, case: Case, to: int | None = None) -> None:
        decision = case.papers["MQĐ02"]
        total = to or self.draw.randrange(4_000_000, 6_000_001, 50_000)
        by = await case.change("MQĐ38", decision, total_fine=total)
        await case.act(
            CaseAct.DOCUMENT_AMENDED,
            case_side_acts.DocumentAmended(
                document_id=decision, by=by, reason="Sửa", total=total, with_effects=True
            ),
        )

    async def reduce(self, case: Case) -> None:
        facts = await case.facts()
        left = facts.fine - facts.paid
        if left < 2:
            return
        less = self.draw.randint(1, left - 1)
        said = {"amount": less, "remaining": left - less}
        paper = await case.following("MQĐ04", case.papers["MQĐ02"], **said)
        content = case_execution_acts.FineReduced(
            document_id=paper, by=less, reason="Khó khăn", despite="Thiên tai"
        )
        await case.act(CaseAct.FINE_REDUCED, content)

    async def annul(self, case: Case) -> None:
        decision = case.papers["MQĐ02"]
        by = await case.cancelled(decision, ground="competence")
        content = case_execution_acts.DecisionAnnulled(
            document_id=decision, by=by, ground="competence", reason="Sai thẩm quyền"
        )
        await case.take(CaseAct.DECISION_ANNULLED, content)

    async def due_again(self, case: Case) -> None:
        paper = await case.paper("MBB05", case.people.an)
        content = case_execution_acts.DecisionDueAgain(document_id=paper, recorded_at=clock.now())
        await case.take(CaseAct.DECISION_DUE_AGAIN, content)


Move = Callable[[Life, Case], Awaitable[None]]
_RUNNING: tuple[Move, ...] = (*[Life.pay] * 4, Life.amend, Life.reduce, Life.annul)
_MOVES: dict[CaseState, tuple[Move, ...]] = {
    CaseState.DECISION_DUE: (*[Life.decide] * 5, Life.decline),
    CaseState.SANCTIONED: (Life.deliver, Life.deliver, Life.amend, Life.annul),
    CaseState.DELIVERED: _RUNNING,
    CaseState.EXECUTING: _RUNNING,
    CaseState.ANNULLED: (Life.due_again,),
}


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_what_is_counted_in_any_portions_is_what_counting_anew_gives(
    people: People, database: Database, seed: int
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    life = Life(force, seed)
    moment = datetime(2026, 12, 8, 1, tzinfo=UTC)
    for _ in range(60):
        moment += timedelta(hours=life.draw.randrange(1, 16))
        with at(moment.strftime("%Y-%m-%d %H:%M")):
            await life.move()
            if life.draw.random() < 0.5:
                await sealer.seal_all()
            if life.draw.random() < 0.5:
                await counting.count_next(life.draw.randrange(1, 40))
    with at((moment + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")):
        month, first = (
            (date(2026, 12, 1), date(2026, 12, 31)),
            (date(2026, 12, 1), date(2026, 12, 14)),
        )
        week = (date(2026, 12, 17), date(2026, 12, 23))
        assert await differences(force, database.owner_dsn, month, first, week) == []


async def test_a_fine_whose_time_is_over_is_owed_no_more_and_what_was_paid_before_had_not_lapsed(
    people: People, database: Database
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    await without.a_lapse(force)
    with at("2028-01-05 08:00"):
        month, before = (
            (date(2027, 12, 1), date(2027, 12, 31)),
            (date(2027, 12, 1), date(2027, 12, 8)),
        )
        year = (date(2026, 12, 1), date(2027, 12, 31))
        assert await differences(force, database.owner_dsn, month, before, year) == []
        unit, actor = force.unit("4601"), force.people.khanh.actor("desk")

        async def told(days: tuple[date, date]) -> tuple[int | None, int | None]:
            wanted = service.Wanted(units=(unit,), first=days[0], last=days[1])
            found = (await service.values(["fines_unpaid", "fines_lapsed"], wanted, actor))[unit]
            return found["fines_unpaid"], found["fines_lapsed"]

        assert await told(before) == (2_000_000, 0)  # of 5 million, 2 and 1 were paid by then
        assert await told(month) == (0, 2_000_000)
