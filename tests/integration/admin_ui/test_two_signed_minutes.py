"""One officer on two phones, both offline: each had its minutes signed, and who rules on the file sees both."""

from typing import Any

import msgspec
from litestar import Litestar

from backend import database
from deploy.demo import contents, minutes
from deploy.demo.phone import Phone
from tests.support import factories
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers

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
