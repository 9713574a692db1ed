"""Scans: taken once, stored and read back, locked, given to whoever may see the record and to nobody else."""

import hashlib
from uuid import UUID

import httpx
import pytest

from backend.casework.issued_documents import scans
from backend.casework.issued_documents.scans import Scan, ScanWrong
from backend.core import database, stores
from backend.core.errors import NotFound, Unavailable
from backend.documents import scans as stored_scans
from backend.fieldwork.evidence.auditing import Auditor
from backend.force.queries import scans as scan_queries
from backend.operations.verification import service as verification
from media.store import StoreUnavailable
from schemas.core.ids import new_id
from tests.support import cases_made
from tests.support import scans as made
from tests.support.people import People, Person
from tests.support.readers import Readers, readers
from tests.support.verifying import verify

__all__ = ["readers"]

pytestmark = pytest.mark.usefixtures("app")


async def scanned(people: People, data: bytes) -> tuple[cases_made.Case, UUID, Scan]:
    """A paper of a case of Hà Nội's, and its scan sent by an."""
    case = await cases_made.inspected(people)
    document = await case.paper("BC", people.an)
    return case, document, await scans.of_paper(document, data, people.an.actor("desk"))


async def test_a_scan_is_stored_read_back_and_locked_and_verify_knows_it(people: People) -> None:
    case, _, scan = await scanned(people, made.pdf())
    row = await scan_queries.named(scan.id, case.id)
    assert row is not None
    assert (row.sha256, row.size) == (scan.sha256, len(made.pdf()))
    assert scan.media_type == "application/pdf"
    assert await scan_queries.named(scan.id, new_id()) is None
    await stored_scans.protect(stores.current(), scan.id)
    await stored_scans.protect(stores.current(), scan.id)
    stored = await scan_queries.stored(scan.id)
    assert stored is not None
    assert stored.protected_at is not None

    report = await verify()
    about = [one for one in report.findings if str(scan.id) in one.where]
    assert not about
    assert not [key for key in report.orphans if str(scan.id) in key]


async def test_verify_tells_of_a_scan_whose_bytes_are_not_there(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stores.current().store

    async def nothing(*_: object, **__: object) -> None: ...

    real = store.read_back
    with monkeypatch.context() as lying:
        lying.setattr(store, "put_bytes", nothing)

        async def said(name: object) -> tuple[str, int]:
            del name
            return hashlib.sha256(made.pdf()).hexdigest(), len(made.pdf())

        lying.setattr(store, "read_back", said)
        _, _, scan = await scanned(people, made.pdf())
    assert store.read_back == real
    report = await verification.in_snapshot(Auditor(store), lambda *_: None)
    (what,) = [one.what for one in report.findings if str(scan.id) in one.where]
    assert what.startswith("its file is gone from the store (paper ")
    assert "of case " in what
    assert "signed by " in what


async def test_the_same_bytes_again_are_the_same_scan(people: People) -> None:
    case, document, first = await scanned(people, made.jpeg())
    again = await scans.of_paper(document, made.jpeg(), people.giang.actor("desk"))
    other = await scans.of_paper(document, made.jpeg(1), people.an.actor("desk"))
    assert again == first
    assert other.id != first.id
    count = await database.fetchval("SELECT count(*) FROM scans WHERE record_id = $1", case.id)
    assert count == 2


@pytest.mark.parametrize("name", made.hostile())
async def test_nothing_but_a_scan_is_kept(people: People, name: str) -> None:
    case = await cases_made.inspected(people)
    document = await case.paper("BC", people.an)
    with pytest.raises(ScanWrong):
        await scans.of_paper(document, made.hostile()[name], people.an.actor("desk"))
    assert await database.fetchval("SELECT count(*) FROM scans") == 0


async def test_where_the_store_does_not_answer_nothing_is_said_to_be_there(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    document = await case.paper("BC", people.an)

    async def down(*_: object, **__: object) -> None:
        raise StoreUnavailable("the store does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(stores.current().store, "read_back", down)
        with pytest.raises(Unavailable):
            await scans.of_paper(document, made.pdf(), people.an.actor("desk"))
    assert await database.fetchval("SELECT count(*) FROM scans") == 0
    await scans.of_paper(document, made.pdf(), people.an.actor("desk"))


async def test_nobody_scans_for_a_paper_that_he_does_not_see(people: People) -> None:
    case = await cases_made.inspected(people)
    document = await case.paper("BC", people.an)
    for person in (people.em, people.ho, people.lan):
        with pytest.raises(NotFound):
            await scans.of_paper(document, made.pdf(), person.actor("desk"))


async def _taken(readers: Readers, person: Person, scan: Scan) -> httpx.Response | None:
    reader = await readers.of(person)
    answer = await reader._ask("GET", f"/desk/scans/{scan.id}")
    assert answer.status_code in (200, 404)
    return answer if answer.status_code == 200 else None


async def test_a_scan_is_a_file_for_whoever_sees_the_case_and_nothing_for_others(
    people: People, readers: Readers
) -> None:
    case, _, scan = await scanned(people, made.pdf())
    for person in (people.an, people.giang, people.khanh):
        answer = await _taken(readers, person, scan)
        assert answer is not None
        assert answer.content == made.pdf()
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["x-content-type-options"] == "nosniff"
        seen = await database.fetchval(
            "SELECT count(*) FROM access_log WHERE action = 'scan.read' AND record_id = $1 AND officer_id = $2",
            case.id,
            person.id,
        )
        assert seen == 1
    for person in (people.em, people.ho, people.lan, people.my):
        assert await _taken(readers, person, scan) is None


async def test_a_scan_about_an_officer_is_seen_by_his_unit_s_readers_and_administrators(
    people: People, readers: Readers
) -> None:
    scan = await scans.of_officer(people.hai.id, made.jpeg(), people.my.actor("desk"))
    for person in (people.hai, people.my, people.lan, people.giang, people.khanh):
        assert await _taken(readers, person, scan) is not None
    for person in (people.an, people.ho, people.dung):
        assert await _taken(readers, person, scan) is None
