"""A decision that is signed while advice of its route still has time asks its signer why (practice B6, B7)."""

from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.approvals.rules.facts import Submission
from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import service as papers
from schemas.approvals import submissions as said
from schemas.approvals.words import Outcome, StepKind, SubmissionState, SubmittedKind
from tests.integration.casework.issued_documents.test_signed_outside import holds
from tests.support import decision_papers, outside_signer, scans, submitted
from tests.support.codes import AtOnce
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.signing import PASSPHRASE, Authority, authority

WHY = "Phải kiểm tra ngay trong buổi sáng"


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def waiting(people: People) -> UUID:
    """A decision's draft whose route asks a legal officer for an opinion within eight hours."""
    await submitted.legal_first(people, SubmittedKind.INSPECTION_DECISION, StepKind.SIGN)
    return await decision_papers.drafted(people)


async def of_decision() -> Submission:
    record = await database.fetchval("SELECT inspection_id FROM decision_papers")
    [one] = await submitted.of_record(record)
    return one


async def listed() -> list[str]:
    rows = await database.fetch("SELECT kind, reason FROM exceptions WHERE kind = 'no_opinion'")
    return [row["reason"] for row in rows]


async def test_the_desk_asks_why_before_it_prints_and_the_reason_stays_in_the_submission(
    people: People, readers: Readers
) -> None:
    document = await waiting(people)
    page = f"/desk/decisions/{document}"
    head = await readers.of(people.giang)
    await head.open(page)
    assert "Chưa có ý kiến ở bước còn thời hạn: Cho ý kiến." in head.page.text
    assert await head.press(f"{page}/sign", "yes", unheard="a") == 422
    typed = head.form(f"{page}/sign").find("unheard")
    assert typed is not None
    assert typed.value == "a", "what was typed is kept"
    assert await database.fetchval("SELECT count(*) FROM document_numbers") == 0, (
        "no number is lost"
    )
    assert await head.press(f"{page}/sign", "yes", unheard=WHY) == 200
    assert await listed() == [WHY], "pháp chế and auditors see it"
    assert (await of_decision()).state is SubmissionState.WAITING, "printed, it is not signed yet"

    await papers.take_scan(document, scans.pdf(), people.giang.actor("desk"))
    one = await of_decision()
    assert one.state is SubmissionState.DONE
    answer = one.steps[0].answer
    assert answer is not None
    assert answer.outcome is Outcome.NO_OPINION
    last = await database.fetchval(
        "SELECT act::jsonb #>> '{content,reason}' FROM ledger_entries"
        " WHERE act_type = 'submission.completed'"
    )
    assert last == WHY


@pytest.mark.long
async def test_a_phone_that_gives_no_reason_is_told_so_and_signs_with_one(
    people: People, phones: Phones, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await waiting(people)
    head = await phones.of(people.giang)
    paper = (await head.call("GET", f"/decisions/{document}"))["paper"]
    assert [step["vi"] for step in paper["unheard"]] == ["Cho ý kiến"]
    await people.forget_codes(people.giang)
    asked = {
        "fields_hash": paper["fields_hash"],
        "passphrase": PASSPHRASE,
        "code": await AtOnce(people).next(people.giang.account.totp_secret),
    }
    address = f"/api/mobile/v1/decisions/{document}/sign"
    refused = await head.client.post(address, json=asked)
    assert (refused.status_code, refused.json()["code"]) == (409, "inspection_unheard")
    asked |= {"code": None, "unheard": WHY}
    done = await head.client.post(address, json=asked)
    assert (done.status_code, await listed()) == (200, [WHY]), done.text


@pytest.mark.long
async def test_a_reason_goes_with_a_file_that_is_signed_elsewhere(
    people: People, readers: Readers, issuer: Authority
) -> None:
    key = await holds(people.giang, issuer)
    document = await waiting(people)
    page = f"/desk/decisions/{document}"
    head = await readers.of(people.giang)
    await head.open(page)
    assert await head.press(f"{page}/sign", "prepare") == 422
    assert await head.press(f"{page}/sign", "prepare", unheard=WHY) == 200
    given = (await head.fetch(f"{page}/outside/prepared.pdf")).content
    signed = outside_signer.sign(given, key, stamps=issuer.folder)
    await head.send_file(head.form(f"{page}/outside"), "scan", "da-ky.pdf", signed)
    assert await listed() == [WHY]


@pytest.mark.long
async def test_nothing_is_asked_once_the_advice_was_given(people: People, readers: Readers) -> None:
    document = await waiting(people)
    one = await of_decision()
    opinion = said.OpinionGiven(shown=one.shown, step=1, favour=True, text="", checks=[])
    await submitted.answer(one, opinion, people.phuc)
    page = f"/desk/decisions/{document}"
    head = await readers.of(people.giang)
    await head.open(page)
    assert 'name="unheard"' not in head.html
    assert head.html.index('id="sign"') < head.html.index("/return?shown="), "the signature first"
    assert await head.press(f"{page}/sign", "yes") == 200
    assert await listed() == []
