"""Ed25519 (RFC 8032 §5.1), ECDSA over P-256 (FIPS 186-5 §6.4) and RFC 8785, written to be read.

Simple and slow, for public data only (not constant-time). Part of kiem-tra.py (checker.py), so it
uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

# From here on it is a part of kiem-tra.py.

_Q = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _Q - 2, _Q) % _Q
_I = pow(2, (_Q - 1) // 4, _Q)
_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def _ed_add(a: Any, b: Any) -> Any:
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % _Q, (a[1] + a[0]) * (b[1] + b[0]) % _Q
    g, h = 2 * a[3] * b[3] * _D % _Q, 2 * a[2] * b[2] % _Q
    e, f, g, h = f - e, h - g, h + g, f + e
    return (e * f, g * h, f * g, e * h)


def _ed_times(k: int, point: Any) -> Any:
    total = (0, 1, 1, 0)
    while k:
        if k & 1:
            total = _ed_add(total, point)
        point, k = _ed_add(point, point), k >> 1
    return total


def _ed_point(raw: bytes) -> Any:
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(_D * y * y + 1, _Q - 2, _Q) % _Q
    x = pow(square, (_Q + 3) // 8, _Q)
    x = x if (x * x - square) % _Q == 0 else x * _I % _Q
    if y >= _Q or (x * x - square) % _Q or (x == 0 and sign):
        raise ValueError("no point of the curve")
    x = _Q - x if x & 1 != sign else x
    return (x, y, 1, x * y % _Q)


_ED_BASE = _ed_point((4 * pow(5, _Q - 2, _Q) % _Q).to_bytes(32, "little"))


def ed25519(key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether an Ed25519 signature is valid."""
    try:
        a, r, s = (
            _ed_point(key),
            _ed_point(signature[:32]),
            int.from_bytes(signature[32:], "little"),
        )
    except ValueError:
        return False
    if len(signature) != 64 or s >= _L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % _L
    left, right = _ed_times(s, _ED_BASE), _ed_add(r, _ed_times(h, a))
    return all((left[i] * right[2] - right[i] * left[2]) % _Q == 0 for i in (0, 1))


def _ec_add(a: Any, b: Any) -> Any:
    if a is None or b is None:
        return b if a is None else a
    if a[0] == b[0]:
        if (a[1] + b[1]) % _P == 0:
            return None
        slope = 3 * (a[0] * a[0] - 1) * pow(2 * a[1], -1, _P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, _P)
    x = (slope * slope - a[0] - b[0]) % _P
    return (x, (slope * (a[0] - x) - a[1]) % _P)


def _ec_times(k: int, point: Any) -> Any:
    total = None
    while k:
        if k & 1:
            total = _ec_add(total, point)
        point, k = _ec_add(point, point), k >> 1
    return total


def p256(key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether an ECDSA P-256 signature (raw r‖s, SHA-256) is valid; `key`: uncompressed point."""
    q = (int.from_bytes(key[1:33], "big"), int.from_bytes(key[33:], "big"))
    if len(key) != 65 or key[0] != 4 or (q[1] ** 2 - q[0] ** 3 + 3 * q[0] - _B) % _P:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if len(signature) != 64 or not (0 < r < _N and 0 < s < _N):
        return False
    w, e = pow(s, -1, _N), int.from_bytes(hashlib.sha256(message).digest(), "big")
    point = _ec_add(_ec_times(e * w % _N, _G), _ec_times(r * w % _N, q))
    return point is not None and point[0] % _N == r


def der(signature: bytes) -> bytes:
    """Encode raw r‖s as OpenSSL reads a signature (RFC 3279 §2.2.3): two shortest ASN.1 integers."""
    body = b""
    for part in (signature[:32], signature[32:]):
        number = int.from_bytes(part, "big")
        whole = number.to_bytes(number.bit_length() // 8 + 1, "big")
        body += bytes((2, len(whole))) + whole
    return bytes((0x30, len(body))) + body


def canonical(value: Any) -> bytes:
    """Encode a value by RFC 8785, for the types in acts: text, integers, booleans, null.

    Keys sort by UTF-16.
    """

    def order(one: Any) -> Any:
        if isinstance(one, dict):
            return {
                key: order(one[key]) for key in sorted(one, key=lambda k: k.encode("utf-16-be"))
            }
        return [order(item) for item in one] if isinstance(one, list) else one

    return json.dumps(order(value), ensure_ascii=False, separators=(",", ":")).encode()


def sha(value: Any) -> str:
    """Return the SHA-256 in hex, of bytes as they are, of anything else in its RFC 8785 form."""
    return hashlib.sha256(value if isinstance(value, bytes) else canonical(value)).hexdigest()
