"""Papers signed by hand: a number alone puts nothing in force; the scan does, and a second person compares it."""

import re

import httpx
import pytest

from backend.core import clock, database, stores
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from backend.operations.verification import service as verification
from media.store import StoreUnavailable
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, DeliveryMode, ExhibitState, PaymentKind
from schemas.core.ids import new_id
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, code_of, hand
from tests.support.people import People

__all__ = ["hand"]

TOO_MUCH = 20_000_001


def payment() -> case_execution_acts.PaymentReceived:
    """A million of the fine."""
    return case_execution_acts.PaymentReceived(
        payment_id=new_id(),
        kind=PaymentKind.FINE,
        amount=1_000_000,
        paid_on=cases_made.today(),
        receipt_number="0001",
        place="Kho bạc Nhà nước",
    )


async def test_a_number_alone_puts_no_decision_in_force(
    hand: Hand, people: People, client: httpx.AsyncClient
) -> None:
    """A paper said to be signed by hand is neither in force nor valid at /verify before its scan was compared."""
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang)
    assert (await case.facts()).papers[document].state == "printed"
    assert (await client.get(f"/verify/{await code_of(document)}")).status_code == 404
    giang = await hand.of(people.giang)
    entered = await giang.post(f"/desk/cases/{case.id}/sanction/enter", document_id=str(document))
    assert entered.status_code in (404, 409)
    assert (
        await case.refused(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
        == "case_paper_missing"
    )
    page = await giang.http.get(f"/desk/documents/{document}")
    assert "chưa có hiệu lực" in page.text
    listed = await giang.http.get("/desk/by-hand")
    assert str(document) in listed.text


async def test_the_door_takes_no_paper_without_a_signature(people: People, hand: Hand) -> None:
    del hand
    case = await cases_made.inspected(people)
    document, fields = new_id(), await cases_made.fields_of("MQĐ24", people.giang)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form="MQĐ24",
        form_version=forms.newest("MQĐ24"),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft)
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=sha256_hex(fields))
    await case.take(CaseAct.DOCUMENT_FINALISED, ready)
    issued = case_side_acts.DocumentIssued(
        document_id=document,
        form="MQĐ24",
        form_version=forms.newest("MQĐ24"),
        fields_hash=sha256_hex(fields),
        number="1/QĐ-TL",
        issued_on=cases_made.today(),
        issued_at=clock.now(),
        issuer_title="Chi cục trưởng",
        code=document.hex,
        sha256="0" * 64,
        size=1000,
        pages=2,
        signature_level="none",
        signer=None,
    )
    assert await case.refused(CaseAct.DOCUMENT_ISSUED, issued) == "case_paper_unsigned"


@pytest.mark.usefixtures("first_edition")
async def test_printed_scanned_compared_and_what_each_lets_through(
    hand: Hand, people: People, client: httpx.AsyncClient
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)

    answer = await hand.scan(document, people.an, scans.pdf())
    assert answer.status_code == 303, answer.text[:2000]
    facts = await case.facts()
    paper = facts.papers[document]
    assert (paper.state, paper.hand) == ("signed", "waits")
    assert paper.issued_on == cases_made.today(), "time limits run from the day on the paper"
    assert [sheet.document_id for sheet in facts.folio].count(document) == 1
    public = await client.get(f"/verify/{await code_of(document)}")
    assert "đã ký trên bản giấy, chờ đối chiếu" in public.text

    # In force by law: it is entered and handed over. What cannot be taken back waits.
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    delivered = case_execution_acts.DecisionDelivered(
        document_id=document,
        mode=DeliveryMode.DIRECT,
        delivered_on=cases_made.today(),
        receiver="Trần Văn Mẫu",
        proof="ký nhận",
        attempts=1,
        deemed=False,
        proof_document_id=None,
    )
    await case.take(CaseAct.DECISION_DELIVERED, delivered, people.an)
    published = case_execution_acts.SanctionPublished(
        document_id=document, where="Cổng thông tin", published_on=cases_made.today()
    )
    ordered = case_execution_acts.EnforcementOrdered(
        measure="Khấu trừ tài khoản", decided_on=cases_made.today(), document_id=None
    )
    for kind, content in (
        (CaseAct.PAYMENT_RECEIVED, payment()),
        (CaseAct.SANCTION_PUBLISHED, published),
        (CaseAct.ENFORCEMENT_ORDERED, ordered),
    ):
        assert await case.refused(kind, content) == "case_paper_unconfirmed", kind

    # Neither who drafted nor who signed it is the second person.
    for own in (people.giang, people.chi):
        refused = await hand.compare(document, own)
        assert refused.status_code == 409
        assert "không tự đối chiếu" in refused.text
    for stranger in (people.em, people.ho, people.lan):
        assert (await hand.compare(document, stranger)).status_code in (403, 404)
    assert (await hand.compare(document, people.khanh)).status_code == 409, "auditors look on"
    assert (await hand.compare(document, people.nga, looked="")).status_code == 422
    assert (await hand.compare(document, people.nga, sha256="0" * 64)).status_code == 409

    assert (await hand.compare(document, people.nga)).status_code == 303
    paper = (await case.facts()).papers[document]
    assert (paper.state, paper.hand) == ("delivered", "compared")
    await case.take(CaseAct.PAYMENT_RECEIVED, payment(), people.an)
    await case.take(CaseAct.SANCTION_PUBLISHED, published)
    assert "chờ đối chiếu" not in (await client.get(f"/verify/{await code_of(document)}")).text
    clocks = await database.fetch(
        "SELECT rule, met_at FROM case_clocks WHERE case_id = $1", case.id
    )
    assert [row["met_at"] is not None for row in clocks if row["rule"] == "D29"] == [True]
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if str(document) in one.where]


