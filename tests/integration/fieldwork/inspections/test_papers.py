"""Papers made on site: written, signed and numbered through the one door, in any order of arrival."""

from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.core import database
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted, Refused, unwrap
from deploy.demo import minutes
from schemas.fieldwork.paper_views import FieldDocumentView
from tests.integration.casework.issued_documents.test_issue import ready
from tests.integration.mobile_api.test_decisions_on_phones import content as proposal
from tests.support import cases_made, decision_papers, factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.site_papers import lend, minutes_numbered, numbered, signature, writing

pytestmark = pytest.mark.usefixtures("pool")


def held(outcome: Any) -> str | None:
    """Under which code it is held; None where it took effect. A paper is never refused."""
    assert isinstance(outcome, Accepted), outcome
    return None if outcome.quarantine is None else outcome.quarantine.code


async def papers(people: People, work: Work) -> list[FieldDocumentView]:
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    return view.documents


async def admit(people: People, work: Work, act_id: str) -> Any:
    async with database.transaction():
        return await inspections.admit(
            work.id, UUID(act_id), "Đã đối chiếu bản giấy.", people.giang.actor("desk")
        )


async def write(work: Work, document_id: str, form: str = "MBB01", **changed: Any) -> str:
    assert held(await work.act("document.written", writing(document_id, form, **changed))) is None
    return str(work.pen.log[-1]["id"])


async def test_each_writing_replaces_the_one_before_and_is_unsigned(people: People) -> None:
    work = await factories.announced(people)
    document_id = str(uuid4())
    first = await write(work, document_id)
    for role in ("maker", "subject"):
        assert held(await work.act("document.signed", signature(first, role))) is None
    [paper] = await papers(people, work)
    assert (paper.missing, len(paper.signatures), paper.writings) == ([], 2, 1)

    second = await write(work, document_id, subject_opinion="Tôi không đồng ý.")
    [paper] = await papers(people, work)
    assert str(paper.written) == second
    assert paper.fields["subject_opinion"] == "Tôi không đồng ý."
    assert (paper.missing, paper.signatures, paper.writings) == (["subject", "maker"], [], 2)
    # The first stands in the record, with its signatures, under the writing that was replaced.
    assert await database.fetchval("SELECT count(*) FROM document_signatures") >= 2


async def test_a_refusal_stands_for_the_signature_once_a_witness_has_signed(people: People) -> None:
    """Seizure minutes: the name of a witness is no signature (Law Art 125; MBB15)."""
    work = await factories.announced(people)
    written = await write(work, str(uuid4()), "MBB15")
    refusal = {"reason": "Không đồng ý với biên bản.", "witness": "Võ Văn Tám"}
    refused = signature(written, "subject", drawing=None, refusal=refusal)
    assert held(await work.act("document.signed", refused)) is None
    assert held(await work.act("document.signed", signature(written, "maker"))) is None
    [paper] = await papers(people, work)
    assert paper.missing == ["subject"]
    assert paper.signatures[0].refusal is not None
    block = await lend(work, "MBB15")
    early = await numbered(work, block, str(paper.id), written, 1)
    assert held(await work.act("document.numbered", early)) == "document_unsigned"

    assert held(await work.act("document.signed", signature(written, "witness"))) is None
    [paper] = await papers(people, work)
    assert paper.missing == []
    number = await numbered(work, block, str(paper.id), written, 2)
    assert held(await work.act("document.numbered", number)) is None


async def test_violation_minutes_that_say_why_nobody_could_certify_get_their_number(
    people: People,
) -> None:
    """Decree 118/2021 Art 12.5: with neither the commune nor a witness the reason is written down."""
    work = await factories.announced(people)
    document_id = str(uuid4())
    told = {"witness_unsigned": "Không mời được ai tại hiện trường.", "subject_unsigned": "Bỏ đi."}
    written = await write(work, document_id, witnesses=None, authority=None, **told)
    assert held(await work.act("document.signed", signature(written, "maker"))) is None
    block = await lend(work)
    number = await numbered(work, block, document_id, written, 1)
    assert held(await work.act("document.numbered", number)) is None


async def test_a_paper_is_drawn_or_refused_and_not_neither(people: People) -> None:
    work = await factories.announced(people)
    written = await write(work, str(uuid4()), "MBB15")
    neither = signature(written, "witness", drawing=None)
    assert held(await work.act("document.signed", neither)) == "form_invalid"


async def test_a_paper_stands_beside_the_frozen_revision(people: People) -> None:
    work = await factories.submitted(people)
    before = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    await write(work, str(uuid4()))
    after = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert (after.state, after.revision) == (before.state, before.revision)
    assert len(after.documents) == 1


