"""A form that somebody else overtook is late; one that says what stands takes nobody's words back."""

import pytest

from backend.ledger.opened import Opened


@pytest.mark.parametrize(
    ("mark", "made", "stands", "late"),
    [
        ("a", "b", "a", False),
        ("a", "b", "c", True),
        ("a", "c", "c", False),
        ("", "b", "a", True),
    ],
)
async def test_a_form_is_late_if_neither_what_it_was_opened_with_nor_what_it_says_stands(
    mark: str, made: str, stands: str, late: bool
) -> None:
    async def now() -> str:
        return stands

    assert await Opened(mark=mark, made=made, now=now).is_late() is late
