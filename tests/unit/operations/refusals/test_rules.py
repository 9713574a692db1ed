"""Which answers count as refused."""

import pytest

from backend.operations.rules import refusals as rules


@pytest.mark.parametrize(
    ("status", "code", "named", "found"),
    [
        (403, "not_allowed", False, {"not_allowed": 1}),
        (403, None, False, {"http_403": 1}),
        (429, "too_many", False, {"too_many": 1}),
        (404, "not_found", True, {"not_found": 1}),
        (404, "not_found", False, {}),
        (404, "receipt_pending", True, {}),
        (403, "confirmation_needed", False, {}),
        (429, "too_many_uploads", True, {}),
        (429, "too_many_looks", False, {}),
        (401, "not_signed_in", True, {}),
        (409, "conflict", True, {}),
        (422, "invalid", True, {}),
        (422, "code_wrong", False, {"code_wrong": 1}),
        (401, "code_used", False, {}),
        (200, None, True, {}),
        (500, "unexpected", True, {}),
    ],
)
def test_a_missing_right_too_many_tries_and_what_is_out_of_sight_count(
    status: int, code: str | None, named: bool, found: dict[str, int]
) -> None:
    assert rules.counted(status, code, (), names_a_thing=named) == found


def test_each_act_that_the_door_refused_counts_whatever_the_answer_says() -> None:
    acts = ["act_malformed", "case_not_now", "act_malformed"]
    for status in (200, 303, 409, 422):
        found = rules.counted(status, "case_not_now", acts, names_a_thing=True)
        assert found == {"act_malformed": 2, "case_not_now": 1}


def test_a_phone_that_asks_for_its_own_uploads_is_nobody_who_looks_around() -> None:
    assert not rules.names_a_thing("/api/mobile/v1/uploads/{upload_id}")
    assert rules.names_a_thing("/api/mobile/v1/photos/{photo_id}")
