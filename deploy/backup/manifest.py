"""The signed description of a backup. Each manifest names the one before by its hash.

A *full* backup begins a chain; an *incremental* one holds the blocks that changed since the backup
before; a *point* holds the log and the objects since then. A restore needs a chain up to one of
them. They are signed with the receipt key.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from backend.core import keys
from backend.core.canonical_json import canonical
from deploy.backup.places import Absent, Place
from deploy.failures import Failure

FORMAT = 1
Kind = Literal["full", "incremental", "point"]


class File(msgspec.Struct, frozen=True):
    """A file of the place."""

    name: str
    size: int
    sha256: str


class Ledger(msgspec.Struct, frozen=True):
    """The least extent of the ledger: size and root (hex) of the newest checkpoint; all entries."""

    size: int
    root: str | None
    entries: int


class Objects(msgspec.Struct, frozen=True):
    """The object store: number and size in all, newly copied ones, and names of damaged ones."""

    count: int
    bytes: int
    new: int
    new_bytes: int
    damaged: list[str]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """One backup. Times are RFC 3339 in UTC by the database's clock; log positions as PostgreSQL writes them."""

    format: int = FORMAT
    id: str
    chain: str
    previous: str | None
    previous_sha256: str | None
    kind: Kind
    at: str
    """The moment up to which everything is in it."""
    whole_from: str
    """The earliest moment to which a copy of the cluster can be restored. For a point the same as
    `at`."""
    through: str
    """Everything committed with a time before this is in it."""
    system_identifier: str
    timeline: int
    lsn: str
    epoch: str
    migration: str
    is_demonstration: bool
    ledger: Ledger
    objects: Objects
    files: list[File]
    keys_file: str | None
    """The encrypted keys; None if the operator keeps a copy of them instead."""
    key_id: str = ""
    signature: str = ""

    def file(self, end: str) -> File:
        """Return the file whose name ends with `end`. Raises Failure if the manifest names none."""
        for file in self.files:
            if file.name.endswith(end):
                return file
        raise damaged(f"manifests/{self.id}.json", f"no {end} in it")


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence that a backup was restored, started and verified."""

    backup: str
    proven_at: str
    through: str
    entries: int
    objects: int
    seconds: int
    key_id: str = ""
    signature: str = ""


def sign(told: Any) -> bytes:
    """Return the signed file of a manifest or proof. The keys must be loaded."""
    payload = _unsigned(told)
    payload["key_id"], payload["signature"] = keys.sign(payload)
    return msgspec.json.format(msgspec.json.encode(payload), indent=1)


def bears_signature_of(told: Any, known: Mapping[str, Ed25519PublicKey]) -> bool:
    """Tell whether one of these keys signed it, even one that was stolen."""
    public = known.get(told.key_id)
    payload = {**_unsigned(told), "key_id": told.key_id}
    return public is not None and keys.verify(payload, told.signature, public)


def is_signed_by(told: Any, known: Mapping[str, Ed25519PublicKey]) -> bool:
    """Tell whether one of these keys signed it, before the day from which it counts as stolen.

    The keys must be loaded.
    """
    if not bears_signature_of(told, known):
        return False
    ring = keys.current().ring
    if ring.remark(told.key_id) is None:
        return True
    dated = told.proven_at if isinstance(told, Proof) else told.at
    try:
        return ring.vouches(told.key_id, datetime.fromisoformat(dated))
    except (ValueError, TypeError):  # a thief need not write a valid date
        return False


def _unsigned(told: Any) -> dict[str, Any]:
    payload: dict[str, Any] = msgspec.to_builtins(told)
    payload.pop("signature")
    payload.pop("key_id")
    canonical(payload)  # raises if it does not fit our JSON profile and so could not be signed
    return payload


def damaged(name: str, what: str) -> Failure:
    """Return the failure of a file that is not what was written."""
    return Failure(
        f"tệp {name} của bản sao lưu bị hỏng hoặc bị sửa ({what})",
        f"{name} of the backup is damaged or was changed: {what}; use another backup (--backup, --at)",
    )


def missing(name: str) -> Failure:
    """Return the failure of a file that is missing."""
    return Failure(
        f"thiếu tệp {name} của bản sao lưu",
        f"{name} of the backup is missing; use another backup (--backup, --at)",
    )


_MOST_BYTES = 16_000_000
"""A manifest of thousands of files takes a tenth of this; a larger file is not read into memory."""


class Manifests:
    """All manifests of a place, in order of time."""

    def __init__(self, place: Place) -> None:
        """Read all manifests; `check` checks their signatures.

        A read error is raised only when that one is needed.
        """
        self._raw: dict[str, bytes] = {}
        self._faults: dict[str, Failure] = {}
        self._unread: dict[str, Failure] = {}
        self.strange: dict[str, Manifest] = {}
        """Those that none of our keys signed, after keep_ours() removed them from `all`."""
        self.all: dict[str, Manifest] = {}
        self.proofs: dict[str, Proof] = {}
        for name in sorted(place.names("manifests/")):
            try:
                self._read(place, name)
            except Failure as fault:
                self._faults[PurePosixPath(name).stem] = fault
        for name in sorted(place.names("proofs/")):
            with suppress(Failure):  # a proof that cannot be read proves nothing
                proof = _decoded(name, _read(place, name), Proof)
                if name == f"proofs/{proof.backup}.json":  # under another name it does not count
                    self.proofs[proof.backup] = proof

    def _read(self, place: Place, name: str) -> None:
        self._raw[name] = raw = _read(place, name)
        manifest = _decoded(name, raw, Manifest)
        if manifest.format > FORMAT:
            raise Failure(
                "bản sao lưu thuộc phiên bản mới hơn của chương trình",
                f"{name} was written by a newer version; use that version",
            )
        if name != f"manifests/{manifest.id}.json":
            raise damaged(name, "it is another backup's")
        self.all[manifest.id] = manifest

    def keep_ours(self, known: Mapping[str, Ed25519PublicKey]) -> list[str]:
        """Remove those that none of these keys signed; return their ids. The keys must be loaded.

        Anybody who can write to the place can put manifests beside ours. Such a manifest is not a
        backup, tells nothing about another installation, is no moment to restore, and the files
        that it names are not ours to remove.
        """
        strange = [number for number, each in self.all.items() if not is_signed_by(each, known)]
        for number in strange:
            self.strange[number] = self.all.pop(number)
        self._unread |= self._faults
        self._faults.clear()
        return strange

    def why_not(self, number: str) -> Failure | None:
        """Return why that backup in the place is not ours; None if it is, or is not there.

        Tells about those that keep_ours() removed; the keys must be loaded.
        """
        if (found := self.strange.get(number)) is None:
            return self._unread.get(number)
        try:
            self.check(found, keys.current().public)
        except Failure as fault:
            return fault
        return None

    def passed_over(self) -> list[str]:
        """Return the ids removed by keep_ours() that sort after our newest, the last one first."""
        newest = max(self.all, default="")
        others = {*self.strange, *self._unread}
        return sorted((number for number in others if number > newest), reverse=True)

    @property
    def last_id(self) -> str:
        """The id that sorts last, whether it is ours or not; empty if there is none."""
        return max([*self.all, *self.strange, *self._unread, *self._faults], default="")

    @property
    def newest(self) -> Manifest | None:
        """Our last manifest, or None. Raises Failure if the last one cannot be read."""
        if self._faults and max(self._faults) > max(self.all, default=""):
            raise self._faults[max(self._faults)]
        return self.all[max(self.all)] if self.all else None

    def sha256(self, manifest: Manifest) -> str:
        """Return the hash of the manifest's file, in hex, as the next manifest names it."""
        return hashlib.sha256(self._raw[f"manifests/{manifest.id}.json"]).hexdigest()

    def add(self, name: str, raw: bytes) -> Manifest:
        """Add a manifest that was just written."""
        self._raw[name] = raw
        manifest: Manifest = _decoded(name, raw, Manifest)
        self.all[manifest.id] = manifest
        return manifest

    def line(self, manifest: Manifest) -> list[Manifest]:
        """Return everything that this one needs, its full backup first.

        Raises Failure if the chain is broken.
        """
        line = [manifest]
        while line[-1].kind != "full":
            last = line[-1]
            before = self.all.get(last.previous or "")
            faults = self._unread | self._faults
            if before is None and last.previous in faults:
                raise faults[last.previous]
            if before is None:
                raise missing(f"manifests/{last.previous}.json")
            if self.sha256(before) != last.previous_sha256 or before.chain != last.chain:
                raise damaged(f"manifests/{before.id}.json", "the next one names another")
            line.append(before)
        return line[::-1]

    def check(self, manifest: Manifest, known: Mapping[str, Ed25519PublicKey]) -> None:
        """Raise Failure unless one of these keys signed it before it was stolen."""
        if is_signed_by(manifest, known):
            return
        if (stolen := keys.current().ring.remark(manifest.key_id)) is not None:
            raise Failure(
                f"tệp manifests/{manifest.id}.json của bản sao lưu không chứng minh được: {stolen.vi}",
                f"manifests/{manifest.id}.json of the backup proves nothing: {stolen.en};"
                " use a backup from before (--backup, --at), or one under the new key",
            )
        raise damaged(f"manifests/{manifest.id}.json", "its signature is not valid")


def _read(place: Place, name: str) -> bytes:
    try:
        with place.open(name) as file:
            raw: bytes = file.read(_MOST_BYTES + 1)
    except Absent:
        raise missing(name) from None
    if len(raw) > _MOST_BYTES:
        raise damaged(name, "it is larger than any manifest")
    return raw


def _decoded(name: str, raw: bytes, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.DecodeError as error:
        raise damaged(name, str(error)) from None


def fetch_checked(place: Place, file: File, to: Any) -> None:
    """Copy a file out and compare it with its manifest. Raises Failure if missing or different."""
    digest, size = hashlib.sha256(), 0
    try:
        with place.open(file.name) as source, to.open("wb") as target:
            while chunk := source.read(1024 * 1024):
                digest.update(chunk)
                size += len(chunk)
                target.write(chunk)
    except Absent:
        raise missing(file.name) from None
    if (digest.hexdigest(), size) != (file.sha256, file.size):
        raise damaged(file.name, "its size or SHA-256 is not what the manifest says")


def measured(path: Any, name: str) -> File:
    """Return the entry of a file of ours in a manifest."""
    with path.open("rb") as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
    return File(name, path.stat().st_size, digest)
