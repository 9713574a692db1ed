"""What anybody may check of a paper, by its code alone: its state and its hash, proven by the ledger."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.core import clock, database, keys
from backend.core.canonical_json import sha256_hex
from backend.core.settings import Settings
from backend.documents import forms, public_checks
from backend.documents.rules import signing as rules
from backend.documents.signing import service as signing
from backend.ledger import proof, sealer
from backend.ledger.queries import ledger as ledger_queries
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.casework.issued_documents.test_issue import certified, ready
from tests.integration.casework.issued_documents.test_issue import issue as sign
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.databases import Database
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority

pytestmark = pytest.mark.usefixtures("app")

API = "/api/public/v1/documents"
PDF = b"%PDF-1.7 a paper"
SHA256 = hashlib.sha256(PDF).hexdigest()


@dataclass
class Issued:
    """A paper that went out, in its case."""

    case: Case
    document: UUID
    code: str
    number: str


async def issue(
    people: People,
    case: Case | None = None,
    form: str = "MQĐ24",
    replaces: Issued | None = None,
    **changed: Any,
) -> Issued:
    """A paper issued through the one door with the hash of `PDF`; `changed` is what its act says otherwise."""
    where = case or await cases_made.inspected(people)
    who = people.giang
    fields = await cases_made.fields_of(form, who)
    if replaces and "decision_number" in fields:
        fields |= {"decision_number": replaces.number, "decision_date": str(today())}
    document, hashed, code = new_id(), sha256_hex(fields), rules.new_code()
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields=fields,
        replaces=replaces.document if replaces else None,
    )
    await where.take(CaseAct.DOCUMENT_DRAFTED, draft, who)
    seen = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    await where.take(CaseAct.DOCUMENT_FINALISED, seen, who)
    number = f"{document.hex[-8:]}/QĐ-XPHC"
    issued = case_side_acts.DocumentIssued(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields_hash=hashed,
        number=number,
        issued_on=today(),
        issued_at=clock.now(),
        issuer_title=who.title,
        code=code,
        sha256=SHA256,
        size=len(PDF),
        pages=1,
        signature_level="B-LTA",
        signer=who.full_name,
        alone="Trực một mình",
    )
    issued = msgspec.structs.replace(issued, **changed)
    await where.take(CaseAct.DOCUMENT_ISSUED, issued, who)
    return Issued(where, document, code, number)


async def cancelled(people: People) -> tuple[Issued, Issued]:
    """A paper that another cancelled, and that other."""
    paper = await issue(people)
    by = await issue(people, paper.case, "MQĐ40", paper)
    act = case_side_acts.DocumentCancelled(
        document_id=paper.document, by=by.document, reason="Ban hành sai"
    )
    await paper.case.take(CaseAct.DOCUMENT_CANCELLED, act)
    return paper, by


MASKED = "Hộ k** d** N** T** L**"
"""The violator whom the paper itself names, as the public may read him; the case is about another."""


async def told_of(client: httpx.AsyncClient, code: str) -> dict[str, Any]:
    """What the public's interface says."""
    answer = await client.get(f"{API}/{code}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_paper_s_code_tells_that_it_holds_and_how_to_recognise_the_file(
    client: httpx.AsyncClient, people: People
) -> None:
    paper = await issue(people)
    told = await told_of(client, paper.code.lower().replace("-", ""))
    assert told["state"] == "valid"
    assert told["sha256"] == SHA256
    assert told["party_name"] == MASKED
    assert told["code"] == paper.code
    assert told["number"] == paper.number
    assert told["issuer_name"] == people.giang.full_name

    page = await client.get(f"/verify/{paper.code}")
    assert page.status_code == 200
    for shown in (
        "Văn bản có hiệu lực",
        "This document is in force",
        SHA256,
        MASKED,
        f"{today():%d/%m/%Y}",
        "sha256sum",
        "B-LTA",
    ):
        assert shown in page.text
    assert "Thị Lựu" not in page.text
    assert "Thị Lựu" not in str(told)


async def test_a_paper_that_holds_no_more_says_by_which_it_was_cancelled(
    client: httpx.AsyncClient, people: People
) -> None:
    paper, by = await cancelled(people)
    told = await told_of(client, paper.code)
    assert (told["state"], told["cancelled_by"]) == ("cancelled", by.number)
    text = (await client.get(f"/verify/{paper.code}")).text
    assert "đã bị hủy bỏ" in text
    assert f'<a href="/verify/{by.code}">{by.number}</a>' in text
    assert told["links"] == [{"number": by.number, "code": by.code}]
    assert (await told_of(client, by.code))["state"] == "valid"


async def test_a_paper_whose_number_was_voided_is_void(
    client: httpx.AsyncClient, people: People
) -> None:
    paper = await issue(people)
    await database.execute(
        "INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id, reason)"
        " VALUES ('unit', $1, 'MQĐ02', 2026, 1, 'void', $2, 'viết hỏng')",
        people.giang.unit.unit_id,
        paper.document,
    )
    assert (await told_of(client, paper.code))["state"] == "void"


