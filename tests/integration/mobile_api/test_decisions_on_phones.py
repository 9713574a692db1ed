"""An inspection is proposed on one phone, and its decision is signed by the head on another."""

import asyncio
import io
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import guarding
from backend.documents.signing import service as signing
from deploy.demo.phone import Phone
from tests.integration.documents.signing.test_verify_on_site import begun, number_minutes
from tests.support import cases_made, decision_papers, factories
from tests.support.codes import AtOnce
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.signing import PASSPHRASE, Authority, authority
from tests.support.site_papers import writing

Json = dict[str, Any]


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


def content(people: People, document: UUID, **changed: Any) -> Json:
    """A proposal of the party of the tests' decisions; chi leads an and binh."""
    order = factories.order(people.chi, [people.an, people.binh])
    said = msgspec.to_builtins(order)
    kept = {"subject", "place", "contents", "duration_days", "complex", "start_on", "leader_id"}
    kept |= {"member_ids", "no_conflict_declared", "ground", "latitude_e7", "longitude_e7"}
    return {
        **{name: said[name] for name in kept},
        "document_id": str(document),
        "basis": None,
        "reason": "Tin báo của người dân về hàng không rõ nguồn gốc",
        **changed,
    }


async def proposed(phone: Phone, people: People, **changed: Any) -> tuple[str, str]:
    """A proposal sent from this phone; the record's id and the document's."""
    record, document = str(uuid4()), uuid4()
    phone.write(record, "decision.proposed", content(people, document, **changed))
    [result] = await phone.send()
    assert result["status"] == "accepted", str(result)
    return record, str(document)


def mine(phone: Phone) -> Json:
    """The one proposal that this phone holds."""
    [held] = phone.all_held("proposal")
    found: Json = held
    return found


async def post(phone: Phone, document: str, what: str, **body: Any) -> tuple[int, Json]:
    answer = await phone.client.post(f"/api/mobile/v1/decisions/{document}/{what}", json=body)
    return answer.status_code, answer.json()


async def look(phone: Phone, document: str) -> Json:
    found: Json = await phone.call("GET", f"/decisions/{document}")
    return found


async def code_of(people: People, person: Person) -> str:
    await people.forget_codes(person)
    return await AtOnce(people).next(person.account.totp_secret)


async def test_an_inspector_proposes_and_the_head_signs_what_was_shown(
    people: People, phones: Phones, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    inspector, head = await phones.of(people.an), await phones.of(people.giang)
    record, document = await proposed(inspector, people)
    await inspector.sync()
    assert (mine(inspector)["state"], mine(inspector)["record_id"]) == ("proposed", record)
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0

    await head.sync()
    [notice] = head.all_held("told")
    assert (notice["kind"], notice["record_id"]) == ("decision", document)
    assert people.an.full_name in notice["text"]["vi"]
    [row] = (await head.call("GET", "/decisions"))["rows"]
    assert (row["id"], row["proposed"]) == (document, True)
    shown = await look(head, document)
    assert shown["paper"]["faults"] == []
    assert (shown["certificate"], shown["code_needed"]) == ("ready", True)
    assert "Tin báo của người dân" in shown["proposal"]["proposed"]["reason"]
    seen = shown["paper"]["fields_hash"]
    preview = await head.client.get(
        f"/api/mobile/v1/decisions/{document}/preview.pdf",
        params={"fields_hash": seen},
    )
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(preview.content)).pages)
    text = " ".join(text.split())
    # Ordinance 11/2016 Art 19.2: subject, place, contents, team; and what it rests on.
    for said in ("Công ty TNHH Thử Nghiệm Hoa Gạo", people.chi.full_name, "Đề xuất kiểm tra ngày"):
        assert said in text, said
    assert shown["paper"]["content_mark"] in text, "the hash that is signed is on each page"

    signed = {"fields_hash": seen, "passphrase": PASSPHRASE}
    assert (await post(head, document, "sign", **signed))[1]["code"] == "confirmation_needed"
    status, done = await post(
        head, document, "sign", **signed, code=await code_of(people, people.giang)
    )
    assert (status, done["number"], done["repeated"]) == (200, "01000001/QĐ-KT", False), done
    assert done["inspection_id"] == record
    again = (await post(head, document, "sign", **signed))[1]
    assert (again["number"], again["repeated"]) == ("01000001/QĐ-KT", True)
    for person in (people.chi, people.binh):
        team = await phones.of(person)
        [decision] = team.all_held("decision")
        assert (decision["number"], decision["inspection_id"]) == ("01000001/QĐ-KT", record)
    await inspector.sync()
    assert (mine(inspector)["state"], mine(inspector)["number"]) == ("signed", "01000001/QĐ-KT")
    await head.sync()
    assert head.all_held("told") == []


