"""A decision that is signed by hand: printed, signed, scanned, in force, compared by a second person."""

from uuid import UUID

import pytest

from backend.casework.exceptions import service as exceptions
from backend.casework.issued_documents import service as issued_documents
from backend.casework.issued_documents.public import DocumentUnknown
from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.documents.scans import ScanWrong
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.decision_papers.changing import PrintedOver
from backend.fieldwork.inspections import service as inspections
from backend.ledger import service as ledger
from schemas.casework.exceptions import ExceptionKind
from tests.support import decision_papers, factories
from tests.support import scans as made
from tests.support.people import People, Person
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("app")
FORMER = ExceptionKind.FORMER_MEMBER


async def printed(people: People) -> UUID:
    document = await decision_papers.drafted(people)
    await decision_papers.signed(document, people.giang, None)
    return document


async def public_state(document: UUID) -> str:
    code = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", document)
    return (await issued_documents.find_public(code, "192.0.2.1")).state


async def compared(document: UUID, by: Person, *, agrees: bool = True, why: str = "") -> None:
    row = await database.fetchval(
        "SELECT s.sha256 FROM scans s JOIN decision_papers p ON p.scan_id = s.id WHERE p.id = $1",
        document,
    )
    async with transaction():
        outcome = await papers.compare(document, row, agrees, why or None, by.actor("desk"))
        ledger.unwrap(outcome)


async def test_it_is_in_force_with_its_scan_from_the_day_on_the_paper_and_waits_for_comparison(
    people: People,
) -> None:
    # PRACTICE B3: in force by law from its signing; compared by somebody but drafter and signer.
    document = await printed(people)
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0, "printed is not signed"
    with pytest.raises(DocumentUnknown):
        await public_state(document)  # nobody holds it yet
    await papers.take_scan(document, made.pdf(1), people.giang.actor("desk"))
    assert await database.fetchval("SELECT decision_number FROM inspections") == "01000001/QĐ-KT"
    assert await public_state(document) == "awaiting_comparison"
    await compared(document, people.nga)
    assert await public_state(document) == "valid"
    assert (await verify()).findings == []


async def test_its_drafter_and_its_signer_do_not_compare_it(people: People) -> None:
    document = await printed(people)
    await papers.take_scan(document, made.pdf(1), people.giang.actor("desk"))
    for own in (people.an, people.giang):
        with pytest.raises(RefusedAct):
            await compared(document, own)


async def test_who_drafted_it_does_not_compare_it_though_the_signer_s_name_was_filled_in_anew(
    people: People,
) -> None:
    # PRACTICE B3: the second person neither drafted nor signed. Hai's draft named Hai as its signer.
    document = await decision_papers.drafted(people, people.hai)
    await decision_papers.signed(document, people.giang, None)
    await papers.take_scan(document, made.pdf(1), people.giang.actor("desk"))
    async with transaction():
        view = await papers.read(document, people.hai.actor("desk"), None)
    assert (view.row.drafted_by_name, view.may_compare) == (people.hai.full_name, False)
    with pytest.raises(RefusedAct):
        await compared(document, people.hai)
    assert await public_state(document) == "awaiting_comparison"


async def test_nobody_compares_a_decision_that_he_drafted_though_another_rewrote_it(
    people: People,
) -> None:
    document = await decision_papers.drafted(people, people.hai)
    order = factories.order(people.chi, [people.an, people.em])
    async with transaction():
        _, outcome = await papers.draft(order, people.giang.actor("desk"), document)
        ledger.unwrap(outcome)
    await decision_papers.signed(document, people.giang, None)
    await papers.take_scan(document, made.pdf(1), people.giang.actor("desk"))
    with pytest.raises(RefusedAct):
        await compared(document, people.hai)
    await compared(document, people.nga)
    assert await public_state(document) == "valid"


async def test_the_inspector_who_drafted_it_still_finds_it_when_the_signer_was_filled_in_anew(
    people: People,
) -> None:
    document = await decision_papers.drafted(people)
    await database.execute(
        "UPDATE officers SET full_name = 'Bùi Thị Hương Giang' WHERE id = $1", people.giang.id
    )
    await decision_papers.signed(document, people.giang, None)
    async with transaction():
        view = await papers.read(document, people.an.actor("desk"), None)
    assert view.row.drafted_by_name == people.an.full_name


