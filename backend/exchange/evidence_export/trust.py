"""Which keys of the server are trusted when a package is checked. Part of kiem-tra.py (checker.py).

A package with its own key proves only that it agrees with itself. So its reader may supply server
keys from elsewhere. There may be several, because a server that changed its key signed older
receipts with the older one. It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

from backend.exchange.evidence_export.curves import ed25519, sha
from backend.exchange.evidence_export.reading import Package, Unreadable

# From here on it is a part of kiem-tra.py.
ED25519 = bytes.fromhex("302a300506032b6570032100")
P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")
"""The DER prefix of a public key of each kind (RFC 8410, RFC 5480)."""


def raw(text: Any) -> bytes:
    """Decode base64url without padding; return no bytes if it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (ValueError, TypeError):
        return b""


def pems(text: str, kind: bytes) -> list[bytes]:
    """Return the raw public keys of one kind in a PEM file (RFC 7468), in order."""
    found = []
    for body in re.findall(r"-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----", text):
        try:
            data = base64.b64decode("".join(body.split()), validate=True)
        except ValueError:
            continue
        if data.startswith(kind) and len(data) == len(kind) + (65 if kind == P256 else 32):
            found.append(data[len(kind) :])
    return found


class Keys:
    """The server's keys by id: those in the package, and those that its reader supplies."""

    def __init__(self, package: Package, outside: list[Path]) -> None:
        """Read the supplied files. Raises Unreadable if one holds no server key."""
        self._package = package
        self._own: dict[str, bytes] = {}
        self._given: dict[str, bytes] = {}
        self._not_given: dict[str, int] = {}
        self._judged = 0
        for path in outside:
            try:
                keys = pems(path.read_text(encoding="utf-8"), ED25519)
            except (OSError, ValueError) as error:
                raise Unreadable(
                    f"không đọc được khóa / cannot be read: {path} ({error})"
                ) from None
            if not keys:
                words = "không có khóa Ed25519 của máy chủ / holds no Ed25519 key of a server"
                raise Unreadable(f"{path}: {words}")
            for key in keys:
                self._given[sha(key)[:16]] = key

    def look(self, expected: set[str]) -> None:
        """Read the package's own keys. A key's id is the start of its hash, so it cannot be forged."""
        package = self._package
        listed = package.any_json("keys/server.json")
        for one in listed if isinstance(listed, list) else []:
            if one.get("use") != "receipt":
                continue
            key_id, name = one["key_id"], f"keys/server-{one['key_id']}.pem"
            expected.add(name)
            found = pems(package.text(name), ED25519)
            sound = len(found) == 1 and sha(found[0])[:16] == key_id
            sound = sound and raw(one["public_key"].get("x")) == found[0]
            package.must(sound, f"{name}: khóa không đúng tên", "the key is not of this name")
            if sound:
                self._own[key_id] = found[0]
        for one in package.any_json("keys/ring.json") or []:
            if one.get("event") == "stolen":
                package.unchecked.append(
                    f"khóa bị coi là đã mất cắp / key counts as stolen: {one['key_id']}"
                )

    def judge(self, path: str, receipt: dict[str, Any], signed: bytes) -> None:
        """Check a signature of the server.

        If the reader supplied keys and this one is not among them, it counts as not judged. That
        proves nothing and is no fault, but a signature that does not fit the package's own key is
        one.
        """
        key_id, signature = str(receipt.get("key_id")), raw(receipt.get("signature"))
        key = self._given.get(key_id) or self._own.get(key_id)
        if self._given and key_id not in self._given:
            self._not_given[key_id] = self._not_given.get(key_id, 0) + 1
        elif key is None:
            words = f"{path}: không có khóa {key_id} trong gói / its key is not in the package"
            self._package.unchecked.append(words)
        else:
            self._judged += 1
        holds = key is None or ed25519(key, signed, signature)
        words = "the server's signature does not hold"
        self._package.must(holds, f"{path}: chữ ký của máy chủ sai", words)

    def tell(self) -> None:
        """Report which receipts were not judged, and whether keys were supplied."""
        for key_id, many in sorted(self._not_given.items()):
            self._package.unchecked.append(
                f"{many} biên nhận dưới khóa {key_id}, bạn không đưa khóa ấy (--server-key) / "
                f"{many} receipts are under key {key_id}, which you did not give"
            )
        if self._given and not self._judged:
            self._package.unchecked.append(
                "không biên nhận nào dưới khóa bạn đưa: gói này có thể không phải của máy chủ ấy / "
                "no receipt is under a key that you gave: this may be another server's package"
            )
        if not self._given:
            self._package.remarks.append(
                "khóa của máy chủ lấy từ chính gói này; hãy so với khóa lấy từ nơi khác (--server-key) / "
                "the server's key is the package's own; compare it with one from elsewhere (--server-key)"
            )
