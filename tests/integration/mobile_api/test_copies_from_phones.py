"""A copy for the party is handed over from the phone: the same codes, limits and records as at the desk."""

import io
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from PIL import Image
from pypdf import PdfReader

from backend.casework.rules import party_copies as rules
from backend.core import clock, database
from deploy.demo.phone import Phone
from schemas.core.ids import new_id
from tests.integration.documents.signing.test_verify_on_site import (
    begun,
    number_minutes,
    numbered_paper,
    text_of,
)
from tests.support.people import People
from tests.support.phone import Phones

Json = dict[str, Any]
API = "/api/mobile/v1/copies"
_PLACE = "Trụ sở Đội số 1, số 2 phố Huế"


async def ask(phone: Phone, code: str, request: UUID | None = None, **said: Any) -> httpx.Response:
    """Ask for a second code, as the phone does."""
    body = {"id": str(request or new_id()), "replaces": None, **said}
    return await phone.client.post(f"{API}/{code}", json=body)


def handing(copy_id: str | None, **said: Any) -> Json:
    """What the phone tells of a copy that was handed over."""
    return {
        "id": str(new_id()),
        "copy_id": copy_id,
        "way": "slip_58",
        "receiver": "Bà Lê Thị Hoa, chủ cửa hàng",
        "appointment": {"at": "2026-12-05T01:30:00Z", "place": _PLACE},
        "handed_at": "2026-11-24T03:00:00Z",
        **said,
    }


async def opens(client: httpx.AsyncClient, code: str, second: str) -> bool:
    answer = await client.post("/verify/full", data={"code": code, "second": second})
    return answer.status_code == 200


async def test_a_party_gets_its_copy_from_the_phone_and_the_unit_sees_to_whom_it_went(
    client: httpx.AsyncClient, people: People, phones: Phones
) -> None:
    code = await number_minutes(await begun(people))
    phone = await phones.of(people.an)
    answer = await ask(phone, code)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store"), answer.text
    given = answer.json()
    assert given["qr"].split("#")[0].endswith(f"/verify/{code}")
    assert "#" in given["qr"]
    assert given["second_code"] not in given["qr"]
    assert await opens(client, code, given["second_code"])

    order = {
        "ticket": given["ticket"],
        "layout": "slip_58",
        "appointment": {"at": "2026-12-05T01:30:00Z", "place": _PLACE},
    }
    slip = await phone.client.post(f"{API}/{code}/print", json=order)
    said = text_of(slip.content)
    for line in (given["second_code"], "08:30 05/12/2026", _PLACE, given["document"]["party_name"]):
        assert line in said
    assert abs(float(PdfReader(io.BytesIO(slip.content)).pages[0].mediabox.width) - 164.4) < 0.1
    picture = await phone.client.post(f"{API}/{code}/print", json=order | {"layout": "picture_80"})
    assert picture.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(picture.content)).width == 576

    told = handing(given["id"])
    for _ in range(2):  # sent again after a lost answer, it is recorded once
        answer = await phone.client.post(f"{API}/{code}/handed", json=told)
        assert answer.status_code == 200, answer.text
    changed = await phone.client.post(
        f"{API}/{code}/handed", json=told | {"receiver": "Người khác"}
    )
    assert changed.json()["code"] == "handover_differs"
    # Moments that a calendar does not have, or that no zone fixes, and a name of nothing are told to the phone.
    for at in ("9999-12-31T23:30:00Z", "0001-01-01T00:00:00+14:00", "2026-12-05T08:30:00"):
        wrong = {"at": at, "place": _PLACE}
        for path, body in (
            ("print", order | {"appointment": wrong}),
            ("handed", handing(None, appointment=wrong)),
            ("handed", handing(None, handed_at=at)),
        ):
            answer = await phone.client.post(f"{API}/{code}/{path}", json=body)
            assert answer.status_code == 400, (path, at)
    for receiver in (" ", "Bà Hoa\n"):
        answer = await phone.client.post(
            f"{API}/{code}/handed", json=handing(None, receiver=receiver)
        )
        assert answer.status_code == 400, receiver
    page = (await phone.client.get(f"{API}/{code}")).json()
    [handed], [copy] = page["handovers"], page["copies"]
    assert (handed["receiver"], handed["with_code"]) == (told["receiver"], True)
    assert handed["handed_at"] == "2026-11-24T03:00:00Z"  # the phone's clock, not the server's
    assert (copy["id"], copy["state"]) == (given["id"], "open")
    logged = await database.fetch(
        "SELECT action FROM access_log WHERE officer_id = $1", people.an.id
    )
    assert {"copy.given", "copy.printed", "copy.handed_over"} <= {one["action"] for one in logged}


