"""Who decides on a sanction is told where the party committed the same act before (Law 15/2012 Art 2.5, 2.6, 7.1)."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.core import clock, database
from schemas.parties.acts import Identifier
from schemas.parties.words import IdentifierKind
from tests.integration.casework.prior_offences.test_after_a_merge import OTHER, SECOND
from tests.integration.parties.test_merging import SHOP, merged
from tests.integration.parties.test_register_of_parties import registered
from tests.support import cases_made
from tests.support.case_rows import case_of
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def earlier(people: People, case: Case, number: str, **given: Any) -> None:
    """An earlier case of the same party about the same act."""
    party = (await case.facts()).party
    assert party is not None
    known = {
        "subject_name": party.name,
        "subject_tax_code": party.tax_code,
        "subject_identity": party.identity_number,
    }
    made = await case_of(people.giang, number, **(known | given))
    await database.execute(
        "UPDATE cases SET behaviours = jsonb_build_array($2::text) WHERE id = $1",
        made,
        cases_made.BEHAVIOUR,
    )


async def page_of(app: Litestar, people: People, case: Case) -> str:
    giang = await Desk.of(app, people.giang, people)
    return (await giang.http.get(f"/desk/cases/{case.id}/sanction")).text


async def test_a_sanction_of_the_same_act_whose_term_runs_is_a_re_offence(
    app: Litestar, people: People
) -> None:
    """Art 2.5: an act that was sanctioned, again before the term of Art 7.1 is over."""
    case = await cases_made.due(people)
    day = clock.today() - timedelta(days=100)
    await earlier(people, case, "VV-TRUOC", sanctioned_on=day, executed_at=day)
    page = await page_of(app, people, case)
    assert "VV-TRUOC" in page
    assert "tái phạm" in page
    assert "khoản 5 Điều 2" in page
    with later(days=60):
        page = await page_of(app, people, case)
        assert "VV-TRUOC" not in page, (
            "there is no fine any more whose circumstances count (Art 65.2)"
        )


async def test_a_warning_from_half_a_year_ago_and_another_act_are_none(
    app: Litestar, people: People
) -> None:
    """Art 7.1: six months after only a warning; Art 2.5: the act that was sanctioned, no other."""
    case = await cases_made.due(people)
    day = clock.today() - timedelta(days=250)
    await earlier(
        people,
        case,
        "VV-CANH-CAO",
        sanctioned_on=day,
        executed_at=day,
        only_warned=True,
        fine=0,
        paid=0,
    )
    await earlier(people, case, "VV-KHAC", sanctioned_on=day, executed_at=day)
    await database.execute(
        """UPDATE cases SET behaviours = '["ND98-99-9-z"]' WHERE number = 'VV-KHAC'"""
    )
    page = await page_of(app, people, case)
    assert "VV-CANH-CAO" not in page
    assert "VV-KHAC" not in page


async def test_the_same_act_that_nobody_sanctioned_yet_is_one_of_several(
    app: Litestar, people: People
) -> None:
    """Art 2.6: committed before, not sanctioned, its time to be sanctioned not over."""
    case = await cases_made.due(people)
    await earlier(people, case, "VV-CHUA", sanctioned_on=None, state="decision_due", fine=0, paid=0)
    page = await page_of(app, people, case)
    assert "VV-CHUA" in page
    assert "vi phạm nhiều lần" in page


async def test_after_a_merge_the_cases_of_both_entries_count(app: Litestar, people: People) -> None:
    """Art 2.5: who re-offends is one person, under whichever entry and number of the register."""
    case = await cases_made.due(people)
    party = (await case.facts()).party
    assert party is not None
    kind = IdentifierKind.TAX_CODE if party.tax_code else IdentifierKind.PERSONAL_NUMBER
    number = Identifier(kind=kind, value=party.tax_code or party.identity_number or "")
    one = await registered(people.an, msgspec.structs.replace(SHOP, identifiers=[number]))
    other = await registered(people.em, OTHER)
    day = clock.today() - timedelta(days=100)
    await earlier(
        *(people, case, "VV-GOP"),
        sanctioned_on=day,
        executed_at=day,
        subject_name=OTHER.name,
        subject_tax_code=SECOND,
        subject_identity=None,
    )
    assert "VV-GOP" not in await page_of(app, people, case)
    await merged(one, other, people)
    assert "VV-GOP" in await page_of(app, people, case)
