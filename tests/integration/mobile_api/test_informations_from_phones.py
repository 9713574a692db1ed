"""An officer registers an information by phone: sealed there, and at the server kept as the desk keeps it."""

import asyncio
import base64
import hashlib
from uuid import UUID

import httpx
import pyrage
import pytest
from structlog.testing import capture_logs

from backend.core import clock, database, keys
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.core.informants_key import InformantsKey
from backend.intake.informations import service as informations
from backend.intake.opening import service as opening
from backend.intake.opening.service import SealShut
from deploy.demo.phone import API, Phone
from mobile_api.routes.intake.informations import MAX_BYTES
from schemas.core.ids import new_id
from schemas.intake.from_phones import PIECE_BYTES
from tests.support import informations as made
from tests.support import pictures
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.phone_informations import INFORMANT, Json, asked, recipient_of, sealed


async def register(phone: Phone, body: Json, ident: UUID | None = None) -> httpx.Response:
    """Send it under an id of the phone's."""
    return await phone.client.put(f"{API}/informations/{ident or new_id()}", json=body)


async def piece(
    phone: Phone, where: str, n: int, data: bytes, sha256: str | None = None
) -> httpx.Response:
    """Send one piece of a photograph."""
    headers = {"x-sha256": sha256 or hashlib.sha256(data).hexdigest()}
    return await phone.client.put(f"{API}/informations/{where}/{n}", content=data, headers=headers)


async def uploads(phone: Phone, ident: UUID, files: dict[str, bytes]) -> None:
    """Send all pieces of all photographs."""
    for one, file in files.items():
        for n, at in enumerate(range(0, len(file), PIECE_BYTES)):
            answer = await piece(
                phone, f"{ident}/attachments/{one}", n, file[at : at + PIECE_BYTES]
            )
            assert answer.status_code == 200, answer.text
        assert answer.json() == {"id": one, "received": [], "taken": True}


async def attachments(person: Person, ident: UUID) -> list[tuple[str, bytes]]:
    """The photographs beside it, as this person opens them."""
    ids = await database.fetch(
        "SELECT id FROM information_secrets WHERE information_id = $1 AND kind = 'attachment' ORDER BY id",
        ident,
    )
    async with transaction():
        found = [
            await opening.attachment(ident, one["id"], person.actor("desk"), None) for one in ids
        ]
    return [(one.media_type, one.data) for one in found]


async def listed(phone: Phone) -> dict[str, Json]:
    """What the phone lists of its officer's informations after a sync from the beginning."""
    page = (await phone.client.get(f"{API}/sync")).json()
    return {one["id"]: one["value"] for one in page["changes"] if one["kind"] == "information"}


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code")


