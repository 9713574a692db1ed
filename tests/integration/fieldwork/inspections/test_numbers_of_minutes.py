"""The number of inspection minutes: given on the phone after all have signed, whatever comes first.

Circular 22/2021 Art 6: by officer `N/SYMBOL-OFFICER_NO`, unique in its year (Art 6.2), entered only
after everybody has signed (Art 6.4).
"""

from typing import Any
from uuid import UUID

import pytest

from backend.core import database
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import of_inspections
from backend.force.numbers import service as numbering
from backend.ledger.service import Accepted
from deploy.demo import contents, minutes
from schemas.fieldwork.inspections import InspectionView, MinutesView
from schemas.fieldwork.minutes_flow import FLOW
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.site_papers import lend, minutes_numbered

pytestmark = pytest.mark.usefixtures("pool")


def held(outcome: Any) -> str | None:
    """Under which code it is held; None where it took effect. A number is never refused."""
    assert isinstance(outcome, Accepted), outcome
    return None if outcome.quarantine is None else outcome.quarantine.code


async def view_of(people: People, work: Work) -> InspectionView:
    return await inspections.inspection_view(work.id, people.giang.actor("desk"))


async def in_force(people: People, work: Work) -> MinutesView:
    found = (await view_of(people, work)).minutes
    assert found is not None
    return found


async def of_an(people: People) -> str:
    """An's officer number, which an's papers bear."""
    found: str = await database.fetchval(
        "SELECT officer_number FROM officers WHERE id = $1", people.an.id
    )
    return found


async def begun(people: People) -> Work:
    """An announced inspection whose minutes an draws up, as of today's decisions."""
    return await factories.announced(
        people,
        leader=people.an,
        members=[people.binh, people.chi],
        author=people.an,
        minutes_flow=FLOW,
    )


async def test_minutes_get_the_officers_number_after_all_signed_and_show_it(people: People) -> None:
    work = await begun(people)
    block = await lend(work, "BB-KT")
    await factories.write_text(work)
    early = await minutes_numbered(work, block, work.minutes, 1)
    assert held(await work.act("minutes.numbered", early)) == "document_unsigned"

    await factories.write_minutes(work)
    assert held(await work.act("minutes.numbered", early | {"minutes": work.minutes})) is None
    found = await in_force(people, work)
    assert found.paper_number == f"1/BB-KT-{await of_an(people)}"
    assert found.numbered_at is not None
    shown = of_inspections.content(await view_of(people, work))
    assert (shown.number, shown.draft) == (f"1/BB-KT-{await of_an(people)}", False)


async def test_minutes_are_numbered_once_and_nobody_signs_them_afterwards(people: People) -> None:
    work = await begun(people)
    block = await lend(work, "BB-KT")
    await factories.write_minutes(work)
    content = await minutes_numbered(work, block, work.minutes, 1)
    first = await work.act("minutes.numbered", content)
    assert held(first) is None
    again = await minutes_numbered(work, block, work.minutes, 2)
    assert held(await work.act("minutes.numbered", again)) == "document_closed"
    late = contents.signed(work.minutes, "member", "Bùi Thị Bình")
    assert held(await work.act("person.signed", late)) == "document_closed"
    assert (await in_force(people, work)).paper_number == f"1/BB-KT-{await of_an(people)}"

    # A head may admit the late signature: somebody gave it. A second number nobody can admit.
    signed = UUID(str(work.pen.log[-1]["id"]))
    numbered = UUID(str(work.pen.log[-2]["id"]))
    async with database.transaction():
        admitted = await inspections.admit(
            work.id, signed, "Đã đối chiếu bản giấy.", people.giang.actor("desk")
        )
    assert isinstance(admitted, Accepted)
    async with database.transaction():
        refused = await inspections.admit(
            work.id, numbered, "Đã đối chiếu bản giấy.", people.giang.actor("desk")
        )
    assert refused.code == "quarantine_lasting"


