"""The key under which informants are sealed: an age identity (X25519) of its own.

Who informed, and the text as it was told, are encrypted to its public half before they are written, and decrypted for
one reader at a time. The key of one-time codes opens none of them, and this key is rotated by itself
(`rotate-keys --informants`). Old private halves stay in `retired/`, because old rows are sealed to them.

Keyed hashes are made under it too: an act of the ledger names what was sealed without telling it, and two tellings from
one telephone are found without anybody reading the number. Without the key nobody can try numbers out.
"""

import hmac
from pathlib import Path
from typing import Any

import pyrage

from backend.core.errors import Unavailable
from backend.core.key_ring import key_id_of

INFORMANTS_FILE = "informants.key"
NEXT_INFORMANTS = "next-informants.key"


class InformantsKeyMissing(Unavailable):
    """The installation is older than this key, and was not migrated since."""

    code = "informants_key_missing"
    text_vi = (
        "Máy chủ chưa có khóa bảo vệ người cung cấp thông tin. Chưa ghi gì. Hãy báo người vận hành chạy hientruong "
        "migrate rồi thử lại."
    )
    text_en = (
        "The server has no key to protect informants yet. Nothing was recorded. Ask the operator to run hientruong "
        "migrate, then try again."
    )


class SecretUnreadable(Unavailable):
    """No key of the folder opens this secret."""

    code = "secret_unreadable"
    text_vi = "Không mở được nội dung niêm phong: thiếu khóa cũ trong thư mục khóa. Hãy báo người vận hành."
    text_en = "The sealed content cannot be opened: an old key is missing in the folder of keys. Tell the operator."


def read(path: Path) -> Any:
    """Read an age identity; None if there is no such file."""
    if not path.exists():
        return None
    return pyrage.x25519.Identity.from_str(path.read_text(encoding="ascii").strip())


def seal_to(recipient: str, plain: bytes) -> bytes:
    """Encrypt to a recipient (`age1…`). Needs no private key: the web process of the public form has none in use."""
    sealed: bytes = pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(recipient)])
    return sealed


class InformantsKey:
    """The identity in use and the earlier ones."""

    def __init__(self, current: Any, earlier: list[Any]) -> None:
        self._current = current
        self._earlier = earlier

    @classmethod
    def load(cls, keys_dir: Path, retired: Path, name: str = INFORMANTS_FILE) -> "InformantsKey":
        """Read the folder's key and the retired ones."""
        earlier = [read(path) for path in sorted(retired.glob("informants-*"))]
        return cls(read(keys_dir / name), earlier)

    @property
    def exists(self) -> bool:
        """Tell whether the installation has the key."""
        return self._current is not None

    @property
    def recipient(self) -> str:
        """Return the public half. Raises InformantsKeyMissing."""
        return str(self._in_use().to_public())

    @property
    def key_id(self) -> str:
        """Return the id of the public half. Raises InformantsKeyMissing."""
        return key_id_of(self.recipient.encode())

    def knows(self, key_id: str) -> bool:
        """Tell whether what is sealed to the key of this id can be opened here."""
        known = [one for one in (self._current, *self._earlier) if one is not None]
        return any(key_id_of(str(one.to_public()).encode()) == key_id for one in known)

    def seal(self, plain: bytes) -> bytes:
        """Encrypt to the key in use. Raises InformantsKeyMissing."""
        return seal_to(self.recipient, plain)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt with the key in use or an earlier one. Raises SecretUnreadable, InformantsKeyMissing."""
        try:
            plain: bytes = pyrage.decrypt(sealed, [self._in_use(), *self._earlier])
        except pyrage.DecryptError as error:
            raise SecretUnreadable from error
        return plain

    def hash(self, purpose: str, data: bytes) -> str:
        """Return the keyed hash of data for a purpose, in hex, under the key in use. Raises InformantsKeyMissing."""
        return _hash(self._in_use(), purpose, data)

    def hashes(self, purpose: str, data: bytes) -> list[str]:
        """Return the same under the key in use and under every earlier one: what an old row may bear."""
        return [_hash(one, purpose, data) for one in (self._in_use(), *self._earlier)]

    def _in_use(self) -> Any:
        if self._current is None:
            raise InformantsKeyMissing
        return self._current


def _hash(identity: Any, purpose: str, data: bytes) -> str:
    key = hmac.digest(str(identity).encode(), f"informants {purpose}".encode(), "sha256")
    return hmac.digest(key, data, "sha256").hex()
