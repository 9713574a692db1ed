"""Whatever is asked of the law book is answered, or said to be unreadable, and at once."""

import time

import pytest

from backend.casework.reckoner import service
from schemas.law.reckoning import Asked

_SANCTION = {"subject": "individual", "acted_on": "2026-09-01", "decided_on": "2026-10-01"}
_TITLE = {"title": "team_head", "on": "2026-10-01", "field": "trade", "band_max": "10000000"}
_EXECUTION = {"subject": "individual", "fine": "2000000"}


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        (Asked.DEADLINE, {"rule": "D12", "start": "0001-01-01"}),
        (Asked.DEADLINE, {"rule": "D30", "start": "9999-12-31", "report": "week"}),
        (Asked.SANCTION, _SANCTION | {"code": "ND98-24-3", "times": "1000000"}),
        (Asked.SANCTION, _SANCTION | {"code": "ND98-24-3", "goods_value": "9" * 400}),
        (Asked.COMPETENCE, _TITLE | {"extra": "²"}),
        (Asked.COMPETENCE, _TITLE | {"remedies": "{x.__class__}"}),
        (Asked.EXECUTION, _EXECUTION | {"what": "postponement", "decided_on": "9999-12-31"}),
        (
            Asked.PROCEDURE,
            {
                "state": "DECISION_DUE",
                "act": "explanation.requested",
                "way": "%s",
                "minutes_on": "2026-03-05",
            },
        ),
        (
            Asked.PROCEDURE,
            {"state": "SUSPENDED", "act": "suspension.ended", "ground": "crime", "before": "x"},
        ),
    ],
)
def test_what_no_rule_can_read_is_said_to_be_unreadable(
    asked: Asked, facts: dict[str, str]
) -> None:
    began = time.process_time()
    answer = service.answer(asked, facts)
    assert time.process_time() - began < 1, "one question holds nobody else up"
    assert answer.refused is not None or asked is Asked.PROCEDURE
