"""An act of an inspection, too, is named in few files of the product: what is said of it stands together."""

from statistics import median

from schemas.fieldwork.words import ActType
from tests.architecture.test_one_place_an_act import OF_THE_BACKEND, naming, product
from tests.architecture.tree import listed

MEDIAN, MOST = 20, 34
"""Of the whole product, the phone's mirror of the table and its screens included."""
BACKEND_MEDIAN, BACKEND_MOST = 9, 15
"""Of words, rules and records alone. The program that checks an evidence package stands alone: it names them all."""


def test_an_act_of_an_inspection_is_named_in_few_files() -> None:
    texts = product()
    named = {kind: naming(kind, texts) for kind in ActType}
    own = {
        kind: [one for one in found if one.startswith(OF_THE_BACKEND)]
        for kind, found in named.items()
    }
    for found, middle, most in ((named, MEDIAN, MOST), (own, BACKEND_MEDIAN, BACKEND_MOST)):
        beyond = [f"{kind}: {len(one)}" for kind, one in found.items() if len(one) > most]
        assert not beyond, listed(beyond)
        assert median(len(one) for one in found.values()) <= middle
