"""One builder indexes the acts of every group and what the desk says of them; it takes no act twice."""

from collections.abc import Iterable
from enum import StrEnum

import pytest

from admin_ui.casework.acts import intake as described
from admin_ui.casework.acts.index import DESCRIBED
from backend.casework.acts import intake
from backend.fieldwork.acts import visit
from backend.force.acts import units
from backend.ledger.declared import Named, index
from schemas.casework.words import CaseAct
from schemas.fieldwork.words import ActType
from schemas.force.acts import PeopleAct


@pytest.mark.parametrize(
    ("kinds", "family"),
    [
        (CaseAct, intake.ALL),
        (CaseAct, described.ALL),
        (ActType, visit.ALL),
        (PeopleAct, units.ALL),
    ],
)
def test_an_act_in_two_families_is_refused(kinds: type[StrEnum], family: Iterable[Named]) -> None:
    with pytest.raises(ValueError, match="declared twice"):
        index(kinds, family, family)


def test_the_desk_describes_every_act_of_a_case() -> None:
    assert list(DESCRIBED) == list(CaseAct)
