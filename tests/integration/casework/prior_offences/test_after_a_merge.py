"""Who re-offends is one person: after a merge earlier cases of both entries count, at the desk and from the phone."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.parties import merging
from deploy.demo.phone import Phone
from schemas.parties.acts import Identifier, PartyDetails
from schemas.parties.words import IdentifierKind
from tests.integration.parties.test_merging import SHOP, TYPED, merged, seen
from tests.integration.parties.test_phone_lookup import asked as looked_up
from tests.integration.parties.test_register_of_parties import registered
from tests.support.case_rows import case_of
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.phone import Phones

FIRST, SECOND = SHOP.identifiers[0].value, "0100109106"
OTHER = msgspec.structs.replace(
    TYPED,
    name="Cửa hàng Bách Hợp",
    identifiers=[Identifier(kind=IdentifierKind.TAX_CODE, value=SECOND)],
)


async def both(people: People) -> tuple[UUID, UUID]:
    """Two entries of one shop in Hà Nội, each with a number and with a sanctioned case."""
    one, other = await registered(people.an, SHOP), await registered(people.em, OTHER)
    await case_of(people.giang, "VV-MOT", **of(SHOP, FIRST))
    await case_of(people.giang, "VV-HAI", **of(OTHER, SECOND))
    return one, other


def of(details: PartyDetails, number: str) -> dict[str, Any]:
    return {
        "subject_name": details.name,
        "subject_address": details.address.line,
        "subject_tax_code": number,
    }


async def parted(one: UUID, other: UUID, people: People) -> None:
    both = await seen(one, other, people.an)
    async with transaction():
        ledger.unwrap(await merging.undo(both, "Hai chủ khác nhau", [], people.an.actor()))


@pytest.mark.parametrize("number", [FIRST, SECOND])
async def test_the_desk_finds_the_cases_of_both_by_the_number_of_either(
    app: Litestar, people: People, number: str
) -> None:
    one, other = await both(people)
    desk = await Desk.of(app, people.giang, people)

    async def found(**typed: str) -> set[str]:
        page = (await desk.post("/desk/parties", **typed)).text
        return {case for case in ("VV-MOT", "VV-HAI", "VV-BA") if case in page}

    own = {"VV-MOT"} if number == FIRST else {"VV-HAI"}
    by_name = {"name": OTHER.name, "address": OTHER.address.line}
    assert await found(tax_code=number) == own
    assert await found(**by_name) == {"VV-HAI"}
    await merged(one, other, people)
    assert await found(tax_code=number) == {"VV-MOT", "VV-HAI"}
    assert await found(**by_name) == {"VV-MOT", "VV-HAI"}
    await case_of(people.giang, "VV-BA", subject_id=one, subject_tax_code=None)
    assert await found(tax_code=number) == {"VV-MOT", "VV-HAI", "VV-BA"}
    await parted(one, other, people)
    assert await found(tax_code=SECOND) == {"VV-HAI"}
    await desk.close()


async def test_the_phone_counts_the_sanctions_of_both_under_the_one_that_stays(
    phones: Phones, people: People
) -> None:
    one, other = await both(people)
    phone: Phone = await phones.of(people.an)

    async def told(number: str) -> list[tuple[str, int]]:
        parties = (await looked_up(phone, number)).json()["parties"]
        return [(party["id"], party["counting"]) for party in parties]

    assert await told(SECOND) == [(str(other), 1)]
    await merged(one, other, people)
    assert await told(SECOND) == await told(FIRST) == [(str(one), 2)]
    await parted(one, other, people)
    assert (await told(FIRST), await told(SECOND)) == ([(str(one), 1)], [(str(other), 1)])
