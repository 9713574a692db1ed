"""One officer on two phones, both offline: each had its minutes signed, and who rules on the file sees both."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from litestar import Litestar

from backend.core import database
from deploy.demo import contents, minutes
from deploy.demo.phone import Phone
from tests.support import factories
from tests.support.assertions import refused
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers

EARLIER = (datetime.now(UTC) - timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ")
THERE, HERE = "Cơ sở không đồng ý với số lượng.", "Cơ sở đồng ý."


async def signed_on(phone: Phone, work: factories.Work, opinion: str) -> dict[str, Any]:
    """Minutes written, signed and submitted without a signal; returns what the submission says."""
    decision = msgspec.json.decode(
        await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    )
    fields = minutes.fill(decision, "Đội số 1 thử") | {"subject_opinion": opinion}
    written = phone.write(str(work.id), "minutes.written", minutes.content(fields))
    signatures = [
        phone.write(str(work.id), "person.signed", contents.signed(written["id"], role, name))["id"]
        for role, name in (("leader", fields["leader"]["name"]), ("subject", "Nguyễn Văn Thử"))
    ]
    submission = contents.submission(written["id"], [], signatures, work.places)
    phone.write(str(work.id), "inspection.submitted", submission)
    return submission


async def test_the_head_reads_both_minutes_that_two_phones_had_signed(
    app: Litestar, people: People, phones: Phones, readers: Readers
) -> None:
    work = await factories.announced(people)
    first, second = await phones.of(people.an), await phones.of(people.an)
    earlier = await signed_on(first, work, THERE)
    await signed_on(second, work, HERE)
    for phone in (first, second):
        assert {one["status"] for one in await phone.send()} == {"accepted"}
    head = await readers.of(people.giang)
    await head.open(f"/desk/inspections/{work.id}")
    for words in ("Có biên bản khác cũng đã được ký", THERE, HERE, "đã trình lần 1"):
        assert words in head.page.text
    desk = await Desk.of(app, people.giang, people)
    place = f"/desk/inspections/{work.id}/approve"
    stale = await desk.post(place, revision=earlier["revision"])
    assert stale.status_code == 409, "what he opened before the second came is not approved"
    await desk.close()


async def test_minutes_that_were_returned_and_written_anew_are_not_told_as_two(
    app: Litestar, people: People, phones: Phones, readers: Readers
) -> None:
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    await signed_on(phone, work, THERE)
    await phone.send()
    desk = await Desk.of(app, people.giang, people)
    revision = await database.fetchval("SELECT revision FROM inspections WHERE id = $1", work.id)
    answer = await desk.post(
        f"/desk/inspections/{work.id}/return",
        revision=revision,
        at="field:/subject_opinion",
        text="Ghi lại ý kiến của cơ sở.",
        step="confirm",
    )
    assert answer.status_code == 303, answer.text
    await desk.close()
    await phone.sync()
    await signed_on(phone, work, HERE)
    await phone.send()
    head = await readers.of(people.giang)
    await head.open(f"/desk/inspections/{work.id}")
    assert "Có biên bản khác cũng đã được ký" not in head.page.text
    assert THERE in head.page.text, "among what changed since it was returned"


async def approved_by_the_head(app: Litestar, people: People, work: factories.Work) -> Desk:
    """The head's desk, after he approved what was submitted."""
    desk = await Desk.of(app, people.giang, people)
    revision = await database.fetchval("SELECT revision FROM inspections WHERE id = $1", work.id)
    place = f"/desk/inspections/{work.id}/approve"
    answer = await desk.post(place, revision=revision, step="confirm")
    assert answer.status_code == 303, answer.text
    return desk


async def test_an_old_draft_of_another_phone_stands_beside_what_was_approved_and_voids_nothing(
    app: Litestar, people: People, phones: Phones, readers: Readers
) -> None:
    work = await factories.announced(people)
    first, second = await phones.of(people.an), await phones.of(people.an)
    await signed_on(second, work, THERE)
    await signed_on(first, work, HERE)
    await first.send()
    desk = await approved_by_the_head(app, people, work)
    came = await second.send()
    told = [(one["status"], (one["quarantine"] or {}).get("code")) for one in came[:3]]
    assert told == [("accepted", "minutes_final"), ("accepted", None), ("accepted", None)]
    assert "hiện bên cạnh và không thay bản đó" in came[0]["quarantine"]["text"]["vi"]
    assert came[3]["status"] == "refused", "a submission of minutes that are not in force"
    view = await first.inspection(str(work.id))
    assert view["state"] == "approved"
    assert view["approvals"][0]["void_since"] is None
    assert view["minutes"]["fields"]["subject_opinion"] == HERE
    head = await readers.of(people.giang)
    await head.open(f"/desk/inspections/{work.id}")
    for words in (
        "Có biên bản khác cũng đã được ký",
        THERE,
        HERE,
        "Đưa vào hồ sơ thì bản đã phê duyệt",
    ):
        assert words in head.page.text
    await desk.close()


async def test_an_old_draft_that_comes_after_the_submission_leaves_it_waiting_for_the_head(
    people: People, phones: Phones
) -> None:
    work = await factories.announced(people)
    first, second = await phones.of(people.an), await phones.of(people.an)
    draft = minutes.fill(
        msgspec.json.decode(
            await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
        ),
        "Đội số 1 thử",
    )
    second.write(
        str(work.id), "minutes.written", minutes.content(draft), made_at=EARLIER, anchor=None
    )
    await signed_on(first, work, HERE)
    await first.send()
    [came] = await second.send()
    assert (came["status"], came["quarantine"]["code"]) == ("accepted", "minutes_final")
    view = await first.inspection(str(work.id))
    assert (view["state"], view["minutes"]["fields"]["subject_opinion"]) == ("submitted", HERE)


async def test_a_submission_of_another_phone_from_before_the_approval_voids_nothing(
    app: Litestar, people: People, phones: Phones
) -> None:
    work = await factories.announced(people)
    first, second = await phones.of(people.an), await phones.of(people.an)
    sent = await signed_on(first, work, HERE)
    await first.send()
    second.write(str(work.id), "inspection.submitted", sent, made_at=EARLIER, anchor=None)
    desk = await approved_by_the_head(app, people, work)
    [came] = await second.send()
    assert refused(came, "approved_meanwhile")
    assert (await first.inspection(str(work.id)))["state"] == "approved"
    await desk.close()
