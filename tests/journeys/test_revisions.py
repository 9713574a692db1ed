"""Approval binds to content: what was seen is what is approved, and nothing else ever is."""

import asyncio
from uuid import UUID

import msgspec

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted, Outcome, Refused
from deploy.demo import contents
from schemas.core.vocabulary import Role
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.support import factories
from tests.support.assertions import accepted, refused
from tests.support.factories import Work
from tests.support.people import People, Person
from tests.support.phone import Phones


async def approve(work: Work, person: Person, revision: str | None = None) -> Outcome:
    async with transaction():
        return await inspections.approve(work.id, revision or work.revision, person.actor())


def is_refused(outcome: Outcome, code: str) -> Refused:
    assert isinstance(outcome, Refused), outcome
    assert outcome.code == code
    assert outcome.text.vi
    assert outcome.text.en
    return outcome


async def test_a_submission_whose_revision_is_not_its_hash_is_refused(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people)
    await factories.write_minutes(work)
    phone = await phones.of(people.an)
    right = contents.submission(work.minutes, [], work.signatures, work.places)
    phone.write(str(work.id), "inspection.submitted", right | {"revision": "0" * 64})
    phone.write(str(work.id), "inspection.submitted", right)
    wrong, good = await phone.send()
    refused(wrong, "revision_wrong")
    accepted([good])


async def test_a_submission_without_the_leader_s_signature_is_refused(
    people: People, app: object
) -> None:
    work = await factories.announced(people)
    await factories.write_minutes(work)
    work.signatures = work.signatures[1:]
    is_refused(await factories.submit(work), "leader_not_signed")


async def test_new_minutes_are_unsigned_until_signed_again(people: People, app: object) -> None:
    work = await factories.announced(people)
    await factories.write_minutes(work)
    old = work.signatures
    await factories.write_minutes(work, team_opinion="Sửa lại nhận xét.")
    work.signatures = old
    is_refused(await factories.submit(work), "signatures_of_other_minutes")


async def test_approval_waits_until_all_announced_bytes_are_stored(
    phones: Phones, people: People
) -> None:
    work = await factories.submitted(people, photos=2)
    refusal = is_refused(await approve(work, people.giang), "bytes_missing")
    assert refusal.detail["missing"] == 2
    phone = await phones.of(people.an)
    for picture in work.pictures:
        await phone.upload(picture.photo_id, picture.data, "image/jpeg", str(work.id))
    for picture in work.pictures:
        await phone.wait_for_bytes(picture.photo_id, picture.data)
    assert isinstance(await approve(work, people.giang), Accepted)


async def test_another_revision_than_the_submitted_one_is_not_approved(
    people: People, app: object
) -> None:
    work = await factories.submitted(people)
    is_refused(await approve(work, people.giang, "f" * 64), "revision_other")


async def test_new_minutes_void_an_approval_only_when_a_supervisor_admits_them(
    phones: Phones, people: People
) -> None:
    work = await factories.submitted(people)
    assert isinstance(await approve(work, people.giang), Accepted)
    await factories.write_minutes(work, team_opinion="Bổ sung sau khi duyệt.")
    phone = await phones.of(people.an)
    view = await phone.inspection(str(work.id))
    assert (view["state"], view["approvals"][0]["void_since"]) == ("approved", None)
    is_refused(await factories.submit(work), "minutes_not_in_force")
    async with transaction():
        admitted = await inspections.admit(
            work.id, UUID(work.minutes), "Đoàn ghi đúng, duyệt lại", people.giang.actor("desk")
        )
    assert isinstance(admitted, Accepted), admitted
    view = await phone.inspection(str(work.id))
    assert (view["state"], view["minutes"]["id"]) == ("revising", work.minutes)
    [approval] = view["approvals"]
    assert approval["void_since"] is not None
    is_refused(await approve(work, people.giang), "revision_stale")
    assert isinstance(await factories.submit(work), Accepted)


async def test_a_new_submission_voids_an_approval_and_waits_again(
    phones: Phones, people: People
) -> None:
    work = await factories.submitted(people)
    first = work.revision
    assert isinstance(await approve(work, people.giang), Accepted)
    await work.act("place.fixed", contents.place(210285110, 1058542300))
    work.places.append(work.pen.log[-1]["id"])
    assert isinstance(await factories.submit(work), Accepted)
    assert work.revision != first
    view = await (await phones.of(people.an)).inspection(str(work.id))
    assert view["state"] == "submitted"
    assert view["approvals"][0]["void_since"] is not None
    is_refused(await approve(work, people.giang, first), "revision_other")
    assert isinstance(await approve(work, people.giang), Accepted)


