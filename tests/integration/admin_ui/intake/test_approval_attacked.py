"""An order to verify that waits for its head, and people who have no business with it."""

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.documents.record_papers import service as papers
from backend.documents.record_papers import submitting
from backend.intake.informations import service as informations
from backend.ledger import service as ledger
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.intake.words import Nature
from tests.integration.admin_ui.intake.test_approval_of_papers import drafted, finished, only
from tests.integration.admin_ui.shell.test_saved_at_once import at_once
from tests.support import informations as made
from tests.support import routes_made
from tests.support.papers_submitted import answers, form_to
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")

ANSWERS = ("return", "refuse", "supplement", "hand_on", "take_over", "withdraw", "reopen")


async def test_who_answers_a_step_reads_and_changes_no_other_paper_and_does_not_rewrite_that_one(
    readers: Readers, people: People
) -> None:
    """Em, of another team, is asked for an opinion: the paper is read and neither opened again nor given up."""
    steps = (
        RouteStep(
            kind=StepKind.OPINION,
            who=Who(by=By.OFFICER, officer_id=people.em.id),
            term=Term(working_days=2),
        ),
        RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD), term=Term(working_days=2)),
    )
    await routes_made.published(people, SubmittedKind.VERIFICATION, steps)
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    report = await drafted(done.id, people.an, "BC")
    an, em = await readers.of(people.an), await readers.of(people.em)
    await finished(an, document)
    assert await em.look(f"/desk/papers/{document}") == 200
    assert "Đưa về dự thảo" not in em.page.text
    assert await em.look(f"/desk/papers/{report}") == 404
    assert await em.look(f"/desk/informations/{done.id}") == 404
    actor = people.em.actor("desk")
    async with transaction():
        reopened = await papers.reopen(document, "Xem lại", actor)
    assert isinstance(reopened, ledger.Refused)
    async with transaction():
        given_up = await papers.discard(document, "Không cần", actor)
    assert isinstance(given_up, ledger.Refused)
    assert (await only(done.id)).state == "waiting"


@pytest.mark.long
async def test_strangers_find_an_order_nowhere_and_answer_it_by_no_address(
    readers: Readers, people: People
) -> None:
    """Of another province, of another team, and an administrator; with the hash in hand."""
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an = await readers.of(people.an)
    await finished(an, document)
    one = await only(done.id)
    for person in (people.dung, people.em, people.my):
        desk = await readers.of(person)
        assert await desk.look(f"/desk/submissions/{one.id}") == 404
        assert await desk.look(f"/desk/papers/{document}") == 404
        assert await desk.look(f"/desk/papers/{document}/preview.pdf") == 404
        for what in ANSWERS:
            assert await desk.look(f"/desk/submissions/{one.id}/{what}?shown={one.shown}") == 404
        await desk.open("/desk/")
        assert str(one.id) not in desk.html


@pytest.mark.long
async def test_who_was_asked_before_and_lost_the_office_answers_no_more(
    readers: Readers, people: People
) -> None:
    """Chi returned it once and was then moved to another post: the step waits for the office."""
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    await finished(an, document)
    assert (
        await answers(chi, await only(done.id), "return", at_0="/place", text_0="Ghi số nhà") == 200
    )
    assert await finished(an, document, **{"/place": "Số 5 phố Hàng Than"}) == 200
    one = await only(done.id)
    await chi.open(f"/desk/submissions/{one.id}/refuse?shown={one.shown}")
    held = form_to(chi.page, "/refuse")
    held.fill("reason", "Không cần")
    await database.execute(
        "UPDATE officer_positions SET valid_to = current_date - 1 WHERE officer_id = $1",
        people.chi.id,
    )
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.chi.id)
    assert await chi.try_submit(held, held.buttons[0]) in (403, 404, 409)
    assert (await only(done.id)).state == "waiting"


@pytest.mark.long
async def test_of_two_answers_at_once_one_is_recorded(readers: Readers, people: People) -> None:
    """Its head returns and refuses it from two windows at the same moment."""
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an = await readers.of(people.an)
    await finished(an, document)
    one = await only(done.id)
    first, second = await readers.of(people.chi), await readers.of(people.chi)
    got = await at_once(
        "informations",
        done.id,
        answers(first, one, "return", at_0="/place", text_0="Ghi rõ số nhà"),
        answers(second, one, "refuse", reason="Tin không đủ rõ."),
    )
    assert got == [200, 409]
    assert (await only(done.id)).state in ("with_submitter", "refused")


@pytest.mark.long
async def test_an_answer_to_what_was_changed_since_is_refused(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    await finished(an, document)
    old = await only(done.id)
    async with transaction():
        ledger.unwrap(await papers.reopen(document, "Sửa địa điểm", people.an.actor("desk")))
    assert await finished(an, document, **{"/place": "Số 7 phố Hàng Than"}) == 200
    assert await answers(chi, old, "refuse", reason="Tin không đủ rõ.") == 409
    assert (await only(done.id)).state == "waiting"


@pytest.mark.parametrize(
    "changed",
    [{"signer": {"name": "Bùi Hương Giang", "title": "Chi cục trưởng"}}, {"place": "Hà Đông"}],
)
async def test_another_signer_or_place_is_another_paper_to_who_agreed(
    people: People, changed: dict[str, object]
) -> None:
    """Practice B7: party, act, amount, goods, term and signer; not the copies."""
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    actor = people.an.actor("desk")

    async def material(**given: object) -> str:
        async with transaction():
            view = await papers.read(document, actor, None)
            ledger.unwrap((await papers.draft(document, view.fields | given, actor))[1])
            found = await submitting.final(document, done.id)
            await papers.draft(document, view.fields, actor)
        assert found is not None
        return found.material

    before = await material()
    assert await material(recipients=["Lưu: Hồ sơ, VT"]) == before
    assert await material(**changed) != before


@pytest.mark.long
async def test_an_auditor_below_reads_no_line_about_the_submission_of_an_information_on_his_head(
    readers: Readers, people: People
) -> None:
    """It turned out to be about the head of the department: it is for the nation, and so is who read it."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'auditor')", people.phuc.id
    )
    done = await made.registered(people.an)
    document = await drafted(done.id, people.an)
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    await finished(an, document)
    one = await only(done.id)
    assert await chi.look(f"/desk/submissions/{one.id}") == 200
    phuc, khanh = await readers.of(people.phuc), await readers.of(people.khanh)
    assert await phuc.look("/desk/log") == 200
    assert done.number in phuc.page.text, "he reads it while it is about nobody of the force"
    async with transaction():
        outcome = await informations.classify(
            done.id,
            Nature.TIP,
            "Người cung cấp nói về Chi cục trưởng.",
            people.chi.actor("desk"),
            named_officers=[people.giang.id],
        )
        ledger.unwrap(outcome)
    for kind in ("", "?kind=read"):
        assert await phuc.look(f"/desk/log{kind}") == 200
        assert done.number not in phuc.page.text
        assert str(one.id) not in phuc.html
    assert await khanh.look("/desk/log") == 200
    assert str(done.id) in khanh.html or "đã xem" in khanh.page.text
    assert await khanh.look(f"/desk/submissions/{one.id}") == 404
