"""Administrators read at the desk how the installation stands; a fault gives its sentence there, and goes with it."""

import json
import shutil
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from litestar import Litestar

from backend.core import clock, database, stores
from backend.ledger import sealer
from backend.operations.checkup import gathering, machine, noting
from backend.operations.queries import checkup as queries
from backend.operations.rules.checkup.facts import Facts
from media.store import StoreUnavailable
from schemas.core.ids import new_id
from tests.support import cases_made, statements
from tests.support.databases import Database
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers
from tests.support.statements import asked

__all__ = ["asked"]
PAGE = "/desk/health"


async def page_of(readers: Readers, person: Person) -> Reader:
    desk = await readers.of(person)
    assert await desk.look(PAGE) == 200
    return desk


async def noted() -> None:
    """A worker's round."""
    await noting.note_whole()


async def test_the_nation_s_administrator_reads_how_each_part_stands_and_since_when_it_was_looked_at(
    app: Litestar, readers: Readers, people: People
) -> None:
    await noted()
    desk = await page_of(readers, people.lan)
    for sentence in (
        "Cơ sở dữ liệu trả lời.",
        "Kho ảnh và tệp trả lời.",
        "Tiến trình nền hoạt động ở node-1.",
        "Máy phục vụ web: node-1.",
        "Hàng đợi trống.",
        "Sổ được niêm phong kịp.",
        "Cấu trúc dữ liệu khớp với phiên bản này.",
        "Khóa ký biên nhận dùng từ",
        "Tiến trình nền ghi nhận lần cuối lúc",
    ):
        assert sentence in desk.html, sentence
    assert "Chưa có bản sao lưu nào được chứng minh" in desk.html


async def test_without_a_worker_the_page_says_that_nobody_was_heard_and_what_to_do(
    app: Litestar, readers: Readers, people: People
) -> None:
    desk = await page_of(readers, people.lan)
    assert "Không có tiến trình nền nào lên tiếng" in desk.html
    assert "./hientruong worker" in desk.html
    assert f"{PAGE}/runbooks/seal-lag" in desk.html
    assert await desk.look(f"{PAGE}/runbooks/seal-lag") == 200
    assert "Entries are not sealed" in desk.html
    assert "<code>./hientruong worker</code>" in desk.html
    assert await desk.look(f"{PAGE}/runbooks/passwords") == 404
    await noted()
    assert "Không có tiến trình nền nào lên tiếng" not in (await page_of(readers, people.lan)).html


