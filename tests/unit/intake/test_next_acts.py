"""What is next is offered first, as the state of an information and the law have it (Circular 27/2020 Arts 8 to 10)."""

from uuid import uuid4

import pytest

from backend.intake.rules import next_acts
from schemas.casework.words import InformationSource
from schemas.intake.words import InformationAct as Act
from schemas.intake.words import InformationState as State
from schemas.intake.words import Nature
from tests.unit.intake.made import information

OFFERED = [one for one in Act if one not in (Act.REGISTERED, Act.FOLLOWED)]


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (State.RECEIVED, Act.ASSIGNED),
        (State.VERIFYING, Act.VERIFIED),
        (State.VIOLATION, Act.PROPOSED),
        (State.NO_VIOLATION, Act.INFORMANT_TOLD),
    ],
)
def test_a_tip_is_verified_then_proposed_or_told_of(state: State, first: Act) -> None:
    facts = information()
    facts.state = state
    assert next_acts.ordered(OFFERED, facts)[0] is first


def test_what_a_superior_ordered_in_writing_is_proposed_before_it_is_verified() -> None:
    facts = information(source=InformationSource.ORDER)
    assert next_acts.ordered(OFFERED, facts)[:2] == [Act.PROPOSED, Act.ASSIGNED]


def test_a_denunciation_is_accepted_before_anything_else_and_nothing_is_lost_or_told_twice() -> (
    None
):
    facts = information(nature=Nature.DENUNCIATION, registered_by=uuid4())
    found = next_acts.ordered(OFFERED, facts)
    assert found[:2] == [Act.ACCEPTED, Act.NOT_ACCEPTED]
    assert found[-1] is Act.REOPENED, "a step back is never next"
    assert sorted(found) == sorted(OFFERED)
