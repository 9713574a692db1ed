"""Bounds on the work that a PKCS#12 file (RFC 7292) may require to be opened. Pure.

A file states how often its key derivations iterate, and how many parts are encrypted. 20 million
iterations take 15 seconds of a processor, and a file has room for hundreds of such parts. Common
files have from 1 or 2048 to some 600,000 iterations (OWASP's advice for PBKDF2 with SHA-256), and
three derivations. The content of an encrypted part is visible only once it is open: for that,
pkcs12_child.py limits the processor time.
"""

from typing import Any

from asn1crypto import pkcs12

MOST_ITERATIONS = 1_000_000
MOST_TOGETHER = 2_000_000
MOST_PARTS = 8
MOST_BAGS = 32
MOST_BYTES = 128 * 1024
"""Bounds on iterations of one derivation, of all together, on parts, bags and bytes. A PKCS#12 file
with its chain has some 5 kB."""

_DIGESTS = frozenset({"sha1", "sha224", "sha256", "sha384", "sha512"})
_CIPHERS = frozenset({"aes128_cbc", "aes192_cbc", "aes256_cbc", "tripledes_3key"})
_OLD = frozenset(
    {
        *("pkcs12_sha1_tripledes_3key", "pkcs12_sha1_tripledes_2key"),
        *("pkcs12_sha1_rc2_40", "pkcs12_sha1_rc2_128"),
    }
)
"""PBES1 of RFC 7292 Appendix C, which Windows and older tools still write."""


class Heavy(Exception):
    """The file exceeds a bound. The message names it, for logs."""


def check(data: bytes) -> None:
    """Check everything that is visible before any derivation runs.

    Raises Heavy. If it is not a PKCS#12 file, raises ValueError, or TypeError or KeyError from
    asn1crypto.
    """
    if len(data) > MOST_BYTES:
        raise Heavy("bytes")
    file = pkcs12.Pfx.load(data, strict=True)
    if file["auth_safe"]["content_type"].native != "data":
        raise Heavy("integrity by a public key")
    asked = []
    mac = file["mac_data"]
    if mac.native is not None:
        _known(mac["mac"]["digest_algorithm"]["algorithm"].native, _DIGESTS)
        asked.append(mac["iterations"].native)
    parts = file.authenticated_safe
    if len(parts) > MOST_PARTS:
        raise Heavy("parts")
    bags = 0
    for part in parts:
        kind = part["content_type"].native
        if kind == "encrypted_data":
            inner = part["content"]["encrypted_content_info"]
            asked += _derivations(inner["content_encryption_algorithm"])
        elif kind == "data":
            found = pkcs12.SafeContents.load(part["content"].native, strict=True)
            bags += len(found)
            if bags > MOST_BAGS:
                raise Heavy("bags")
            for bag in found:
                asked += _of_bag(bag)
        else:
            raise Heavy(f"part of kind {kind}")
    if max(asked, default=0) > MOST_ITERATIONS or sum(asked) > MOST_TOGETHER:
        raise Heavy("iterations")


def _of_bag(bag: Any) -> list[int]:
    kind = bag["bag_id"].native
    if kind == "pkcs8_shrouded_key_bag":
        return _derivations(bag["bag_value"]["encryption_algorithm"])
    if kind == "safe_contents":
        raise Heavy("parts inside parts")
    return []


def _derivations(algorithm: Any) -> list[int]:
    """Return the iterations that decrypting requires."""
    name = algorithm["algorithm"].native
    if name == "pbes2":
        given = algorithm["parameters"]
        _known(given["key_derivation_func"]["algorithm"].native, frozenset({"pbkdf2"}))
        _known(given["encryption_scheme"]["algorithm"].native, _CIPHERS)
        derivation = given["key_derivation_func"]["parameters"]
        _known(derivation["prf"]["algorithm"].native, _DIGESTS)
        return [derivation["iteration_count"].native]
    _known(name, _OLD)
    return [algorithm["parameters"]["iterations"].native] * 2  # for the key, and for the vector


def _known(name: str, names: frozenset[str]) -> None:
    if name not in names:
        raise Heavy(f"algorithm {name[:60]}")
