"""The child that opens a PKCS#12 file: `python -m backend.documents.signing.pkcs12_child`, one file in, one answer out.

OpenSSL derives keys without letting Python go on: a heavy file would stop every request of the process for as long.
And an encrypted part may hold another heavy one that nobody sees before. So it is done in a process of its own, with a
limit of processor time and memory, at low priority, that writes no core: it holds a key for the moment.

In: one JSON line {"passphrase", "file" (base64)}. Out: one JSON line {"key", "certificate", "others"} (base64 of DER),
or {"fault": "passphrase" | "bad" | "heavy"}.
"""

import base64
import json
import os
import resource
import sys
import warnings

CPU_SECONDS = 6
"""What a file within the bounds takes at most on a slow machine; the heaviest honest one takes about 2."""
_MEMORY_BYTES = 1024 * 1024 * 1024
_NICENESS = 10


def limit() -> None:
    """Before a byte of the file is read."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(_NICENESS)


def answer(file: bytes, passphrase: str) -> dict[str, object]:
    """Open the file; never raises for what is in it."""
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        pkcs12,
    )

    from backend.documents.signing import pkcs12_bounds

    try:
        pkcs12_bounds.check(file)
    except pkcs12_bounds.Heavy as error:
        return {"fault": "heavy", "why": str(error)}
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return {"fault": "bad"}
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(file, passphrase.encode())
    except Exception as error:
        # One exception for both: a file that parses at all fails only by its passphrase.
        return {"fault": "passphrase" if "password" in str(error).lower() else "bad"}
    if key is None or certificate is None:
        return {"fault": "bad"}
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return {
        "key": base64.b64encode(der).decode(),
        "certificate": base64.b64encode(certificate.public_bytes(Encoding.DER)).decode(),
        "others": [base64.b64encode(one.public_bytes(Encoding.DER)).decode() for one in others],
    }


def main() -> None:
    """Answer one file."""
    warnings.simplefilter("ignore")
    limit()
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        said = answer(base64.b64decode(asked["file"]), asked["passphrase"])
    except MemoryError:
        said = {"fault": "heavy", "why": "memory"}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