async def test_two_taps_at_once_give_one_number(
    people: People, phones: Phones, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    inspector, head = await phones.of(people.an), await phones.of(people.giang)
    _, document = await proposed(inspector, people)
    body = {
        "fields_hash": (await look(head, document))["paper"]["fields_hash"],
        "passphrase": PASSPHRASE,
        "code": await code_of(people, people.giang),
    }
    both = await asyncio.gather(*(post(head, document, "sign", **body) for _ in range(2)))
    assert [status for status, _ in both] == [200, 200], both
    assert {done["number"] for _, done in both} == {"01000001/QĐ-KT"}
    assert await database.fetchval("SELECT count(*) FROM document_numbers") == 1
    assert await database.fetchval("SELECT count(*) FROM inspections") == 1


async def test_a_proposal_comes_back_with_comments_and_is_made_again(
    people: People, phones: Phones
) -> None:
    inspector, head = await phones.of(people.an), await phones.of(people.giang)
    record, document = await proposed(inspector, people)
    old = (await look(head, document))["paper"]["fields_hash"]
    comments = "Nêu rõ dấu hiệu vi phạm"
    for _ in range(2):  # a second tap changes nothing
        status, shown = await post(head, document, "return", comments=comments)
        assert status == 200, shown
        assert shown["proposal"]["state"] == "returned"
    assert (await head.call("GET", "/decisions"))["rows"] == []
    await inspector.sync()
    assert (mine(inspector)["state"], mine(inspector)["remarks"]) == ("returned", comments)

    changed = content(people, UUID(document), contents=["Hóa đơn, chứng từ của lô vải"])
    inspector.write(record, "decision.proposed", changed)
    [result] = await inspector.send()
    assert result["status"] == "accepted", str(result)
    await inspector.sync()
    assert mine(inspector)["state"] == "proposed"
    shown = await look(head, document)
    assert shown["paper"]["order"]["contents"] == ["Hóa đơn, chứng từ của lô vải"]
    stale = await head.client.get(
        f"/api/mobile/v1/decisions/{document}/preview.pdf",
        params={"fields_hash": old},
    )
    assert stale.json()["code"] == "paper_not_ready"
    # Whoever saw the old content signs nothing.
    body = {"fields_hash": old, "passphrase": PASSPHRASE}
    status, said = await post(
        head, document, "sign", **body, code=await code_of(people, people.giang)
    )
    assert (status, said["code"]) == (409, "paper_not_ready"), said

    status, shown = await post(head, document, "refuse", reason="Trùng kế hoạch của đội khác")
    assert (status, shown["proposal"]["state"]) == (200, "refused"), shown
    await inspector.sync()
    assert (mine(inspector)["state"], mine(inspector)["remarks"]) == (
        "refused",
        "Trùng kế hoạch của đội khác",
    )
    inspector.write(record, "decision.proposed", changed)
    [result] = await inspector.send()
    assert result["problem"]["code"] == "proposal_answered"


async def test_no_paper_made_on_site_takes_the_id_of_a_decision_s_draft(
    people: People, phones: Phones
) -> None:
    """Numbers are kept by the paper's id: the phone's paper would have blocked the decision's."""
    document = await decision_papers.drafted(people)
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    phone.write(str(work.id), "document.written", writing(str(document)))
    [result] = await phone.send()
    assert result["quarantine"]["code"] == "document_id_taken", str(result)
    assert "mã này đã thuộc" in result["quarantine"]["text"]["vi"]
    await decision_papers.signed(document, people.giang, None)
    number = "SELECT number FROM decision_papers WHERE id = $1 AND state = 'printed'"
    assert await database.fetchval(number, document) == "01000002/QĐ-KT"


async def test_wrong_passphrases_lock_the_key_and_no_number_is_taken(
    people: People, phones: Phones, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    await decision_papers.certified(people.giang, issuer)
    inspector, head = await phones.of(people.an), await phones.of(people.giang)
    _, document = await proposed(inspector, people)
    seen = (await look(head, document))["paper"]["fields_hash"]
    body = {"fields_hash": seen, "passphrase": "sai rồi"}
    status, said = await post(head, document, "sign", **body, code="000000")
    assert (status, said["code"]) == (422, "code_wrong"), "the passphrase is not even tried"
    await people.forget_codes(people.giang)
    body["code"] = await code_of(people, people.giang)
    monkeypatch.setattr(guarding, "MOST_FAILURES", 2)
    for _ in range(2):
        assert (await post(head, document, "sign", **body))[1]["code"] == "passphrase_wrong"
    body["passphrase"] = PASSPHRASE
    status, said = await post(head, document, "sign", **body)
    assert (status, said["code"]) == (429, "passphrase_tries"), said
    assert await database.fetchval("SELECT count(*) FROM document_numbers") == 0


async def test_only_a_head_of_the_unit_may_answer_and_a_revoked_phone_may_nothing(
    people: People, phones: Phones, issuer: Authority
) -> None:
    await decision_papers.certified(people.an, issuer)
    inspector, head = await phones.of(people.an), await phones.of(people.giang)
    _, document = await proposed(inspector, people)
    seen = (await look(inspector, document))["paper"]["fields_hash"]
    body = {"fields_hash": seen, "passphrase": PASSPHRASE}
    assert (await post(inspector, document, "sign", **body))[1]["code"] == "not_allowed"
    assert (await post(inspector, document, "refuse", reason="Không cần"))[0] == 403
    assert (await post(inspector, document, "return", comments="Không rõ"))[0] in (403, 409)
    listed = await inspector.client.get("/api/mobile/v1/decisions")
    assert listed.status_code == 403
    other = await phones.of(people.dung)  # of another province
    for what, given in (("sign", body), ("return", {"comments": "Không rõ"})):
        assert (await post(other, document, what, **given))[0] == 404
    assert (await look(head, document))["certificate"] == "none"
    status, said = await post(
        head, document, "sign", **body, code=await code_of(people, people.giang)
    )
    assert (status, said["code"]) == (404, "no_certificate") or said["code"] == "paper_not_ready"
    await database.execute(
        "UPDATE devices SET revoked_at = now() WHERE id = $1", UUID(str(head.device_id))
    )
    assert (await post(head, document, "refuse", reason="Không cần"))[0] == 401


async def test_a_team_of_strangers_is_refused_in_words(people: People, phones: Phones) -> None:
    inspector = await phones.of(people.an)
    inspector.write(
        str(uuid4()),
        "decision.proposed",
        content(people, uuid4(), leader_id=str(people.dung.id)),
    )
    [result] = await inspector.send()
    assert result["problem"]["code"] == "proposal_team"


async def test_a_proposal_named_as_the_paper_of_somebody_else_takes_no_number_from_it(
    people: People, phones: Phones
) -> None:
    work = await begun(people)  # of another team
    code = await number_minutes(work)
    inspector = await phones.of(people.an)
    record = str(uuid4())
    inspector.write(record, "decision.proposed", content(people, UUID(work.minutes)))
    [result] = await inspector.send()
    assert result["status"] == "refused", str(result)
    assert result["problem"]["code"] == "paper_unknown"
    told = await inspector.client.get(f"/api/public/v1/documents/{code}")
    assert told.json()["state"] == "valid"


async def test_a_proposal_named_as_a_case_does_not_go_on_in_its_record(
    people: People, phones: Phones
) -> None:
    case = await cases_made.inspected(people)
    inspector = await phones.of(people.an)
    inspector.write(str(case.id), "decision.proposed", content(people, uuid4()))
    [result] = await inspector.send()
    assert result["status"] == "refused", str(result)
    mixed = "SELECT count(DISTINCT record_kind) FROM ledger_entries WHERE record_id = $1"
    assert await database.fetchval(mixed, case.id) == 1
