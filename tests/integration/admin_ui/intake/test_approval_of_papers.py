"""The decision that assigns a verification (QĐ-NV): submitted by who drafts it, decided by the head who signs it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.approvals.rules import checksheets
from backend.approvals.rules.facts import Submission
from backend.core import clock, database
from backend.core.database import transaction
from backend.documents.record_papers import service as papers
from backend.intake.informations import service as informations
from backend.ledger import service as ledger
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import RecordKind
from schemas.intake import acts as intake_acts
from schemas.intake.words import Nature
from tests.support import informations as made
from tests.support import routes_made, scans
from tests.support.papers_submitted import answers, form_to
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers
from tests.support.submitted import of_record

pytestmark = pytest.mark.usefixtures("pool")


FIELDS: dict[str, dict[str, Any]] = {
    "QĐ-NV": {
        "officers": [{"name": "Trần Thanh Bình", "title": "Kiểm soát viên thị trường"}],
        "place": "Phường Cửa Nam",
        "content": "Xem tại chỗ, hỏi giá.",
        "executor": "Trần Thanh Bình",
    },
    "TB": {
        "about": "Kết quả thẩm tra, xác minh",
        "matter": "Bán rượu không nhãn",
        "result": "Không phát hiện vi phạm.",
    },
    "CV": {
        "about": "Chuyển thông tin",
        "purpose": "other",
        "addressee": "body",
        "to": "Công an phường Cửa Nam",
        "content": "Đề nghị xem xét theo thẩm quyền.",
    },
    "BC": {
        "to": "Đội trưởng Đội số 1 thử",
        "course": "Tiếp nhận qua điện thoại.",
        "results": "Đã ghi nhận.",
        "proposals": "Thẩm tra, xác minh.",
    },
}


async def drafted(information_id: UUID, by: Person, form: str = "QĐ-NV") -> UUID:
    """A complete draft, which names the nearest head as its signer."""
    actor, until = by.actor("desk"), clock.today() + timedelta(days=5)
    kind, days = RecordKind.INFORMATION, {}
    if form == "QĐ-NV":
        days = {"valid_from": clock.today().isoformat(), "valid_to": until.isoformat()}
    async with transaction():
        document, outcome = await papers.begin(kind, information_id, form, actor)
        ledger.unwrap(outcome)
        begun = await papers.read(document, actor, None)
        fields = begun.fields | FIELDS[form] | days
        ledger.unwrap((await papers.draft(document, fields, actor))[1])
    return document


async def finished(desk: Reader, document: UUID, **typed: str) -> int:
    """Finalise it from its editor."""
    await desk.open(f"/desk/papers/{document}")
    return await desk.press(f"/desk/papers/{document}", "final", **typed)


async def only(information_id: UUID) -> Submission:
    """The submission of the information's paper."""
    [one] = await of_record(information_id)
    return one


async def waits(desk: Reader) -> bool:
    """Whether the decision is among what waits for this reader."""
    await desk.open("/desk/")
    return "giao xác minh thông tin" in desk.page.text


