"""A caption may be given after the shot: the latest counts, none is lost, and what was submitted stays what it was."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy.demo import contents
from tests.support import factories
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def caption(
    work: factories.Work, photo_id: str, words: str | None, by: Person | None = None
) -> Any:
    """Give a photograph these words, by the author's phone or by another's."""
    content = {"photo_id": photo_id, "caption": words}
    if by is None:
        return await work.act("photo.captioned", content)
    pen = await factories.pen(by)
    act = pen.write(str(work.id), "photo.captioned", content)
    return await factories.hand_in(act, by, UUID(str(act["device_id"])))


async def photo_of(work: factories.Work, people: People) -> Any:
    async with transaction():
        view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    [photo] = view.photos
    return photo


async def test_the_last_caption_counts_and_every_one_before_it_stays(people: People) -> None:
    work = await factories.announced(people)
    picture = await factories.take_photo(work, caption="Kệ hàn")
    await caption(work, picture.photo_id, "Kệ hàng")
    await caption(work, picture.photo_id, "Kệ hàng, ngăn dưới", by=people.binh)
    photo = await photo_of(work, people)
    assert photo.caption == "Kệ hàng, ngăn dưới"
    assert [(one.before, one.caption) for one in photo.captions] == [
        ("Kệ hàn", "Kệ hàng"),
        ("Kệ hàng", "Kệ hàng, ngăn dưới"),
    ]
    assert photo.captions[1].officer_name == people.binh.full_name
    await caption(work, picture.photo_id, None)
    photo = await photo_of(work, people)
    assert (photo.caption, len(photo.captions)) == (None, 3)
    report = await verification.in_snapshot(None, lambda _: None)
    assert not [one for one in report.findings if one.verdict is Verdict.TAMPERED]


async def test_a_caption_after_the_submission_stands_beside_it_and_voids_nothing(
    people: People,
) -> None:
    work = await factories.submitted(people, photos=1)
    [picture] = work.pictures
    outcome = await caption(work, picture.photo_id, "Nhãn ghi sau khi trình")
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine is None
    photo = await photo_of(work, people)
    assert (photo.caption, photo.addendum) == ("Nhãn ghi sau khi trình", False)
    assert [one.after_submission for one in photo.captions] == [True]
    row = await database.fetchrow("SELECT state, revision FROM inspections WHERE id = $1", work.id)
    assert (row["state"], row["revision"]) == ("submitted", work.revision)


async def test_what_was_given_before_the_submission_is_not_told_as_after_it(
    people: People,
) -> None:
    work = await factories.announced(people, photos=1)
    await caption(work, work.pictures[0].photo_id, "Trước khi trình")
    await factories.write_minutes(work)
    assert isinstance(await factories.submit(work), Accepted)
    await caption(work, work.pictures[0].photo_id, "Sau khi trình")
    photo = await photo_of(work, people)
    assert [one.after_submission for one in photo.captions] == [False, True]


async def test_a_caption_that_comes_before_its_photograph_waits_for_it(people: People) -> None:
    work = await factories.announced(people)
    photo_id = str(uuid4())
    late = work.pen.write(
        str(work.id), "photo.taken", contents.photo(photo_id, b"x" * 99, "image/jpeg", None, None)
    )
    outcome = await caption(work, photo_id, "Biển hiệu", by=people.binh)
    assert outcome.quarantine.code == "photo_unknown"
    await factories.hand_in(late, people.an, UUID(str(late["device_id"])))
    assert (await photo_of(work, people)).caption == "Biển hiệu"


async def test_a_stranger_s_caption_is_kept_aside_and_changes_nothing_until_admitted(
    people: People,
) -> None:
    work = await factories.announced(people)
    picture = await factories.take_photo(work, caption="Kệ hàng")
    outcome = await caption(work, picture.photo_id, "Kho phía sau", by=people.em)
    assert outcome.quarantine.code == "not_on_team"
    assert (await photo_of(work, people)).caption == "Kệ hàng"
    async with transaction():
        view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
        [held] = view.quarantined
        await inspections.admit(
            work.id, held.act_id, "Đã hỏi lại người chụp", people.giang.actor("desk")
        )
    photo = await photo_of(work, people)
    assert (photo.caption, photo.captions[0].before) == ("Kho phía sau", "Kệ hàng")


async def test_a_photograph_of_another_inspection_gets_no_caption_here(people: People) -> None:
    other = await factories.announced(people)
    picture = await factories.take_photo(other, caption="Kệ hàng")
    work = await factories.announced(people)
    outcome = await caption(work, picture.photo_id, "Không phải ảnh này")
    assert outcome.quarantine.code == "photo_unknown"
    assert (await photo_of(other, people)).caption == "Kệ hàng"


async def test_the_story_of_a_photograph_tells_who_gave_it_other_words(people: People) -> None:
    work = await factories.announced(people)
    picture = await factories.take_photo(work)
    await caption(work, picture.photo_id, "Kệ hàng số 4")
    async with transaction():
        story = await evidence.custody_story(UUID(picture.photo_id), people.giang.actor("desk"))
    assert story[-1].kind == "captioned"
    assert "Kệ hàng số 4" in story[-1].text.vi
    assert story[-1].officer_name == people.an.full_name
