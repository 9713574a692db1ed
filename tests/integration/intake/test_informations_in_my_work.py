"""What of informations waits for whom."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.my_work import service as my_work
from backend.intake.informations import reminding
from backend.law.rules.counting import end_of
from schemas.casework.words import InformationSource
from schemas.intake import acts
from schemas.intake.words import Result
from tests.support import informations as made
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def work(person: Person) -> dict[str, my_work.Row]:
    async with transaction():
        found = await my_work.page(person.actor("desk"), my_work.Show.ALL, "")
    return {row.kind: row for row in found.rows}


async def test_an_information_waits_for_its_head_then_for_who_verifies_then_for_the_head_again(
    people: People,
) -> None:
    done = await made.registered(people.an)
    assert set(await work(people.an)) == {"information_report"}
    assert set(await work(people.chi)) == {"information"}
    assert "information" not in await work(people.giang), "the team's own head decides"
    verifiers = [acts.Verifier(officer_id=people.binh.id, full_name="Bình")]
    due = clock.today() + timedelta(days=5)
    assigned = acts.Assigned(officers=verifiers, due_on=due, instructions="", document_id=None)
    await made.did(people.chi, done.id, assigned)
    assert "information" not in await work(people.chi)
    assert "information_verify" in await work(people.binh)
    report = acts.Verified(result=Result.NO_VIOLATION, report="Không có hàng.", document_id=None)
    await made.did(people.binh, done.id, report)
    assert set(await work(people.chi)) == {"information", "information_tell"}
    reported = acts.Reported(document_id=None, number=None, reported_on=clock.today())
    await made.did(people.an, done.id, reported)
    row = (await work(people.an))["information_tell"]
    assert row.due is not None
    assert row.why is not None
    assert "Art 10" in row.why.en


async def test_a_tip_about_an_officer_waits_for_the_head_above_alone(people: People) -> None:
    await made.registered(people.binh, named_officers=[people.an.id])
    assert "information" in await work(people.giang)
    for person in (people.an, people.binh, people.chi, people.cuc):
        assert not {one for one in await work(person) if one.startswith("information")}
    await made.registered(people.nga, named_officers=[people.oanh.id])
    assert "information" in await work(people.khanh)


async def told(key: str) -> set[UUID]:
    rows = await database.fetch(
        "SELECT officer_id FROM notices WHERE text_key = $1 AND settled_at IS NULL", key
    )
    return {row["officer_id"] for row in rows}


async def test_who_verifies_hears_once_that_the_term_is_near_and_the_head_too_that_it_is_over(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Circular 27/2020 Art 9.2: by the day that the head set."""
    done = await made.registered(people.binh, source=InformationSource.OFFICER)
    today = clock.today()
    an = acts.Verifier(officer_id=people.an.id, full_name="An")
    due = today + timedelta(days=3)
    assigned = acts.Assigned(officers=[an], due_on=due, instructions="", document_id=None)
    await made.did(people.chi, done.id, assigned)
    assert await reminding.remind() == 0
    end = end_of(due)
    monkeypatch.setattr(clock, "now", lambda: end - timedelta(hours=10))
    assert await reminding.remind() == 1
    assert await reminding.remind() == 0
    assert await told("information.near") == {people.an.id}
    monkeypatch.setattr(clock, "now", lambda: end + timedelta(hours=1))
    assert await reminding.remind() == 2
    assert await told("information.late") == {people.an.id, people.chi.id}
    report = acts.Verified(result=Result.VIOLATION, report="Có hàng.", document_id=None)
    await made.did(people.an, done.id, report)
    assert await told("information.near") | await told("information.late") == set()
    assert await reminding.remind() == 0


async def test_what_a_team_has_that_nobody_heads_waits_for_the_head_of_its_department(
    people: People,
) -> None:
    """em's team has no post of a head on record."""
    await made.registered(people.em)
    assert "information" in await work(people.giang)
    assert "information" not in await work(people.hai), "the deputy does not head it"
    assert "information" not in await work(people.em)
