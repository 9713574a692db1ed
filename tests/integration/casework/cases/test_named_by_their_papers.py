"""What is made public, and what is unsealed, is what its own paper names. Over HTTP, at the desk."""

import pytest
from litestar import Litestar

from backend.core import clock
from backend.core.local_time import VIETNAM
from backend.ledger.service import Refused
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


@pytest.mark.usefixtures("first_edition")
async def test_only_the_decision_of_the_case_is_published_as_its_sanction(
    app: Litestar, people: People
) -> None:
    """Law on Handling Administrative Violations Art 72."""
    case = await cases_made.sanctioned(people, publish=True)
    giang = await Desk.of(app, people.giang, people)
    decision = case.papers["MQĐ02"]
    number = (await case.facts()).papers[decision].number
    for form in ("MBB01", "BC"):
        other = case.papers.get(form) or await case.paper(form, people.an)
        foreign = case_execution_acts.SanctionPublished(
            where="Cổng", published_on=today(), document_id=other
        )
        outcome = await case.act(CaseAct.SANCTION_PUBLISHED, foreign)
        assert isinstance(outcome, Refused), form
        assert f"chính quyết định số {number}" in outcome.text.vi
    published = {"where": "Cổng thông tin điện tử", "published_on": today()}
    status, _ = await act(giang, case, "sanction.published", **published, document_id=other)
    assert status == 422, "the form does not even offer it"
    status, said = await act(giang, case, "sanction.published", **published, document_id=decision)
    assert status == 303, said


async def sealed(people: People) -> tuple[Case, case_exhibit_acts.Exhibit]:
    """A case whose one seized thing is under seal NP-01, by sealing minutes that say so."""
    case, exhibit = await cases_made.due(people), cases_made.exhibit()
    await seize(case, exhibit)
    rows = cases_made.rows(await case.facts(), [exhibit.exhibit_id])
    paper = await case.paper(
        "MBB26", people.an, items=[one | {"seal_number": "NP-01"} for one in rows]
    )
    content = case_exhibit_acts.ExhibitsSealed(
        document_id=paper, exhibits=[exhibit.exhibit_id], seals=["NP-01"], sealed_at=clock.now()
    )
    await case.take(CaseAct.EXHIBITS_SEALED, content, people.an)
    return case, exhibit


async def seize(case: Case, exhibit: case_exhibit_acts.Exhibit) -> None:
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), case.people.an)


async def test_nothing_is_unsealed_by_minutes_of_other_goods_or_of_another_seal(
    app: Litestar, people: People
) -> None:
    case, exhibit = await sealed(people)
    an = await Desk.of(app, people.an, people)
    rows = cases_made.rows(await case.facts(), [exhibit.exhibit_id])

    async def unseal(paper: object) -> tuple[int, str]:
        return await act(
            an,
            case,
            "exhibits.unsealed",
            document_id=paper,
            exhibits=exhibit.exhibit_id,
            intact="yes",
            unsealed_at=f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}",
            reason="Giám định",
        )

    foreign = await case.paper("MBB27", people.an)
    other_seal = await case.paper(
        "MBB27", people.an, items=[one | {"seal_number": "NP-99"} for one in rows]
    )
    for paper in (foreign, other_seal):
        status, said = await unseal(paper)
        assert status == 409
        assert "đúng như biên bản MBB27" in said
    right = await case.paper(
        "MBB27", people.an, items=[one | {"seal_number": "NP-01"} for one in rows]
    )
    status, said = await unseal(right)
    assert status == 303, said
