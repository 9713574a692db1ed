"""The ring of keys: which public keys are or were the server's, when, and which count as stolen.

A ring is a list of signed statements, each made once and never changed. A statement says that a key
was *made*, was *retired*, or counts as *stolen* from a moment on. The statements are kept in two
places:

- `keys_dir/ring.json` is believed, because anybody who can write there has the private keys anyway.
- The table `server_keys` can only be read by the application's role. A statement there is believed
  if it is signed by a key that is itself believed and not stolen. Writing to the database therefore
  does not suffice to make a key count as the server's.

Each key signs the statement about its successor. A process that keeps running, or a reader of an
exported package, can thus follow the chain from the key that it knows to the one that is used now.
"""

import base64
import hashlib
import os
import stat
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from backend.core import clock
from backend.core.canonical_json import canonical_ascii
from schemas.core.problems import Text

RING_FILE = "ring.json"

Use = Literal["receipt", "rescue", "secrets", "informants"]
Event = Literal["made", "retired", "stolen"]


def b64url(data: bytes) -> str:
    """Base64url without padding (RFC 4648 §5), as all signatures on the wire."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64url(text: str) -> bytes:
    """Undo b64url(). Raises ValueError on anything else."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One statement about one key.

    The signature is Ed25519 over the RFC 8785 form of all but `signature`.
    """

    key_id: str
    use: Use
    event: Event
    public_key: dict[str, str] | str
    """A JWK (receipt), an age recipient (rescue, informants), or empty (secrets: nothing about that key may be
    shown)."""
    at: str
    """RFC 3339, UTC: from when the key is valid, until when it was used, or from when it counts as
    stolen."""
    reason: str
    said_by: str
    """The user that ran the command, by the name in the machine's operating system."""
    signed_by: str
    signature: str

    @property
    def what(self) -> tuple[str, str, str]:
        """Two statements with the same values here are the same one."""
        return self.key_id, self.event, self.at

    @property
    def moment(self) -> datetime:
        """`at` as a time."""
        return datetime.fromisoformat(self.at)


class Signer(Protocol):
    """Signs statements: the receipt key in use."""

    key_id: str

    def sign_bytes(self, data: bytes) -> bytes:
        """Sign: 64 bytes of Ed25519."""


