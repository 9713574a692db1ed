"""What came back to an officer who is away is seen and mended by the stand-in, for as long as that lasts."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend import registry
from backend.approvals.absences import service as absences
from backend.core import clock
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.ledger.service import Accepted
from schemas.approvals import submissions as acts
from schemas.approvals.absences import AbsenceEnded, AbsenceRecorded
from schemas.approvals.words import SubmissionState, SubmittedKind
from tests.support import cases_made
from tests.support.papers_submitted import answered, drafted, form_to, found, ready
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.long]
SANCTION = SubmittedKind.SANCTION


async def test_a_plain_inspector_mends_what_came_back_to_whom_they_stand_in_for(
    people: People, readers: Readers
) -> None:
    registry.open_all()
    case = await cases_made.due(people)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    one = await found(case, document, SANCTION)
    back = acts.SubmissionReturned(
        shown=one.shown, comments=[acts.Comment(at="/recipients", text="Sửa nơi nhận")]
    )
    assert isinstance(await answered(one, back, people.giang), Accepted)
    em = await readers.of(people.em)  # an inspector of another team
    pages = [f"/desk/submissions/{one.id}", f"/desk/documents/{document}", f"/desk/cases/{case.id}"]
    assert await seen(em, pages) == [404, 404, 404]

    absence_id = await away(case.worker, people.em)
    assert await seen(em, pages) == [200, 200, 200]
    other = await cases_made.due(people)
    assert await seen(em, [f"/desk/cases/{other.id}"]) == [404], "nothing else of the unit"
    await em.open(f"/desk/documents/{document}")
    assert "Sửa nơi nhận" in em.html
    editor = form_to(em.page, str(document))
    await em.submit(editor, next(each for each in editor.buttons if each.value == "ready"))
    one = await found(case, document, SANCTION)
    assert (one.state, one.rounds) == (SubmissionState.WAITING, 2)

    async with transaction():
        ended = AbsenceEnded(first_day_back=clock.today(), reason="về sớm")
        ledger.unwrap((await absences.act(absence_id, ended, case.worker.actor()))[1])
    assert await seen(em, pages[1:]) == [404, 404], "and not after"


async def seen(reader: Reader, pages: list[str]) -> list[int]:
    return [await reader.look(page) for page in pages]


async def away(officer: Person, stand_in: Person) -> UUID:
    content = AbsenceRecorded(
        officer_id=officer.id,
        stand_in_id=stand_in.id,
        first_day=clock.today(),
        last_day=clock.today() + timedelta(days=2),
        reason="nghỉ phép",
    )
    async with transaction():
        absence_id, outcome = await absences.act(None, content, officer.actor())
        ledger.unwrap(outcome)
    return absence_id
