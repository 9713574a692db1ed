"""Papers of plans and of information in my work: they wait for one person after another, and each is reminded."""

from datetime import timedelta

import pytest

from backend.casework.notices import reminding
from backend.core import clock, database
from backend.core.database import transaction
from backend.documents.record_papers import by_hand
from backend.documents.record_papers import service as papers
from backend.insight.my_work import service as my_work
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind
from tests.support import informations, record_papers, scans
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")


async def waits(person: Person) -> set[str]:
    async with transaction():
        found = await my_work.page(person.actor("desk"), my_work.Show.ALL, "")
    return {row.kind for row in found.rows if row.kind.startswith("record_paper")}


async def told(key: str) -> set[object]:
    rows = await database.fetch("SELECT officer_id FROM notices WHERE text_key = $1", key)
    return {row["officer_id"] for row in rows}


async def test_a_letter_waits_for_its_head_its_scan_a_second_person_and_the_clerk(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    with record_papers.owned():
        plan_id = await record_papers.plan(people.giang)
        document = await record_papers.final(plan_id, "CV", people.hai)
        assert await waits(people.giang) == {"record_paper_sign"}
        assert await waits(people.hai) == await waits(people.nga) == set()
        await record_papers.signed(document, people.giang, None)
        assert await waits(people.giang) == {"record_paper_scan"}
        await by_hand.take_scan(document, scans.pdf(), people.giang.actor("desk"))
        assert await waits(people.giang) == set()
        assert await waits(people.nga) == {"record_paper_compare", "record_paper_dispatch"}
        printed = clock.now()
        monkeypatch.setattr(clock, "now", lambda: printed + timedelta(hours=30))
        await reminding.remind()
        assert people.nga.id in await told("compare.due")
        monkeypatch.setattr(clock, "now", lambda: printed + timedelta(hours=49))
        await reminding.remind()
        assert people.nga.id in await told("compare.overdue")
        assert people.giang.id not in await told("compare.overdue"), "it is his own paper"


async def test_a_report_waits_for_who_makes_it_and_papers_about_an_officer_for_no_clerk(
    people: People,
) -> None:
    done = await informations.registered(people.an)
    async with transaction():
        actor = people.an.actor("desk")
        report, outcome = await papers.begin(RecordKind.INFORMATION, done.id, "BC", actor)
        ledger.unwrap(outcome)
        _, outcome = await papers.draft(report, record_papers.fields("BC"), actor)
        ledger.unwrap(outcome)
    view = await record_papers.seen(report, people.an)
    async with transaction():
        ledger.unwrap(await papers.finalise(report, view.fields_hash, people.an.actor("desk")))
    assert await waits(people.an) == {"record_paper_sign"}
    assert await waits(people.chi) == await waits(people.nga) == set()
    hidden = await informations.registered(people.nga, named_officers=[people.an.id])
    async with transaction():
        actor = people.giang.actor("desk")
        order, outcome = await papers.begin(RecordKind.INFORMATION, hidden.id, "CV", actor)
        ledger.unwrap(outcome)
    await database.execute(
        "UPDATE record_papers SET state = 'signed', number = '9/CV', issued_on = current_date,"
        " issued_at = now(), issued_by = $2 WHERE id = $1",
        order,
        people.giang.id,
    )
    assert await waits(people.nga) == set()
