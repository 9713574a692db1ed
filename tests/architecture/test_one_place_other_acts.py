"""An act of an inspection or about people, too, is named in few files: what is said of it stands together."""

from enum import StrEnum
from statistics import median

import pytest

from schemas.fieldwork.words import ActType
from schemas.force.acts import PeopleAct
from tests.architecture.test_one_place_an_act import OF_THE_BACKEND, naming, product
from tests.architecture.tree import listed

LIMITS = [(ActType, (19, 34), (9, 14)), (PeopleAct, (10, 25), (7, 15))]
"""Median and most, of the whole product and of words, rules and records alone; lowered as more is said in one place.

Of inspections the phone's mirror of the table and its screens are among them, and the program that checks an evidence
package: it stands alone, so it names them all. Of people some names are also codes of refusals, which are counted.
"""


@pytest.mark.parametrize(("kinds", "whole", "backend"), LIMITS)
def test_an_act_is_named_in_few_files(
    kinds: type[StrEnum], whole: tuple[int, int], backend: tuple[int, int]
) -> None:
    texts = product()
    named = {kind: naming(kind, texts) for kind in kinds}
    own = {
        kind: [one for one in found if one.startswith(OF_THE_BACKEND)]
        for kind, found in named.items()
    }
    for found, (middle, most) in ((named, whole), (own, backend)):
        beyond = [f"{kind}: {len(one)}" for kind, one in found.items() if len(one) > most]
        assert not beyond, listed(beyond)
        assert median(len(one) for one in found.values()) <= middle
