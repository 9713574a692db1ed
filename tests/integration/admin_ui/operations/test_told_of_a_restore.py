"""After a restore people are told: who holds a paper that the register lost, and who has to answer for what is gone."""

import io
import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar

from backend.core import database as backend_database
from backend.core import keys
from backend.core.settings import Settings
from backend.documents.rules import signing
from deploy.servers import Servers
from schemas.ledger.installation import LedgerRestored
from tests.integration.documents.signing.test_verify import Issued, issue
from tests.support import factories, restoring
from tests.support.databases import Database
from tests.support.people import People
from tests.support.readers import Readers

API = "/api/public/v1/documents"


@pytest.fixture
async def client(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """A stranger's browser."""
    transport = httpx.ASGITransport(app=app, client=("198.51.100.7", 50000))
    async with httpx.AsyncClient(transport=transport, base_url="https://hientruong.test") as made:
        yield made


class Lost:
    """A paper of before the backup, and one that a citizen holds and the restored database does not know."""

    def __init__(self, kept: Issued, gone: Issued, declared: LedgerRestored) -> None:
        self.kept, self.gone, self.declared = kept, gone, declared


@pytest.fixture
async def lost(
    app: Litestar,
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    tmp_path: Path,
) -> Lost:
    """The database as it was between two papers, declared; this process works on it."""
    kept = await issue(people)
    copy = await restoring.copied(database, servers)
    gone = await issue(people)
    return Lost(kept, gone, await restoring.declared(settings, copy))


async def test_who_holds_a_paper_of_the_lost_part_is_not_told_that_it_is_none(
    lost: Lost, client: httpx.AsyncClient
) -> None:
    page = await client.get(f"/verify/{lost.gone.code}")
    answer = await client.get(f"{API}/{lost.gone.code}")
    assert (page.status_code, answer.status_code) == (404, 404)
    assert answer.json()["code"] == "document_unknown"
    for text in (page.text, answer.json()["text"]["vi"]):
        assert "khôi phục từ bản sao lưu" in text
        assert "không có nghĩa là văn bản không thật" in text
    # As before: nobody learns by guessing what a code is.
    for guess in (signing.new_code(), "x", str(lost.gone.document)):
        assert (await client.get(f"/verify/{guess}")).text == page.text
    assert "có hiệu lực" in (await client.get(f"/verify/{lost.kept.code}")).text


async def test_nobody_is_told_of_a_restore_where_there_was_none(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    page = await client.get(f"/verify/{signing.new_code()}")
    assert "Không có văn bản nào mang mã này" in page.text
    assert "khôi phục" not in page.text
    desk = await readers.of(people.khanh)
    assert await desk.look("/desk/restores") == 200
    assert "Chưa lần nào" in desk.page.text


async def test_auditors_heads_and_administrators_read_what_was_lost_and_which_numbers_are_missing(
    lost: Lost, people: People, readers: Readers
) -> None:
    for person in (people.khanh, people.giang, people.lan):
        desk = await readers.of(person)
        assert await desk.look("/desk/restores") == 200
        for said in (restoring.REASON, lost.declared.operator, str(lost.declared.log_after)):
            assert said in desk.page.text
        assert "không rõ bao nhiêu" in desk.page.text
        if person is not people.lan:  # who has no sequence below him
            assert f"2–{1 + lost.declared.numbers.of_units}" in desk.page.text
    desk = await readers.of(people.an)
    assert await desk.look("/desk/restores") == 403


async def test_who_begins_his_day_reads_from_when_to_when_the_desk_lost_its_work(
    lost: Lost, people: People, readers: Readers
) -> None:
    head = await readers.of(people.giang)
    await head.open("/desk/")
    assert "không còn trong sổ" in head.page.text
    await head.follow("/desk/restores")
    assert restoring.REASON in head.page.text
    inspector = await readers.of(people.an)
    await inspector.open("/desk/")
    assert "không còn trong sổ" in inspector.page.text
    assert inspector.page.link("/desk/restores") is None


async def test_a_package_taken_after_a_restore_brings_the_signed_word_of_it(
    lost: Lost, people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.khanh)
    await desk.open(f"/desk/inspections/{work.id}/export")
    form = desk.form("/export")
    answer = await desk._ask("POST", form.action, form.sent())
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    [act] = [one for one in archive.namelist() if one.startswith("restores/acts/")]
    told: dict[str, Any] = json.loads(archive.read(act))
    assert told["content"]["reason"] == restoring.REASON
    [signed] = [
        one
        for one in archive.namelist()
        if one.startswith("restores/receipts/") and one.endswith(".signed")
    ]
    receipt = json.loads(archive.read(signed))
    keys.current().public[receipt["key_id"]].verify(
        archive.read(signed.replace(".signed", ".sig")), archive.read(signed)
    )
    assert "restores/" in archive.read("HUONG-DAN.txt").decode()


async def test_whoever_was_signed_in_when_the_backup_was_made_signs_in_anew(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    readers: Readers,
    tmp_path: Path,
) -> None:
    """He may have signed out since, or lost the machine."""
    desk = await readers.of(people.giang)
    assert await desk.look("/desk/") == 200
    copy = await restoring.copied(database, servers)
    await restoring.declared(settings, copy)
    await desk.look("/desk/")
    assert "/desk/sign-in" in desk.page.url
    open_ones = await backend_database.fetchval(
        "SELECT (SELECT count(*) FROM desk_sessions WHERE ended_at IS NULL)"
        " + (SELECT count(*) FROM enrolments WHERE used_at IS NULL)"
    )
    assert open_ones == 0
