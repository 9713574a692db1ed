"""Object names, and why they look so.

A photograph's final name is `<unit id>/<photo id>-<sha256>`:

- the *unit* first, so that a department's evidence can be copied, counted or given other retention
  by prefix;
- the *photo id* correlates an object with its row by eye, even when the database is gone;
- the *SHA-256* binds the name to the content: a retry after a crash writes the same bytes to the
  same name and heals a half state, and two different contents can never meet under one name.

There is no bucket, no host, no file name from a phone and no case number in it: the first two move,
the third is attacker's text, the fourth would tell who lists a bucket what is going on. The same
bytes of two units are two objects: one object for both would tell one unit what the other has.

Bytes whose record is not known yet wait in the staging bucket under their upload's id. Previews lie
there as well, under `preview/`: they can be made again, so they never belong into the bucket that
will be locked.
"""

from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Bucket(StrEnum):
    """Which of the two buckets; their real names are a setting."""

    EVIDENCE = "evidence"
    """Originals. Nothing of ours deletes from it."""
    STAGING = "staging"
    """What may be deleted: bytes that wait for their record, and previews."""


class ObjectName(NamedTuple):
    """Where an object lies."""

    bucket: Bucket
    key: str

    def __str__(self) -> str:
        """As it stands in the database: `evidence/<key>` or `staging/<key>`."""
        return f"{self.bucket.value}/{self.key}"


def parse(text: str) -> ObjectName:
    """Undo str(). Raises ValueError on any other text."""
    bucket, _, key = text.partition("/")
    if not key:
        raise ValueError(f"not an object name: {text!r}")
    return ObjectName(Bucket(bucket), key)


def original(unit_id: UUID, photo_id: UUID, sha256: str) -> ObjectName:
    """The final place of a photograph's bytes."""
    return ObjectName(Bucket.EVIDENCE, f"{unit_id}/{photo_id}-{sha256}")


CHECKPOINTS = "checkpoints/"
"""Under this lie checkpoints of the ledger, in the evidence bucket: no originals
(backend/operations/recovery/outside.py)."""


def on_from(key: str) -> str:
    """Where a listing of originals goes on after this key: past all checkpoints, of which a year has half a million."""
    return f"{CHECKPOINTS}~" if key.startswith(CHECKPOINTS) else key


def staged(upload_id: UUID) -> ObjectName:
    """Where bytes wait until an act names their hash."""
    return ObjectName(Bucket.STAGING, str(upload_id))


def preview(photo_id: UUID, sha256: str, size: str) -> ObjectName:
    """A derived picture, `size` being thumb or view, or phone: one that a phone sent, made anew; always JPEG."""
    return ObjectName(Bucket.STAGING, f"preview/{photo_id}-{sha256}-{size}.jpg")
