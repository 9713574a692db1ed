"""What kiem-tra.py says of an inspection's state is what the server says."""

import ast
from itertools import product
from typing import Any

import pytest

from backend.exchange.evidence_export import history, texts
from backend.exchange.evidence_export.curves import sha
from backend.fieldwork.acts import file
from backend.fieldwork.derived import states as rules
from schemas.fieldwork.words import ActType, InspectionState


def after(state: str, kind: str, minutes_flow: int) -> str:
    """The state after an act, as the program moves it."""
    from_states, to = history.MOVES[minutes_flow].get(kind, ((), ""))
    return to if state in from_states else state


class Faults:
    """A package, as far as a story tells it what is wrong."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def must(self, holds: Any, vi: str, en: str) -> None:
        if not holds:
            self.faults.append(f"{vi} / {en}")


@pytest.mark.parametrize(
    ("named", "fits"), [({"proposal": "second"}, True), ({}, True), ({"proposal": "first"}, False)]
)
def test_an_opinion_answers_the_asking_that_it_names(named: dict[str, str], fits: bool) -> None:
    """The same draft was asked about twice; older phones name the draft alone."""
    parts = {"minutes": "text", "photos": []}
    asks = parts | {"draft": sha(parts)}
    team = {"team": [{"officer_id": "o", "full_name": "Lê An", "leader": True}]}
    said = [
        ("decision", "decision.issued", {"minutes_flow": 2, **team}),
        ("text", "minutes.written", {}),
        ("first", "minutes.proposed", asks),
        ("back", "draft.returned", {"draft": asks["draft"], "proposal": "first"}),
        ("second", "minutes.proposed", asks),
        ("last", "draft.approved", {"draft": asks["draft"], **named}),
    ]
    acts = [
        {"id": one, "type": kind, "content": content, "number": number, "officer_id": "o"}
        for number, (one, kind, content) in enumerate(said, start=1)
    ]
    package = Faults()
    history.Story(package, acts, {}).run()
    assert (package.faults == []) is fits, package.faults


@pytest.mark.parametrize("minutes_flow", [1, 2])
def test_every_act_moves_every_state_as_the_servers_tables_do(minutes_flow: int) -> None:
    states = rules.REACHED if minutes_flow == 2 else InspectionState
    kinds = rules.TYPES if minutes_flow == 2 else rules.OLDER_TYPES
    for state, kind in product(states, kinds):
        expected = rules.once_taken(state, kind, minutes_flow) or state
        assert after(state, kind, minutes_flow) == expected, (state, kind)


def test_the_program_holds_as_evidence_what_the_server_holds() -> None:
    assert set(history.EVIDENCE) == {str(kind) for kind in rules.EVIDENCE}
    assert set(history.FILE) == {str(one.wire) for one in file.RULINGS}
    assert set(history.TOLD) <= {str(kind) for kind in ActType}


def test_the_program_is_put_together_from_all_its_parts_and_is_python_3_9() -> None:
    whole = texts.checker().decode()
    ast.parse(whole, feature_version=(3, 9))
    assert "backend." not in "".join(
        line for line in whole.splitlines() if line.startswith(("import ", "from "))
    )
