"""Issuing holds nothing while it waits: a number is reserved, the paper is signed outside, and then it is entered."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.casework.issued_documents import issuing
from backend.casework.issued_documents import service as issued_documents
from backend.core import database, stores
from backend.core.database import transaction
from backend.core.errors import RefusedAct, Unavailable
from backend.core.settings import Settings
from backend.documents import forms
from backend.documents import issuing as paper_issuing
from backend.documents.signing import service as signing
from backend.operations.verification import service as verification
from media.store import StoreUnavailable
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from tests.integration.casework.issued_documents.test_issue import certified, issue, ready
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.desk import Desks
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, Stamps, authority

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


@pytest.fixture
def stamps(issuer: Authority, settings: Settings) -> Iterator[Stamps]:
    """The authority's time-stamps come from a service that keeps everybody waiting."""
    made = Stamps(issuer.folder)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder, tsa_url=made.url))
    yield made
    made.stop()


async def second_head(people: People) -> dict[str, Any]:
    """Let hai head the department too; returns how a paper names him."""
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Chi cục trưởng' WHERE officer_id = $1",
        people.hai.id,
    )
    return {"signer": {"name": people.hai.full_name, "title": "Chi cục trưởng", "unit": "Chi cục"}}


async def post(browser: Any, document: UUID, **values: str) -> int:
    """Send the sign page's form; the status of the answer."""
    await browser.open(f"/desk/documents/{document}/sign")
    form = next(one for one in browser.page.forms if one.action.endswith("/sign"))
    for name, value in (values | {"alone": "Trực một mình"}).items():
        if form.find(name) is not None:
            form.fill(name, value)
    return int(await browser.try_submit(form))


async def by_hand(browser: Any, document: UUID) -> int:
    """Sign by hand, which asks nobody for a stamp."""
    await browser.open(f"/desk/documents/{document}/sign")
    form = next(one for one in browser.page.forms if one.action.endswith("/sign"))
    if form.find("alone") is not None:
        form.fill("alone", "Trực một mình")
    button = next(one for one in form.buttons if one.value == "yes")
    return int(await browser.try_submit(form, button))


async def asked(stamps: Stamps) -> None:
    """Until somebody waits for a stamp."""
    assert await asyncio.to_thread(stamps.asked.wait, 20)


async def register() -> list[tuple[int, str, UUID]]:
    """All numbers of papers, cases' own left out."""
    rows = await database.fetch(
        "SELECT number, state, document_id FROM document_numbers WHERE form NOT IN ('VV', 'QĐ-KT')"
        " ORDER BY year, number, reserved_at"
    )
    return [(row["number"], row["state"], row["document_id"]) for row in rows]


async def number_of(document: UUID, by: Person) -> str | None:
    _, _, paper = await cases.paper(document, by.actor("desk"))
    return paper.number


async def test_while_the_time_stamp_service_is_silent_the_unit_s_other_signer_issues(
    people: People, issuer: Authority, stamps: Stamps, desks: Desks
) -> None:
    case = await cases_made.inspected(people)
    other = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    first, _ = await ready(case, "MQĐ24", people.giang)
    named = await second_head(people)
    beside, _ = await ready(case, "MQĐ24", people.hai, **named)
    second, _ = await ready(other, "MQĐ24", people.hai, **named)
    giang, hai = await desks.of(people.giang), await desks.of(people.hai)

    waiting = asyncio.create_task(post(giang, first, passphrase=PASSPHRASE))
    await asked(stamps)
    # Of the same unit, form and year, in the same case and in another: nobody waits for the silent service.
    async with asyncio.timeout(6):
        assert await by_hand(hai, beside) in (200, 303)
        assert await by_hand(hai, second) in (200, 303)
        # Nothing but this very question holds a lock, and no transaction is open.
        held = await database.fetchval(
            """
            SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE a.datname = current_database() AND l.pid <> pg_backend_pid()
                AND l.relation IN ('cases'::regclass, 'document_numbers'::regclass, 'document_sequences'::regclass,
                    'documents'::regclass, 'ledger_entries'::regclass)
            """
        )
        open_ones = await database.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in tr%'"
        )
    assert (held, open_ones) == (0, 0)
    assert not waiting.done()
    assert [state for _, state, _ in await register()] == ["reserved", "used", "used"]
    stamps.go_on.set()
    assert await waiting in (200, 303)
    assert await number_of(first, people.giang) == "01000001/QĐ-TL"
    assert await number_of(beside, people.giang) == "01000002/QĐ-TL"
    assert await number_of(second, people.giang) == "01000003/QĐ-TL"
    _, _, paper = await cases.paper(first, people.giang.actor("desk"))
    assert paper.signature_level == "B-LTA"