async def test_late_evidence_joins_as_an_addendum_and_voids_nothing(
    phones: Phones, people: People
) -> None:
    work = await factories.submitted(people)
    assert isinstance(await approve(work, people.giang), Accepted)
    await factories.take_photo(work, caption="Tìm thấy sau")
    view = await (await phones.of(people.an)).inspection(str(work.id))
    assert view["state"] == "approved"
    assert view["approvals"][0]["void_since"] is None
    assert [photo["addendum"] for photo in view["photos"]] == [True]


async def test_a_member_of_the_team_never_approves_his_own_work(
    people: People, app: object
) -> None:
    work = await factories.submitted(people)
    as_supervisor = msgspec.structs.replace(
        people.an.actor(), roles=frozenset({Role.SUPERVISOR}), unit=people.units["01"]
    )
    async with transaction():
        outcome = await inspections.approve(work.id, work.revision, as_supervisor)
    is_refused(outcome, "own_work")


async def test_of_two_supervisors_at_once_one_wins_and_the_other_learns_why(
    people: People, app: object
) -> None:
    work = await factories.submitted(people)

    async def send_back(person: Person) -> Outcome:
        comment = Comment(at=CommentTarget(field="/team_opinion"), text="Viết rõ hơn.")
        async with transaction():
            return await inspections.return_for_correction(
                work.id, work.revision, [comment], person.actor()
            )

    outcomes = await asyncio.gather(approve(work, people.giang), send_back(people.hai))
    won = [item for item in outcomes if isinstance(item, Accepted)]
    lost = [item for item in outcomes if isinstance(item, Refused)]
    assert len(won) == len(lost) == 1
    is_refused(lost[0], "already_decided")
    winner = people.giang if isinstance(outcomes[0], Accepted) else people.hai
    assert lost[0].detail["decided_by"] == str(winner.id)


async def test_a_withdrawn_photograph_stays_marked_and_leaves_the_revision(
    phones: Phones, people: People
) -> None:
    work = await factories.announced(people, photos=2)
    mistake = work.pictures[0]
    await work.act(
        "photo.withdrawn", {"photo_id": mistake.photo_id, "reason": "Bấm nhầm trong túi"}
    )
    await factories.write_minutes(work)
    is_refused(await factories.submit(work), "photos_not_in_force")
    work.pictures.remove(mistake)
    assert isinstance(await factories.submit(work), Accepted)
    photos = (await (await phones.of(people.an)).inspection(str(work.id)))["photos"]
    marks = {photo["photo_id"]: photo["withdrawn"] for photo in photos}
    assert marks == {mistake.photo_id: "Bấm nhầm trong túi", work.pictures[0].photo_id: None}


async def test_of_the_same_picture_taken_twice_one_withdrawn_hinders_no_approval(
    people: People, app: object
) -> None:
    """What counts is whether a photograph in force still has the bytes that the revision names."""
    work = await factories.announced(people, photos=1)
    again = await factories.take_photo(work, data=work.pictures[0].data)
    first = work.pictures.pop(0)
    await work.act("photo.withdrawn", {"photo_id": first.photo_id, "reason": "Chụp hai lần"})
    await factories.write_minutes(work)
    assert isinstance(await factories.submit(work), Accepted)
    await database.execute("UPDATE photos SET stored_at = now()")
    await database.execute("UPDATE inspections SET missing_count = 0")

    async def may_approve() -> bool:
        return (await inspections.inspection_view(work.id, people.giang.actor())).permitted.approve

    assert await may_approve()
    await work.act("photo.withdrawn", {"photo_id": again.photo_id, "reason": "Nhầm cơ sở"})
    assert not await may_approve()
    is_refused(await approve(work, people.giang), "revision_stale")


async def test_of_the_same_picture_taken_twice_the_other_stands_for_what_was_submitted(
    people: People, app: object
) -> None:
    work = await factories.announced(people, photos=1)
    await factories.take_photo(work, data=work.pictures[0].data)
    first = work.pictures.pop(0)
    await factories.write_minutes(work)
    assert isinstance(await factories.submit(work), Accepted)
    await database.execute("UPDATE photos SET stored_at = now()")
    await work.act("photo.withdrawn", {"photo_id": first.photo_id, "reason": "Chụp hai lần"})
    await database.execute("UPDATE inspections SET missing_count = 0")
    assert isinstance(await approve(work, people.giang), Accepted)