async def test_who_rewrites_the_register_changes_nothing_of_what_the_public_is_told(
    client: httpx.AsyncClient, people: People
) -> None:
    paper, by = await cancelled(people)
    # With no more than the application's own rights:
    await database.execute(
        "UPDATE documents SET state = 'signed', cancelled_by = NULL, sha256 = $2, number = '1/QĐ-XPHC',"
        " party_name = 'Người Khác', issuer_name = 'Người Khác' WHERE id = $1",
        paper.document,
        "f" * 64,
    )
    told = await told_of(client, paper.code)
    assert (told["state"], told["cancelled_by"]) == ("cancelled", by.number)
    assert (told["sha256"], told["number"]) == (SHA256, paper.number)
    assert told["party_name"] == MASKED
    assert "Khác" not in str(told)
    page = (await client.get(f"/verify/{paper.code}")).text
    assert "f" * 64 not in page
    assert "có hiệu lực" not in page

    forged = rules.new_code()
    await database.execute(
        "INSERT INTO documents SELECT (jsonb_populate_record(d, jsonb_build_object("
        "'id', gen_random_uuid(), 'code', $2::text, 'number', '2/QĐ-XPHC', 'object_key', NULL))).*"
        " FROM documents d WHERE d.id = $1",
        paper.document,
        forged,
    )
    assert (await client.get(f"{API}/{forged}")).status_code == 404
    assert (await client.get(f"/verify/{forged}")).status_code == 404