@pytest.mark.long
async def test_a_request_sent_again_voids_no_code_but_the_one_that_nobody_saw(
    client: httpx.AsyncClient, people: People, phones: Phones
) -> None:
    code = await number_minutes(await begun(people))
    an, binh = await phones.of(people.an), await phones.of(people.binh)
    request = new_id()
    lost = (await ask(an, code, request)).json()
    seen = (await ask(an, code, request)).json()
    assert not await opens(client, code, lost["second_code"])
    assert await opens(client, code, seen["second_code"])
    refused = await ask(binh, code)
    assert (refused.status_code, refused.json()["code"]) == (409, "copy_in_use")
    named = await ask(binh, code, replaces=lost["id"])  # what Bình saw is not in use any more
    assert named.json()["code"] == "copy_in_use"
    assert await opens(client, code, seen["second_code"])
    newer = (await ask(binh, code, replaces=seen["id"])).json()
    assert not await opens(client, code, seen["second_code"])
    assert (await ask(an, code, request)).json()["code"] == "copy_in_use"  # an's is long answered
    assert await opens(client, code, newer["second_code"])

    # The ticket of a print is of this officer, this paper and this code.
    order = {"layout": "slip_80", "appointment": None}
    for phone, ticket in ((an, newer["ticket"]), (an, seen["ticket"]), (binh, "x")):
        answer = await phone.client.post(f"{API}/{code}/print", json=order | {"ticket": ticket})
        assert answer.json()["code"] == "copy_print_over"

    for _ in range(rules.TRIES):
        assert not await opens(client, code, "0000-0000-0000")
    assert not await opens(client, code, newer["second_code"])
    # A locked code keeps nobody from getting a new one.
    again = (await ask(an, code)).json()
    assert await opens(client, code, again["second_code"])


@pytest.mark.long
async def test_nobody_hands_over_what_he_does_not_see_and_a_revoked_phone_hands_over_nothing(
    people: People, phones: Phones
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    an = await phones.of(people.an)
    given = (await ask(an, code)).json()
    order = {"ticket": given["ticket"], "layout": "a4", "appointment": None}
    for stranger in (people.dung, people.em):  # of another province; of another team
        phone = await phones.of(stranger)
        assert (await phone.client.get(f"{API}/{code}")).status_code == 404
        assert (await ask(phone, code)).status_code == 404
        answer = await phone.client.post(f"{API}/{code}/print", json=order)
        assert answer.status_code == 404
        answer = await phone.client.post(f"{API}/{code}/handed", json=handing(given["id"]))
        assert answer.status_code == 404
    auditor = await phones.of(people.khanh)
    assert (await auditor.client.get(f"{API}/{code}")).json()["may_give"] is False
    assert (await ask(auditor, code)).status_code == 403
    answer = await auditor.client.post(f"{API}/{code}/handed", json=handing(None))
    assert answer.status_code == 403
    assert await database.fetchval("SELECT count(*) FROM party_copies") == 1

    _, other = await numbered_paper(work)
    mixed = await an.client.post(f"{API}/{other}/handed", json=handing(given["id"]))
    assert mixed.status_code == 404  # a code of another paper
    for wrong in (
        handing(None, receiver=""),
        handing(None, receiver="A\u0000B"),
        handing(None, way="email"),
        handing(None, appointment={"at": None, "place": _PLACE}),
        handing(None) | {"more": 1},
    ):
        answer = await an.client.post(f"{API}/{code}/handed", json=wrong)
        assert answer.status_code == 400, wrong
    # What was handed over without a code and told days later is kept as it was told.
    late = handing(None, way="a4", handed_at=(clock.now() - timedelta(days=3)).isoformat())
    assert (await an.client.post(f"{API}/{code}/handed", json=late)).status_code == 200
    assert (await an.client.get(f"{API}/{uuid4().hex[:28]}")).status_code == 404
    with pytest.raises(Exception, match="permission denied"):
        await database.execute("UPDATE party_copy_handovers SET receiver = 'x'")

    await database.execute(
        "UPDATE devices SET revoked_at = now() WHERE id = $1", UUID(str(an.device_id))
    )
    assert (await ask(an, code)).status_code == 401
    answer = await an.client.post(f"{API}/{code}/handed", json=handing(None))
    assert answer.status_code == 401
