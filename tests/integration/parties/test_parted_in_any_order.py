"""A party into which several were merged, parted from them in another order than they came: each gets back its own."""

from itertools import permutations
from uuid import UUID

import msgspec
import pytest

from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from backend.parties import merging
from schemas.parties.acts import Identifier, PartyDetails
from schemas.parties.words import IdentifierKind
from tests.integration.parties.test_merging import SHOP, asked, confirmed, seen
from tests.integration.parties.test_register_of_parties import registered
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
BARE = msgspec.structs.replace(SHOP, identifiers=[], representatives=[], sign="Biển thứ nhất")
SECOND = msgspec.structs.replace(
    SHOP,
    name="Tạp hoá Hương",
    sign="Biển thứ hai",
    phones=["0987654321"],
    identifiers=[Identifier(kind=IdentifierKind.TAX_CODE, value="001185012345")],
)
THIRD = msgspec.structs.replace(
    SHOP,
    name="Quán chị Hương",
    sign="Biển thứ ba",
    phones=["0900000001"],
    identifiers=[Identifier(kind=IdentifierKind.HOUSEHOLD_NUMBER, value="01A8012345")],
)


async def details_of(one: UUID, other: UUID, people: People) -> PartyDetails:
    both = await seen(one, other, people.an)
    return (both.one if both.one.party.id == one else both.other).details


async def joined(one: UUID, other: UUID, party: PartyDetails, people: People) -> None:
    ledger.unwrap(await asked(one, other, people.an, party))
    ledger.unwrap(await confirmed(one, other, people.binh))


async def part(one: UUID, other: UUID, people: People) -> None:
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Hai chủ khác nhau", [], people.an.actor())
    ledger.unwrap(outcome)


async def sound() -> None:
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


@pytest.mark.parametrize("order", list(permutations((1, 2))))
async def test_each_party_gets_back_its_own_in_whichever_order_they_are_parted(
    people: People, order: tuple[int, ...]
) -> None:
    one = await registered(people.an, BARE)
    others = {1: await registered(people.an, SECOND), 2: await registered(people.an, THIRD)}
    # Of the first all is taken over, of the second too.
    await joined(one, others[1], SECOND, people)
    await joined(one, others[2], THIRD, people)
    await sound()
    for number in order:
        await part(one, others[number], people)
        await sound()
    assert await details_of(one, others[1], people) == BARE