def key_id_of(public: bytes) -> str:
    """Return the id of a public key: the beginning of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


def jwk_of(raw: bytes) -> dict[str, str]:
    """Return an Ed25519 public key as a JWK (RFC 8037)."""
    return {"kty": "OKP", "crv": "Ed25519", "x": b64url(raw)}


def state(
    signer: Signer,
    *,
    key_id: str,
    use: Use,
    event: Event,
    public_key: dict[str, str] | str,
    at: str,
    reason: str,
    said_by: str,
) -> Statement:
    """Make a statement and sign it."""
    said = Statement(
        key_id=key_id,
        use=use,
        event=event,
        public_key=public_key,
        at=at,
        reason=reason,
        said_by=said_by,
        signed_by=signer.key_id,
        signature="",
    )
    signature = b64url(signer.sign_bytes(_signed(said)))
    return msgspec.structs.replace(said, signature=signature)


def _signed(statement: Statement) -> bytes:
    rest = msgspec.to_builtins(statement)
    del rest["signature"]
    return canonical_ascii(rest)


def is_signed(statement: Statement, public: Ed25519PublicKey) -> bool:
    """Tell whether this key signed the statement in its present form."""
    try:
        public.verify(unb64url(statement.signature), _signed(statement))
    except (InvalidSignature, ValueError):
        return False
    return True


class Ring:
    """The statements that are believed. believe() and learn() add to it; nothing is ever removed."""

    def __init__(self) -> None:
        self.statements: dict[tuple[str, str, str], Statement] = {}
        self.public: dict[str, Ed25519PublicKey] = {}
        """Receipt keys, including old and stolen ones: what they signed before must stay checkable."""
        self.stolen: dict[str, datetime] = {}
        """From when a key counts as stolen: the earliest moment that a statement gives."""

    def believe(self, statements: Iterable[Statement]) -> None:
        """Add the statements that are kept beside the private keys."""
        for said in statements:
            self.statements.setdefault(said.what, said)
            if said.use == "receipt" and isinstance(said.public_key, dict):
                raw = unb64url(said.public_key.get("x", ""))
                if key_id_of(raw) == said.key_id:
                    self.public.setdefault(said.key_id, Ed25519PublicKey.from_public_bytes(raw))
            if said.event == "stolen":
                before = self.stolen.get(said.key_id, said.moment)
                self.stolen[said.key_id] = min(before, said.moment)

    def learn(self, statements: Iterable[Statement]) -> list[Statement]:
        """Add the statements that a believed key signed, and return those that are not believed.

        The order does not matter: a chain of successors is followed as far as it goes.
        """
        left = [said for said in statements if said.what not in self.statements]
        while True:
            taken = [said for said in left if self._stands(said)]
            if not taken:
                return left
            self.believe(taken)
            left = [said for said in left if said.what not in self.statements]

    def _stands(self, said: Statement) -> bool:
        public = self.public.get(said.signed_by)
        return public is not None and said.signed_by not in self.stolen and is_signed(said, public)

    def vouches(self, key_id: str, moment: datetime) -> bool:
        """Tell whether a signature of this key that is dated `moment` may count.

        It may not if the key counted as stolen then. An earlier date proves nothing by itself, since a
        thief can put any date on a signature: the caller has to judge such signatures in another way.
        """
        since = self.stolen.get(key_id)
        return since is None or moment < since

    def remark(self, key_id: str) -> Text | None:
        """Return the remark to show beside everything that a stolen key signed.

        None for a key that is not stolen.
        """
        since = self.stolen.get(key_id)
        if since is None:
            return None
        day = clock.rfc3339(since)
        return Text(
            vi=f"khóa đã ký ({key_id}) bị khai báo mất cắp kể từ {day}",
            en=f"the key that signed it ({key_id}) counts as stolen from {day} on",
        )

    def events(self, key_id: str, event: Event) -> list[Statement]:
        """Return the statements of one event about a key, the earliest first."""
        found = [s for s in self.statements.values() if (s.key_id, s.event) == (key_id, event)]
        return sorted(found, key=lambda said: said.at)

    def in_order(self) -> list[Statement]:
        """Return all statements by time; a key's making comes before what followed from it."""
        return sorted(self.statements.values(), key=lambda said: (said.at, said.key_id, said.event))


def read(keys_dir: Path) -> list[Statement]:
    """Read the statements in a folder; none if it has no ring yet.

    Raises ValueError if the file is not a ring.
    """
    path = keys_dir / RING_FILE
    if not path.exists():
        return []
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Statement])
    except msgspec.DecodeError as error:
        raise ValueError(f"{RING_FILE} is no ring of keys: {error}") from None


def write(keys_dir: Path, statements: Iterable[Statement]) -> None:
    """Replace the folder's ring atomically."""
    text = msgspec.json.format(msgspec.json.encode(list(statements)), indent=1)
    replace_file(keys_dir / RING_FILE, text + b"\n")


def replace_file(path: Path, data: bytes) -> None:
    """Replace a private file (0600) atomically: a reader sees the old file or the new one."""
    temporary = path.with_suffix(".new")
    descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    like_its_folder(temporary)
    temporary.rename(path)
    sync_folder(path.parent)


def like_its_folder(path: Path) -> None:
    """Give a file that root made to the owner of its folder; otherwise the service could not read its own keys.

    If the folder has the setgid bit, its group may read the file too (deploy/dropping/owning.py).
    """
    folder = path.parent.stat()
    if os.geteuid() == 0:
        os.chown(path, folder.st_uid, folder.st_gid)
        if folder.st_mode & stat.S_ISGID:
            path.chmod(0o2750 if path.is_dir() else 0o640)


def sync_folder(folder: Path) -> None:
    """Make renames inside the folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
