"""The server's keys are replaced while phones and processes go on: what the old ones signed stays good."""

import io
import json
import re
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import asyncpg
import msgspec
import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from backend.core import anchors, clock, database, key_register, keys
from backend.core.queries import key_register as queries
from backend.core.settings import Settings
from backend.ledger import sealer
from backend.operations.recovery import outside
from backend.operations.recovery import service as recovery
from backend.operations.verification import outside as outside_checks
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report, Verdict
from backend.operations.verification.ring import verify_ring
from deploy import key_rotation
from deploy.demo import contents
from deploy.servers import Servers
from tests.integration.exchange.rescue.days import WHERE, a_day
from tests.support import factories
from tests.support.assertions import accepted
from tests.support.databases import Database
from tests.support.people import People
from tests.support.phone import Phone, Phones, photographed
from tests.support.readers import Readers
from tests.support.rescue import bring
from tests.support.uploads import all_stored
from tests.support.verifying import verify


@pytest.fixture
def settings(settings: Settings, servers: Servers, tmp_path: Path) -> Settings:
    """With a folder of keys of the test's own."""
    shutil.copytree(servers.folder.keys, tmp_path / "keys")
    return msgspec.structs.replace(settings, keys_dir=tmp_path / "keys")


async def rotate(settings: Settings, database: Database, *, secrets: bool = False) -> None:
    """As the command does it; this process goes on with the keys that it has."""
    await key_rotation.rotate(
        settings.keys_dir,
        database.owner_dsn,
        reason="đến hạn",
        said_by="thử",
        secrets=secrets,
        wait=0,
    )


async def photograph(phone: Phone, record: UUID, caption: str) -> tuple[str, bytes]:
    """Take a photograph, send act and bytes, and have its byte receipt checked."""
    photo_id, data = photographed(phone, record, where=WHERE, caption=caption)
    accepted(await phone.send())
    await phone.upload(photo_id, data, "image/jpeg", str(record))
    await all_stored()
    assert await phone.byte_receipt(photo_id, data)
    return photo_id, data


async def key_ids(table: str, column: str) -> set[str]:
    rows = await database.fetch(f"SELECT DISTINCT {column} AS key_id FROM {table}")
    return {row["key_id"] for row in rows if row["key_id"]}


async def test_a_day_goes_on_over_a_rotation_and_everything_of_both_keys_verifies(
    phones: Phones, people: People, settings: Settings, database: Database
) -> None:
    day = await a_day(phones, people)
    phone, before = day.phone, keys.current().key_id
    accepted(await phone.send())
    old_receipts = dict(phone.receipts)
    await sealer.seal_once()
    await rotate(settings, database)
    keys.load(settings.keys_dir)  # the processes are started anew
    await key_register.refresh()
    now = keys.current().key_id
    assert now != before

    # The phone's acts bear anchors of the old key still: it was offline.
    phone.write(str(day.record), "place.fixed", contents.place(210285110, 1058542300))
    with pytest.raises(Exception, match="never named"):
        await (
            phone.send()
        )  # a phone that has not spoken to the server since believes no key that it does not know
    await phone.sync()
    told = [key["key_id"] for key in phone.session["server_keys"] if key["use"] == "receipt"]
    assert told == [before]
    accepted(await phone.send())
    row = await last_verdicts()
    assert row["time"] != "anchor_unknown"
    for receipt in old_receipts.values():
        phone.keys.check(receipt)

    # A phone fresh out of its box is told the key in use first, the old one after it, and one recipient alone.
    fresh = await phones.of(people.binh)
    uses = [(key["use"], key["key_id"]) for key in fresh.session["server_keys"]]
    assert uses[0] == ("receipt", now)
    assert ("receipt", before) in uses
    assert [use for use, _ in uses].count("rescue") == 1

    await sealer.seal_once()
    assert await key_ids("ledger_entries", "key_id") == {before, now}
    assert await key_ids("ledger_checkpoints", "key_id") == {before, now}
    report = await verify()
    assert report.verdict is Verdict.OK, report.findings


async def last_verdicts() -> dict[str, str]:
    verdicts: dict[str, str] = msgspec.json.decode(
        await database.fetchval(
            "SELECT verdicts FROM ledger_entries ORDER BY entry_id DESC LIMIT 1"
        )
    )
    return verdicts


