"""How long a sanction counts as an earlier offence: six months after a warning alone (Law 15/2012 Art 7.1)."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from backend.casework.rules import handed, owed
from backend.casework.rules.facts import Facts
from schemas.casework.acts.handed import ChairDecided
from schemas.casework.words import CaseState

DAY = datetime(2026, 3, 10, tzinfo=UTC)
LOT = UUID(int=7)


@pytest.mark.parametrize(
    ("total", "confiscated", "licence_suspended", "warned"),
    [
        (0, [], False, True),
        (0, [LOT], False, False),
        (0, [], True, False),
        (500_000, [], False, False),
    ],
)
def test_a_chair_who_confiscates_or_suspends_did_not_only_warn(
    total: int, confiscated: list[UUID], licence_suspended: bool, warned: bool
) -> None:
    facts = Facts(CaseState.DECISION_DUE, None, DAY)  # type: ignore[arg-type] # no opening is asked
    facts.chair = ChairDecided(
        document_id=UUID(int=1),
        outcome="sanction",
        number="12/QĐ-XPHC",
        decided_on=date(2026, 3, 10),
        chair="Lê Văn Mẫu",
        place="UBND phường Mẫu Đơn",
        total=total,
        measures=[],
        gain=None,
        confiscated=confiscated,
        licence_suspended=licence_suspended,
        comply_days=10,
        publish=False,
        sheet=2,
        alone=None,
    )
    facts.sanction = handed.sanction(facts.chair, facts)
    assert owed.only_warned(facts) is warned