async def test_a_number_that_is_not_the_writers_own_is_held(people: People) -> None:
    work = await begun(people)
    block = await lend(work, "BB-KT")
    await factories.write_minutes(work)
    right = await minutes_numbered(work, block, work.minutes, 1)
    for wrong in (
        {"text": "1/BB-KT-99-QLTT9999"},
        {"number": 21, "text": f"21/BB-KT-{await of_an(people)}"},
        {"form": "BB-KKT", "text": f"1/BB-KKT-{await of_an(people)}"},
    ):
        assert held(await work.act("minutes.numbered", right | wrong)) == "number_unusable"
    colleague = Work(work.id, work.number, people.binh, await factories.pen(people.binh))
    await colleague.act("place.fixed", contents.place(210285110, 1058542300))
    theirs = await lend(colleague, "BB-KT")
    foreign = await minutes_numbered(colleague, theirs, work.minutes, 1)
    assert held(await colleague.act("minutes.numbered", foreign)) == "number_unusable"
    assert held(await work.act("minutes.numbered", right)) is None
    assert (
        await numbering.missing_numbers(
            numbering.Issuer(kind="officer", id=people.an.id), "BB-KT", block.year
        )
        == []
    )


async def test_a_number_that_came_before_its_minutes_takes_effect_once_they_are_here(
    people: People,
) -> None:
    """After a restore another phone may bring the text last."""
    work = await begun(people)
    block = await lend(work, "BB-KT")
    await factories.write_text(work)
    fields = work.pen.log[-1]["content"]["fields"]
    late = work.pen.write(str(work.id), "minutes.written", minutes.content(fields))
    for role in ("leader", "subject"):
        signed = contents.signed(str(late["id"]), role, f"Người ký {role}")
        assert held(await work.act("person.signed", signed)) == "minutes_unknown"
    content = await minutes_numbered(work, block, str(late["id"]), 1)
    assert held(await work.act("minutes.numbered", content)) == "minutes_unknown"

    assert held(await factories.hand_in(late, work.author, UUID(str(late["device_id"])))) is None
    found = await in_force(people, work)
    assert (str(found.id), found.paper_number) == (late["id"], content["text"])
    assert {one.decided for one in (await view_of(people, work)).quarantined} == {"admitted"}


async def test_minutes_of_the_file_take_their_number_after_the_submission_too(
    people: People,
) -> None:
    work = await begun(people)
    block = await lend(work, "BB-KT")
    await factories.write_minutes(work)
    assert isinstance(await factories.submit(work), Accepted)
    state = (await view_of(people, work)).state
    content = await minutes_numbered(work, block, work.minutes, 1)
    assert held(await work.act("minutes.numbered", content)) is None
    after = await view_of(people, work)
    assert (after.state, after.revision) == (state, work.revision)
    assert after.minutes is not None
    assert after.minutes.paper_number == f"1/BB-KT-{await of_an(people)}"


async def test_a_number_stays_with_the_text_that_people_signed(people: People) -> None:
    """Another phone's text may be in force meanwhile: the number follows the text, not the order."""
    work = await begun(people)
    block = await lend(work, "BB-KT")
    await factories.write_minutes(work)
    signed = work.minutes
    await factories.write_text(work)
    assert (
        held(await work.act("minutes.numbered", await minutes_numbered(work, block, signed, 1)))
        is None
    )
    view = await view_of(people, work)
    numbers = {str(one.id): one.paper_number for one in view.all_minutes}
    assert numbers == {signed: f"1/BB-KT-{await of_an(people)}", work.minutes: None}
    assert view.minutes is not None
    assert view.minutes.paper_number is None


async def test_minutes_of_non_execution_are_numbered_where_a_witness_signed_for_the_commune(
    people: People,
) -> None:
    """Circular 27/2020 Art 16.1: a witness signs only where the minutes say why nobody came."""
    work = await begun(people)
    block = await lend(work, "BB-KKT")
    await factories.write_nonexecution(work, ("leader", "witness"))
    content = await minutes_numbered(work, block, work.minutes, 1)
    assert held(await work.act("minutes.numbered", content)) == "document_unsigned"
    absent = {"authority": [], "authority_absence": "UBND xã không cử người."}
    await factories.write_nonexecution(work, ("leader", "witness"), **absent)
    content = await minutes_numbered(work, block, work.minutes, 1)
    assert held(await work.act("minutes.numbered", content)) is None
    assert (await in_force(people, work)).paper_number == f"1/BB-KKT-{await of_an(people)}"


async def test_minutes_of_older_phones_stay_as_they_are(people: People) -> None:
    """They have no number, or the one that somebody typed into the text."""
    work = await begun(people)
    await factories.write_minutes(work)
    assert isinstance(await factories.submit(work), Accepted)
    view = await view_of(people, work)
    assert view.minutes is not None
    assert view.minutes.paper_number is None
    assert of_inspections.content(view).number is None
    typed = await begun(people)
    await factories.write_minutes(typed, number="7/BB-KT")
    assert of_inspections.content(await view_of(people, typed)).number == "7/BB-KT"