async def test_who_drafts_an_order_to_verify_submits_it_and_the_head_returns_or_signs_it(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    assert await finished(an, document, submission_note="Cần đi ngay tối nay") == 200
    one = await only(done.id)
    assert (one.subject.kind, one.state, one.note) == (
        SubmittedKind.VERIFICATION,
        "waiting",
        "Cần đi ngay tối nay",
    )
    assert not any(word in one.title.vi for word in made.PLANTED)
    assert await waits(chi)
    await chi.open(f"/desk/submissions/{one.id}?content=yes")
    assert chi.page.url.endswith(f"/desk/papers/{document}"), "the paper as it will be signed"
    assert "Cần đi ngay tối nay" in chi.page.text
    assert f"/desk/papers/{document}/preview.pdf" in chi.html

    assert await answers(chi, one, "return", at_0="/place", text_0="Ghi rõ số nhà") == 200
    await an.open(f"/desk/papers/{document}")
    assert "Ghi rõ số nhà" in an.page.text
    assert await finished(an, document, **{"/place": "Số 5 phố Hàng Than"}) == 200
    one = await only(done.id)
    assert (one.state, one.rounds) == ("waiting", 2)

    await chi.open(f"/desk/papers/{document}")
    form = chi.form(f"/desk/papers/{document}/sign")
    assert await chi.try_submit(form, next(b for b in form.buttons if b.name == "by_hand")) == 200
    assert (await only(done.id)).state == "waiting", "printed is not signed"
    await chi.open(f"/desk/papers/{document}/scan")
    await chi.send_file(chi.form("/scan"), "scan", "to.pdf", scans.pdf())
    one = await only(done.id)
    assert one.state == "done"
    assert not await waits(chi)


@pytest.mark.long
async def test_what_the_head_refused_comes_back_changed_or_with_a_reason(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    await finished(an, document)
    assert await answers(chi, await only(done.id), "refuse", reason="Tin không đủ rõ.") == 200
    await an.open(f"/desk/papers/{document}")
    assert "Tin không đủ rõ." in an.page.text
    assert await finished(an, document) == 409, "the same, without a word"
    assert await finished(an, document, submission_note="Đã gọi lại, có ảnh chụp kho hàng") == 200
    states = sorted(str(one.state) for one in await of_record(done.id))
    assert states == ["refused", "waiting"]


@pytest.mark.long
async def test_a_head_signs_what_he_drafted_himself_without_submitting_it(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.an)
    chi = await readers.of(people.chi)
    assert await finished(chi, await drafted(done.id, people.chi)) == 200
    assert "Ký" in chi.page.text
    assert await of_record(done.id) == []


@pytest.mark.long
async def test_who_drafted_and_submitted_what_a_head_gives_up_hears_it_once(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    await finished(await readers.of(people.an), document)
    async with transaction():
        actor = people.chi.actor("desk")
        ledger.unwrap(await papers.discard(document, "Không cần nữa", actor))
    assert (await only(done.id)).state == "ended"
    told = "SELECT text_key FROM notices WHERE officer_id = $1 AND kind IN ('record_paper', 'submission')"
    keys = [one["text_key"] for one in await database.fetch(told, people.an.id)]
    assert keys == ["record_paper.given_up"]


@pytest.mark.long
async def test_a_legal_officer_on_its_route_reads_the_paper_and_nothing_else_of_the_information(
    readers: Readers, people: People
) -> None:
    """Who answers also reads (decision 0048); the signature waits for the advice."""
    await routes_made.published(people, SubmittedKind.VERIFICATION)
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi, phuc = [await readers.of(one) for one in (people.an, people.chi, people.phuc)]
    await finished(an, document)
    one = await only(done.id)
    assert await phuc.look(f"/desk/papers/{document}") == 200
    assert await phuc.look(f"/desk/informations/{done.id}") == 404
    await chi.open(f"/desk/papers/{document}")
    assert "Còn bước cho ý kiến chưa hết hạn" in chi.page.text
    sheet = checksheets.of(SubmittedKind.VERIFICATION)
    well = {f"check_{code}": "yes" for code in sheet.questions} | {"favour": "yes"}
    assert await answers(phuc, one, "opinion", **well) == 200
    await chi.open(f"/desk/papers/{document}")
    assert form_to(chi.page, f"/desk/papers/{document}/sign")


async def test_what_turns_out_to_be_about_an_officer_is_submitted_to_nobody_and_found_by_nobody(
    readers: Readers, people: People
) -> None:
    """Its submission is over, and out of sight of who made it, who had to decide, and the officer's unit."""
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    await finished(an, document)
    one = await only(done.id)
    async with transaction():
        outcome = await informations.classify(
            done.id,
            Nature.TIP,
            "Người cung cấp nói về một công chức.",
            people.chi.actor("desk"),
            named_officers=[people.binh.id],
        )
        ledger.unwrap(outcome)
    assert (await only(done.id)).state == "ended"
    binh, giang = await readers.of(people.binh), await readers.of(people.giang)
    for desk in (an, chi, binh, giang):
        assert await desk.look(f"/desk/submissions/{one.id}") == 404
        assert not await waits(desk)
    for desk in (an, chi, binh):
        assert await desk.look(f"/desk/papers/{document}") == 404
    own = await drafted(done.id, people.hai)
    hai = await readers.of(people.hai)
    assert await finished(hai, own) == 200
    assert len(await of_record(done.id)) == 1, "nothing of it is submitted any more"
    open_notices = "SELECT count(*) FROM notices WHERE record_id = $1 AND settled_at IS NULL"
    assert await database.fetchval(open_notices, one.id) == 0


@pytest.mark.parametrize("form", ["TB", pytest.param("CV", marks=pytest.mark.long)])
async def test_a_notice_and_a_letter_that_an_officer_drafts_are_submitted_to_the_head(
    readers: Readers, people: People, form: str
) -> None:
    """The unit's head signs them (Circular 27/2020 Arts 9.3, 10.1), and sees them before as they will be signed."""
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an, form)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    assert await finished(an, document, submission_note="Gửi trong ngày") == 200
    one = await only(done.id)
    assert (one.subject.kind, one.state) == (SubmittedKind.INFORMATION_PAPER, "waiting")
    await chi.open("/desk/")
    assert str(one.id) in chi.html or "Gửi trong ngày" in chi.page.text
    assert await answers(chi, one, "return", at_0="/about", text_0="Nêu rõ việc gì") == 200
    await an.open(f"/desk/papers/{document}")
    assert "Nêu rõ việc gì" in an.page.text


@pytest.mark.long
async def test_a_report_is_its_maker_s_own_and_goes_to_nobody_before_it_is_signed(
    readers: Readers, people: People
) -> None:
    """Who received the information reports it (Circular 27/2020 Art 9.1)."""
    done = await made.registered(people.an)
    an = await readers.of(people.an)
    assert await finished(an, await drafted(done.id, people.an, "BC")) == 200
    assert await of_record(done.id) == []


@pytest.mark.long
@pytest.mark.parametrize("how", ["closed", "forwarded", "merged"])
async def test_an_order_to_verify_what_has_ended_waits_for_nobody_and_its_submitter_hears_why(
    readers: Readers, people: People, how: str
) -> None:
    done, other = await made.registered(people.an), await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    await finished(an, document)
    before = await only(done.id)
    assert await waits(chi)
    actor = people.chi.actor("desk")
    async with transaction():
        match how:
            case "closed":
                closed = intake_acts.Closed(reason="Tin trùng việc đã xử lý.")
                outcome = await informations.act(done.id, closed, actor)
            case "forwarded":
                to = people.dung.unit.unit_id
                outcome, _ = await informations.forward(done.id, to, "Không thuộc địa bàn.", actor)
            case _:
                number = (await informations.numbers_of([other.id], actor))[other.id]
                outcome = await informations.merge(done.id, number, "Cùng một việc.", actor)
        ledger.unwrap(outcome)
    one = await only(done.id)
    assert one.state == "ended"
    assert not await waits(chi)
    assert await answers(chi, before, "refuse", reason="Không cần nữa") == 409
    told = """SELECT numbers::text FROM notices
        WHERE record_id = $1 AND text_key = 'submission.ended' AND officer_id = $2"""
    assert "Thông tin số" in await database.fetchval(told, one.id, people.an.id)
    await an.open(f"/desk/papers/{document}")
    assert await finished(an, document) == 409, "nothing is left to verify here"
    assert "Thông tin đã kết thúc" in an.page.text