async def test_what_fails_between_reserving_and_entering_keeps_its_number_for_the_next_try(
    people: People, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    named = await second_head(people)
    other, other_hash = await ready(case, "MQĐ24", people.hai, **named)

    async def killed(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    async def down(*_: object, **__: object) -> None:
        raise StoreUnavailable("the store does not answer")

    for part, name, fails, said in (
        (stores.current().store, "put_bytes", down, Unavailable),
        (issuing, "enter", killed, asyncio.CancelledError),
    ):
        with monkeypatch.context() as broken:
            broken.setattr(part, name, fails)
            with pytest.raises(said):
                await issue(document, hashed, people.giang, PASSPHRASE)
        assert await number_of(document, people.giang) is None
        assert await register() == [(1, "reserved", document)]
    await issue(other, other_hash, people.hai)
    await issue(document, hashed, people.giang, PASSPHRASE)
    assert await register() == [(1, "used", document), (2, "used", other)]
    assert await number_of(document, people.giang) == "01000001/QĐ-TL"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if str(document) in one.where]


async def reserved(
    case: Case, form: str, by: Person, monkeypatch: pytest.MonkeyPatch
) -> tuple[UUID, str]:
    """A paper whose issuing stopped after its number was reserved."""
    document, hashed = await ready(case, form, by)

    async def down(*_: object, **__: object) -> None:
        raise StoreUnavailable("the store does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(stores.current().store, "put_bytes", down)
        with pytest.raises(Unavailable):
            await issue(document, hashed, by)
    return document, hashed


async def test_other_content_gets_another_number_and_the_paper_reads_as_valid(
    people: People, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    document, _ = await reserved(case, "MQĐ24", people.giang, monkeypatch)
    reopened = case_side_acts.DocumentReopened(document_id=document, reason="Cần sửa lại")
    await case.take(CaseAct.DOCUMENT_REOPENED, reopened)
    fields = (await case.facts()).papers[document].fields | {"reason": "Đã rõ nguồn gốc hàng hóa"}
    async with transaction():
        await cases.draft(
            case.id,
            "MQĐ24",
            forms.newest("MQĐ24"),
            fields,
            people.giang.actor("desk"),
            document_id=document,
        )
    hashed = (await case.facts()).papers[document].fields_hash
    finalised = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    await case.take(CaseAct.DOCUMENT_FINALISED, finalised)
    await issue(document, hashed, people.giang, PASSPHRASE)
    assert await register() == [(1, "void", document), (2, "used", document)]
    last = [e for e in (await case.facts()).events if e.type == "document.number_voided"]
    assert [(e.content.number, "Nội dung đã thay đổi" in e.content.reason) for e in last] == [
        (1, True)
    ]
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    found = await issued_documents.find_public(paper.code or "", "198.51.100.7")
    assert (found.number, found.state) == ("01000002/QĐ-TL", "valid")


async def test_a_number_of_last_year_is_voided_and_the_paper_gets_one_of_this(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    before = issuing.local_time.year_of
    with monkeypatch.context() as last_year:
        last_year.setattr(issuing.local_time, "year_of", lambda moment: before(moment) - 1)
        document, hashed = await reserved(case, "MQĐ24", people.giang, last_year)
    await issue(document, hashed, people.giang)
    rows = await database.fetch(
        "SELECT year, number, state, reason FROM document_numbers WHERE document_id = $1 ORDER BY year",
        document,
    )
    assert [(row["number"], row["state"]) for row in rows] == [(1, "void"), (1, "used")]
    assert "Sang năm mới" in rows[0]["reason"]


async def test_two_heads_who_sign_one_paper_at_once_issue_it_once(
    people: People, issuer: Authority, stamps: Stamps, desks: Desks
) -> None:
    case = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    document, _ = await ready(case, "MQĐ24", people.giang)
    await second_head(people)  # of the very same name: else the paper would not be his to sign
    await database.execute(
        "UPDATE officers SET full_name = $2 WHERE id = $1", people.hai.id, people.giang.full_name
    )
    giang, hai = await desks.of(people.giang), await desks.of(people.hai)
    waiting = asyncio.create_task(post(giang, document, passphrase=PASSPHRASE))
    await asked(stamps)
    assert await by_hand(hai, document) in (200, 303)
    stamps.go_on.set()
    assert await waiting == 409
    assert "chưa ở trạng thái chờ ký" in giang.page.text
    assert await register() == [(1, "used", document)]
    events = (await case.facts()).events
    given = [e for e in events if e.type in ("document.issued", "document.printed")]
    assert [e.officer_id for e in given] == [people.hai.id]


async def test_minutes_that_somebody_is_signing_keep_their_number_from_a_colleague(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await reserved(case, "BC", people.an, monkeypatch)
    with pytest.raises(issued_documents.PaperBeingSigned):
        await issue(document, hashed, people.chi)
    monkeypatch.setattr(paper_issuing, "_SIGNING_SECONDS", 0)
    await issue(document, hashed, people.chi)
    assert [state for _, state, _ in await register()] == ["void", "used"]


async def test_a_paper_that_is_given_up_leaves_its_number_void_with_the_reason(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    document, _ = await reserved(case, "MQĐ24", people.giang, monkeypatch)
    with pytest.raises(Exception, match="cannot go from"):
        await database.execute(
            "UPDATE document_numbers SET document_id = gen_random_uuid() WHERE document_id = $1",
            document,
        )
    discarded = case_side_acts.DocumentDiscarded(document_id=document, reason="Không cần nữa")
    await case.take(CaseAct.DOCUMENT_DISCARDED, discarded)
    row = await database.fetchrow(
        "SELECT state, reason, act_id IS NOT NULL AS told FROM document_numbers WHERE document_id = $1",
        document,
    )
    assert tuple(row) == ("void", "Không cần nữa", True)


async def test_whoever_judges_before_is_asked_before_a_number_and_what_enters_after_enters_whole(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    actor = people.giang.actor("desk")

    async def no(*_: object) -> None:
        raise RefusedAct(code="case_not_competent")

    with pytest.raises(RefusedAct):
        await issued_documents.issue(document, hashed, None, actor, judge=no, alone="Trực")
    assert await register() == []
    with pytest.raises(RefusedAct):
        await issued_documents.issue(document, hashed, PASSPHRASE, actor, further=no, alone="Trực")
    assert await register() == [(1, "reserved", document)]
    assert (await case.facts()).papers[document].state == "content_ready"
    await issue(document, hashed, people.giang)
    assert await register() == [(1, "used", document)]
