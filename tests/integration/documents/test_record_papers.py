"""Papers of a plan: drafted, finalised, signed by certificate, by hand or with a token, compared, sent out."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.casework.issued_documents import public
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.core.settings import Settings
from backend.documents.issuing import PaperNotReady
from backend.documents.record_papers import kept_numbers, submitting
from backend.documents.record_papers import service as papers
from backend.documents.record_papers.offices import Office
from backend.documents.record_papers.owners import Issued
from backend.documents.signing import service as signing
from backend.ledger import service as ledger
from schemas.core.problems import Text
from schemas.documents.record_papers import PaperSent, RecordPaperDispatched, RecordPaperState
from tests.integration.casework.issued_documents.test_signed_outside import holds
from tests.support import decision_papers, outside_signer, record_papers, scans
from tests.support.people import People, Person
from tests.support.signing import Authority, authority
from tests.support.verifying import verify


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


@pytest.fixture
def told(app: Litestar) -> Iterator[list[Issued]]:
    """What the plan's owner was told of papers in force."""
    del app
    with record_papers.owned() as issued:
        yield issued


async def sent(document: UUID, by: Person, *to: PaperSent) -> ledger.Outcome:
    async with transaction():
        content = RecordPaperDispatched(document_id=document, sent=list(to))
        return await papers.dispatch(content, by.actor("desk"))


def code_of(outcome: ledger.Outcome) -> str:
    assert isinstance(outcome, ledger.Refused)
    return outcome.code


async def test_a_plan_is_signed_with_a_certificate_and_anybody_finds_it_by_its_code(
    people: People, issuer: Authority, told: list[Issued]
) -> None:
    await decision_papers.certified(people.giang, issuer)
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "KH", people.giang)
    await record_papers.signed(document, people.giang)
    view = await record_papers.seen(document, people.giang)
    assert (view.row.state, view.row.number) == (RecordPaperState.SIGNED, "01000001/KH")
    [one] = told
    assert (one.document_id, one.number, one.day) == (document, "01000001/KH", clock.today())
    async with transaction():
        data, name = await papers.pdf(document, people.nga.actor("desk"), None)
    assert name == "KH 01000001-KH.pdf"
    [verdict] = await signing.validate_pdf(data)
    assert verdict.intact
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert "Cửa hàng Lan" in text, "the list of subjects comes from the plan, not from who typed"
    assert "CHI CỤC TRƯỞNG" in text
    found = await public.look(view.code or "")
    assert (found.number, found.issued_on) == ("01000001/KH", clock.today())
    assert found.issuer_unit == Text(vi="Chi cục Hà Nội thử", en="Chi cục Hà Nội thử")
    assert "Kiểm tra định kỳ năm 2027" in found.form_name.vi, "a plan is published by law"
    assert found.party_name is None
    assert (await verify()).findings == []


async def test_what_is_finalised_is_not_rewritten_before_it_is_opened_with_a_reason(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "KH", people.giang)
    actor = people.giang.actor("desk")
    async with transaction():
        first = await submitting.final(document, plan_id)
        _, outcome = await papers.draft(document, record_papers.fields("KH"), actor)
    assert code_of(outcome) == "record_paper_elsewhere"
    assert first is not None
    assert first.ready
    assert first.drafters == [people.giang.id]
    async with transaction():
        ledger.unwrap(await papers.reopen(document, "Sửa thời gian", actor))
        changed = record_papers.fields("KH", recipients=["Sở Công Thương"])
        ledger.unwrap((await papers.draft(document, changed, actor))[1])
        again = await submitting.final(document, plan_id)
    assert again is not None
    assert not again.ready
    assert again.shown != first.shown
    assert again.material == first.material, "whom it goes to is no matter of substance (B7)"
    assert told == []


