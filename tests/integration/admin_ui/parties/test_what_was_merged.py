"""What belongs to a party that was merged is seen on the one that stays, and goes back when they are parted."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from backend.parties import merging, reading
from backend.parties.reading import PartyFilters
from schemas.core.ids import new_id
from schemas.parties import acts
from schemas.parties.acts import Point
from schemas.parties.words import LicenceKind, PlacedBy
from tests.integration.parties.test_merging import SHOP, TYPED, merged, seen, two
from tests.integration.parties.test_register_of_parties import corrected, done, registered, row
from tests.support import factories, statements
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.statements import asked as asked

pytestmark = pytest.mark.usefixtures("pool")
REGISTER = "/desk/parties/register"


def licence(days: int, number: str) -> acts.LicenceRecorded:
    return acts.LicenceRecorded(
        licence_id=new_id(),
        kind=LicenceKind.ALCOHOL,
        title=None,
        number=number,
        issuer=None,
        issued_on=None,
        valid_from=None,
        valid_to=clock.today() + timedelta(days=days),
    )


async def parted(one: UUID, other: UUID, people: People, of_other: list[UUID]) -> None:
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Hai chủ khác nhau", of_other, people.an.actor())
    ledger.unwrap(outcome)


async def warned(people: People) -> list[UUID]:
    """Whom the list of licences that end soon names."""
    async with transaction():
        found, _ = await reading.page(people.an.actor(), PartyFilters(licence="soon"))
    return [one.id for one in found]


async def test_the_page_of_who_stays_shows_what_was_recorded_under_who_went(
    people: People, readers: Readers
) -> None:
    one, other = await two(people)
    soon = licence(10, "GP-99/2020")
    await done(people.em, other, soon)
    await done(
        people.em,
        other,
        acts.PartyPlaced(
            point=Point(latitude_e7=210245000, longitude_e7=1058412000), by=PlacedBy.GIVEN
        ),
    )
    await done(people.em, other, acts.AreaOfficerSet(officer_id=people.em.id))
    renamed = msgspec.structs.replace(TYPED, name="Tạp hoá Hương Lan")
    await corrected(people.em, other, renamed, TYPED, renamed_on=clock.today())
    branch = msgspec.structs.replace(SHOP, name="Quầy thứ hai", identifiers=[], main_party_id=other)
    await registered(people.em, branch)
    desk = await readers.of(people.an)
    await desk.open(f"{REGISTER}/{one}")
    before = desk.html
    for belongs in ("GP-99/2020", "21.0245", people.em.full_name, TYPED.name, "Quầy thứ hai"):
        assert belongs not in before
    await merged(one, other, people)
    await desk.open(f"{REGISTER}/{one}")
    for belongs in ("GP-99/2020", "21.0245", people.em.full_name, TYPED.name, "Quầy thứ hai"):
        assert belongs in desk.html, belongs
    assert f"licence={soon.licence_id}" not in desk.html, "it is corrected where it was recorded"
    await parted(one, other, people, [])
    await desk.open(f"{REGISTER}/{one}")
    assert "GP-99/2020" not in desk.html


async def test_a_licence_that_ends_warns_once_of_two_that_are_one(people: People) -> None:
    one, other = await two(people)
    await done(people.em, other, licence(10, "A"))
    assert await warned(people) == [other]
    await merged(one, other, people)
    assert await warned(people) == [one]
    await done(people.an, one, licence(400, "B"))
    assert await warned(people) == [], "a later one of its kind goes on"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings
    await parted(one, other, people, [])
    assert await warned(people) == [other]
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_what_was_given_to_the_other_is_told_on_its_page_and_on_that_one_no_more(
    people: People, readers: Readers
) -> None:
    one, other = await two(people)
    await merged(one, other, people)
    subject = msgspec.structs.replace(factories.order(people.chi, []).subject, subject_id=one)
    mine, theirs = [await factories.decided(people, subject=subject) for _ in range(2)]
    numbers = {
        found["id"]: found["decision_number"]
        for found in await database.fetch("SELECT id, decision_number FROM inspections")
    }
    head = await readers.of(people.giang)
    await parted(one, other, people, [theirs.id])
    await head.open(f"{REGISTER}/{one}")
    assert numbers[mine.id] in head.html
    assert numbers[theirs.id] not in head.html
    await head.open(f"{REGISTER}/{other}")
    assert numbers[theirs.id] in head.html
    assert numbers[mine.id] not in head.html
    await merged(one, other, people)
    await head.open(f"{REGISTER}/{one}")
    for inspection in (mine, theirs):
        assert head.html.count(f"/desk/inspections/{inspection.id}") == 1


async def test_a_party_s_page_asks_the_database_twelve_times_and_is_sixty_kilobytes(
    people: People, readers: Readers, asked: list[str]
) -> None:
    one, other = await two(people)
    await done(people.em, other, licence(10, "A"))
    known = SHOP
    for note in range(60):
        after = msgspec.structs.replace(known, note=f"Ghi chú {note}")
        await corrected(people.an, one, after, known)
        known = after
    await merged(one, other, people)
    desk = await readers.of(people.an)
    asked.clear()
    await desk.open(f"{REGISTER}/{one}")
    assert len(asked) <= statements.MOST_OF_A_PAGE, "\n".join(asked)
    assert len(desk.html.encode()) <= statements.MOST_BYTES_OF_A_PAGE
    assert (await row(other))["merged_into"] == one
