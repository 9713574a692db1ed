"""Acts of inspections and acts about people, too, are named in few files, because their definitions
are kept together."""

from enum import StrEnum
from statistics import median

import pytest

from schemas.fieldwork.words import ActType
from schemas.force.acts import PeopleAct
from tests.architecture.test_one_place_an_act import OF_THE_BACKEND, naming
from tests.architecture.tree import listed

LIMITS = [(ActType, (19, 35), (9, 16)), (PeopleAct, (10, 25), (7, 15))]
"""Median and maximum, for the whole product and for words, rules and records alone. They are
lowered whenever more is kept together.

For inspections they include the phone's mirror of the state table, its screens, and the program
that checks an evidence package. That program stands alone and so names all acts. For people some
names are also codes of refusals, which are counted too.
"""


@pytest.mark.parametrize(("kinds", "whole", "backend"), LIMITS)
def test_an_act_is_named_in_few_files(
    kinds: type[StrEnum], whole: tuple[int, int], backend: tuple[int, int]
) -> None:
    named = {kind: naming(kind) for kind in kinds}
    own = {
        kind: [one for one in found if one.startswith(OF_THE_BACKEND)]
        for kind, found in named.items()
    }
    for found, (middle, most) in ((named, whole), (own, backend)):
        beyond = [f"{kind}: {len(one)}" for kind, one in found.items() if len(one) > most]
        assert not beyond, listed(beyond)
        assert median(len(one) for one in found.values()) <= middle
