"""Pages lead nobody to what is closed to them: clerks read papers and cases, and no inspection."""

import re

from backend.core import database
from tests.support import cases_made, page_worlds
from tests.support.people import People
from tests.support.readers import Readers


async def test_a_clerk_is_led_from_a_case_to_no_inspection_no_whole_file_and_no_earlier_cases(
    people: People, readers: Readers
) -> None:
    case = await cases_made.recorded(people)
    clerk, head = await readers.of(people.nga), await readers.of(people.giang)
    closed = (
        'href="/desk/inspections/',
        f"/desk/cases/{case.id}/dossier",
        'action="/desk/parties"',
    )
    for desk, led in ((clerk, False), (head, True)):
        await desk.open(f"/desk/cases/{case.id}")
        assert [one in desk.html for one in closed] == [led] * 3


async def test_a_clerk_is_led_from_a_paper_of_an_information_to_no_information(
    people: People, readers: Readers
) -> None:
    await page_worlds.of_an_information(people)
    clerk = await readers.of(people.nga)
    await clerk.open("/desk/papers")
    await clerk.follow("/desk/papers/")
    assert re.search("/desk/papers/[0-9a-f-]{36}", clerk.html)
    assert not re.search("/desk/informations/[0-9a-f-]{36}", clerk.html)


async def test_values_of_a_report_lead_to_records_only_who_reads_statistics(
    people: People, readers: Readers
) -> None:
    await cases_made.due(people)
    await page_worlds.of_a_report(people)
    report = await database.fetchval(
        "SELECT record_id FROM approval_submissions WHERE record_kind = $1", "report"
    )
    for who, led in ((people.an, False), (people.chi, True)):
        desk = await readers.of(who)
        await desk.open(f"/desk/reports/{report}")
        assert ("/desk/statistics/behind" in desk.html) is led, who.username
