"""A common name: who decides waits for no hundreds of cases, and is told where not all were compared."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.casework.cases import elsewhere
from backend.core import database
from backend.ledger.service import Refused
from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

WHY = "Quyết định kia phạt phần hàng ở kho, quyết định này phần hàng ở quầy"


async def test_of_many_decisions_on_one_act_a_few_are_named_and_that_there_may_be_more(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await cases_made.sanctioned(people)
    second = await cases_made.due(people)
    imposed = await cases_made.imposed(second)
    twice = msgspec.structs.replace(imposed, twice=WHY)
    await second.take(CaseAct.SANCTION_IMPOSED, twice)
    judged: list[UUID] = []
    same = elsewhere._same

    async def spy(case_id: UUID, acts: Any) -> bool:
        judged.append(case_id)
        return await same(case_id, acts)

    monkeypatch.setattr(elsewhere, "_same", spy)
    monkeypatch.setattr(elsewhere, "MOST_NAMED", 1)
    third = await cases_made.due(people)
    imposed = await cases_made.imposed(third)
    outcome = await third.act(CaseAct.SANCTION_IMPOSED, imposed)
    assert isinstance(outcome, Refused)
    assert outcome.code == "case_decided_elsewhere"
    assert "còn vụ việc khác chưa đối chiếu" in outcome.text.vi
    assert len(judged) == 1, "it goes on no longer than it must"
    # Those who are not compared ask for a reason too.
    monkeypatch.setattr(elsewhere, "MOST_JUDGED", 0)
    outcome = await third.act(CaseAct.SANCTION_IMPOSED, imposed)
    assert isinstance(outcome, Refused)
    assert "còn vụ việc khác chưa đối chiếu" in outcome.text.vi
    # A decision of before the act cannot be about it: nobody looks at it.
    monkeypatch.setattr(elsewhere, "MOST_JUDGED", 100)
    judged.clear()
    await database.execute(
        "UPDATE cases SET sanctioned_on = $1 WHERE id = ANY ($2::uuid[])",
        today() - timedelta(days=1),
        [first.id, second.id],
    )
    await third.take(CaseAct.SANCTION_IMPOSED, imposed)
    assert judged == []
