"""A case that was sanctioned, with the head and an officer of it at their desks: where played tests begin.

For example:

    @pytest.mark.usefixtures("pool", "newest_edition")
    async def test_a_fine_is_paid(played: Played) -> None:
        case, decision, giang, an = played
"""

from typing import NamedTuple
from uuid import UUID

import pytest
from litestar import Litestar

from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People


class Played(NamedTuple):
    """The case, its decision on the violation (MQĐ02), and two desks."""

    case: Case
    decision: UUID
    giang: Desk
    """Of the head."""
    an: Desk
    """Of the officer who leads the case."""


@pytest.fixture
async def played(app: Litestar, people: People) -> Played:
    """Begin with a case that was sanctioned today."""
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    return Played(case, case.papers["MQĐ02"], giang, an)
