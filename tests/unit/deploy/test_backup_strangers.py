"""Who may write to the place of the backups has us remove, overwrite and read nothing, and stops no backup of ours."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from backend.core import clock, keys
from deploy.backup import keeping, objects
from deploy.backup.bringing import choose
from deploy.backup.choosing import keys_of
from deploy.backup.commands import Wanted, backup
from deploy.backup.manifest import (
    File,
    Ledger,
    Manifest,
    Manifests,
    Objects,
    Proof,
    measured,
    sign,
)
from deploy.backup.places import Absent, FolderPlace
from deploy.backup.taking import Taker
from deploy.data_folder import DataFolder
from deploy.failures import Failure

MORNING = datetime(2026, 11, 24, 2, tzinfo=UTC)
WITHOUT_KEYS = Wanted(recipient=None, without_keys=True)
Write = Callable[..., Manifest]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An installation's folder with keys to sign with, loaded."""
    folder = DataFolder(tmp_path / "data")
    keys.create(folder.keys)
    keys.load(folder.keys)
    return folder


@pytest.fixture
def place(folder: DataFolder, tmp_path: Path) -> FolderPlace:
    """An empty place beside it."""
    del folder
    return FolderPlace(tmp_path / "place", make=True)


@pytest.fixture
def write(place: FolderPlace, tmp_path: Path) -> Write:
    """Write a full backup of day `number`; what is not `ours` bears a signature of nobody."""

    def write(number: str, day: int, *, ours: bool = True, **more: Any) -> Manifest:
        at = clock.rfc3339(MORNING + timedelta(days=day))
        objects.write_list([], tmp_path / "list")
        listed = measured(tmp_path / "list", f"lists/{number}.jsonl.gz")
        place.put(listed.name, tmp_path / "list")
        told: dict[str, Any] = {
            "id": number,
            "chain": number,
            "previous": None,
            "previous_sha256": None,
            "kind": "full",
            "at": at,
            "whole_from": at,
            "through": at,
            "system_identifier": "1",
            "timeline": 1,
            "lsn": "0/1",
            "epoch": "e",
            "migration": "m",
            "is_demonstration": False,
            "ledger": Ledger(0, None, 0),
            "objects": Objects(0, 0, 0, 0, []),
            "files": [listed],
            "keys_file": None,
        }
        manifest = Manifest(**(told | more))
        raw = sign(manifest) if ours else msgspec.json.encode(manifest)
        (tmp_path / "made").write_bytes(raw)
        place.put(f"manifests/{number}.json", tmp_path / "made")
        return msgspec.json.decode(raw, type=Manifest)

    return write


def prove(place: FolderPlace, number: str, tmp_path: Path) -> None:
    """Lay the proof of a backup beside it."""
    proof = Proof(backup=number, proven_at="", through="", entries=0, objects=0, seconds=1)
    (tmp_path / "proof").write_bytes(sign(proof))
    place.put(f"proofs/{number}.json", tmp_path / "proof")


def taker(folder: DataFolder, place: FolderPlace, *, full: bool = False) -> Taker:
    """Who backs up there."""
    anything: Any = SimpleNamespace(s3_staging_bucket="staging")
    return Taker(folder, anything, anything, place, None, lambda _text: None, full)


