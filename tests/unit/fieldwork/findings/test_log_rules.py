"""A phone's clock between what is certain, set back, and what is missing in its log."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.limits import Limits
from backend.fieldwork.rules import log_findings as log_rules
from backend.fieldwork.rules.log_findings import LogEntry

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
LIMITS = Limits()
DEVICE, OFFICER, INSPECTION = uuid4(), uuid4(), uuid4()


def entry(seq: int = 1, made_s: int = 0, **changed: object) -> LogEntry:
    """An act made so many seconds after noon, received ten seconds after noon, with nothing missing before it."""
    made = LogEntry(
        inspection_id=INSPECTION,
        act_id=uuid4(),
        device_id=DEVICE,
        officer_id=OFFICER,
        seq=seq,
        made_at=NOON + timedelta(seconds=made_s),
        mono_ms=None,
        anchored_at=None,
        received_at=NOON + timedelta(seconds=10),
        known_before=seq - 1,
    )
    return msgspec.structs.replace(made, **changed)


@pytest.mark.parametrize(
    ("made_s", "anchored_s", "offset_s"),
    [
        (0, None, 0),
        (-10_000_000, None, 0),
        (-50, -100, 0),
        (130, None, 0),
        (131, None, 121),
        (-220, -100, 0),
        (-221, -100, -121),
    ],
)
def test_a_clock_is_wrong_outside_its_bounds_only(
    made_s: int, anchored_s: int | None, offset_s: int
) -> None:
    anchored = None if anchored_s is None else NOON + timedelta(seconds=anchored_s)
    found = log_rules.clock_offsets([entry(made_s=made_s, anchored_at=anchored)], LIMITS)
    assert [item.numbers["offset_s"] for item in found] == ([offset_s] if offset_s else [])


def test_a_phone_is_told_of_once_by_its_worst_act() -> None:
    acts = [entry(seq, made_s) for seq, made_s in ((1, 1000), (2, 5000), (3, 0), (4, 2000))]
    [found] = log_rules.clock_offsets(acts, LIMITS)
    assert found.numbers == {"offset_s": 4990, "acts": 3, "limit_s": 120}
    assert (found.subject_id, found.act_id) == (DEVICE, acts[1].act_id)
    other = msgspec.structs.replace(acts[0], device_id=uuid4())
    assert len(log_rules.clock_offsets([*acts, other], LIMITS)) == 2


@pytest.mark.parametrize(
    ("made_s", "mono_ms", "back_s"),
    [
        (60, None, None),
        (-120, None, None),
        (-121, None, 121),
        (0, 61_000, None),
        (-60, 61_000, 120 + 1),
        (3600, 1_000, None),  # asleep in a pocket, or set forward: cannot be told
        (-121, -5_000, 121),  # a new page: its monotonic clock began again
    ],
)
def test_a_clock_that_went_back_is_told_by_what_must_have_passed(
    made_s: int, mono_ms: int | None, back_s: int | None
) -> None:
    start = None if mono_ms is None else 100_000
    first = entry(1, 0, mono_ms=start)
    second = entry(2, made_s, mono_ms=None if mono_ms is None else 100_000 + mono_ms)
    found = log_rules.clocks_set_back([second, first], LIMITS)
    assert [item.numbers["set_back_s"] for item in found] == ([] if back_s is None else [back_s])


def test_acts_that_do_not_follow_each_other_say_nothing_of_the_clock() -> None:
    apart = [entry(1, 0), entry(3, -10_000), entry(4, -10_000, officer_id=uuid4())]
    assert log_rules.clocks_set_back(apart, LIMITS) == []


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_what_is_missing_is_counted(seq: int, known: int) -> None:
    found = log_rules.sequence_gaps([entry(seq, known_before=min(known, seq - 1))])
    missing = seq - min(known, seq - 1) - 1
    assert [item.numbers["missing"] for item in found] == ([missing] if missing else [])


@given(
    st.lists(st.integers(-10_000, 10_000), max_size=8), st.integers(0, 5000), st.integers(0, 5000)
)
def test_a_higher_limit_never_tells_more_of_a_clock(made: list[int], low: int, more: int) -> None:
    acts = [entry(seq, made_s) for seq, made_s in enumerate(made, 1)]

    def told(limit: int) -> int:
        limits = msgspec.structs.replace(LIMITS, clock_s=limit)
        wrong = sum(item.numbers["acts"] for item in log_rules.clock_offsets(acts, limits))
        return wrong + len(log_rules.clocks_set_back(acts, limits))

    assert told(low + more) <= told(low)
