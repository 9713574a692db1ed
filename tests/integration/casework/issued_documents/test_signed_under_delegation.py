"""What a deputy signed under a delegation holds when one of the two leaves afterwards (Decree 118/2021 Art 10)."""

from uuid import UUID

import pytest
from litestar import Litestar

from tests.integration.casework.issued_documents.test_delegations import given
from tests.integration.casework.issued_documents.test_offices import moves
from tests.integration.casework.issued_documents.test_powers import drafted, made_ready
from tests.integration.force.accounts.test_take_over import WHY
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, hand
from tests.support.desk import Desks
from tests.support.people import People

__all__ = ["hand"]
pytestmark = pytest.mark.usefixtures("pool")


@pytest.mark.parametrize("who", ["giang", "hai"])
@pytest.mark.parametrize("scanned_first", [True, False])
async def test_a_decision_that_a_deputy_signed_by_hand_is_entered_after_one_of_the_two_has_left(
    app: Litestar, people: People, hand: Hand, desks: Desks, who: str, scanned_first: bool
) -> None:
    """One administrator, by shutting an account, would else undo every decision that waits to be entered."""
    case = await cases_made.due(people)
    await given(app, people)
    hai, my = await desks.of(people.hai), await hand.of(people.my)
    address = await drafted(hai, case)
    await made_ready(hai, address)
    document = UUID(address.rsplit("/", 1)[1])
    form = {"fields_hash": (await case.facts()).papers[document].fields_hash or "", "alone": WHY}
    other = await drafted(hai, await cases_made.due(people))
    await made_ready(hai, other)
    printed = await (await hand.of(people.hai)).post(
        f"/desk/documents/{document}/sign", by_hand="yes", **form
    )
    assert printed.status_code == 303
    if scanned_first:
        assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    leaves = f"/desk/people/{getattr(people, who).id}/disable"
    assert (await my.post(leaves, reason="nghỉ hưu")).status_code == 303
    if not scanned_first:
        assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    assert (await hand.compare(document, people.nga)).status_code == 303
    assert (await case.facts()).sanction is not None, "entered with the comparison"
    if who == "giang":  # and nothing more is signed under it
        await hai.open(f"{other}/sign")
        assert "quyết định giao quyền còn hiệu lực" in hai.page.text


async def test_it_ends_when_its_giver_is_moved_to_another_department(
    app: Litestar, people: People, desks: Desks
) -> None:
    """Whether or not somebody has ended her old post in the register (Decree 118/2021 Art 10: transfer)."""
    await given(app, people)
    hai = await desks.of(people.hai)
    address = await drafted(hai, await cases_made.due(people))
    await made_ready(hai, address)
    await hai.open(f"{address}/sign")
    assert "quyết định giao quyền còn hiệu lực" not in hai.page.text
    await moves(app, people, people.giang, "48")
    await hai.open(f"{address}/sign")
    assert "quyết định giao quyền còn hiệu lực" in hai.page.text
