"""The child process that opens a PKCS#12 file: `python -m backend.documents.signing.pkcs12_child`.

OpenSSL does not release the GIL while it derives keys: a heavy file would stall every request of
the process. An encrypted part may also contain another heavy one, which cannot be seen before. So
this runs in a separate process with limits on processor time and memory, at low priority. It writes
no core dump, because it holds a private key.

Input: one JSON line {"passphrase", "file" (base64)}. Output: one JSON line {"key", "certificate",
"others"} (base64 of DER), or {"fault": "passphrase" | "bad" | "heavy"}.
"""

import base64
import json
import os
import resource
import sys
import warnings

CPU_SECONDS = 6
"""The most that a file within the bounds takes on a slow machine. The heaviest legitimate file
takes about 2."""
_MEMORY_BYTES = 1024 * 1024 * 1024
_NICENESS = 10


def limit() -> None:
    """Set the limits of this process, before a byte of the file is read."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(_NICENESS)


def answer(file: bytes, passphrase: str) -> dict[str, object]:
    """Open the file and return the answer. No content of the file makes it raise."""
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
        # cryptography raises one exception for both; its text tells a wrong passphrase apart.
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
    """Read one file from stdin and write the answer to stdout."""
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