async def test_what_cannot_take_effect_is_held_with_its_reason(people: People) -> None:
    work = await factories.announced(people)
    other = await factories.announced(people)
    document_id = str(uuid4())
    written = await write(work, document_id)

    assert held(await work.act("document.signed", signature(str(uuid4()), "maker"))) == (
        "document_unknown"
    )
    assert held(await other.act("document.signed", signature(written, "maker"))) == (
        "document_unknown"
    )
    assert held(await other.act("document.written", writing(document_id))) == "document_id_taken"
    assert held(await work.act("document.written", writing(document_id, "MBB15"))) == (
        "document_id_taken"
    )
    empty = writing(str(uuid4()), violations=[])
    assert held(await work.act("document.written", empty)) == "form_invalid"
    minutes = writing(str(uuid4())) | {"form": "BB-KT"}
    assert held(await work.act("document.written", minutes)) == "form_invalid"

    stranger = await factories.pen(people.dung)
    act = stranger.write(str(work.id), "document.written", writing(str(uuid4())))
    outcome = await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    assert held(outcome) == "not_on_team"
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert {item.code for item in view.quarantined} == {
        "document_unknown",
        "document_id_taken",
        "form_invalid",
        "not_on_team",
    }


async def test_a_signature_that_came_before_its_paper_takes_effect_once_that_is_here(
    people: People,
) -> None:
    work = await factories.announced(people)
    late = work.pen.write(str(work.id), "document.written", writing(str(uuid4())))
    outcome = await work.act("document.signed", signature(str(late["id"]), "maker"))
    assert held(outcome) == "document_unknown"
    signed = str(work.pen.log[-1]["id"])

    refused = await admit(people, work, signed)
    assert refused.code == "quarantine_lasting"
    assert held(await factories.hand_in(late, work.author, UUID(str(late["device_id"])))) is None
    [paper] = await papers(people, work)
    assert [item.role for item in paper.signatures] == ["maker"]
    assert paper.missing == ["subject"]


async def signed_paper(work: Work, form: str = "MBB01") -> tuple[str, str]:
    """A paper that both have signed: its id, and the act of its writing."""
    document_id = str(uuid4())
    written = await write(work, document_id, form)
    for role in ("maker", "subject"):
        assert held(await work.act("document.signed", signature(written, role))) is None
    return document_id, written


async def test_a_paper_gets_its_number_after_all_have_signed_and_changes_no_more(
    people: People,
) -> None:
    work = await factories.announced(people)
    block = await lend(work)
    document_id, written = str(uuid4()), ""
    written = await write(work, document_id)
    content = await numbered(work, block, document_id, written, block.first)
    assert held(await work.act("document.numbered", content)) == "document_unsigned"
    early = str(work.pen.log[-1]["id"])
    for role in ("maker", "subject"):
        await work.act("document.signed", signature(written, role))
    # The number that came too early takes effect once the signatures are here.
    unwrap(await admit(people, work, early))
    [paper] = await papers(people, work)
    assert paper.number == content["text"]
    assert paper.numbered_at is not None

    assert held(await work.act("document.numbered", content)) == "document_closed"
    assert held(await work.act("document.written", writing(document_id))) == "document_closed"
    changed = str(work.pen.log[-1]["id"])
    assert held(await work.act("document.signed", signature(written, "witness"))) == (
        "document_closed"
    )
    assert (await admit(people, work, changed)).code == "quarantine_lasting"
    [after] = await papers(people, work)
    assert (after.content_sha256, len(after.signatures)) == (paper.content_sha256, 2)


async def test_a_repeated_number_is_the_first_receipt(people: People) -> None:
    work = await factories.announced(people)
    block = await lend(work)
    document_id, written = await signed_paper(work)
    content = await numbered(work, block, document_id, written, block.first)
    first = await work.act("document.numbered", content)
    act = work.pen.log[-1]
    again = await factories.hand_in(act, work.author, UUID(str(act["device_id"])))
    assert isinstance(first, Accepted)
    assert isinstance(again, Accepted)
    assert (again.receipt, again.repeated) == (first.receipt, True)
    assert held(again) is None


