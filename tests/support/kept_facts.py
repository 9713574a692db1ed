"""Facts that all readers of a process share (backend/ledger/kept.py) are as their acts say, after each test too.

Whoever changes something of them, even a list in the content of an act, changes it for all who read the record later.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from backend.approvals.submissions import events as submissions
from backend.casework.cases import events as cases
from backend.intake.informations import events as informations
from backend.ledger.rules.entries import RecordedAct


@pytest.fixture(autouse=True)
def facts_stay_as_their_acts_say(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Note what is folded for all; fold it once more after the test, from the acts' texts."""
    noted: list[tuple[Any, UUID, list[RecordedAct], object]] = []
    for kept in (cases.KEPT, submissions.KEPT, informations.KEPT):
        folded: dict[int, tuple[Any, UUID, list[RecordedAct], object]] = {}

        def fold(
            record_id: UUID, acts: list[RecordedAct], of: Any = kept._fold, folded: Any = folded
        ) -> object:
            found: object = of(record_id, acts)
            folded[id(found)] = (of, record_id, acts, found)
            return found

        def share(found: object, of: Any = kept._share, folded: Any = folded) -> None:
            of(found)
            noted.append(folded[id(found)])

        monkeypatch.setattr(kept, "_fold", fold)
        monkeypatch.setattr(kept, "_share", share)
    yield
    for of, record_id, acts, found in noted:
        assert of(record_id, acts) == found, f"somebody changed the facts of {record_id}"
