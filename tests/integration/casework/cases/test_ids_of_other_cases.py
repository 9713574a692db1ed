"""What a case writes stays its own: an id that another case has is refused, and nothing of that case changes."""

from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.core import database
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.support import cases_made
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def rows(table: str) -> list[dict[str, Any]]:
    return [dict(one) for one in await database.fetch(f"SELECT * FROM {table} ORDER BY id")]


async def test_goods_of_another_case_are_not_seized_or_divided_into_by_their_id(
    app: Litestar, people: People
) -> None:
    first, second = await cases_made.inspected(people), await cases_made.inspected(people)
    exhibit = cases_made.exhibit(name="Mỹ phẩm", quantity="40")
    await first.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(first, exhibit), people.an)
    before = await rows("exhibits")
    other = msgspec.structs.replace(exhibit, name="Hộp giấy", quantity="1")
    seized = await cases_made.seized(second, other, keeper="Anh họ")
    refused = await second.refused(CaseAct.EXHIBITS_SEIZED, seized, people.an)
    assert (refused, await rows("exhibits")) == ("case_exhibit", before)

    own = msgspec.structs.replace(other, exhibit_id=new_id(), quantity="2")
    await second.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(second, own), people.an)
    before = await rows("exhibits")
    divided = case_exhibit_acts.ExhibitsDivided(
        exhibits=[own.exhibit_id], part_id=exhibit.exhibit_id, quantity="1", reason="Tách"
    )
    refused = await second.refused(CaseAct.EXHIBITS_DIVIDED, divided, people.an)
    assert (refused, await rows("exhibits")) == ("case_exhibit", before)


async def test_a_paper_of_another_case_is_not_drafted_over(app: Litestar, people: People) -> None:
    first, second = await cases_made.inspected(people), await cases_made.inspected(people)
    document = await first.paper("BC")
    before = await rows("documents")
    draft = case_side_acts.DocumentDrafted(
        document_id=document, form="BC", form_version=1, fields={"body": "x"}, replaces=None
    )
    refused = await second.refused(CaseAct.DOCUMENT_DRAFTED, draft, people.an)
    assert (refused, await rows("documents")) == ("case_paper_unknown", before)
