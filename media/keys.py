"""Names of objects in the store, and the reasons for their form.

A photograph's final name is `<unit id>/<photo id>-<sha256>`:

- The *unit* comes first, so that a department's evidence can be copied, counted or given another
  retention by prefix.
- The *photo id* lets a person match an object with its row, even if the database is gone.
- The *SHA-256* binds the name to the content. A retry after a crash writes the same bytes under the
  same name and completes what was half done. Two different contents can never have the same name.

The name contains no bucket, no host, no file name from a phone and no case number. The first two
change. The third is text that an attacker can choose. The fourth would show anybody who lists the
bucket what is being investigated. The same bytes of two units are two objects: a shared object
would show one unit what the other has.

Bytes whose record is not known yet wait in the staging bucket under their upload's id. Previews are
kept there too, under `preview/`. They can be made again, so they must not be in the bucket whose
objects are locked.
"""

from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Bucket(StrEnum):
    """The two buckets. Their real names are a setting."""

    EVIDENCE = "evidence"
    """Originals. No code of ours deletes from it."""
    STAGING = "staging"
    """What may be deleted: bytes that wait for their record, and previews."""


class ObjectName(NamedTuple):
    """The bucket and key of an object."""

    bucket: Bucket
    key: str

    def __str__(self) -> str:
        """The form used in the database: `evidence/<key>` or `staging/<key>`."""
        return f"{self.bucket.value}/{self.key}"


def parse(text: str) -> ObjectName:
    """Undo str(). Raises ValueError on any other text."""
    bucket, _, key = text.partition("/")
    if not key:
        raise ValueError(f"not an object name: {text!r}")
    return ObjectName(Bucket(bucket), key)


def original(unit_id: UUID, photo_id: UUID, sha256: str) -> ObjectName:
    """Return the final name of a photograph's bytes."""
    return ObjectName(Bucket.EVIDENCE, f"{unit_id}/{photo_id}-{sha256}")


CHECKPOINTS = "checkpoints/"
"""Prefix of the ledger's checkpoints, in the evidence bucket. They are no originals
(backend/operations/recovery/outside.py)."""


def on_from(key: str) -> str:
    """Return the key after which a listing of originals continues.

    It skips all checkpoints, half a million for each year.
    """
    return f"{CHECKPOINTS}~" if key.startswith(CHECKPOINTS) else key


def staged(upload_id: UUID) -> ObjectName:
    """Return the name under which bytes wait until an act names their hash."""
    return ObjectName(Bucket.STAGING, str(upload_id))


def preview(photo_id: UUID, sha256: str, size: str) -> ObjectName:
    """Return the name of a derived picture, always JPEG.

    `size` is thumb, view, or phone: a phone's own preview, encoded again.
    """
    return ObjectName(Bucket.STAGING, f"preview/{photo_id}-{sha256}-{size}.jpg")


def bundled(part_id: UUID) -> ObjectName:
    """Return the name of one package of an order of packages. It is deleted after some days."""
    return ObjectName(Bucket.STAGING, f"bundle/{part_id}")


def exported(export_id: UUID) -> ObjectName:
    """Return the name of a list that an officer exported. It is deleted after a day."""
    return ObjectName(Bucket.STAGING, f"export/{export_id}")


def party_list(import_id: UUID) -> ObjectName:
    """Return the name of a list of parties that waits to be read. It is deleted once it is read."""
    return ObjectName(Bucket.STAGING, f"party-list/{import_id}")


def people_list(import_id: UUID) -> ObjectName:
    """Return the name of a list of officers that waits to be read. It is deleted once it is read."""
    return ObjectName(Bucket.STAGING, f"people-list/{import_id}")
