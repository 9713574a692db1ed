"""RFC 8785 (JSON Canonicalization Scheme) for our profile of JSON.

The profile has text, safe integers, booleans and null, and no floats.
"""

import hashlib
import json
from typing import Any

import rfc8785


def canonical(value: Any) -> bytes:
    """Return the RFC 8785 form of a value of our profile: text, safe integers, booleans, null; any keys.

    The C encoder of the standard library differs from RFC 8785 only in the order of keys beyond
    ASCII, which the RFC sorts by UTF-16 code units. Values with such keys therefore go through the
    rfc8785 package.
    """
    return canonical_ascii(value) if _ascii_keys(value) else rfc8785.dumps(value)


def canonical_ascii(value: Any) -> bytes:
    """Do the same as canonical() for a value whose keys are known to be ASCII.

    For this profile the C encoder writes exactly the bytes of RFC 8785, twenty times faster than
    the package. A property test compares the two.
    """
    return _encode(value).encode()


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


_NESTED = (dict, list, tuple)


def _ascii_keys(value: Any) -> bool:
    """Tell whether all keys are ASCII. Without a call for each leaf: every act is hashed."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        items = one
        if isinstance(one, dict):
            if not all(map(str.isascii, one)):
                return False
            items = one.values()
        elif not isinstance(one, _NESTED):
            continue
        waiting += [item for item in items if isinstance(item, _NESTED)]
    return True


def sha256_hex(value: Any) -> str:
    """Return the SHA-256, in hex, of the RFC 8785 form."""
    return hashlib.sha256(canonical(value)).hexdigest()
