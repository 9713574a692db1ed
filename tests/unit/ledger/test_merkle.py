"""The log grows as RFC 6962 says."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from backend.ledger.rules import merkle


def by_recursion(leaves: list[bytes]) -> bytes:
    """RFC 6962 §2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    left, right = by_recursion(leaves[:split]), by_recursion(leaves[split:])
    return hashlib.sha256(b"\x01" + left + right).digest()


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=70), st.integers(0, 70))
def test_growing_in_two_steps_gives_the_root_of_the_recursion(
    leaves: list[bytes], cut: int
) -> None:
    size, frontier = merkle.grow(0, [], leaves[:cut])
    stored = b"".join(frontier)
    size, frontier = merkle.grow(size, merkle.split(stored), leaves[cut:])
    assert size == len(leaves)
    assert merkle.root(frontier) == by_recursion(leaves)
    assert len(frontier) == size.bit_count()
