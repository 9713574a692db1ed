"""What belongs to a party that was merged is seen on the one that stays, and goes back when they are parted."""

import re
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from backend.parties import merging, reading, recording
from backend.parties.reading import PartyFilters
from schemas.core.ids import new_id
from schemas.parties import acts
from schemas.parties.acts import Point
from schemas.parties.words import ClosedWhy, LicenceEnd, LicenceKind, PlacedBy
from tests.integration.parties.test_merging import SHOP, TYPED, code_of, merged, seen, two
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


async def verified() -> None:
    """Verification finds nothing."""
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


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
    assert f"licence={soon.licence_id}" in desk.html, "it is corrected from here"
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
    await verified()
    await parted(one, other, people, [])
    assert await warned(people) == [other]
    await verified()


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


async def test_a_licence_of_who_went_is_corrected_and_ended_from_the_page_of_who_stays(
    people: People, readers: Readers
) -> None:
    one, other = await two(people)
    await done(people.em, other, licence(10, "GP-99/2020"))
    await merged(one, other, people)
    desk = await readers.of(people.an)
    await desk.open(f"{REGISTER}/{one}")
    [correct] = re.findall(
        rf'href="({REGISTER}/{one}/acts/licence\?licence=[0-9a-f-]+)"', desk.html
    )
    await desk.open(correct)
    assert f"ghi ở dòng «{TYPED.name}»" in desk.html
    later = clock.today() + timedelta(days=400)
    assert await desk.press("/acts/licence", None, valid_to=later.isoformat()) == 200
    assert "Đã ghi giấy phép" in desk.html
    assert await warned(people) == [], "the term of the licence is a later one"
    row_of = "SELECT party_id, valid_to, ended_on FROM party_licences"
    [kept] = await database.fetch(row_of)
    assert (kept["party_id"], kept["valid_to"]) == (other, later)
    [end] = re.findall(
        rf'href="({REGISTER}/{one}/acts/licence-end\?licence=[0-9a-f-]+)"', desk.html
    )
    await desk.open(end)
    form = {"why": "revoked", "reason": "Quyết định thu hồi 12", "sure": "yes"}
    assert await desk.press("/acts/licence-end", None, **form) == 200
    assert desk.html.count(f"ghi ở dòng đã gộp «{TYPED.name}»") >= 2, "the licence, and its acts"
    told = await database.fetch(
        "SELECT record_id, act::jsonb #>> '{content,one_with}' AS page FROM ledger_entries"
        " WHERE act_type IN ('party.licence_recorded', 'party.licence_ended') ORDER BY entry_id"
    )
    assert [(row["record_id"], row["page"]) for row in told] == [
        (other, None),
        (other, str(one)),
        (other, str(one)),
    ]
    await verified()
    await parted(one, other, people, [])
    await desk.open(f"{REGISTER}/{one}")
    assert "GP-99/2020" not in desk.html
    await desk.open(f"{REGISTER}/{other}")
    assert "Quyết định thu hồi 12" in desk.html, "each has its own, as it stands by now"
    await verified()


async def test_a_licence_of_an_entry_of_another_department_is_ended_by_who_keeps_the_party(
    people: People, readers: Readers
) -> None:
    """The nation's office merged two departments' entries: whoever keeps the one that stays keeps what it holds."""
    one, other = await two(people)
    said = licence(10, "GP-99/2020")
    await done(people.em, other, said)
    await merged(one, other, people)
    there = people.ho.unit
    await database.execute(
        "UPDATE subjects SET unit_id = $2, unit_1 = $3, unit_2 = $4, unit_3 = $5, unit_4 = NULL WHERE id = $1",
        *(other, there.unit_id, there.unit_1, there.unit_2, there.unit_3),
    )
    form = {"why": "revoked", "reason": "Quyết định thu hồi 12", "sure": "yes"}
    end = f"{REGISTER}/{one}/acts/licence-end?licence={said.licence_id}"
    desk = await readers.of(people.an)
    await desk.open(end)
    assert await desk.press("/acts/licence-end", None, **form) == 200
    ended = "SELECT ended_on FROM party_licences WHERE id = $1"
    assert await database.fetchval(ended, said.licence_id) == clock.today()
    stranger = acts.LicenceEnded(
        licence_id=said.licence_id,
        void_from=clock.today(),
        why=LicenceEnd.REVOKED,
        reason="Thu hồi",
        one_with=one,
    )
    async with transaction():
        outcome = await recording.act(other, stranger, people.ho.actor())
    assert code_of(outcome) == "party_not_yours", (
        "the entry was theirs; the party that stays is not"
    )


