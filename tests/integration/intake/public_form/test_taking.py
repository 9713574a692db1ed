"""A worker takes the inbox in, through the one door, as the service officer; harmlessly again after a crash."""

import io
from datetime import timedelta
from uuid import UUID

import httpx
import msgspec
import pytest
from PIL import ExifTags, Image

from backend.core import clock, database, keys
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.force.accounts import service_officer
from backend.intake.informations import service
from backend.intake.opening import service as opening
from backend.intake.public_form import taking
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import OfficerDisabled, PeopleAct, RoleGiven
from schemas.intake import acts, proceedings
from schemas.intake.words import AfterWithdrawal, InformationAct, Means, Result
from tests.support import hostile, informations
from tests.support.citizens import WHAT, code_of, picture, send, told
from tests.support.desk import Desks
from tests.support.people import People, Person
from tests.support.readers import Readers
from tests.support.workers import worker_of

pytestmark = pytest.mark.usefixtures("app", "people")

SAID = {"name": "Quách Thị Thử", "phone": "0987654321", "wants_answer": "yes"}
HIDDEN = (WHAT, "Quách", "0987654321", "Bình Minh", "rượu ngoại", "phố Thử", "mỗi tối")
OWNER = "Quach Thi Thu"
ROWS = "SELECT id, summary, area_code, channel, unit_1, unit_2, wants_answer FROM informations"
SEALED = "SELECT kind, media_type, sealed FROM information_secrets ORDER BY id"