def test_what_a_manifest_of_nobody_names_is_not_removed(
    folder: DataFolder, place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    victim = tmp_path / "precious"
    victim.write_text("x")
    write("2", 2)
    prove(place, "2", tmp_path)
    files = [File(str(victim), 1, ""), File("../precious", 1, ""), File("lists/2.jsonl.gz", 1, "")]
    write("1", 1, ours=False, files=files)
    mine = taker(folder, place)
    gone = keeping.too_old(mine.manifests, MORNING + timedelta(days=400), 30)
    assert keeping.forget(mine, gone) == 0
    assert victim.is_file()
    assert "lists/2.jsonl.gz" in place.names("lists/")


def test_a_name_that_leads_out_of_the_place_is_refused_whoever_signed_it(
    place: FolderPlace, tmp_path: Path
) -> None:
    (tmp_path / "precious").write_text("x")
    for name in (str(tmp_path / "precious"), "../precious", "objects/../../precious"):
        with pytest.raises(Failure, match="lies outside of it"):
            place.remove(name)
        with pytest.raises(Failure, match="lies outside of it"), place.open(name):
            pass
    assert (tmp_path / "precious").is_file()


def test_a_chain_of_nobody_takes_no_objects_away(
    folder: DataFolder, place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    for number in ("1", "2"):
        write(number, int(number))
    prove(place, "2", tmp_path)
    (tmp_path / "object").write_bytes(b"x")
    place.put(objects.name_of("a" * 64), tmp_path / "object")
    kept = objects.Kept("evidence", "k", "a" * 64, 1, "", "")
    objects.write_list([kept], tmp_path / "list")
    listed = measured(tmp_path / "list", "lists/other.jsonl.gz")
    place.put(listed.name, tmp_path / "list")
    write("3", 3, files=[listed])
    mine = taker(folder, place)
    write("3a", 3, ours=False, chain="3")  # of the newest chain, later, and names nothing
    mine.manifests = Manifests(place)
    now = MORNING + timedelta(days=400)
    keeping.forget(mine, keeping.too_old(mine.manifests, now, 30))
    assert place.names("objects/")


@pytest.mark.parametrize("kind", ["pipe", "to nowhere", "device", "folder", "huge"])
@pytest.mark.parametrize("where", ["manifests/0", "proofs/0", "objects/00"])
def test_what_is_no_file_of_a_backup_stops_no_backup(
    folder: DataFolder, place: FolderPlace, write: Write, tmp_path: Path, kind: str, where: str
) -> None:
    write("1", 1)
    strange = tmp_path / "place" / f"{where}.json"
    strange.parent.mkdir(exist_ok=True, parents=True)
    if kind == "pipe":
        os.mkfifo(strange)
    elif kind == "to nowhere":
        strange.symlink_to(tmp_path / "nowhere")
    elif kind == "device":
        strange.symlink_to("/dev/zero")
    elif kind == "folder":
        strange.mkdir()
    else:
        with strange.open("wb") as file:
            file.truncate(10**12)
    newest = taker(folder, place).manifests.newest
    assert newest is not None
    assert newest.id == "1"


def test_a_pipe_in_the_place_of_a_file_is_a_file_that_is_gone(
    place: FolderPlace, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "place" / "segment")
    with pytest.raises(Absent), place.open("segment"):
        pass


def test_a_link_in_the_place_of_our_room_is_not_followed(
    folder: DataFolder, place: FolderPlace, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "list").write_text("precious")
    (tmp_path / "place" / "parts").symlink_to(elsewhere)
    mine = taker(folder, place)
    (mine.parts / "list").write_text("ours")
    mine.tidy()
    assert (elsewhere / "list").read_text() == "precious"


def test_beside_a_manifest_of_nobody_an_own_one_comes_back_by_its_id_and_ours_go_on(
    folder: DataFolder, place: FolderPlace, write: Write
) -> None:
    write("1", 1)
    write("9", 9, ours=False, keys_file="keys/9.age")
    write("5", 5, ours=False, kind="point", at="yesterday")
    manifests = Manifests(place)
    assert keys_of(manifests, None, "1")[0].id == "9"  # tried, and not ours
    manifests.keep_ours(keys.current().public)
    assert choose(manifests, None, "1").id == "1"
    with pytest.raises(Failure, match=r"there are: 1 \(2026-11-25T02:00:00"):
        choose(manifests, None, "9")
    with pytest.raises(Failure, match=r"by --backup: 1 \(2026"):
        choose(manifests, MORNING)
    number = taker(folder, place).number()
    assert number > "9"
    write(number, 10)
    newest = taker(folder, place).manifests.newest
    assert newest is not None
    assert newest.id == number


def test_an_object_that_is_cut_or_gone_is_copied_again_and_a_changed_one_by_a_full_backup(
    place: FolderPlace, tmp_path: Path
) -> None:
    known: objects.Known = {}
    for letter in "abcd":
        sha256 = objects.hashlib.sha256(letter.encode()).hexdigest()
        known["evidence", letter] = objects.Kept("evidence", letter, sha256, 1, "", "")
        (tmp_path / "object").write_bytes(letter.encode())
        place.put(objects.name_of(sha256), tmp_path / "object")
    lying = {
        letter: tmp_path / "place" / objects.name_of(known["evidence", letter].sha256)
        for letter in "abcd"
    }
    lying["a"].write_bytes(b"")
    lying["b"].unlink()
    lying["c"].write_bytes(b"x")
    have, left = objects.lying_there(place, known, print, read_all=False)
    assert {kept.key for kept in left.values()} == {"c", "d"}
    assert have == {kept.sha256 for kept in left.values()}
    have, left = objects.lying_there(place, known, print, read_all=True)
    assert {kept.key for kept in left.values()} == {"d"}
    assert have == {known["evidence", "d"].sha256}


@pytest.mark.parametrize("inside", [".", "bản sao", "spool/x"])
def test_no_backup_is_laid_into_the_folder_that_it_is_of(folder: DataFolder, inside: str) -> None:
    (folder.path / "VERSION").write_text("1\n")
    (folder.path / "secrets.json").write_text("{}")
    with pytest.raises(Failure, match="would be lost with it"):
        backup(folder, str(folder.path / inside), WITHOUT_KEYS)
