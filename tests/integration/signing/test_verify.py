"""What anybody may check of a paper: its state and its hash by its code, and nothing without one."""

import hashlib
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend import clock, database
from backend.signing import public, rules
from backend.signing.public import Buckets
from schemas.ids import new_id
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")

API = "/api/public/v1/documents"
PDF = b"%PDF-1.7 a paper"


async def issue(people: People, **changed: Any) -> tuple[UUID, str]:
    """A signed paper in the register, as issuing leaves it; returns its id and its code."""
    case_id, document_id, code = new_id(), new_id(), rules.new_code()
    unit = people.giang.unit
    await database.execute(
        "INSERT INTO cases (id, number, unit_id, unit_1, unit_2, state, rule_set, opened_at, updated_at, lead_id)"
        " VALUES ($1, $2, $3, $4, $5, 'sanctioned', '2026-01-01', now(), now(), $6)",
        case_id,
        f"VV-{case_id}",
        unit.unit_id,
        unit.unit_1,
        unit.unit_2,
        people.giang.id,
    )
    row = {
        "id": document_id,
        "case_id": case_id,
        "unit_id": unit.unit_id,
        "unit_1": unit.unit_1,
        "unit_2": unit.unit_2,
        "form": "MBB01",
        "form_version": 1,
        "state": "signed",
        "fields": "{}",
        "fields_hash": "0" * 64,
        "drafted_by": people.giang.id,
        "drafted_at": clock.now(),
        "number": f"0100{int(case_id) % 10_000:04d}/QĐ-XPVPHC",
        "issued_on": date(2026, 11, 24),
        "issued_at": clock.now(),
        "issued_by": people.giang.id,
        "issuer_name": "Bùi Hương Giang",
        "issuer_title": "Chi cục trưởng",
        "code": code,
        "sha256": hashlib.sha256(PDF).hexdigest(),
        "size": len(PDF),
        "signature_level": "B-LTA",
        "signer_name": "Bùi Hương Giang",
        "party_name": "Nguyễn Văn Tới",
    } | changed
    names = ", ".join(row)
    places = ", ".join(f"${at}" for at in range(1, len(row) + 1))
    await database.execute(f"INSERT INTO documents ({names}) VALUES ({places})", *row.values())
    return document_id, str(row["code"])


async def test_a_paper_s_code_tells_that_it_holds_and_how_to_recognise_the_file(
    client: httpx.AsyncClient, people: People
) -> None:
    _, code = await issue(people)
    told = (await client.get(f"{API}/{code.lower().replace('-', '')}")).json()
    assert told["state"] == "valid"
    assert told["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert told["party_name"] == "Nguyễn V** T**"
    assert told["form_name"]["vi"] == "Biên bản vi phạm hành chính"
    assert told["code"] == code

    page = await client.get(f"/verify/{code}")
    assert page.status_code == 200
    for shown in (
        "Văn bản có hiệu lực",
        "This document is in force",
        hashlib.sha256(PDF).hexdigest(),
        "Nguyễn V** T**",
        "24/11/2026",
        "sha256sum",
        "B-LTA",
    ):
        assert shown in page.text
    assert "Văn Tới" not in page.text
    assert "Văn Tới" not in str(told)


async def test_a_paper_that_holds_no_more_says_by_which_it_was_replaced_or_cancelled(
    client: httpx.AsyncClient, people: People
) -> None:
    other, _ = await issue(people, number="01000099/QĐ-SĐ")
    for state, column, said in (
        ("replaced", "replaced_by", "đã được thay thế"),
        ("cancelled", "cancelled_by", "đã bị hủy bỏ"),
    ):
        _, code = await issue(people, state=state, **{column: other})
        told = (await client.get(f"{API}/{code}")).json()
        assert (told["state"], told[column]) == (state, "01000099/QĐ-SĐ")
        text = (await client.get(f"/verify/{code}")).text
        assert said in text
        assert "01000099/QĐ-SĐ" in text


async def test_a_paper_whose_number_was_voided_is_void(
    client: httpx.AsyncClient, people: People
) -> None:
    document, code = await issue(people)
    await database.execute(
        "INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id, reason)"
        " VALUES ('unit', $1, 'MQĐ02', 2026, 1, 'void', $2, 'viết hỏng')",
        people.giang.unit.unit_id,
        document,
    )
    assert (await client.get(f"{API}/{code}")).json()["state"] == "void"


async def test_nothing_is_learnt_by_guessing(client: httpx.AsyncClient, people: People) -> None:
    _, draft = await issue(people, state="draft", number=None, issued_at=None)
    document, _ = await issue(people)
    guesses = (
        rules.new_code(),
        draft,
        "x",
        "0" * 28,
        "%00",
        "a" * 150,
        str(document),
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
    _, code = await issue(people)
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


async def test_one_address_asks_so_often_and_no_more(
    client: httpx.AsyncClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, code = await issue(people)
    monkeypatch.setattr(public, "_buckets", Buckets(burst=3, per_minute=1))
    statuses = [(await client.get(f"/verify/{code}")).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    for address in (f"/verify/{code}", f"{API}/{code}", "/verify/x"):
        answer = await client.get(address)
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")


def test_a_qr_code_holds_the_public_address() -> None:
    code = rules.new_code()
    assert public.qr_url(code) == f"http://127.0.0.1:8000/verify/{code}"
