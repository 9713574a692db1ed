"""RFC 6962 §2.1 hashing over entry hashes.

The tree is kept as its frontier: the roots of its perfect subtrees, left to right.

Leaf = SHA-256(0x00 ‖ data), node = SHA-256(0x01 ‖ left ‖ right). The frontier of n leaves has one
hash for each bit set in n. Appending therefore costs a hash or two and reads no earlier leaf.
"""

import hashlib
from collections.abc import Iterable

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of no leaves (RFC 6962 §2.1)."""


def leaf_hash(data: bytes) -> bytes:
    """Hash of one leaf."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def append(size: int, frontier: list[bytes], data: bytes) -> tuple[int, list[bytes]]:
    """Add a leaf and return the new size and frontier."""
    grown = [*frontier, leaf_hash(data)]
    merges, rest = 0, size
    while rest & 1:
        merges += 1
        rest >>= 1
    for _ in range(merges):
        right = grown.pop()
        grown.append(node_hash(grown.pop(), right))
    return size + 1, grown


def root(frontier: list[bytes]) -> bytes:
    """The Merkle tree hash of a frontier."""
    if not frontier:
        return EMPTY_ROOT
    found = frontier[-1]
    for left in reversed(frontier[:-1]):
        found = node_hash(left, found)
    return found


def grow(size: int, frontier: list[bytes], leaves: Iterable[bytes]) -> tuple[int, list[bytes]]:
    """Add leaves in order and return the new size and frontier."""
    for data in leaves:
        size, frontier = append(size, frontier, data)
    return size, frontier


def split(frontier: bytes) -> list[bytes]:
    """Split a stored frontier into its hashes.

    Raises ValueError if its length is not a whole number of hashes.
    """
    if len(frontier) % HASH_BYTES:
        raise ValueError("a frontier is a whole number of hashes")
    return [frontier[at : at + HASH_BYTES] for at in range(0, len(frontier), HASH_BYTES)]
