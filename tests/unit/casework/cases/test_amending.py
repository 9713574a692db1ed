"""What fine a decision that amends may name. Pure."""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from backend.casework.rules import amended_fine as amending


def act(least: int, most: int, *, warning: bool = False) -> Any:
    """A reckoned act of a decision, with the band that its amount lies in."""
    return SimpleNamespace(warning=warning, effective_min_vnd=least, effective_max_vnd=most)


@pytest.mark.parametrize(
    ("total", "refused"),
    [(10_000_000, False), (10_000_001, True), (3_000_000, False), (2_999_999, True)],
)
def test_a_decision_on_two_acts_is_amended_to_one_but_never_out_of_their_bands(
    monkeypatch: pytest.MonkeyPatch, total: int, refused: bool
) -> None:
    """One of two acts falls away (annulled in part): what is left is the other's fine."""
    acts = [act(3_000_000, 5_000_000), act(3_500_000, 5_000_000)]
    monkeypatch.setattr(amending.sanctions, "compute", lambda _: SimpleNamespace(acts=acts))
    decision = uuid4()
    facts: Any = SimpleNamespace(
        decision_id=decision, sanction=SimpleNamespace(order=None), things={}
    )
    paper: Any = SimpleNamespace(form="MQĐ38", replaces=decision, fields={"total_fine": total})
    assert (amending.fine_fault(facts, paper) is not None) is refused