async def test_a_licence_is_not_ended_from_a_page_on_which_it_no_longer_is(
    people: People, readers: Readers
) -> None:
    """The form was opened while the two were one; somebody parted them meanwhile."""
    one, other = await two(people)
    said = licence(10, "GP-99/2020")
    await done(people.em, other, said)
    await merged(one, other, people)
    ended = acts.LicenceEnded(
        licence_id=said.licence_id,
        void_from=clock.today(),
        why=LicenceEnd.REVOKED,
        reason="Thu hồi",
        one_with=one,
    )
    desk = await readers.of(people.an)
    await desk.open(f"{REGISTER}/{one}/acts/licence?licence={said.licence_id}")
    await parted(one, other, people, [])
    assert await desk.press("/acts/licence", None, number="GP-100/2020") == 409
    assert "Không có giấy phép này" in desk.html
    async with transaction():
        outcome = await recording.act(other, ended, people.an.actor())
    assert code_of(outcome) == "party_licence_elsewhere"


async def test_nothing_but_its_licences_is_recorded_under_a_merged_entry(people: People) -> None:
    one, other = await two(people)
    await done(people.em, one, licence(20, "A"))
    own = licence(10, "B")
    await done(people.em, other, own)
    await merged(one, other, people)
    placed = acts.PartyPlaced(
        point=Point(latitude_e7=210245000, longitude_e7=1058412000), by=PlacedBy.GIVEN
    )
    new = msgspec.structs.replace(licence(30, "C"), one_with=one)
    for content in (placed, new, own):
        async with transaction():
            outcome = await recording.act(other, content, people.an.actor())
        assert code_of(outcome) == "party_merged"


async def test_a_licence_goes_with_its_entry_also_where_two_merges_follow_each_other(
    people: People,
) -> None:
    """C was merged into B and B into A; then B is parted from A, and warns of what was corrected meanwhile."""
    one, middle = await two(people)
    last = await registered(people.an, msgspec.structs.replace(SHOP, name="Quầy cuối phố"))
    said = licence(10, "GP-1")
    await done(people.an, last, said)
    await merged(middle, last, people)
    await merged(one, middle, people)
    longer = msgspec.structs.replace(said, valid_to=clock.today() + timedelta(days=20))
    async with transaction():
        outcome = await recording.licence(one, longer, people.an.actor())
    ledger.unwrap(outcome)
    for party in (one, middle, last):
        assert (await row(party))["licence_until"] == longer.valid_to
    await parted(one, middle, people, [])
    assert await warned(people) == [middle]
    await verified()


async def test_the_page_says_how_many_acts_there_are_and_leads_to_all_of_them(
    people: People, readers: Readers
) -> None:
    one, other = await two(people)
    known = SHOP
    for note in range(55):
        after = msgspec.structs.replace(known, note=f"Ghi chú {note}")
        await corrected(people.an, one, after, known, reason=f"lần {note}.")
        known = after
    closed = acts.PartyClosed(closed_on=clock.today(), why=ClosedWhy.CEASED, reason="Trả mặt bằng")
    await done(people.em, other, closed)
    await merged(one, other, people)
    desk = await readers.of(people.an)
    await desk.open(f"{REGISTER}/{one}")
    assert "50 lần ghi mới nhất trong 60" in desk.html
    assert re.search(rf"{TYPED.name}</a>[^/]{{1,60}}Đã ngừng hoạt động", desk.html)
    assert "lần 0." not in desk.html
    await desk.open(f"{REGISTER}/{one}/history")
    assert "60 lần ghi" in desk.html
    [older] = re.findall(rf'href="({REGISTER}/{one}/history\?after=[^"]+)"', desk.html)
    await desk.open(older)
    assert "lần 0." in desk.html
    assert "lần 54." not in desk.html
    assert await desk.look(f"{REGISTER}/{one}/history?after=x") == 422