async def test_a_scan_that_differs_is_sent_back_and_another_one_comes(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang)
    await hand.scan(document, people.an, scans.jpeg(), "anh.jpg")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    short = await hand.compare(document, people.nga, step="differs", reason="")
    assert short.status_code == 422
    back = await hand.compare(document, people.nga, step="differs", reason="Thiếu trang 2")
    assert back.status_code == 303
    facts = await case.facts()
    assert (facts.papers[document].state, facts.papers[document].hand) == ("printed", "printed")
    page = await (await hand.of(people.an)).http.get(f"/desk/documents/{document}")
    assert "Thiếu trang 2" in page.text
    delivered = case_execution_acts.DecisionDelivered(
        document_id=document,
        mode=DeliveryMode.DIRECT,
        delivered_on=cases_made.today(),
        receiver="Trần Văn Mẫu",
        proof="ký nhận",
        attempts=1,
        deemed=False,
        proof_document_id=None,
    )
    assert await case.refused(CaseAct.DECISION_DELIVERED, delivered) == "case_paper_missing"
    # It was in force: who gives it up now would undo a decision without a paper.
    given_up = case_side_acts.DocumentDiscarded(document_id=document, reason="Không cần nữa")
    assert await case.refused(CaseAct.DOCUMENT_DISCARDED, given_up) == "case_paper_leaned_on"

    assert (await hand.scan(document, people.an, scans.jpeg(2), "anh2.jpg")).status_code == 303
    assert (await hand.compare(document, people.oanh)).status_code == 303, "the parent's clerk"
    facts = await case.facts()
    assert facts.papers[document].hand == "compared"
    assert [sheet.document_id for sheet in facts.folio].count(document) == 1


