"""A device's key is a public point of P-256, and nothing else."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from backend.core.keys import b64url
from backend.force.accounts import device_keys, devices
from backend.force.errors import DeviceKeyInvalid


def jwk(**changed: Any) -> dict[str, Any]:
    numbers = generate_private_key(SECP256R1()).public_key().public_numbers()
    made = {
        "kty": "EC",
        "crv": "P-256",
        "x": b64url(numbers.x.to_bytes(32, "big")),
        "y": b64url(numbers.y.to_bytes(32, "big")),
    }
    return made | changed


def test_what_a_browser_exports_is_taken_and_trimmed() -> None:
    exported = jwk(ext=True, key_ops=["verify"])
    assert device_keys.checked(exported).keys() == {"kty", "crv", "x", "y"}


@pytest.mark.parametrize(
    "changed",
    [
        {"kty": "RSA"},
        {"crv": "P-384"},
        {"d": b64url(bytes(32))},
        {"x": b64url(bytes(32)), "y": b64url(bytes(32))},
        {"x": b64url(bytes(31))},
        {"x": 7},
        {"y": "không phải base64url"},
        {"x": None},
    ],
)
def test_anything_else_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(DeviceKeyInvalid):
        device_keys.checked(jwk(**changed))


def test_a_point_off_the_curve_is_refused() -> None:
    good = jwk()
    with pytest.raises(DeviceKeyInvalid):
        device_keys.checked(good | {"y": good["x"]})


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Điện thoại\u0323 cu\u0309a An", "Điện thoạị của An"),
        ("  a \n\t b ", "a b"),
        ("\x00\u202e", "?"),
        ("x" * 150, "x" * 100),
    ],
)
def test_a_device_s_name_can_always_be_shown_and_signed_over(sent: str, shown: str) -> None:
    assert devices.readable(sent) == shown
