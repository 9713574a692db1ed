"""What happens in records is counted once it is sealed, and both ways of answering give the same sums."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from backend.core import clock, database
from backend.core.errors import NotFound
from backend.insight.figures import counting, definitions, monthly, recounting, service, statistics
from backend.insight.queries import statistics as queries
from backend.insight.rules.asking import FINEST, Asked, Filters
from backend.ledger import sealer
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct
from schemas.insight.figures import CountedEvent
from tests.integration.casework.cases.test_life import delivered, paid
from tests.support import case_lives, cases_made
from tests.support.cases_made import today
from tests.support.people import People, Person
from tests.support.readers import Readers, readers

__all__ = ["readers"]
pytestmark = pytest.mark.usefixtures("pool")


async def counted() -> None:
    """Have everything sealed and counted, as a worker does within seconds."""
    await sealer.seal_all()
    await counting.count_all()


async def figures(who: Person, *codes: str, **wanted: Any) -> dict[str, int | None]:
    """Figures of the reader's own unit, of this month unless told otherwise."""
    unit = who.unit.unit_id
    given: dict[str, Any] = {
        "units": (unit,),
        "first": today() - timedelta(30),
        "last": today(),
    } | wanted
    found = await service.values(codes, service.Wanted(**given), who.actor("desk"))
    return found[given["units"][0]]


async def test_a_fine_is_imposed_paid_reduced_and_told_to_the_dong(people: People) -> None:
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(2_000_000), people.an)
    await counted()
    told = await figures(
        people.giang,
        "cases_detected",
        "cases_open",
        "decisions",
        "parties_individual",
        "parties_organisation",
        "fines_imposed",
        "fines_collected",
        "fines_unpaid",
        "executed",
    )
    assert told == {
        "cases_detected": 1,
        "cases_open": 0,
        "decisions": 1,
        "parties_individual": 1,
        "parties_organisation": 0,
        "fines_imposed": 5_000_000,
        "fines_collected": 2_000_000,
        "fines_unpaid": 3_000_000,
        "executed": 0,
    }
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(3_000_000), people.an)
    done = case_execution_acts.ExecutionCompleted(completed_on=today())
    await case.take(CaseAct.EXECUTION_COMPLETED, done, people.chi)
    await counted()
    told = await figures(people.giang, "fines_unpaid", "executed", "money_collected")
    assert told == {"fines_unpaid": 0, "executed": 1, "money_collected": 5_000_000}


async def test_a_case_that_waits_for_its_decision_is_open_until_then(people: People) -> None:
    case = await cases_made.due(people)
    await counted()
    assert await figures(people.giang, "cases_open", "decisions") == {
        "cases_open": 1,
        "decisions": 0,
    }
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    await counted()
    assert (await figures(people.giang, "cases_open"))["cases_open"] == 0


async def test_an_annulled_decision_counts_and_is_shown_apart(people: People) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    by = await case.cancelled(decision, ground="competence")
    annulled = case_execution_acts.DecisionAnnulled(
        document_id=decision, by=by, ground="competence", reason="Sai thẩm quyền"
    )
    await case.take(CaseAct.DECISION_ANNULLED, annulled)
    await counted()
    codes = ("decisions", "decisions_annulled", "cases_sanctioned", "fines_changed", "fines_unpaid")
    assert await figures(people.giang, *codes) == {
        "decisions": 1,
        "decisions_annulled": 1,
        "cases_sanctioned": 1,
        "fines_changed": -5_000_000,
        "fines_unpaid": 0,
    }


async def test_a_whole_life_is_counted_and_counting_anew_agrees(people: People) -> None:
    case = await cases_made.inspected(people)
    await cases_made.approve(case)
    await case_lives.whole_life(case)
    await counted()
    found = await recounting.recount()
    assert found.agrees, found
    assert found.records >= 2
    stored = await database.fetchval(
        "SELECT count(*) FROM counted_events WHERE record_id = $1", case.id
    )
    assert stored > 15
    # Counting again finds nothing to change, and a fault of the rows is told with its record and its sum.
    assert await counting.count_next() == 0
    await database.execute(
        "UPDATE counted_events SET amount = amount + 1 WHERE record_id = $1 AND amount > 0", case.id
    )
    wrong = await recounting.recount()
    assert wrong.differing == [case.id]
    assert wrong.wrong
    assert {one.meant_amount - one.stored_amount for one in wrong.wrong} <= set(range(1, 50))


async def test_once_a_month_everything_is_counted_anew_and_the_page_says_what_came_of_it(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.sanctioned(people)
    await counted()
    night = datetime(2027, 3, 1, 19, 0, tzinfo=UTC)
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: night)
        assert await monthly.recount_if_due()
        assert not await monthly.recount_if_due(), "a second worker finds it done"
        assert await monthly.differing() == 0
    await database.execute(
        "UPDATE counted_events SET amount = amount + 1 WHERE record_id = $1", case.id
    )
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: night + timedelta(31))
        assert await monthly.recount_if_due()
    assert (await monthly.differing() or 0) > 1
    head = await readers.of(people.giang)
    await head.open("/desk/statistics")
    assert "không dùng số liệu để ký báo cáo" in head.html


async def test_sums_and_events_answer_alike(people: People) -> None:
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await cases_made.due(people)
    await counted()
    head = people.giang.actor("desk")
    first = today().replace(day=1) - timedelta(40)
    for unit in {people.giang.unit.unit_id, people.an.unit.unit_id}:
        for days in (0, 3, 20, 45, 90):
            for filters in (Filters(), Filters(fields=("trade",))):
                last = first + timedelta(days)
                asked = Asked(
                    events=tuple(CountedEvent),
                    first=first,
                    last=last,
                    units=(unit,),
                    filters=filters,
                )
                lines = await statistics.answer(asked, head)
                covers = await statistics._covers(asked, head)
                cells = await queries.cells(asked, FINEST)
                ids = [one.id for one in cells]
                events = await queries.events(covers[unit].places, ids, (first, last), series=False)
                assert sum(one.counted for one in lines) == sum(one.counted for one in events)
                assert sum(one.amount for one in lines) == sum(one.amount for one in events)


async def test_nobody_asks_for_a_unit_out_of_sight(people: People) -> None:
    await counted()
    with pytest.raises(NotFound):
        await figures(people.dung, "decisions", units=(people.giang.unit.unit_id,))


def test_every_figure_is_defined_in_both_languages_and_from_events_that_are_counted() -> None:
    known = definitions.in_force(date(2026, 12, 1))
    groups = {one.id for one in definitions.groups()}
    for code, one in known.items():
        assert one.group in groups, code
        assert one.name.vi, code
        assert one.name.en, code
        assert bool(one.terms) is (one.kind != "stated"), code
