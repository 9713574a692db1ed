"""`verify` finds a report that was changed without an act."""

import pytest

from backend.core import database
from tests.support import reports_made
from tests.support.people import People
from tests.support.verifying import verify


async def found() -> list[str]:
    report = await verify()
    return [one.what for one in report.findings if "report " in one.where]


@pytest.mark.usefixtures("app")
async def test_what_was_changed_in_a_report_without_an_act_is_found(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    await reports_made.sent(report_id, people.chi)
    assert await found() == []
    for change in (
        "UPDATE reports SET content = jsonb_set(content, '{texts,0,text}', '\"Khác\"') WHERE id = $1",
        "UPDATE reports SET state = 'draft' WHERE id = $1",
    ):
        await database.execute(change, report_id)
        assert await found() == ["the table says another thing than its acts"]
        await database.execute(
            """UPDATE reports SET state = 'sent_up',
                content = jsonb_set(content, '{texts,0,text}', '"Ổn định"') WHERE id = $1""",
            report_id,
        )
    assert await found() == []
