"""Every act about people is declared once, and what an ask is about follows from it."""

import pytest

from backend.force.accounts import handlers
from backend.force.acts.declaring import Handler, Who
from backend.force.acts.index import ACTS
from backend.force.derived import asks
from backend.force.rules.asks import Kind
from schemas.force.acts import PeopleAct


def test_every_act_is_declared_in_the_order_of_the_enumeration() -> None:
    assert list(ACTS) == list(PeopleAct)


def test_each_kind_of_ask_has_one_act_and_one_content() -> None:
    assert tuple(asks.CONTENTS) == Kind.__args__
    assert len(asks.KINDS) == len(asks.TYPES) == len(asks.CONTENTS)


@pytest.mark.parametrize("kind", PeopleAct)
def test_what_is_declared_of_an_act_fits_its_book(kind: PeopleAct) -> None:
    one = ACTS[kind]
    officers = one.handler is Handler.OFFICER
    assert officers or (one.asks is None and one.ends is None and kind not in handlers.CHECKS)
    assert bool(one.by) == (one.who is Who.REGISTRAR)