async def test_a_report_becomes_an_information_and_says_nothing_of_the_citizen_in_its_act(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    code = code_of(
        await send(client, photographs=[("a.jpg", picture(1)), ("b.jpg", picture(2))], **SAID)
    )
    worker = worker_of(settings)
    assert await worker.take_reports() == 1
    assert await worker.take_reports() == 0
    rows = await database.fetch(ROWS)
    assert [(row["channel"], row["area_code"], row["wants_answer"]) for row in rows] == [
        ("public_form", "01", True)
    ]
    entries = await database.fetch("SELECT act, officer_id FROM ledger_entries")
    for entry in entries:
        for hidden in HIDDEN:
            assert hidden not in entry["act"]
    held = keys.current().informants
    secrets = [
        (row["kind"], row["media_type"], held.open(row["sealed"]))
        for row in await database.fetch(SEALED)
    ]
    kinds = [(kind, (media or "").split(";")[0]) for kind, media, _ in secrets]
    assert sorted(kinds) == [
        ("account", ""),
        *[("attachment", "application/octet-stream")] * 2,
        *[("attachment", "image/jpeg")] * 2,
        ("informant", ""),
    ]
    plain = [data for _, _, data in secrets]
    assert picture(1) in plain
    assert any(WHAT.encode() in data for data in plain)
    assert any(b"0987654321" in data for data in plain)
    left = await database.fetchrow("SELECT * FROM public_inbox")
    assert left["sealed"] is None
    assert left["information_id"] == rows[0]["id"]
    assert await database.fetchval("SELECT count(*) FROM public_inbox_photographs") == 0
    assert told(await client.get(f"/phan-anh/{code}")) == "received"


async def test_a_crash_before_the_end_leaves_the_report_and_again_it_is_taken_once(
    client: httpx.AsyncClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    await send(client, photographs=[("a.jpg", picture(1))])
    real = taking.queries.taken

    async def dies(*_: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(taking.queries, "taken", dies)
    worker = worker_of(settings)
    assert await worker.take_reports() == 0
    assert await database.fetchval("SELECT count(*) FROM informations") == 0
    assert await database.fetchval("SELECT tries FROM public_inbox") == 1
    monkeypatch.setattr(taking.queries, "taken", real)
    await database.execute("UPDATE public_inbox SET try_again_at = now()")
    assert await worker.take_reports() == 1
    assert await database.fetchval("SELECT count(*) FROM informations") == 1


async def test_hostile_pictures_do_no_harm_and_are_kept_sealed_without_a_picture(
    client: httpx.AsyncClient, settings: Settings
) -> None:
    files = [one for one in hostile.light() if one.make()[:3] in (b"\xff\xd8\xff", b"\x89PN")]
    bad = [one for one in files if "ready" not in one.said][:3]
    assert len(bad) == 3
    await send(client, photographs=[(f"{one.name}.jpg", one.make()) for one in bad])
    assert await worker_of(settings).take_reports() == 1
    types = [
        row["media_type"] for row in await database.fetch(SEALED) if row["kind"] == "attachment"
    ]
    assert len(types) == len(bad)
    assert taking.PREVIEW not in types


def with_its_owner() -> bytes:
    """A photograph as a phone makes it, which names its owner."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = OWNER
    file = io.BytesIO()
    Image.new("RGB", (320, 240), "grey").save(file, "JPEG", exif=exif)
    return file.getvalue()


async def test_who_verifies_has_the_picture_and_not_what_the_phone_wrote_into_it(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    """A photograph as it came says with whose phone and where it was taken: it is opened as who informed."""
    assert OWNER.encode() in with_its_owner()
    await send(client, photographs=[("a.jpg", with_its_owner())], province="01")
    assert await worker_of(settings).take_reports() == 1
    [one] = await database.fetch(ROWS)
    verifier = acts.Verifier(officer_id=people.em.id, full_name="Em")
    until = clock.today() + timedelta(days=5)
    assigned = acts.Assigned(officers=[verifier], due_on=until, instructions="", document_id=None)
    await informations.did(people.giang, one["id"], assigned)
    files = {
        row["media_type"].split(";")[0]: row["id"]
        for row in await database.fetch("SELECT id, media_type FROM information_secrets")
        if row["media_type"]
    }
    original = files["application/octet-stream"]

    async def opened(person: Person, secret_id: UUID) -> bytes:
        async with transaction():
            found = await opening.attachment(
                one["id"], secret_id, person.actor("desk"), "127.0.0.1"
            )
        return found.data

    assert OWNER.encode() not in await opened(people.em, files[taking.PREVIEW])
    with pytest.raises(opening.SealShut):
        await opened(people.em, original)
    seen = await informations.seen(people.em, one["id"])
    assert {secret.id for secret in seen.secrets if secret.may_open} >= {files[taking.PREVIEW]}
    assert original not in {secret.id for secret in seen.secrets if secret.may_open}
    assert await opened(people.giang, original) == with_its_owner()


async def test_it_goes_to_the_department_of_the_province_and_about_an_officer_to_the_nation(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    code = await database.fetchval(
        "SELECT left(code, 2) FROM units WHERE kind = 'department' LIMIT 1"
    )
    await send(client, province=code, who="Tiệm ở tỉnh")
    await send(client, province=code, concerns="officer", who="Đội trưởng Đội số 4")
    await send(client, province="", who="Trang bán hàng")
    assert await worker_of(settings).take_reports() == 3
    rows = await database.fetch(ROWS)
    assert sorted(row["unit_2"] is None for row in rows) == [False, True, True]


async def test_about_an_officer_whom_nobody_named_yet_only_the_auditors_of_the_nation_read_it(
    client: httpx.AsyncClient, settings: Settings, people: People, desks: Desks
) -> None:
    """The citizen writes a name as text; until an auditor has found whose it is, any office could be that officer's."""
    await send(client, concerns="officer", who="Đội trưởng Đội số 1")
    assert await worker_of(settings).take_reports() == 1
    report = (await database.fetch(ROWS))[0]["id"]
    head = msgspec.structs.replace(people.khanh.actor(), roles=frozenset({Role.SUPERVISOR}))
    others = (head, people.oanh.actor(), people.giang.actor())
    assert [await service.sees(report, reader) for reader in others] == [False] * 3
    seen = await informations.seen(people.khanh, report)
    assert seen.about_officer
    assert seen.of_unnamed_officer
    assert InformationAct.FORWARDED not in seen.possible

    desk = await Readers(desks, people).of(people.khanh)
    place = f"/desk/informations/{report}/acts/intake.classified"
    await desk.open(place)
    assert await desk.press(place, nature="denunciation", reason="Có ký tên.") == 200
    assert await desk.press(place, "sure") == 200
    assert (await informations.seen(people.khanh, report)).of_unnamed_officer, (
        "only its nature changed"
    )
    assert not await service.sees(report, head)

    await desk.open(place)
    assert await desk.press(place, "find", officer=people.binh.full_name) == 200
    named = {"reason": "Đã rõ là ai.", "named_officers": str(people.binh.id)}
    assert await desk.press(place, **named) == 200
    assert await desk.press(place, "sure") == 409, "it cannot be named and unknown"
    await desk.open(place)
    assert await desk.press(place, "find", officer=people.binh.full_name) == 200
    assert await desk.press(place, of_unnamed_officer="", **named) == 200
    assert await desk.press(place, "sure") == 200
    assert (await informations.seen(people.giang, report)).about_officer
    assert not await service.sees(report, people.chi.actor())


async def test_the_citizen_s_withdrawal_is_an_act_and_the_record_stays(
    client: httpx.AsyncClient, settings: Settings
) -> None:
    code = code_of(await send(client))
    await client.post("/phan-anh/rut", data={"code": code, "sure": "yes"})
    worker = worker_of(settings)
    assert await worker.take_reports() == 2
    assert await worker.take_reports() == 0
    acts = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE act_type LIKE 'intake.%' ORDER BY number"
    )
    assert [row["act_type"] for row in acts] == ["intake.registered", "intake.withdrawn"]
    assert told(await client.get(f"/phan-anh/{code}")) == "withdrawn"
    assert await database.fetchval("SELECT withdrawn_at IS NOT NULL FROM public_inbox")


async def test_who_was_merged_with_another_report_does_not_learn_that_the_other_was_taken_back(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    """Its page would say that it is withdrawn, and that somebody else informs: it knows of no second informant."""
    codes = [code_of(await send(client, who=f"Tiệm {n}", **SAID)) for n in range(2)]
    worker = worker_of(settings)
    assert await worker.take_reports() == 2
    own, into = [
        row["id"]
        for row in await database.fetch("SELECT id FROM informations ORDER BY received_at")
    ]
    merged = acts.Merged(into=into, number="1", reason="Cùng một cửa hàng.")
    await informations.did(people.giang, own, merged)
    await client.post("/phan-anh/rut", data={"code": codes[1], "sure": "yes"})
    assert await worker.take_reports() == 1
    assert told(await client.get(f"/phan-anh/{codes[1]}")) == "withdrawn"
    assert told(await client.get(f"/phan-anh/{codes[0]}")) == "verifying"
    answered = acts.InformantTold(told_on=clock.today(), means=Means.LETTER, document_id=None)
    await informations.did(people.giang, into, answered)
    assert told(await client.get(f"/phan-anh/{codes[0]}")) == "concluded"


async def test_a_denunciation_that_is_withdrawn_on_the_page_goes_on_and_its_head_is_asked(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    """Law on Denunciations Arts 33, 34: it ends by a decision of who resolves it, and never by a press of a button."""
    formal = {"nature": "denunciation", "contact_address": "1 phố Thử", "province": "01"}
    code = code_of(await send(client, **SAID | formal))
    worker = worker_of(settings)
    await worker.take_reports()
    await client.post("/phan-anh/rut", data={"code": code, "sure": "yes"})
    assert await worker.take_reports() == 1
    row = await database.fetchrow("SELECT id, state, nature FROM informations")
    assert (row["state"], row["nature"]) == ("received", "denunciation")
    asked = (
        "SELECT officer_id FROM notices WHERE record_id = $1 AND text_key = 'information.withdrawn'"
    )
    assert [one["officer_id"] for one in await database.fetch(asked, row["id"])] == [
        people.giang.id
    ]
    decided = proceedings.WithdrawalDecided(
        decided_on=clock.today(),
        becomes=AfterWithdrawal.ENDED,
        proof="minutes",
        reason="Người tố cáo đến trụ sở ký biên bản rút",
        decision_number="3/QĐ",
        document_id=None,
    )
    async with transaction():
        outcome = await service.act(row["id"], decided, people.giang.actor("desk"))
    ledger.unwrap(outcome)
    assert await database.fetchval("SELECT state FROM informations") == "withdrawn"


async def test_the_service_officer_may_do_two_things_and_nobody_makes_it_more(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    await send(client)
    await worker_of(settings).take_reports()
    information = await database.fetchval("SELECT id FROM informations")
    async with transaction():
        service = await service_officer.for_public_form()
        assert service is not None
        assert service.roles == frozenset()
        closing = ledger.desk_act(
            RecordKind.INFORMATION,
            information,
            InformationAct.CLOSED,
            acts.Closed(reason="đã xong"),
            service,
        )
        outcome = await ledger.record(closing, service)
    assert outcome.code == "act_not_of_citizens"
    tried = (
        (PeopleAct.ROLE_GIVEN, RoleGiven(role=Role.SUPERVISOR)),
        (PeopleAct.OFFICER_DISABLED, OfficerDisabled(reason="thử")),
    )
    for by in (people.lan.actor("desk"), people.lan.actor("cli")):
        for kind, content in tried:
            async with transaction():
                act = ledger.desk_act(RecordKind.OFFICER, service.officer_id, kind, content, by)
                assert (await ledger.record(act, by)).code == "service_officer"
    credentials = "SELECT count(*) FROM credentials WHERE officer_id = $1"
    assert await database.fetchval(credentials, service.officer_id) == 0


async def test_the_citizen_s_page_follows_what_officers_do_and_tells_no_violation_before_its_time(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    """Circular 27/2020 Arts 9 and 10: verified by named officers, then the informant is told."""
    worker, words = worker_of(settings), []

    async def page(code: str) -> str:
        words.append(told(await client.get(f"/phan-anh/{code}")))
        return words[-1]

    found: list[UUID] = []
    codes = [code_of(await send(client, who=f"Tiệm {n}", **SAID)) for n in range(3)]
    assert await worker.take_reports() == 3
    found = [
        row["id"]
        for row in await database.fetch("SELECT id FROM informations ORDER BY received_at")
    ]
    an = acts.Verifier(officer_id=people.an.id, full_name="Nguyễn Hoài An")
    assigned = acts.Assigned(
        officers=[an], due_on=clock.today() + timedelta(days=5), instructions="", document_id=None
    )
    for one in found:
        await informations.did(people.giang, one, assigned)
    assert [await page(code) for code in codes] == ["verifying"] * 3
    none = acts.Verified(result=Result.NO_VIOLATION, report="Có đủ hóa đơn.", document_id=None)
    await informations.did(people.an, found[0], none)
    assert await page(codes[0]) == "no_violation"
    answered = acts.InformantTold(told_on=clock.today(), means=Means.LETTER, document_id=None)
    await informations.did(people.giang, found[0], answered)
    assert await page(codes[0]) == "result_sent"
    some = acts.Verified(result=Result.VIOLATION, report="Rượu không tem.", document_id=None)
    await informations.did(people.an, found[1], some)
    assert await page(codes[1]) == "verifying"
    merged = acts.Merged(into=found[2], number="1", reason="Cùng một cửa hàng.")
    await informations.did(people.giang, found[1], merged)
    assert await page(codes[1]) == "verifying"
    sent = acts.Redirected(
        to="Công an phường thử",
        document_id=None,
        reason="Ngoài thẩm quyền.",
        informant_told_on=None,
        means=None,
    )
    await informations.did(people.giang, found[2], sent)
    assert [await page(code) for code in codes[1:]] == ["forwarded"] * 2  # told where it went up