async def test_a_draft_that_lacks_something_is_kept_but_not_finalised(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.drafted(plan_id, "KH", people.giang, aim=None)
    view = await record_papers.seen(document, people.giang)
    assert [at for at, _ in view.findings] == ["/aim"], "Circular 27/2020 Art 5.2"
    async with transaction():
        outcome = await papers.finalise(document, view.fields_hash, people.giang.actor("desk"))
    assert code_of(outcome) == "record_paper_incomplete"
    with pytest.raises(PaperNotReady):
        await papers.sign(document, view.fields_hash, None, people.giang.actor("desk"))


async def test_a_sheet_signed_by_hand_is_compared_by_somebody_who_neither_drafted_nor_signed_it(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "TB", people.hai)
    await record_papers.signed(document, people.giang, None)
    view = await record_papers.seen(document, people.giang)
    assert (view.row.state, told) == (RecordPaperState.PRINTED, [])
    with pytest.raises(NotFound):
        await public.look(view.code or "")
    await papers.take_scan(document, scans.pdf(1), people.giang.actor("desk"))
    assert [one.number for one in told] == ["01000001/TB"], "in force from the signature (B3)"
    assert (await public.look(view.code or "")).state == "awaiting_comparison"
    due = await database.fetchval(
        "SELECT due_at FROM notices WHERE officer_id = $1 AND text_key = 'compare.waits'",
        people.nga.id,
    )
    issued_at = await database.fetchval("SELECT issued_at FROM record_papers")
    assert due - issued_at == timedelta(hours=48), "Circular 22/2021 Art 7.4"
    scan = (await record_papers.seen(document, people.nga)).scan_sha256 or ""
    for own in (people.hai, people.giang):
        async with transaction():
            outcome = await papers.compare(document, scan, True, None, own.actor("desk"))
        assert code_of(outcome) == "record_paper_not_allowed"
    async with transaction():
        ledger.unwrap(
            await papers.compare(document, scan, False, "bản quét mờ", people.nga.actor("desk"))
        )
    assert (await public.look(view.code or "")).state == "sent_back"
    await papers.take_scan(document, scans.pdf(2), people.nga.actor("desk"))
    scan = (await record_papers.seen(document, people.oanh)).scan_sha256 or ""
    async with transaction():
        ledger.unwrap(await papers.compare(document, scan, True, None, people.oanh.actor("desk")))
    assert (await public.look(view.code or "")).state == "valid"
    assert len(told) == 1
    assert (await verify()).findings == []


async def test_a_deputy_signs_for_the_head_and_an_inspector_does_not(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "CV", people.hai)
    await record_papers.signed(document, people.hai, None)
    async with transaction():
        data, _ = await papers.pdf(document, people.hai.actor("desk"), None)
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "KT. CHI CỤC TRƯỞNG" in text
    assert "PHÓ CHI CỤC TRƯỞNG" in text
    assert "01000001/QLTT" in text, "a letter has no abbreviation of its kind (Decree 30/2020)"
    team_plan = await record_papers.plan(people.chi)
    own = await record_papers.final(team_plan, "TB", people.an)
    view = await record_papers.seen(own, people.an)
    assert view.against is not None
    with pytest.raises(RefusedAct):
        await papers.sign(own, view.fields_hash, None, people.an.actor("desk"))
    await record_papers.signed(own, people.chi, None)


async def test_an_assignment_is_signed_by_whom_it_names_and_by_a_deputy_under_a_delegation_alone(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    signer = {"name": people.giang.full_name, "title": "Chi cục trưởng"}
    document = await record_papers.final(plan_id, "QĐ-NV", people.giang, signer=signer)
    view = await record_papers.seen(document, people.hai)
    assert view.against is not None
    assert "giao quyền" in view.against.vi
    await record_papers.signed(document, people.giang, None)
    other = signer | {"name": "Người khác"}
    wrong = await record_papers.final(plan_id, "QĐ-NV", people.giang, signer=other)
    with pytest.raises(RefusedAct) as refused:
        await record_papers.signed(wrong, people.giang, None)
    assert refused.value.problem_code == "record_paper_signer_other"


async def test_a_preview_shows_whom_the_paper_names_as_its_signer_whoever_reads_it(
    people: People, told: list[Issued]
) -> None:
    """Nobody else signs it, so no other title stands below it, also for the head of the unit above."""
    plan_id = await record_papers.plan(people.chi)
    leader = {"name": people.chi.full_name, "title": "Đội trưởng"}
    document = await record_papers.final(plan_id, "QĐ-NV", people.an, signer=leader)
    view = await record_papers.seen(document, people.giang)
    assert (view.signer_name, view.signer_title) == (people.chi.full_name, "Đội trưởng")
    assert not view.may_sign
    text = await previewed(document, people.giang)
    assert "ĐỘI TRƯỞNG" in text
    assert "CHI CỤC TRƯỞNG" not in text
    gone = leader | {"name": "Người đã nghỉ hưu"}
    other = await record_papers.drafted(plan_id, "QĐ-NV", people.an, signer=gone)
    assert "CHI CỤC TRƯỞNG" not in await previewed(other, people.giang), "nobody else signs it"


async def previewed(document: UUID, by: Person) -> str:
    async with transaction():
        data = await papers.preview(document, by.actor("desk"), None)
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


async def test_the_head_of_a_section_signs_by_order_of_the_head_where_the_owner_says_so(
    people: People, app: Litestar
) -> None:
    del app

    async def office(*_: object) -> Office:
        return Office(title="Trưởng phòng Nghiệp vụ", by_order_of="Chi cục trưởng")

    with record_papers.owned(office=office):
        plan_id = await record_papers.plan(people.giang)
        document = await record_papers.final(plan_id, "CV", people.giang)
        await record_papers.signed(document, people.phuc, None)
        async with transaction():
            data, _ = await papers.pdf(document, people.giang.actor("desk"), None)
    text = " ".join(PdfReader(io.BytesIO(data)).pages[0].extract_text().split())
    assert "TL. CHI CỤC TRƯỞNG TRƯỞNG PHÒNG NGHIỆP VỤ" in text, "Decree 30/2020 Appendix I, II.7"


async def test_a_report_is_signed_by_its_author_under_a_number_of_his_own(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.chi)
    document = await record_papers.final(plan_id, "BC", people.an)
    await record_papers.signed(document, people.an, None)
    own = await database.fetchval("SELECT officer_number FROM officers WHERE id = $1", people.an.id)
    view = await record_papers.seen(document, people.an)
    assert view.row.number == f"1/BC-{own}", "Circular 22/2021 Art 6.2"
    async with transaction():
        data, _ = await papers.pdf(document, people.an.actor("desk"), None)
    assert people.an.full_name in PdfReader(io.BytesIO(data)).pages[0].extract_text()


async def test_the_informant_is_named_in_no_field_and_in_no_line_of_the_dispatch_list(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    with pytest.raises(RefusedAct) as refused:
        await record_papers.drafted(
            plan_id, "TB", people.giang, addressee="informant", to="Ông Nguyễn Văn Kín"
        )
    assert refused.value.problem_code == "record_paper_informant_named"
    document = await record_papers.final(
        plan_id, "TB", people.giang, addressee="informant", to=None
    )
    await record_papers.signed(document, people.giang, None)
    line = "Người cung cấp thông tin (số tiếp nhận TT-2026-000123)"
    async with transaction():
        data, _ = await papers.pdf(document, people.giang.actor("desk"), None)
    assert f"Kính gửi: {line}" in PdfReader(io.BytesIO(data)).pages[0].extract_text()
    await papers.take_scan(document, scans.pdf(), people.giang.actor("desk"))
    today = clock.today()
    named = PaperSent(recipient="Ông Nguyễn Văn Kín", manner="post", sent_on=today)
    assert code_of(await sent(document, people.nga, named)) == "record_paper_recipient_secret"
    noted = PaperSent(recipient=line, manner="post", sent_on=today, note="12 phố Huế")
    assert code_of(await sent(document, people.nga, noted)) == "record_paper_recipient_secret"
    ledger.unwrap(
        await sent(document, people.nga, PaperSent(recipient=line, manner="post", sent_on=today))
    )
    view = await record_papers.seen(document, people.nga)
    assert [(one.recipient, one.manner) for one in view.sent] == [(line, "post")]
    found = await public.look(view.code or "")
    assert "thông tin" not in found.form_name.vi


async def test_a_paper_goes_out_to_many_once_it_is_in_force(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "KH", people.giang)
    today = clock.today()
    one = PaperSent(recipient="Sở Công Thương", manner="electronic", sent_on=today)
    assert code_of(await sent(document, people.nga, one)) == "record_paper_not_signed"
    await record_papers.signed(document, people.giang, None)
    await papers.take_scan(document, scans.pdf(), people.giang.actor("desk"))
    early = msgspec.structs.replace(one, sent_on=today - timedelta(days=1))
    assert code_of(await sent(document, people.nga, early)) == "record_paper_sent_before"
    board = PaperSent(recipient="Bảng tin Chi cục", manner="posted", sent_on=today)
    assert code_of(await sent(document, people.khanh, board)) == "record_paper_not_allowed"
    ledger.unwrap(await sent(document, people.nga, one, board))
    view = await record_papers.seen(document, people.nga)
    assert [row.manner for row in view.sent] == ["electronic", "posted"]


async def test_a_signature_waits_for_what_the_owner_says_and_leaves_its_number_to_the_next_try(
    people: People, app: Litestar
) -> None:
    del app
    waits = [Text(vi="Chờ pháp chế.", en="Legal first.")]

    async def against(*_: object) -> Text | None:
        return waits[0] if waits else None

    async def refuses(*_: object) -> None:
        raise RefusedAct(code="plan_not_ready", text=Text(vi="Chưa.", en="Not yet."))

    with record_papers.owned(against=against, on_issued=refuses):
        plan_id = await record_papers.plan(people.giang)
        document = await record_papers.final(plan_id, "KH", people.giang)
        assert (await record_papers.seen(document, people.giang)).against == waits[0]
        with pytest.raises(RefusedAct) as refused:
            await record_papers.signed(document, people.giang, None)
        assert refused.value.problem_code == "record_paper_against"
        waits.clear()
        await record_papers.signed(document, people.giang, None)
        with pytest.raises(RefusedAct):
            await papers.take_scan(document, scans.pdf(), people.giang.actor("desk"))
        view = await record_papers.seen(document, people.giang)
        assert view.row.state is RecordPaperState.PRINTED, "both or neither"


@pytest.mark.long
async def test_a_paper_signed_with_the_signers_own_token_is_entered_when_it_comes_back(
    people: People, issuer: Authority, told: list[Issued]
) -> None:
    key = await holds(people.giang, issuer)
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "KH", people.giang)
    actor = people.giang.actor("desk")
    seen = (await record_papers.seen(document, people.giang)).fields_hash
    await papers.outside.prepare(document, seen, actor)
    given, _ = await papers.outside.download(document, actor, None)
    signed = outside_signer.sign(given, key, stamps=issuer.folder)
    assert await papers.outside.take(document, signed, actor)
    assert not await papers.outside.take(document, signed, actor), "the same file twice"
    assert [one.number for one in told] == ["01000001/KH"]
    assert (await verify()).findings == []


async def test_what_was_given_up_voids_its_number_and_a_kept_one_is_voided_with_a_reason(
    people: People, issuer: Authority, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "TB", people.hai)
    await record_papers.signed(document, people.giang, None)
    actor = people.giang.actor("desk")
    async with transaction():
        ledger.unwrap(await papers.discard(document, "Không còn cần", actor))
    states = await database.fetch("SELECT state FROM document_numbers ORDER BY number")
    assert [row["state"] for row in states] == ["void"]
    drafter = await database.fetchval(
        "SELECT count(*) FROM notices WHERE officer_id = $1 AND text_key = 'record_paper.given_up'",
        people.hai.id,
    )
    assert drafter == 1
    await holds(people.giang, issuer)
    other = await record_papers.final(plan_id, "TB", people.giang)
    seen = (await record_papers.seen(other, people.giang)).fields_hash
    await papers.outside.prepare(other, seen, actor)
    assert await kept_numbers.waits_with(other) == "01000002/TB"
    await database.execute(
        "UPDATE document_numbers SET changed_at = now() - interval '20 minutes' WHERE number = 2"
    )
    async with transaction():
        assert [one.text for one in await papers.kept(people.nga.actor("desk"))] == ["01000002/TB"]
        assert await papers.kept(people.ho.actor("desk")) == []
    async with transaction():
        ledger.unwrap(await papers.outside.give_up(other, "Ký bằng cách khác", actor))
    assert await kept_numbers.waits_with(other) is None


async def test_a_paper_of_a_record_out_of_sight_is_not_there(
    people: People, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.drafted(plan_id, "KH", people.giang)
    with pytest.raises(NotFound):
        await record_papers.seen(document, people.ho)
    async with transaction():
        assert await papers.waiting(people.ho.actor("desk")) == []
        assert [row.id for row in await papers.waiting(people.nga.actor("desk"))] == [document]
