"""Ids are UUIDs of version 7 (RFC 9562 §5.7), and sort as they were made."""

import time
from uuid import RFC_4122

from schemas.core.ids import is_version_7, new_id


def test_ids_made_one_after_another_sort_in_that_order() -> None:
    made = [new_id() for _ in range(2_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_an_id_tells_the_millisecond_at_which_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000
    assert is_version_7(made)
    assert made.variant == RFC_4122
