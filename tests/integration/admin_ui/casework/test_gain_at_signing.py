"""Who signs a decision with his key is asked on that page why a recorded gain is left, before it has a number."""

from tests.integration.admin_ui.casework.test_decided_elsewhere import issuer
from tests.integration.admin_ui.casework.test_papers import certified
from tests.integration.admin_ui.casework.test_signed_and_entered import made_ready, numbers, signed
from tests.integration.casework.cases.test_owed import WHY, due, listed
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.signing import Authority

__all__ = ["issuer"]


async def test_a_gain_that_is_left_is_asked_about_where_the_decision_is_signed(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people)
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    address = await made_ready(giang, case)
    taken = await numbers()
    assert await signed(giang, address) == 409
    assert "quyết định không buộc nộp lại" in giang.page.text
    assert (await numbers(), str((await case.facts()).state)) == (taken, "decision_due")
    assert await signed(giang, address, gain_kept=WHY) == 200
    assert str((await case.facts()).state) == "sanctioned"
    assert await listed(case, "gain_kept") == [WHY]
