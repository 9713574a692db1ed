"""What an officer recorded before his access ended comes in under his own signatures, and is kept aside."""

from uuid import UUID, uuid4

import msgspec

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted
from deploy.demo.seals import DeviceKey
from schemas.core.ids import new_id
from tests.integration.exchange.rescue.days import WHERE, Day, a_day
from tests.support.assertions import accepted
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.rescue import bring
from tests.support.uploads import all_stored

EVIDENCE = {"place.fixed", "photo.taken", "minutes.written", "person.signed"}
STEPS = {"inspection.opened", "inspection.announced", "inspection.submitted"}


async def _came_to(day: Day) -> tuple[dict[str, set[str | None]], dict[str, set[str]]]:
    """Quarantine codes of what stands in the ledger, and codes of what was refused, by type of act."""
    held: dict[str, set[str | None]] = {}
    for row in await database.fetch(
        "SELECT act_type, quarantine FROM ledger_entries WHERE record_id = $1 AND device_id IS NOT NULL",
        day.record,
    ):
        held.setdefault(row["act_type"], set()).add(row["quarantine"])
    refused: dict[str, set[str]] = {}
    for row in await database.fetch("SELECT act_type, code, act FROM refused_acts"):
        refused.setdefault(row["act_type"], set()).add(row["code"])
    return held, refused


async def _nothing_is_lost(day: Day) -> None:
    """Every act of the phone stands in the ledger or among the refused, byte for byte as it was signed."""
    kept = await database.fetch(
        "SELECT act FROM ledger_entries UNION ALL SELECT act FROM refused_acts"
    )
    texts = [msgspec.json.decode(row["act"]) for row in kept]
    for act in day.acts:
        assert act in texts, act["type"]


async def test_of_a_revoked_phone_evidence_is_kept_aside_and_steps_are_refused(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    await database.execute(
        "UPDATE devices SET revoked_at = now() WHERE id = $1", UUID(day.phone.device_id)
    )
    desk = await readers.of(people.giang)
    address = await bring(desk, day.file())
    await all_stored()
    held, refused = await _came_to(day)
    assert held == {key: {"device_revoked"} for key in EVIDENCE}
    assert refused == {key: {"device_doubt"} for key in STEPS}
    await _nothing_is_lost(day)
    stored = await database.fetchval("SELECT count(*) FROM photos WHERE stored_at IS NOT NULL")
    assert stored == len(day.pictures)
    await desk.open(address)
    assert "Thiết bị này đã bị thu hồi" in desk.page.text
    assert "Chờ xem xét" in desk.page.text

    async with transaction():
        outcome = await inspections.admit(
            day.record,
            UUID(day.act_of("photo.taken")["id"]),
            "Đã hỏi lại cán bộ, đúng ảnh tại hiện trường",
            people.giang.actor(),
        )
    assert isinstance(outcome, Accepted), outcome


async def test_of_a_disabled_officer_evidence_is_kept_aside_and_steps_are_refused(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.an.id)
    desk = await readers.of(people.giang)
    address = await bring(desk, day.file())
    await all_stored()
    held, refused = await _came_to(day)
    assert held == {key: {"officer_disabled"} for key in EVIDENCE}
    assert refused == {key: {"access_ended"} for key in STEPS}
    await _nothing_is_lost(day)
    assert await database.fetchval("SELECT count(*) FROM photos WHERE stored_at IS NOT NULL") == 2
    await desk.open(address)
    assert "Tài khoản của công chức này đã bị khóa" in desk.page.text
    assert await desk.look(f"/desk/inspections/{day.record}") == 200
    assert "Tài khoản của người ghi đã bị khóa" in desk.page.text


async def test_of_one_who_is_not_on_the_team_evidence_is_kept_aside(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people, people.em)
    await bring(await readers.of(people.giang), day.file())
    held, refused = await _came_to(day)
    assert held == {key: {"not_on_team"} for key in EVIDENCE}
    assert refused == {key: {"not_on_team"} for key in STEPS}
    await _nothing_is_lost(day)


async def test_what_the_server_had_before_access_ended_is_only_repeated(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    accepted(await day.phone.deliver(day.acts))
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.an.id)
    await bring(await readers.of(people.giang), day.file())
    held, refused = await _came_to(day)
    assert held == {key: {None} for key in EVIDENCE | STEPS}
    assert refused == {}


async def test_a_forged_act_is_kept_aside_and_does_not_make_the_phone_look_late(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    pack = day.pack
    forger = DeviceKey()

    def forged(act_type: str, content: object) -> dict[str, object]:
        act = day.acts[-1] | {
            "id": str(new_id()),
            "type": act_type,
            "content": content,
            "seq": 10**9,
        }
        del act["signature"]
        return act | {"signature": forger.sign(act)}

    changed = day.act_of("place.fixed") | {"id": str(new_id())}
    pack.acts = [
        forged("place.fixed", WHERE),
        forged("inspection.submitted", day.acts[-1]["content"]),
        changed,
        {"id": "không phải việc", "officer_id": pack.officer_id},
    ]
    pack.photos = []
    desk = await readers.of(people.giang)
    address = await bring(desk, day.file(pack))
    held, refused = await _came_to(day)
    assert held == {"place.fixed": {"signature_invalid"}}
    assert refused["inspection.submitted"] == {"device_doubt"}
    assert "act_malformed" in {code for codes in refused.values() for code in codes}
    await desk.open(address)
    assert "4 việc không có chữ ký hợp lệ" in desk.page.text
    log = await database.fetch("SELECT 1 FROM device_logs")
    assert log == []

    accepted(await day.phone.send())
    rows = await database.fetch(
        "SELECT verdicts FROM ledger_entries WHERE record_id = $1 AND quarantine IS NULL "
        "AND device_id IS NOT NULL",
        day.record,
    )
    assert len(rows) == len(day.acts)
    for row in rows:
        assert msgspec.json.decode(row["verdicts"])["sequence"] == "ok"


async def test_a_photograph_that_is_not_what_it_says_is_told_and_the_others_come_in(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    pack = day.pack
    entry, data = pack.photos[0]
    pack.photos[0] = (entry, b"x" * len(data))
    extra = {**entry, "photo_id": str(uuid4()), "size": 5, "sha256": _SHA_OF_OTHER}
    pack.photos.append((extra, b"other"))
    desk = await readers.of(people.giang)
    address = await bring(desk, day.file(pack))
    await all_stored()
    rows = await database.fetch("SELECT id, stored_at FROM photos")
    assert {str(row["id"]): row["stored_at"] is not None for row in rows} == {
        day.pictures[0].photo_id: False,
        day.pictures[1].photo_id: True,
    }
    await desk.open(address)
    assert "Không nhận" in desk.page.text
    assert "Không việc nào nhắc tới" in desk.page.text
    kept = await database.fetchrow("SELECT state, officer_id FROM uploads WHERE length = 5")
    assert (kept["state"], kept["officer_id"]) == ("stored", people.an.id)


_SHA_OF_OTHER = "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa"
