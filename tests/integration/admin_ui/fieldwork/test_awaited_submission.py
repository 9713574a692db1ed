"""The desk sees at once that a submission waits on a phone, and for what: other phones of the team bring it."""

import hashlib
from uuid import UUID, uuid4

from litestar import Litestar

from backend.ledger.service import Accepted, Refused
from deploy.demo import contents
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers

TITLE = "Bản trình đang chờ trên điện thoại"


async def test_a_head_sees_whose_submission_waits_for_what_and_no_longer_once_it_came(
    app: Litestar, people: People, readers: Readers
) -> None:
    del app
    work = await factories.announced(people)
    await factories.write_minutes(work)
    record, binh, data = str(work.id), await factories.pen(people.binh), b"x" * 99
    photo = binh.write(
        record, "photo.taken", contents.photo(str(uuid4()), data, "image/jpeg", None, None)
    )
    signed = binh.write(record, "person.signed", contents.signed(work.minutes, "member", "Bình"))
    work.signatures.append(signed["id"])
    work.pictures.append(factories.Picture("", data, hashlib.sha256(data).hexdigest()))
    assert isinstance(await factories.submit(work), Refused)

    head = await readers.of(people.giang)
    await head.open(f"/desk/inspections/{record}")
    for said in (TITLE, people.an.full_name, "1 ảnh", "1 chữ ký", "Không chờ nữa"):
        assert said in head.page.text, said
    assert "biên bản mà bản trình nêu" not in head.page.text
    await factories.hand_in(photo, people.binh, UUID(photo["device_id"]))
    await head.open(f"/desk/inspections/{record}")
    assert "1 ảnh" not in head.page.text.partition(TITLE)[2].partition("Hãy nhắc")[0]

    await factories.hand_in(signed, people.binh, UUID(signed["device_id"]))
    waited = work.pen.log[-1]
    again = await factories.hand_in(waited, people.an, UUID(waited["device_id"]))
    assert isinstance(again, Accepted), again
    await head.open(f"/desk/inspections/{record}")
    assert TITLE not in head.page.text
