"""What of the object store is copied, and what is told of the rest."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest

from deploy.backup import objects
from deploy.backup.objects import Copied, Known
from deploy.backup.places import FolderPlace

RIGHT, OTHER = b"the photograph", b"not the photograph"
DIGEST = hashlib.sha256(RIGHT).hexdigest()
ORIGINAL = f"unit/photo-{DIGEST}"


class Answer:
    """What a GET answers."""

    headers = MappingProxyType({"content-type": "image/jpeg"})

    def __init__(self, data: bytes) -> None:
        self._left = data

    def read(self, size: int) -> bytes:
        """Some of it."""
        part, self._left = self._left[:size], self._left[size:]
        return part

    def close(self) -> None:
        """Nothing to close."""

    release_conn = close


@dataclass
class Store:
    """An evidence bucket as its client shows it."""

    there: dict[str, bytes] = field(default_factory=dict)

    def list_objects(self, bucket: str, **_words: Any) -> Iterator[Any]:
        """Everything, without older versions."""
        for key, data in self.there.items() if bucket == "evidence" else ():
            etag = hashlib.md5(data, usedforsecurity=False).hexdigest()
            yield SimpleNamespace(
                object_name=key,
                etag=etag,
                size=len(data),
                is_dir=False,
                is_delete_marker=False,
                version_id=None,
            )

    def get_object(self, _bucket: str, key: str, **_words: Any) -> Answer:
        """Its bytes."""
        return Answer(self.there[key])


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with one original."""
    store = Store({ORIGINAL: RIGHT})
    monkeypatch.setattr(objects, "_client", lambda _settings: store)
    return store


def back_up(tmp_path: Path, known: Known) -> Copied:
    """The objects' part of one backup, into the same place each time."""
    place, parts = FolderPlace(tmp_path / "place", make=True), tmp_path / "parts"
    parts.mkdir(exist_ok=True)
    settings: Any = SimpleNamespace(s3_bucket="evidence", s3_staging_bucket="staging")
    have = objects.have_of(place)
    return objects.copy(settings, place, parts, known, have, lambda _text: None)


def test_an_original_overwritten_after_it_was_backed_up_is_named_and_its_copy_stays(
    store: Store, tmp_path: Path
) -> None:
    known: Known = {}
    back_up(tmp_path, known)
    right = known["evidence", ORIGINAL]
    store.there[ORIGINAL] = OTHER
    copied = back_up(tmp_path, known)
    assert copied.damaged == [f"evidence/{ORIGINAL}"]
    assert known == {("evidence", ORIGINAL): right}


def test_bytes_left_by_a_killed_backup_do_not_vouch_for_what_was_overwritten_since(
    store: Store, tmp_path: Path
) -> None:
    back_up(tmp_path, {})
    store.there[ORIGINAL] = OTHER
    known: Known = {}
    assert back_up(tmp_path, known).damaged == [f"evidence/{ORIGINAL}"]
    assert not known


def test_bytes_left_by_a_killed_backup_are_not_copied_again(store: Store, tmp_path: Path) -> None:
    back_up(tmp_path, {})
    known: Known = {}
    assert back_up(tmp_path, known).new_bytes == 0
    assert known["evidence", ORIGINAL].sha256 == DIGEST
    assert store.there[ORIGINAL] == RIGHT