async def test_a_tip_taken_in_on_site_is_on_the_board_at_once_and_its_line_opens_it(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    picture = pictures.jpeg(size=(900, 700)) + b"\0" * PIECE_BYTES  # more than one piece
    body, files = asked(phone, [picture, pictures.jpeg(size=(64, 48))])
    answer = await register(phone, body, ident)
    assert answer.status_code == 200, answer.text
    taken = answer.json()
    assert "/TT-" in taken["number"]
    assert [one["taken"] for one in taken["attachments"]] == [False, False]

    view = await made.seen(people.chi, ident)  # heads an's team
    assert view.written_report_due, "source e (Circular 27/2020 Art 9.1)"
    notices = await database.fetch(
        "SELECT officer_id, text_key FROM notices WHERE record_id = $1", ident
    )
    assert (people.chi.id, "information.registered") in {tuple(one) for one in notices}
    async with transaction():
        columns = await informations.board(people.chi.actor("desk"))
    assert [row.id for one in columns for row in one.rows] == [ident]
    told = await made.informant(people.chi, ident)
    assert told is not None
    assert (told.name, told.phone) == (made.WHO.name, made.WHO.phone)
    assert await made.account(people.chi, ident) == [made.ACCOUNT]

    await uploads(phone, ident, files)
    assert {data for _, data in await attachments(people.chi, ident)} == {
        picture,
        pictures.jpeg(size=(64, 48)),
    }
    assert await database.fetchval("SELECT count(*) FROM information_arrival_pieces") == 0
    mine = await listed(phone)
    assert mine[str(ident)]["number"] == taken["number"]
    assert mine[str(ident)]["state"] == "received"
    assert "sealed" not in mine[str(ident)]


async def test_nothing_of_the_informant_is_in_any_table_any_log_or_any_answer(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    body, files = asked(phone, [b"\xff\xd8\xff" + made.ACCOUNT.encode()])
    with capture_logs() as lines:
        answers = [await register(phone, body, ident), await register(phone, body, ident)]
        damaged = body | {
            "sealed": [body["sealed"][0] | {"sealed": base64.b64encode(b"age").decode()}]
        }
        answers.append(await register(phone, damaged))
        await uploads(phone, ident, files)
        answers.append(await phone.client.get(f"{API}/sync"))
    said = str(lines) + "".join(one.text for one in answers)
    tables = await database.fetch(
        "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
    )
    for word in made.PLANTED:
        assert word not in said
        for table in tables:
            found = await database.fetchval(
                f'SELECT count(*) FROM "{table["relname"]}" t WHERE t::text ILIKE $1 OR t::text ILIKE $2',
                f"%{word}%",
                f"%{word.encode().hex()}%",  # as bytea
            )
            assert found == 0, (table["relname"], word)
    acts = await database.fetch(
        "SELECT act FROM ledger_entries WHERE record_id = $1 ORDER BY number", ident
    )
    assert len(acts) == 2
    assert "age-encryption" not in str(acts)
    assert body["sealed"][0]["sealed"][:40] not in str(acts), "no ciphertext stands in an act"


@pytest.mark.long
async def test_sent_twice_at_once_and_after_a_lost_answer_it_is_registered_once(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    body, files = asked(phone, [pictures.jpeg(size=(64, 48))])
    first, again = await asyncio.gather(*(register(phone, body, ident) for _ in range(2)))
    assert first.status_code == 200, first.text
    assert (again.status_code, again.json()) == (200, first.json())
    await uploads(phone, ident, files)
    await uploads(phone, ident, files)
    assert len(await attachments(people.chi, ident)) == 1
    assert (
        await database.fetchval("SELECT count(*) FROM ledger_entries WHERE record_id = $1", ident)
        == 2
    )
    other = body | {"matter": body["matter"] | {"goods": "Thuốc lá"}}
    assert code(await register(phone, other, ident)) == (409, "information_differs")


async def test_what_was_mended_on_a_phone_is_not_taken_for_what_was_brought_in_of_it_before(
    people: People, phones: Phones
) -> None:
    """Else the phone says that it is registered, and nobody ever reads what its officer changed."""
    phone, ident = await phones.of(people.an), new_id()
    body, _ = asked(phone)
    assert (await register(phone, body, ident)).status_code == 200
    key = recipient_of(phone)
    resealed = [
        sealed("informant", INFORMANT, key),
        sealed("account", {"text": f"\u202e {made.ACCOUNT}\0"}, key),
    ]
    for changed in (
        {"about_unnamed_officer": True},
        {"named_officers": [str(people.binh.id)]},
        {"informant_secret": False},
        {"wants_answer": False},
        {"sealed": resealed[:1]},
        {"sealed": [*resealed, sealed("account", {"text": "Họ đã chuyển hàng đi"}, key)]},
        {"sealed": [sealed("informant", {"name": "Người khác"}, key), resealed[1]]},
    ):
        answer = await register(phone, body | changed, ident)
        assert code(answer) == (409, "information_differs"), changed
    assert (await register(phone, body | {"sealed": resealed}, ident)).status_code == 200


async def test_marks_that_nobody_sees_are_left_out_of_what_a_phone_sends(
    people: People, phones: Phones
) -> None:
    """They turn the direction of the text on every page and paper that names the party."""
    phone = await phones.of(people.an)
    body, _ = asked(phone)
    body["matter"]["suspects"][0]["name"] = "Hộ kinh doanh \u202eMinh\0 Phát\u200b"
    body["sealed"] = [sealed("account", {"text": "\u202e"}, recipient_of(phone))]
    answer = await register(phone, body)
    assert answer.status_code == 200, answer.text
    seen = await made.seen(people.chi, UUID(answer.json()["id"]))
    assert seen.matter.suspects[0].name == "Hộ kinh doanh Minh Phát"
    assert not seen.secrets, "an account of nothing is none"


@pytest.mark.long
async def test_an_id_of_somebody_elses_information_is_not_found(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    body, files = asked(phone, [pictures.jpeg(size=(64, 48))])
    await register(phone, body, ident)
    other = await phones.of(people.binh)
    assert code(await register(other, body, ident)) == (404, "not_found")
    one, file = next(iter(files.items()))
    assert code(await piece(other, f"{ident}/attachments/{one}", 0, file)) == (404, "not_found")
    at_the_desk = await made.registered(people.nga)
    assert code(await register(phone, body, at_the_desk.id)) == (404, "not_found")
    assert str(ident) not in await listed(other)
    legal = await phones.of(people.phuc)
    assert code(await register(legal, body)) == (409, "information_not_receiver")


async def test_about_a_colleague_it_goes_above_and_its_own_phone_sees_it_no_more(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.binh), new_id()
    body, files = asked(phone, [pictures.jpeg(size=(64, 48))], named_officers=[str(people.an.id)])
    answer = await register(phone, body, ident)
    assert answer.status_code == 200, answer.text
    await uploads(phone, ident, files)  # the photographs follow it, although binh sees it no more
    assert len(await attachments(people.giang, ident)) == 1
    assert str(ident) not in await listed(phone)
    for person in (people.an, people.binh, people.chi):
        with pytest.raises(NotFound):
            await made.seen(person, ident)
    notices = await database.fetch("SELECT officer_id FROM notices WHERE record_id = $1", ident)
    assert {one["officer_id"] for one in notices} == {people.giang.id}


@pytest.mark.long
async def test_about_an_officer_whom_the_phone_cannot_name_it_is_for_the_auditors_of_the_nation(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    body, _ = asked(phone, about_unnamed_officer=True)
    assert (await register(phone, body, ident)).status_code == 200
    for person in (people.an, people.chi, people.giang, people.binh, people.oanh):
        with pytest.raises(NotFound):
            await made.seen(person, ident)
    assert (await made.seen(people.khanh, ident)).id == ident


@pytest.mark.long
async def test_what_was_sealed_before_the_key_was_replaced_opens_and_what_is_damaged_is_named(
    people: People, phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    body, files = asked(phone, [pictures.jpeg(size=(64, 48))])
    own = keys.current().informants
    rotated = InformantsKey(
        pyrage.x25519.Identity.generate(), [own._current]
    )  # as `rotate-keys --informants`
    monkeypatch.setattr(keys.current(), "informants", rotated)
    assert (await register(phone, body, ident)).status_code == 200
    await uploads(phone, ident, files)
    assert await made.account(people.chi, ident) == [made.ACCOUNT]
    rows = await database.fetch(
        "SELECT DISTINCT recipient FROM information_secrets WHERE information_id = $1", ident
    )
    assert [one["recipient"] for one in rows] == [rotated.key_id], (
        "sealed anew under the key in use"
    )

    whole = base64.b64decode(body["sealed"][1]["sealed"])
    for wrong in (whole[:-1], whole[:60], b"age-encryption.org/v1\n", whole + b"x"):
        cut = body["sealed"][1] | {"sealed": base64.b64encode(wrong).decode()}
        answer = await register(phone, body | {"sealed": [cut], "attachments": []})
        assert code(answer) == (422, "sealed_unreadable"), wrong
    lost = InformantsKey(pyrage.x25519.Identity.generate(), [])
    monkeypatch.setattr(keys.current(), "informants", lost)
    answer = await register(phone, body)
    assert (code(answer), answer.json()["retryable"]) == ((503, "secret_unreadable"), True), (
        "the phone keeps it"
    )


@pytest.mark.long
async def test_a_photograph_that_was_cut_or_is_none_is_refused_and_the_information_stands(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    body, files = asked(phone, [pictures.jpeg(size=(64, 48)), b"#!/bin/sh"])
    await register(phone, body, ident)
    (good, file), (bad, script) = files.items()
    where = f"{ident}/attachments/{good}"
    assert code(await piece(phone, where, 0, file[:-1])) == (422, "piece_wrong")
    assert code(await piece(phone, where, 0, file, hashlib.sha256(b"x").hexdigest())) == (
        422,
        "piece_wrong",
    )
    assert code(await piece(phone, where, 1, file)) == (422, "piece_wrong")
    assert code(await piece(phone, where, 99, file)) == (422, "piece_wrong")
    wrong = await piece(
        phone, where, 0, file[:-1] + b"x"
    )  # whole, and not what was announced: asked for anew
    assert wrong.json() == {"id": good, "received": [], "taken": False}
    assert code(await piece(phone, f"{ident}/attachments/{bad}", 0, script)) == (
        422,
        "attachment_unreadable",
    )
    await uploads(phone, ident, {good: file})
    assert len(await attachments(people.chi, ident)) == 1
    too_long = await piece(phone, where, 0, b"x" * (PIECE_BYTES + 1))
    assert too_long.status_code == 413
    huge = body | {"matter": body["matter"] | {"summary": "x" * (MAX_BYTES + 1)}}
    assert (await register(phone, huge)).status_code == 413


async def test_the_longest_information_that_a_phone_lets_an_officer_register_is_taken_whole(
    people: People, phones: Phones
) -> None:
    """Eight accounts of 20,000 letters in four bytes each, and every field of the form full."""
    phone, ident = await phones.of(people.an), new_id()
    told = [f"{n}{'🚚' * 19_999}" for n in range(8)]
    key = recipient_of(phone)
    body, _ = asked(phone, sealed=[sealed("account", {"text": one}, key) for one in told])
    wide = "🚚" * 500
    suspect = {"subject_id": None, "kind": None, "name": wide[:200], "address": wide}
    body["matter"] |= {
        "summary": "🚚" * 5000,
        "goods": wide,
        "urgent": wide,
        "place": {"address": wide},
        "suspects": [suspect] * 20,
    }
    assert (await register(phone, body, ident)).status_code == 200
    async with transaction():
        opened = await opening.account(ident, people.chi.actor("desk"), None)
    assert sorted(one.text for one in opened) == told


@pytest.mark.long
async def test_the_desks_rules_hold_for_each_source(people: People, phones: Phones) -> None:
    """Letters a to e of Circular 27/2020 Art 8.1."""
    phone = await phones.of(people.an)
    body, _ = asked(phone)
    bare = body | {"sealed": []}
    assert code(await register(phone, bare | {"source": "order"})) == (
        409,
        "information_order_needed",
    )
    letter = {
        "issued_by": "UBND thành phố",
        "number": "12/CĐ",
        "issued_on": clock.today().isoformat(),
    }
    for source, more in (
        ("order", {"order": letter, "several_places": True}),
        ("officer", {"collaborator": "CTV-017"}),
        ("transfer", {"order": letter, "several_places": True}),
        ("request", {}),
        ("media", {"link": "https://bao.example.vn/bai-viet"}),
        ("tip", {}),
    ):
        ident = new_id()
        answer = await register(phone, bare | {"source": source} | more, ident)
        assert answer.status_code == 200, answer.text
        view = await made.seen(people.chi, ident)
        assert view.grounds_directly == (source in ("order", "officer"))
        assert view.written_report_due == (source in ("media", "tip"))
        assert view.several_places == (source == "order"), "P01 (Circular 27/2020 Art 13.4)"
    complaint = bare | {"nature": "complaint"}
    assert code(await register(phone, complaint)) == (409, "information_about_needed")
    later = bare | {"received_at": "2099-01-01T00:00:00Z"}
    assert (await register(phone, later)).status_code == 409
    with pytest.raises(SealShut):
        await made.informant(people.khanh, ident)
