"""The signatures that kiem-tra.py checks by itself are those of the library that made them."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from backend.core import canonical_json
from backend.exchange.evidence_export import curves

WORDS = b"Bi\xc3\xaan b\xe1\xba\xa3n"


def test_an_ed25519_signature_holds_and_no_other_does() -> None:
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    signature = key.sign(WORDS)
    assert curves.ed25519(public, WORDS, signature)
    assert not curves.ed25519(public, WORDS + b".", signature)
    for at in (0, 31, 32, 63):
        other = bytearray(signature)
        other[at] ^= 1
        assert not curves.ed25519(public, WORDS, bytes(other))
    # s + L signs the same in sloppy checks (RFC 8032 §5.1.7 refuses it).
    s = int.from_bytes(signature[32:], "little") + 2**252 + 27742317777372353535851937790883648493
    assert not curves.ed25519(public, WORDS, signature[:32] + s.to_bytes(32, "little"))
    for short in (b"", signature[:63], signature + b"\0"):
        assert not curves.ed25519(public, WORDS, short)


def test_the_signature_of_rfc_8032_holds() -> None:
    """Section 7.1, test 2."""
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert curves.ed25519(public, bytes.fromhex("72"), signature)


@pytest.mark.parametrize("message", [b"", WORDS, b"x" * 1000])
def test_a_phones_signature_holds_and_no_other_does(message: bytes) -> None:
    key = ec.derive_private_key(int.from_bytes(hashlib.sha256(message).digest()), ec.SECP256R1())
    public = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(SHA256())))
    signature = r.to_bytes(32) + s.to_bytes(32)
    assert curves.p256(public, message, signature)
    assert not curves.p256(public, message + b".", signature)
    assert not curves.p256(public, message, r.to_bytes(32) + (s ^ 1).to_bytes(32))
    for wrong in (b"", signature[:63], bytes(64), public[1:]):
        assert not curves.p256(public, message, wrong)
    assert not curves.p256(public[:64] + bytes([public[64] ^ 1]), message, signature)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(_VALUES)
def test_it_brings_acts_into_the_very_form_in_which_they_were_hashed(value: object) -> None:
    assert curves.canonical(value) == canonical_json.canonical(value)