async def test_a_store_that_stopped_is_seen_at_once_and_no_longer_once_it_is_back(
    app: Litestar, readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await noted()
    real = stores.current().store.ready

    async def stopped() -> None:
        raise StoreUnavailable("connection refused")

    monkeypatch.setattr(stores.current().store, "ready", stopped)
    desk = await page_of(readers, people.lan)
    assert "Kho ảnh và tệp không trả lời" in desk.html
    monkeypatch.setattr(stores.current().store, "ready", real)
    desk = await page_of(readers, people.lan)
    assert "Kho ảnh và tệp không trả lời" not in desk.html
    assert "Kho ảnh và tệp trả lời." in desk.html


async def test_a_held_job_is_named_with_its_kind_and_class_and_never_with_words_of_a_record(
    app: Litestar, readers: Readers, people: People
) -> None:
    held = await database.fetchval(
        "INSERT INTO pgqueuer (priority, status, entrypoint, payload, dedupe_key) VALUES"
        " (0, 'failed', 'protect_photo', $1, 'x') RETURNING id",
        str(uuid4()).encode(),
    )
    told = {"exception_type": "ValueError", "exception_message": "Cơ sở Hoa Mai", "traceback": "…"}
    await database.execute(
        "INSERT INTO pgqueuer_log (job_id, status, entrypoint, priority, traceback)"
        " VALUES ($1, 'failed', 'protect_photo', 0, $2)",
        held,
        json.dumps(told),
    )
    desk = await page_of(readers, people.lan)
    assert "1 việc “khóa ảnh gốc” bị giữ lại" in desk.html
    assert "(ValueError)" in desk.html
    assert "Hoa Mai" not in desk.html
    await database.execute("DELETE FROM pgqueuer")
    assert "Không có việc nào bị giữ lại." in (await page_of(readers, people.lan)).html


async def test_an_entry_that_is_not_sealed_for_long_is_told_until_it_is_sealed(
    app: Litestar, readers: Readers, people: People, database: Database
) -> None:
    await cases_made.inspected(people)
    operator = await asyncpg.connect(database.superuser_dsn)
    try:
        await operator.execute("ALTER TABLE ledger_entries DISABLE TRIGGER USER")
        await operator.execute(
            "UPDATE ledger_entries SET received_at = now() - interval '20 minutes'"
            " WHERE entry_id IN (SELECT entry_id FROM ledger_unsealed)"
        )
    finally:
        await operator.close()
    html = (await page_of(readers, people.lan)).html
    assert "Sổ chậm niêm phong: bản ghi cũ nhất chờ 20 phút." in html
    await sealer.seal_all()
    assert "Sổ được niêm phong kịp." in (await page_of(readers, people.lan)).html


async def test_a_disk_that_is_nearly_full_is_told_and_not_once_there_is_room(
    app: Litestar, readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = type(shutil.disk_usage("/"))
    for free, told in ((3, True), (70, False)):
        with monkeypatch.context() as disk:
            disk.setattr(
                machine.shutil, "disk_usage", lambda _place, free=free: room(100, 100 - free, free)
            )
            await noted()
        html = (await page_of(readers, people.lan)).html
        assert ("ảnh mới bị từ chối" in html) is told, free
        assert (f"{PAGE}/runbooks/disk-full" in html) is told


async def test_a_certificate_of_tls_that_ends_in_ten_days_is_told_until_it_is_renewed(
    app: Litestar, readers: Readers, people: People, tmp_path: Path
) -> None:
    await noted()
    try:
        for days, told in ((10, True), (90, False)):
            machine.served_with(certificate(tmp_path, days))
            await noting.note_node("web", stores.current().settings)
            html = (await page_of(readers, people.lan)).html
            assert ("Chứng chỉ TLS của node-1 hết hạn sau" in html) is told
            assert ("Chứng chỉ TLS của node-1 còn hạn đến" in html) is not told
    finally:
        machine.served_with(None)


def certificate(folder: Path, days: int) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hientruong.example")])
    now = clock.now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=days, hours=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{days}.pem"
    path.write_bytes(made.public_bytes(Encoding.PEM))
    return path


async def test_what_stands_wrong_keeps_its_beginning_over_the_rounds(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stopped() -> None:
        raise StoreUnavailable("connection refused")

    with monkeypatch.context() as fault:
        fault.setattr(stores.current().store, "ready", stopped)
        await noted()
        first = (await whole()).began["object_store"]
        await noted()
        assert (await whole()).began["object_store"] == first
    await noted()
    assert "object_store" not in (await whole()).began


async def whole() -> Facts:
    note = await queries.note(gathering.WHOLE)
    assert note is not None
    return msgspec.json.decode(note.facts, type=Facts)


async def test_a_proven_backup_is_told_with_its_size_and_place_and_an_old_one_as_old(
    app: Litestar, readers: Readers, people: People, database: Database
) -> None:
    operator = await asyncpg.connect(database.superuser_dsn)
    prove = """
        WITH told AS (UPDATE installation SET backed_up_through = $1)
        INSERT INTO backup_proofs VALUES ($2, $1, $1, '/mnt/backups', 'hn-1', 2500000000, 1200, 9)
    """
    try:
        await operator.execute(prove, clock.now() - timedelta(days=9), "old")
        await noted()
        html = (await page_of(readers, people.lan)).html
        assert "Sao lưu đã cũ 9 ngày" in html
        assert "2,5 GB, 1.200 tệp, ở /mnt/backups" in html
        await operator.execute(prove, clock.now(), "new")
        await noted()
        html = (await page_of(readers, people.lan)).html
        assert "Sao lưu đã cũ" not in html
        assert "chứng minh lúc" in html
    finally:
        await operator.execute("UPDATE installation SET backed_up_through = NULL")
        await operator.execute("DELETE FROM backup_proofs")
        await operator.close()


async def test_certificates_that_end_soon_are_listed_in_the_scope_of_who_administers(
    app: Litestar, readers: Readers, people: People, database: Database
) -> None:
    operator = await asyncpg.connect(database.superuser_dsn)
    register = """
        INSERT INTO officer_certificates (id, officer_id, kind, der, fingerprint, subject, issuer, valid_from, valid_to)
        VALUES ($1, $2, 'outside', '\\x00', $3, 'CN=x', 'CN=y', now(), $4)
    """
    try:
        for person in (people.giang, people.ho):
            made = new_id()
            ends = clock.now() + timedelta(days=10)
            await operator.execute(register, made, person.id, made.hex * 2, ends)
        hanoi = (await page_of(readers, people.my)).html
        assert people.giang.full_name in hanoi
        assert people.ho.full_name not in hanoi, "Đà Nẵng's"
        assert "Cơ sở dữ liệu trả lời." not in hanoi, "parts are the nation's"
        nation = (await page_of(readers, people.lan)).html
        assert people.giang.full_name in nation
        assert people.ho.full_name in nation
        later = new_id()
        ends = clock.now() + timedelta(days=500)
        await operator.execute(register, later, people.giang.id, later.hex * 2, ends)
        assert people.giang.full_name not in (await page_of(readers, people.my)).html, "renewed"
    finally:
        await operator.execute("DELETE FROM officer_certificates WHERE issuer = 'CN=y'")
        await operator.close()


async def test_auditors_of_the_nation_see_whether_records_are_safe_and_others_nothing(
    app: Litestar, readers: Readers, people: People
) -> None:
    await noted()
    html = (await page_of(readers, people.khanh)).html
    assert "Sổ được niêm phong kịp." in html
    assert "Máy phục vụ web" not in html
    assert "/desk/restores" in html
    for person in (people.an, people.giang, people.nga):
        assert await (await readers.of(person)).look(PAGE) == 403


async def test_the_page_says_the_same_in_english_and_is_linked_from_the_page_about_the_system(
    app: Litestar, readers: Readers, people: People
) -> None:
    await noted()
    desk = await readers.of(people.lan)
    desk.cookies["ht_language"] = "en"
    assert await desk.look(PAGE) == 200
    assert "The ledger is sealed in time." in desk.html
    assert "The queue is empty." in desk.html
    assert await desk.look("/desk/about") == 200
    assert f'href="{PAGE}"' in desk.html


async def test_the_page_costs_no_more_than_others(
    app: Litestar, readers: Readers, people: People, asked: list[str]
) -> None:
    await noted()
    desk = await readers.of(people.lan)
    asked.clear()
    assert await desk.look(PAGE) == 200
    assert len(asked) <= statements.MOST_OF_A_PAGE, "\n".join(asked)
    assert len(desk.html.encode()) <= statements.MOST_BYTES_OF_A_PAGE
