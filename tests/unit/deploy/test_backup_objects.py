"""What of the object store is copied, and what is told of the rest."""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest

from backend.core import clock, keys
from deploy.backup import objects, places
from deploy.backup.manifest import Ledger, Manifest, Manifests
from deploy.backup.noted import Noted
from deploy.backup.objects import Copied, Known
from deploy.backup.places import FolderPlace
from deploy.backup.taking import Look, Taker, lists_of
from deploy.data_folder import DataFolder
from deploy.failures import Failure

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
    have = objects.lying_there(place, {}, print, read_all=False)[0]
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


def test_a_folder_that_a_file_needs_is_on_the_disk_before_the_file_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(places, "sync_folder", synced.append)
    place = FolderPlace(tmp_path / "a" / "place", make=True)
    (tmp_path / "file").write_bytes(RIGHT)
    place.put("objects/ab/file", tmp_path / "file")
    folders = ["a", "a/place", "a/place/objects", "a/place/objects/ab"]
    assert {(tmp_path / each).parent for each in folders} <= set(synced)


def taker_of(tmp_path: Path) -> Taker:
    """Whoever takes one backup after the other, in one process."""
    keys.create(tmp_path / "keys")
    keys.load(tmp_path / "keys")
    taker = object.__new__(Taker)
    taker.place, taker.parts = FolderPlace(tmp_path / "place", make=True), tmp_path / "parts"
    taker.settings = SimpleNamespace(s3_bucket="evidence", s3_staging_bucket="staging")  # type: ignore[assignment]  # of many
    taker.folder = DataFolder(tmp_path / "system")
    taker.manifests, taker.known = Manifests(taker.place), {}
    taker.noted = Noted.of(taker.folder)
    taker.recipient, taker.say = None, lambda _text: None
    taker.have = objects.lying_there(taker.place, {}, print, read_all=False)[0]
    return taker


def test_what_was_copied_by_a_backup_that_failed_is_listed_by_the_next(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taker, now = taker_of(tmp_path), clock.now()
    look = Look(now, now, "1", 1, "0/1", "e", "m", Ledger(0, None, 0))

    def take(number: str, kind: Any) -> Manifest:
        taker.parts.mkdir(exist_ok=True)
        return taker.finish(number, kind, look, look, [])

    take("1", "full")
    store.there[f"unit/another-{hashlib.sha256(OTHER).hexdigest()}"] = OTHER
    with monkeypatch.context() as failing:
        failing.setattr(objects, "write_list", _refuse)
        with pytest.raises(Failure):
            take("2", "point")
    last = take("3", "point")
    shutil.rmtree(taker.parts)
    taker.parts.mkdir()
    there = lists_of(taker.place, Manifests(taker.place).line(last), taker.parts)
    assert {key for _, key in there} == set(store.there)


def _refuse(*_words: Any) -> None:
    raise Failure("đầy", "full")