async def test_a_process_that_was_not_started_anew_takes_what_the_new_key_signed(
    phones: Phones, people: People, settings: Settings, database: Database, tmp_path: Path
) -> None:
    shutil.copytree(settings.keys_dir, tmp_path / "old")
    work = await factories.announced(people)
    await rotate(settings, database)
    new = keys.load(settings.keys_dir)
    anchor = anchors.make()
    keys.load(tmp_path / "old")  # as it runs on in another process, or on another node
    assert anchors.read(anchor) is None
    await key_register.refresh()
    assert anchors.read(anchor) is not None
    phone = await phones.of(people.an)
    assert new.key_id in {key["key_id"] for key in phone.session["server_keys"]}
    phone.outbox.anchor = anchor
    phone.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    accepted(await phone.send())
    assert (await last_verdicts())["time"] == "ok"
    await sealer.seal_once()
    keys.load(settings.keys_dir)
    report = await verify()
    assert report.verdict is Verdict.OK, report.findings


async def test_a_rescue_file_for_the_old_recipient_is_opened(
    phones: Phones, people: People, readers: Readers, settings: Settings, database: Database
) -> None:
    day = await a_day(phones, people)
    file = day.file()
    await rotate(settings, database)
    keys.load(settings.keys_dir)
    desk = await readers.of(people.giang)
    await bring(desk, file)
    assert (await day.phone.inspection(str(day.record)))["state"] == "submitted"


async def test_a_second_factor_sealed_under_the_old_secrets_key_still_opens(
    phones: Phones, people: People, settings: Settings, database: Database
) -> None:
    phone = await phones.of(people.an)
    await rotate(settings, database, secrets=True)
    keys.load(settings.keys_dir)
    await phone.sync()  # a session needs no key of ours
    await phone.refresh()
    await phones.sign_in(phone, people.an)
    await phone.sync()


async def test_a_package_brings_both_keys_and_says_which_day_each_is_of(
    phones: Phones, people: People, readers: Readers, settings: Settings, database: Database
) -> None:
    day = await a_day(phones, people, photos=1)
    accepted(await day.phone.send())
    before = keys.current().key_id
    await rotate(settings, database)
    keys.load(settings.keys_dir)
    await day.phone.sync()
    await photograph(day.phone, day.record, "sau khi thay khóa")
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{day.record}")
    await desk.follow(f"{day.record}/export")
    form = desk.form("/export")
    answer = await desk._ask("POST", form.action, form.sent())
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    signed_by = set()
    for name in archive.namelist():
        if not re.fullmatch(r"receipts/.*\.sig", name):
            continue
        signed = archive.read(name.replace(".sig", ".signed"))
        key_id = json.loads(signed)["key_id"]
        public = load_pem_public_key(archive.read(f"keys/server-{key_id}.pem"))
        public.verify(archive.read(name), signed)  # type: ignore[union-attr, call-arg]
        signed_by.add(key_id)
    assert signed_by == {before, keys.current().key_id}
    said = {(one["key_id"], one["event"]) for one in json.loads(archive.read("keys/ring.json"))}
    assert {(before, "made"), (before, "retired"), (keys.current().key_id, "made")} <= said