@pytest.fixture
async def intruder(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A superuser of the database, the deny triggers switched off for good."""
    connection = await asyncpg.connect(database.superuser_dsn)
    for table in ("ledger_entries", "ledger_heads", "ledger_leaves"):
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    # The sealer's queue is filled and emptied by triggers: an intruder leaves them alone.
    await connection.execute("ALTER TABLE ledger_entries ENABLE ALWAYS TRIGGER ledger_entries_wait")
    await connection.execute(
        "ALTER TABLE ledger_leaves ENABLE ALWAYS TRIGGER ledger_leaves_end_waiting"
    )
    yield connection
    await connection.close()


_LAST = "(SELECT max(number) FROM ledger_entries WHERE record_id = $1)"
_OF_ISSUE = "record_id = $1 AND act_type = 'document.issued'"
TAMPERING = {
    "another hash in the act": f"UPDATE ledger_entries SET act = replace(act, '{SHA256}', repeat('f', 64))"
    f" WHERE {_OF_ISSUE}",
    "another hash in the act, its own hash made anew": "UPDATE ledger_entries SET"
    f" act = replace(act, '{SHA256}', repeat('f', 64)),"
    f" act_hash = sha256(convert_to(replace(act, '{SHA256}', repeat('f', 64)), 'UTF8')) WHERE {_OF_ISSUE}",
    "a forged receipt": f"UPDATE ledger_entries SET receipt_signature = sha512('x') WHERE {_OF_ISSUE}",
    "another key": f"UPDATE ledger_entries SET key_id = 'ours' WHERE {_OF_ISSUE}",
    "another day": "UPDATE ledger_entries SET received_at = received_at - interval '1 day'"
    " WHERE record_id = $1 AND number = 3",
    "the last act gone": f"DELETE FROM ledger_entries WHERE record_id = $1 AND number = {_LAST}",
    "the last act gone, and the head moved back": "WITH last AS (DELETE FROM ledger_entries"
    f" WHERE record_id = $1 AND number = {_LAST} RETURNING number)"
    " UPDATE ledger_heads h SET last_number = e.number, last_hash = e.entry_hash FROM ledger_entries e, last"
    " WHERE h.record_id = $1 AND e.record_id = $1 AND e.number = last.number - 1",
    "an act between": "DELETE FROM ledger_entries WHERE record_id = $1 AND number = 2",
    "an act held": "UPDATE ledger_entries SET quarantine = 'not_on_team'"
    f" WHERE record_id = $1 AND number = {_LAST}",
    "the head gone": "DELETE FROM ledger_heads WHERE record_id = $1",
    "the kind of an act": f"UPDATE ledger_entries SET act_type = 'note.added'"
    f" WHERE record_id = $1 AND number = {_LAST}",
}


@pytest.mark.parametrize("how", TAMPERING)
async def test_what_the_ledger_does_not_prove_is_not_said(
    client: httpx.AsyncClient, people: People, intruder: asyncpg.Connection, how: str
) -> None:
    paper, _ = await cancelled(people)
    await sealer.seal_once()
    assert not (await intruder.execute(TAMPERING[how], paper.case.id)).endswith(" 0")
    told = await told_of(client, paper.code)
    assert told["state"] == "unproven"
    said = {name for name, value in told.items() if value not in (None, "", [])}
    assert said == {"code", "state", "state_text", "form_name"}
    page = await client.get(f"/verify/{paper.code}")
    assert page.status_code == 200
    assert "Không chứng minh được từ sổ; hãy hỏi cơ quan ban hành." in page.text
    assert "Not proven by the ledger; ask the issuer." in page.text
    for hidden in (SHA256, "f" * 64, paper.number, people.giang.full_name, "có hiệu lực"):
        assert hidden not in page.text


async def test_no_column_of_a_proven_record_can_be_changed_unseen(people: People) -> None:
    paper = await issue(people)
    await sealer.seal_once()
    rows = await ledger_queries.list_whole(paper.case.id)
    known = keys.current().public
    assert proof.is_whole(rows, known)
    assert not proof.is_whole([], known)
    assert not proof.is_whole(rows, {})
    other: dict[type, Any] = {int: 7_777, str: "x", bytes: b"x"}
    bound = {
        *(
            "number",
            "act_id",
            "record_id",
            "record_kind",
            "act_type",
            "officer_id",
            "act",
            "key_id",
        ),
        *("act_hash", "previous_hash", "entry_hash", "receipt_signature", "sealed_hash"),
    }
    for place in range(len(rows)):
        for name in bound:
            before = getattr(rows[place], name)
            if before is None:
                continue  # the first has nothing before it
            changed = list(rows)
            another = other.get(type(before), uuid4())
            changed[place] = msgspec.structs.replace(rows[place], **{name: another})
            assert not proof.is_whole(changed, known), (place, name)
        assert not proof.is_whole(rows[:place] + rows[place + 1 :], known)
    turned = [*rows[:1], rows[2], rows[1], *rows[3:]]
    assert not proof.is_whole(turned, known)


async def test_the_issuing_unit_is_named_as_the_letterhead_names_it(
    client: httpx.AsyncClient,
    people: People,
    app: Litestar,
    settings: Settings,
    tmp_path: Path,
) -> None:
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    case = await cases_made.inspected(people)  # of the team's unit
    await certified(people.giang, made)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    await sign(document, hashed, people.giang, PASSPHRASE)
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    told = await told_of(client, paper.code or "")
    assert told["state"] == "valid"
    assert told["issuer_unit"]["vi"] == "Chi cục Hà Nội thử"
    assert told["issuer_superior"] == "Cục Quản lý thị trường thử"
    assert told["issuer_name"] == people.giang.full_name
    page = (await client.get(f"/verify/{paper.code}")).text
    assert "Chi cục Hà Nội thử" in page
    assert "Đội số 1 thử" not in page


async def test_a_paper_of_before_names_the_unit_that_stands_on_it(
    client: httpx.AsyncClient, people: People
) -> None:
    paper = await issue(people)
    told = await told_of(client, paper.code)
    agency = (await paper.case.facts()).papers[paper.document].fields["agency"]
    assert told["issuer_unit"]["vi"] == agency
    assert told["issuer_superior"] is None


async def test_nothing_is_learnt_by_guessing(client: httpx.AsyncClient, people: People) -> None:
    paper = await issue(people)
    waiting, _ = await ready(paper.case, "MQĐ24", people.giang)
    guesses = (
        rules.new_code(),
        "x",
        "0" * 28,
        "%00",
        "a" * 150,
        str(paper.document),
        str(waiting),
        str(paper.case.id),
        str(uuid4()),
    )
    pages, answers = set(), set()
    for guess in guesses:
        page = await client.get(f"/verify/{guess}")
        answer = await client.get(f"{API}/{guess}")
        assert (page.status_code, answer.status_code) == (404, 404)
        pages.add(page.text)
        answers.add(answer.text)
    assert len(pages) == 1
    assert len(answers) == 1
    assert '"document_unknown"' in answers.pop()


async def test_the_public_s_pages_are_kept_by_nobody_and_run_nothing_of_others(
    client: httpx.AsyncClient, people: People
) -> None:
    code = (await issue(people)).code
    for address in ("/verify", f"/verify/{code}", "/verify/x", f"{API}/{code}"):
        headers = (await client.get(address)).headers
        assert "noindex" in headers["x-robots-tag"] or "json" in headers["content-type"]
        assert "unsafe" not in headers.get("content-security-policy", "")
        if "html" in headers["content-type"]:
            assert headers["content-security-policy"].startswith("default-src 'none'")
            assert headers["cache-control"] == "no-store"
            assert headers["referrer-policy"] == "no-referrer"
            assert "set-cookie" not in headers


async def test_a_typed_code_goes_to_its_own_address(client: httpx.AsyncClient) -> None:
    answer = await client.get("/verify", params={"code": " 7k3m 0000/../x "})
    assert (answer.status_code, answer.headers["location"]) == (303, "/verify/7k3m0000x")


def test_a_qr_code_holds_the_public_address() -> None:
    code = rules.new_code()
    assert public_checks.qr_url(code) == f"http://127.0.0.1:8000/verify/{code}"