async def test_no_number_stands_on_two_papers_nor_comes_from_another_phone(people: People) -> None:
    work = await factories.announced(people)
    block = await lend(work)
    first_id, first = await signed_paper(work)
    content = await numbered(work, block, first_id, first, block.first)
    assert held(await work.act("document.numbered", content)) is None

    second_id, second = await signed_paper(work)
    taken = await numbered(work, block, second_id, second, block.first)
    assert held(await work.act("document.numbered", taken)) == "number_unusable"
    beyond = await numbered(work, block, second_id, second, block.last + 1)
    assert held(await work.act("document.numbered", beyond)) == "number_unusable"
    # The officer's other phone has a block of its own: this one's numbers are not for it.
    other = Work(work.id, work.number, work.author, await factories.pen(work.author))
    foreign = await numbered(work, block, second_id, second, block.first + 1)
    assert held(await other.act("document.numbered", foreign)) == "number_unusable"
    dressed = await numbered(work, block, second_id, second, block.first + 1)
    wrong_text = dressed | {"text": f"{block.first + 7}/BB-VPHC-01-QLTT-THU1"}
    assert held(await work.act("document.numbered", wrong_text)) == "number_unusable"
    assert held(await work.act("document.numbered", foreign)) is None
    shown = [paper.number for paper in await papers(people, work)]
    assert shown == [content["text"], foreign["text"]]


async def test_whatever_the_order_of_arrival_all_of_it_is_kept_and_takes_effect(
    people: People,
) -> None:
    work = await factories.announced(people)
    block = await lend(work, "MBB26")
    document_id = str(uuid4())
    record = str(work.id)
    written = work.pen.write(record, "document.written", writing(document_id, "MBB26"))
    ident = str(written["id"])
    maker = work.pen.write(record, "document.signed", signature(ident, "maker"))
    party = work.pen.write(record, "document.signed", signature(ident, "subject"))
    content = await numbered(work, block, document_id, ident, block.first)
    number = work.pen.write(record, "document.numbered", content)

    codes = [
        held(await factories.hand_in(act, work.author, UUID(str(act["device_id"]))))
        for act in (number, party, maker, written)
    ]
    assert codes == ["document_unknown", "document_unknown", "document_unknown", None]
    [paper] = await papers(people, work)
    assert (paper.number, paper.missing) == (content["text"], [])


async def test_a_number_that_a_phone_gave_before_the_signatures_waits_for_a_person(
    people: People,
) -> None:
    work = await factories.announced(people)
    block = await lend(work, "MBB26")
    document_id, record = str(uuid4()), str(work.id)
    written = work.pen.write(record, "document.written", writing(document_id, "MBB26"))
    ident = str(written["id"])
    content = await numbered(work, block, document_id, ident, block.first)
    number = work.pen.write(record, "document.numbered", content)
    signed = [
        work.pen.write(record, "document.signed", signature(ident, role))
        for role in ("maker", "subject")
    ]
    for act in (*signed, number, written):
        await factories.hand_in(act, work.author, UUID(str(act["device_id"])))
    [paper] = await papers(people, work)
    assert (paper.number, paper.missing) == (None, [])
    unwrap(await admit(people, work, str(number["id"])))
    [paper] = await papers(people, work)
    assert paper.number == content["text"]


async def test_a_paper_bears_the_number_of_who_wrote_it(people: People) -> None:
    work = await factories.announced(people)
    document_id, written = await signed_paper(work)
    colleague = Work(work.id, work.number, people.binh, await factories.pen(people.binh))
    await colleague.act("place.fixed", factories.contents.place(210285110, 1058542300))
    block = await lend(colleague)
    content = await numbered(colleague, block, document_id, written, block.first)
    assert held(await colleague.act("document.numbered", content)) == "number_unusable"


async def test_no_minutes_or_proposal_take_the_id_of_a_draft_which_could_get_no_number_then(
    people: People,
) -> None:
    decision = str(await decision_papers.drafted(people))
    case = await cases_made.inspected(people)
    of_case, _ = await ready(case, "MQĐ20", people.giang)
    work = await factories.announced(people)
    fields = minutes.fill(
        msgspec.json.decode(
            await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
        ),
        "Đội số 1 thử",
    )
    await work.act("minutes.written", minutes.content(fields), id=decision)
    work.minutes, work.signatures = decision, []
    await factories.sign_text(work)
    block = await lend(work, "BB-KT")
    number = await minutes_numbered(work, block, decision, 1)
    assert held(await work.act("minutes.numbered", number)) == "number_unusable"
    left = "SELECT count(*) FROM document_numbers WHERE document_id = ANY($1)"
    assert await database.fetchval(left, [UUID(decision), of_case]) == 0
    asked = work.pen.write(str(uuid4()), "decision.proposed", proposal(people, of_case))
    outcome = await factories.hand_in(asked, work.author, work.device_id)
    assert isinstance(outcome, Refused)
    assert outcome.code == "paper_unknown"
