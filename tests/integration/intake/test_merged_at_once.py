"""Two informations that two heads merge into each other at one moment: one goes up in the other, never both."""

import asyncio

import pytest

from backend.core.database import transaction
from backend.intake.informations import service as informations
from backend.ledger.service import Outcome, Refused
from schemas.intake.words import InformationState
from tests.support import informations as made
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def test_two_that_are_merged_into_each_other_at_once_do_not_both_disappear(
    people: People,
) -> None:
    one, other = await made.registered(people.an), await made.registered(people.an)

    async def merge(goes: made.Done, into: made.Done, person: Person) -> Outcome:
        async with transaction():
            return await informations.merge(
                goes.id, into.number, "Cùng một việc.", person.actor("desk")
            )

    outcomes = await asyncio.gather(
        merge(one, other, people.chi), merge(other, one, people.giang), return_exceptions=True
    )
    states = [(await made.seen(people.chi, each.id)).state for each in (one, other)]
    assert sorted(states) == [InformationState.MERGED, InformationState.RECEIVED], outcomes
    refused = [each for each in outcomes if isinstance(each, Refused)]
    assert [each.code for each in refused] == ["information_merge_into_gone"], outcomes