async def test_a_rotation_that_was_cut_short_goes_on_with_the_key_that_it_had_named(
    pool: None, settings: Settings, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(key_rotation, "_take_their_place", _killed)
        with pytest.raises(KeyboardInterrupt):
            await rotate(settings, database)
    named = {said.key_id for said in await queries.list_statements() if said.event == "made"}
    before = keys.current().key_id
    assert keys.load(settings.keys_dir).key_id == before  # whoever starts now signs as before
    await rotate(settings, database)
    assert keys.load(settings.keys_dir).key_id in named
    assert {
        said.key_id for said in await queries.list_statements() if said.event == "made"
    } == named
    del pool


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


async def test_nobody_who_can_write_the_database_makes_a_key_ours(
    people: People, pool: None, settings: Settings, database: Database, tmp_path: Path
) -> None:
    await factories.announced(people)
    keys.create(tmp_path / "strange")
    await key_rotation.enter_ring(database.owner_dsn, tmp_path / "strange")
    stranger = keys.Keys(tmp_path / "strange").key_id
    await key_register.refresh()
    assert stranger not in keys.current().public
    report = await verification.in_snapshot(None, lambda *_: None)
    assert {finding.where for finding in report.findings} >= {f"key {stranger}"}
    assert report.verdict is Verdict.INCOMPLETE
    del pool, settings


async def test_what_a_thief_entered_under_the_stolen_key_does_not_outlive_it(
    people: People, pool: None, settings: Settings, database: Database, tmp_path: Path
) -> None:
    await factories.announced(people)
    stolen = keys.current()
    keys.create(tmp_path / "strange")
    strange = keys.Keys(tmp_path / "strange")
    successor = stolen.state(
        key_id=strange.key_id,
        use="receipt",
        event="made",
        public_key=strange.jwk,
        at=clock.rfc3339(clock.now() - timedelta(days=1)),
        reason="đến hạn",
        said_by="root",
    )
    intruder = await asyncpg.connect(database.owner_dsn)
    await queries.insert([successor], intruder.execute)
    await intruder.close()
    await rotate(settings, database)
    keys.load(settings.keys_dir)
    await key_rotation.declare(
        settings.keys_dir,
        database.owner_dsn,
        stolen.key_id,
        clock.now() - timedelta(days=2),
        reason="mất cắp",
        said_by="thử",
    )
    keys.load(settings.keys_dir)  # as every process that starts from now on
    left = await key_register.refresh()
    assert strange.key_id not in keys.current().public
    assert [said.key_id for said in left] == [strange.key_id]
    report = await verification.in_snapshot(None, lambda *_: None)
    assert f"key {strange.key_id}" in {finding.where for finding in report.findings}
    again = await key_rotation.declare(
        settings.keys_dir,
        database.owner_dsn,
        stolen.key_id,
        keys.current().ring.stolen[stolen.key_id],
        reason="nghĩ lại",
        said_by="thử",
    )
    assert again.reason == "mất cắp", "the same moment again is the first saying"
    del people, pool


async def test_what_a_stolen_key_signed_since_is_told_and_what_was_sealed_before_stays_proven(
    people: People,
    pool: None,
    settings: Settings,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = clock.now
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: real() - timedelta(days=10))
        work = await factories.announced(people)
        await sealer.seal_once()
    stolen = keys.current().key_id
    shutil.copytree(settings.keys_dir, tmp_path / "thief")
    await rotate(settings, database)
    keys.load(settings.keys_dir)
    day = real() - timedelta(days=3)
    await key_rotation.declare(
        settings.keys_dir, database.owner_dsn, stolen, day, reason="mất máy chủ", said_by="thử"
    )
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings
    assert any(stolen in note and "mất máy chủ" in note for note in report.notes)

    keys.load(tmp_path / "thief")
    with monkeypatch.context() as then:  # the thief dates it before the theft
        then.setattr(clock, "now", lambda: real() - timedelta(days=9))
        await factories.take_photo(work)
    keys.load(settings.keys_dir)
    await sealer.seal_once()
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.INCOMPLETE, report.findings
    (told,) = report.findings
    assert told.where == f"key {stolen}"
    assert told.what.startswith("1 receipts under it are of entries that no checkpoint")


async def test_what_was_sealed_under_a_checkpoint_outside_before_the_day_stays_proven(
    people: People,
    pool: None,
    settings: Settings,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = clock.now
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: real() - timedelta(days=10))
        await factories.announced(people)
        await sealer.seal_once()
    file = tmp_path / "kept.json"
    file.write_bytes(await recovery.newest_checkpoint() or b"")
    owner = await asyncpg.connect(
        database.superuser_dsn
    )  # whoever owns the database takes out its own
    await owner.execute("ALTER TABLE ledger_checkpoints DISABLE TRIGGER USER")
    await owner.execute("DELETE FROM ledger_checkpoints")
    await owner.close()
    stolen = keys.current().key_id
    await rotate(settings, database)
    keys.load(settings.keys_dir)
    for days, proven in ((3, True), (11, False)):
        day = real() - timedelta(days=days)
        await key_rotation.declare(
            settings.keys_dir, database.owner_dsn, stolen, day, reason="mất máy", said_by="thử"
        )
        keys.load(settings.keys_dir)
        kept = outside.read_file(file)
        assert kept.signed is proven
        assert kept.remark is not None
        for more in ([], [kept]):
            report = Report()
            await verify_ring(report, outside_checks.sealed_before(None, more))
            assert (report.findings == []) is (proven and more == [kept]), report.findings
    report = Report()
    await outside_checks.check(report, None, [kept])
    assert [one.verdict for one in report.findings] == [Verdict.INCOMPLETE]
    assert f"({stolen}) counts as stolen from" in report.findings[0].what


async def test_what_was_sealed_to_the_old_informants_key_still_opens(
    settings: Settings, database: Database, pool: None
) -> None:
    """`rotate-keys --informants`: the old private half stays in retired/, and matches of before are still found."""
    old = keys.load(settings.keys_dir).informants
    sealed, told = old.seal("Bà Tư".encode()), old.hash("phone", b"0900000001")
    await key_rotation.rotate(
        settings.keys_dir,
        database.owner_dsn,
        reason="đến hạn",
        said_by="thử",
        secrets=False,
        informants=True,
        wait=0,
    )
    new = keys.load(settings.keys_dir)
    assert new.informants.key_id != old.key_id
    assert new.informants.open(sealed) == "Bà Tư".encode()
    assert new.informants.hashes("phone", b"0900000001") == [
        new.informants.hash("phone", b"0900000001"),
        told,
    ]
    assert [one.use for one in new.ring.events(old.key_id, "retired")] == ["informants"]
    told_to_phones = [one.key_id for one in new.public_keys() if one.use == "informants"]
    assert told_to_phones == [new.informants.key_id], "phones seal to the new one alone"