async def test_what_is_no_scan_is_refused_in_words_and_puts_nothing_in_force(
    hand: Hand, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    document = await hand.print(case, "MQĐ24", people.giang)
    for name, data in scans.hostile().items():
        answer = await hand.scan(document, people.an, data, "quyet-dinh.pdf")
        assert answer.status_code == 422, name
        assert "Chỉ nhận tệp PDF hoặc ảnh JPEG" in answer.text
    cut = await hand.scan(document, people.an, scans.jpeg()[:-200])
    assert (cut.status_code, "cắt dở" in cut.text) == (422, True)
    none = await hand.scan(document, people.an, b"")
    assert none.status_code == 422
    huge = await hand.scan(document, people.an, scans.pdf() + bytes(TOO_MUCH))
    assert (huge.status_code, "20 MB" in huge.text) == (422, True)
    flood = await hand.scan(document, people.an, bytes(TOO_MUCH + 2_000_000))
    assert flood.status_code == 413
    for person in (people.em, people.ho, people.lan, people.my):
        assert (await hand.scan(document, person, scans.pdf())).status_code in (403, 404)
    assert (await hand.scan(document, people.khanh, scans.pdf())).status_code == 409

    async def down(*_: object, **__: object) -> None:
        raise StoreUnavailable("the store does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(stores.current().store, "put_bytes", down)
        assert (await hand.scan(document, people.an, scans.pdf())).status_code == 503
    assert (await case.facts()).papers[document].state == "printed"
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    again = await hand.scan(document, people.an, scans.pdf())
    assert again.status_code == 409, "there is one scan, and it waits"


async def test_a_scan_of_another_paper_does_not_pass(hand: Hand, people: People) -> None:
    case = await cases_made.inspected(people)
    one = await hand.print(case, "MQĐ24", people.giang)
    other = await hand.print(case, "MQĐ24", people.giang)
    await hand.scan(one, people.an, scans.pdf())
    row = await database.fetchrow("SELECT * FROM scans WHERE subject_id = $1", one)
    borrowed = case_side_acts.DocumentScanned(
        document_id=other,
        scan_id=row["id"],
        sha256=row["sha256"],
        size=row["size"],
        media_type=row["media_type"],
    )
    assert await case.refused(CaseAct.DOCUMENT_SCANNED, borrowed, people.an) == "case_scan_unknown"


async def test_what_was_confiscated_is_not_sold_or_destroyed_before_the_comparison(
    hand: Hand, people: People
) -> None:
    """What is gone cannot come back when the scan proves to be another paper's."""
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang)
    await hand.scan(document, people.an, scans.pdf())
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    sold = case_exhibit_acts.ExhibitsDisposed(
        exhibits=[new_id()],
        disposition=ExhibitState.SOLD,
        on=cases_made.today(),
        document_id=document,
        proceeds=None,
        reason="Theo quyết định",
    )
    gone = case_exhibit_acts.ExhibitsDestroyed(
        exhibits=[new_id()],
        decision_id=document,
        minutes_id=document,
        destroyed_on=cases_made.today(),
    )
    for kind, content in (
        (CaseAct.EXHIBITS_DISPOSED, sold),
        (CaseAct.EXHIBITS_DESTROYED, gone),
    ):
        assert await case.refused(kind, content) == "case_paper_unconfirmed"
    assert (await hand.compare(document, people.nga)).status_code == 303
    assert await case.refused(CaseAct.EXHIBITS_DISPOSED, sold) != "case_paper_unconfirmed"


async def test_who_sent_the_wrong_file_replaces_it_himself_while_nobody_compared_it(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    wrong, right = scans.pdf(), scans.jpeg()
    assert (await hand.scan(document, people.an, wrong)).status_code == 303
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    an, nga = await hand.of(people.an), await hand.of(people.nga)
    paper = f"/desk/documents/{document}"
    assert "Thay bản quét đã gửi" in (await an.http.get(paper)).text
    assert "Thay bản quét đã gửi" not in (await nga.http.get(paper)).text
    assert "đã gửi nhầm tệp" in (await an.http.get(f"{paper}/scan")).text
    # Another's scan is sent back by the second person, not replaced.
    assert (await hand.scan(document, people.nga, right)).status_code == 409
    assert (await hand.scan(document, people.an, b"not a scan")).status_code == 422
    same = await hand.scan(document, people.an, wrong)
    assert (same.status_code, "không có gì thay đổi" in same.text) == (409, True)

    seen = sha256_of(await nga.http.get(f"{paper}/compare"))
    replaced = await hand.scan(document, people.an, right, "dung.jpg")
    assert (replaced.status_code, replaced.headers["location"]) == (303, f"{paper}?done=replaced")
    assert "Đã thay bản quét" in (await an.http.get(replaced.headers["location"])).text
    facts = await case.facts()
    assert (facts.papers[document].state, facts.papers[document].hand) == ("signed", "waits")
    assert [sheet.document_id for sheet in facts.folio].count(document) == 1
    kept = await database.fetchval("SELECT count(*) FROM scans WHERE subject_id = $1", document)
    assert kept == 2, "the wrong one is kept too"

    # Who looked at the first does not vouch for the second, and the sender for neither.
    stale = await hand.compare(document, people.nga, sha256=seen)
    assert (stale.status_code, "thay bằng bản khác" in stale.text) == (409, True)
    assert (await hand.compare(document, people.an)).status_code == 409
    assert (await hand.compare(document, people.nga)).status_code == 303
    assert (await hand.scan(document, people.an, wrong)).status_code == 409, "it was compared"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if str(document) in one.where]


def sha256_of(page: httpx.Response) -> str:
    """The hash of the scan that a page shows."""
    found = re.search(r'name="sha256" value="([0-9a-f]{64})"', page.text)
    assert found is not None
    return found[1]
