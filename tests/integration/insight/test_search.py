"""One search finds records of every kind by their words, inside the reader's scope and nowhere else."""

import pytest

from backend.insight.search import following, service
from backend.ledger import sealer
from schemas.insight.search import Found, Sought
from tests.support import cases_made
from tests.support.people import People, Person
from tests.support.readers import readers

__all__ = ["readers"]
pytestmark = pytest.mark.usefixtures("pool")


async def followed() -> None:
    """Have everything sealed and its words written, as a worker does within seconds."""
    await sealer.seal_all()
    await following.follow_all()


async def found(who: Person, text: str) -> dict[Sought, list[str]]:
    """What the box shows: names by kind."""
    answer: Found = await service.typed(who.actor("desk"), text)
    return {
        group.kind: ["".join(one.text for one in hit.name) for hit in group.hits]
        for group in answer.groups
    }


@pytest.mark.parametrize(
    "typed",
    [
        "Trần Văn Mẫu",
        "mau tran",
        "duong cay đa",
        "ĐƯỜNG CÂY ĐA",
        "da cay van tr",
        "hang hoa nhap lau my pham",
        "mỹ phẩm hoá đơn",
        "0999",
        "VV 2026",
    ],
)
async def test_a_case_is_found_by_any_of_its_words(people: People, typed: str) -> None:
    await cases_made.sanctioned(people)
    await followed()
    assert (await found(people.giang, typed))[Sought.CASE] == ["Trần Văn Mẫu"]