async def test_a_scan_that_differs_goes_back_with_a_reason_and_a_better_one_comes(
    people: People,
) -> None:
    document = await printed(people)
    await papers.take_scan(document, made.pdf(1), people.giang.actor("desk"))
    with pytest.raises(RefusedAct):
        await compared(document, people.nga, agrees=False)
    await compared(document, people.nga, agrees=False, why="Thiếu trang 2")
    assert await public_state(document) == "sent_back"
    await papers.take_scan(document, made.pdf(2), people.giang.actor("desk"))
    assert await public_state(document) == "awaiting_comparison"
    assert await database.fetchval("SELECT count(*) FROM inspections") == 1


async def test_a_sheet_whose_team_is_no_longer_on_duty_is_given_up_and_not_an_error(
    people: People,
) -> None:
    document = await printed(people)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.binh.id)
    with pytest.raises(PrintedOver):
        await papers.take_scan(document, made.pdf(1), people.giang.actor("desk"))
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0
    async with transaction():
        ledger.unwrap(
            await papers.discard(document, "Ông Bình đã nghỉ việc", people.giang.actor("desk"))
        )


async def test_a_sheet_that_names_a_former_member_is_entered_as_it_was_signed_without_that_member(
    people: People,
) -> None:
    # PRACTICE B3: in force by law from its signing. Circular 27/2020 Art 15: who is on duty inspects.
    document = await printed(people)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.binh.id)
    giang = people.giang.actor("desk")
    async with transaction():
        asked = await papers.read(document, giang, None)
    assert asked.former_members == [people.binh.full_name], "the page asks about exactly him"
    inspection = await papers.take_scan(document, made.pdf(1), giang, names_former=True)
    view = await inspections.inspection_view(inspection, people.an.actor())
    assert [one.officer_id for one in view.decision.team] == [people.chi.id, people.an.id]
    [paper] = view.decision_papers
    assert (paper.state, paper.former_members) == ("awaiting", [people.binh.full_name])
    [listed] = (await exceptions.page(people.khanh.actor("desk"), kind=FORMER)).rows
    assert (listed.reason, listed.record_number) == (people.binh.full_name, "01000001/QĐ-KT")
    assert listed.check_by is not None, "somebody of the level above checks it (PRACTICE B6)"
    await compared(document, people.nga, agrees=False, why="Thiếu trang 2")
    await papers.take_scan(document, made.pdf(2), giang)
    await compared(document, people.nga)
    async with transaction():
        after = await papers.read(document, giang, None)
    assert after.former_members == [people.binh.full_name]
    assert (await verify()).findings == []


@pytest.mark.parametrize("gone", ["leader", "all_members"])
async def test_a_sheet_without_its_leader_or_with_one_officer_left_begins_nothing(
    people: People, gone: str
) -> None:
    # Ordinance 11/2016 Art 23: a team has a leader and at least two officers.
    document = await printed(people)
    left = [people.chi.id] if gone == "leader" else [people.an.id, people.binh.id]
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = ANY($1)", left)
    with pytest.raises(PrintedOver):
        await papers.take_scan(document, made.pdf(1), people.giang.actor("desk"), names_former=True)
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0
    assert await database.fetchval("SELECT count(*) FROM exceptions") == 0


async def test_what_is_no_scan_is_refused_and_nothing_is_in_force(people: People) -> None:
    document = await printed(people)
    with pytest.raises(ScanWrong):
        await papers.take_scan(document, b"GIF89a", people.giang.actor("desk"))
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0


async def test_only_who_signed_puts_it_in_force(people: People) -> None:
    document = await printed(people)
    with pytest.raises(RefusedAct):
        await papers.take_scan(document, made.pdf(1), people.an.actor("desk"))
    with pytest.raises(NotFound):
        await papers.take_scan(document, made.pdf(1), people.dung.actor("desk"))
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0


async def test_what_was_printed_and_never_signed_is_given_up_with_its_number(
    people: People,
) -> None:
    # Circular 22/2021 Art 6: every number is used, or void with a reason.
    document = await printed(people)
    async with transaction():
        outcome = await papers.discard(document, "In nhầm", people.giang.actor("desk"))
        ledger.unwrap(outcome)
    row = await database.fetchrow("SELECT state, reason FROM document_numbers")
    assert tuple(row) == ("void", "In nhầm")
    assert await public_state(document) == "void"
