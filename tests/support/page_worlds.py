"""Records with real content and the pages that show them: what tests count at rest, and a benchmark at size.

for name, (reader, address) in (await page_worlds.of_a_case(people)).items(): …
"""

from backend import registry
from backend.core import database
from backend.core.database import transaction
from backend.documents.record_papers import service as papers
from backend.insight.reports import service as reports
from backend.ledger import service as ledger
from schemas.approvals.words import SubmittedKind
from tests.integration.admin_ui.intake.test_approval_of_papers import drafted as paper_of
from tests.support import (
    cases_made,
    decision_papers,
    factories,
    informations,
    papers_submitted,
    plans_made,
    reports_made,
    routes_made,
    submitted,
)
from tests.support.people import People, Person

Pages = dict[str, tuple[Person, str]]
"""Who reads which address, by a short name."""


async def of_a_case(people: People) -> Pages:
    """A case that waits for its decision, whose draft waits for its head; and another draft."""
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    document = await papers_submitted.drafted(case, "MQĐ02", people.giang)
    await papers_submitted.ready(case, document)
    one = await papers_submitted.found(case, document, SubmittedKind.SANCTION)
    other = await papers_submitted.drafted(case, "MBB02", people.an)
    return {
        "case": (people.giang, f"/desk/cases/{case.id}"),
        "paper": (people.giang, f"/desk/documents/{document}"),
        "editor": (people.an, f"/desk/documents/{other}"),
        "submission": (people.giang, f"/desk/submissions/{one.id}"),
        "review-sanction": (people.giang, f"/desk/review/{one.id}"),
    }


async def of_inspections(people: People) -> Pages:
    """A file, a draft of minutes and the draft of a decision, which wait for the head."""
    registry.open_all()
    work = await factories.submitted(people, photos=3, minutes_flow=2, author=people.chi)
    draft = await submitted.drafted(people)
    document = await decision_papers.drafted(people)
    found = await _reviews(people.giang, work.id, draft.id, await _record_of(document))
    return {
        "inspection": (people.giang, f"/desk/inspections/{work.id}"),
        "inspection-on-site": (people.giang, f"/desk/inspections/{draft.id}"),
    } | found


async def of_an_information(people: People) -> Pages:
    """The decision that assigns its verification, and a notice about it, which wait for the head of the team."""
    done = await informations.registered(people.an)
    actor = people.an.actor("desk")
    for form in ("QĐ-NV", "TB"):
        document = await paper_of(done.id, people.an, form)
        async with transaction():
            seen = (await papers.read(document, actor, None)).fields_hash
            ledger.unwrap(await papers.finalise(document, seen, actor))
    return await _reviews(people.chi, done.id)


async def of_a_plan(people: People) -> Pages:
    """A plan that waits for the head of the nation."""
    head = await plans_made.national_head(people)
    item = plans_made.item(people.giang.unit.unit_id, "Hộ kinh doanh Mẫu")
    plan = await plans_made.drafted(people.giang, [item])
    await plans_made.submitted(plan, people.giang)
    return await _reviews(head, plan)


async def of_a_report(people: People) -> Pages:
    """A report of a team that waits for its head."""
    await reports_made.defined(people)
    await reports_made.counted()
    report = await reports_made.written(people.an)
    revision = (await reports_made.view(report, people.an)).revision
    await reports_made.done(reports.submit(report, revision, "", people.an.actor("desk")))
    return await _reviews(people.chi, report)


async def _record_of(document: object) -> object:
    return await database.fetchval(
        "SELECT record_id FROM approval_submissions WHERE item_id = $1", document
    )


async def _reviews(reader: Person, *records: object) -> Pages:
    rows = await database.fetch(
        "SELECT id, kind FROM approval_submissions WHERE record_id = ANY ($1) ORDER BY submitted_at",
        list(records),
    )
    return {f"review-{row['kind']}": (reader, f"/desk/review/{row['id']}") for row in rows}
