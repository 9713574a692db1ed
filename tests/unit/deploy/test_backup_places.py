"""A place is known by what was written there last, so that a disk that is not mounted is not taken for a new one."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from backend.core import clock, keys
from deploy.backup import following
from deploy.backup.bringing import moment_of
from deploy.backup.choosing import Opened, open_keys, told_choice
from deploy.backup.commands import Wanted, backup
from deploy.backup.manifest import Ledger, Manifest, Manifests
from deploy.backup.noted import Noted
from deploy.backup.places import FolderPlace, place_of
from deploy.backup.taking import Look, Taker
from deploy.data_folder import DataFolder
from deploy.embedded.ports import load_or_choose
from deploy.failures import Failure
from deploy.supervisor import Interrupted
from tests.support.backups import MORNING, lay

NOW = datetime(2026, 11, 26, tzinfo=UTC)
STORE = {"ENDPOINT": "127.0.0.1:9", "ACCESS_KEY": "a", "SECRET_KEY": "b", "SECURE": "false"}
LOOK = Look(NOW, NOW, "1", 1, "0/1", "e", "m", Ledger(0, None, 0))


class System:
    """An installation that backs up to one path, under which the operator mounts this disk or that."""

    def __init__(self, place: FolderPlace, tmp_path: Path) -> None:
        self.place, self.tmp_path, self.said = place, tmp_path, [""]
        self.folder = DataFolder(tmp_path)  # whose keys signed what lies there
        self.count = 0

    def start(self, **words: Any) -> Taker:
        """Begin a backup, as the command does. Raises Failure."""
        anything: Any = SimpleNamespace(s3_staging_bucket="staging")
        return Taker(self.folder, anything, anything, self.place, None, self.said.append, **words)

    def back_up(self, **words: Any) -> Manifest:
        """Begin a backup, and write it."""
        mine = self.start(**words)
        self.count += 1
        made = self.lay()
        mine.noted.write(self.place.words, made.id, mine.manifests, has_log=True, is_brought=False)
        return made

    def lay(self) -> Manifest:
        """Write a manifest there of which nobody took note."""
        at = MORNING + timedelta(hours=self.count)
        chain = f"{self.count}"
        return lay(self.place, self.tmp_path, self.count, "full", at, chain=chain, listed=())

    def mount(self, disk: str) -> None:
        """Take away the disk that lies there and put another in its place, a new one where there is none."""
        lying = self.tmp_path / "place"
        mark = lying / "disk"
        if mark.exists():
            lying.rename(self.tmp_path / f"disk {mark.read_text()}")
        shutil.rmtree(lying, ignore_errors=True)
        if (self.tmp_path / f"disk {disk}").exists():
            (self.tmp_path / f"disk {disk}").rename(lying)
        else:
            lying.mkdir()
            (lying / "disk").write_text(disk)

    def unmount(self) -> None:
        """The empty folder under it."""
        self.mount("none")
        (self.tmp_path / "place" / "disk").unlink()


@pytest.fixture
def system(place: FolderPlace, tmp_path: Path) -> System:
    """One that never backed up."""
    system = System(place, tmp_path)
    system.mount("a")
    return system


@pytest.mark.parametrize("full", [False, True])
def test_a_disk_that_is_not_mounted_is_refused_also_where_each_start_begins_a_new_chain(
    system: System, full: bool
) -> None:
    number = system.back_up().id
    system.unmount()
    with pytest.raises(Failure, match=rf"\({number}\): is its disk mounted\?.*--new-place"):
        system.start(full=full)
    system.mount("a")
    system.start(full=full)


def test_no_unit_says_at_each_start_that_its_place_is_new(tmp_path: Path) -> None:
    (tmp_path / "VERSION").write_text("1\n")
    (tmp_path / "secrets.json").write_text("{}")
    wanted = Wanted(recipient=None, without_keys=True, is_new=True, every="15m")
    with pytest.raises(Failure, match="said once, without --every"):
        backup(DataFolder(tmp_path), str(tmp_path / "b"), wanted)


@pytest.mark.parametrize("place", ["S3://backups", "gs://backups", "file:///mnt/b", "s3://"])
def test_what_is_neither_a_folder_nor_a_bucket_is_refused_and_made_nowhere(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in STORE.items():
        monkeypatch.setenv(f"HIENTRUONG_BACKUP_S3_{name}", value)
    with pytest.raises(Failure, match=r"no place for backups|names no bucket"):
        place_of(place, make=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_systems_own_store_is_no_place_for_its_backups(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "VERSION").write_text("1\n")
    (tmp_path / "secrets.json").write_text("{}")
    port = load_or_choose(tmp_path / "ports.json")["s3"]
    for name, value in (STORE | {"ENDPOINT": f"{host}:{port}"}).items():
        monkeypatch.setenv(f"HIENTRUONG_BACKUP_S3_{name}", value)
    with pytest.raises(Failure, match="own store and would be lost with it"):
        backup(DataFolder(tmp_path), "s3://evidence/x", Wanted(recipient=None, without_keys=True))


def test_disks_are_used_in_turn_and_each_goes_on_with_its_own_chain(system: System) -> None:
    first = system.back_up()
    system.mount("b")
    with pytest.raises(Failure, match="is its disk mounted"):
        system.start()
    second = system.back_up(is_new=True)
    for disk, last in (("a", first), ("b", second), ("a", first)):
        system.mount(disk)
        newest = system.start().manifests.newest
        assert newest is not None
        assert newest.id == last.id
    third = system.back_up()
    system.unmount()
    with pytest.raises(Failure, match=rf"\({second.id}, {third.id}\)"):
        system.start()


def test_a_place_that_was_put_back_to_an_older_state_is_told(
    system: System, tmp_path: Path
) -> None:
    system.back_up()
    shutil.copytree(tmp_path / "place", tmp_path / "older")
    system.back_up()
    shutil.rmtree(tmp_path / "place")
    (tmp_path / "older").rename(tmp_path / "place")
    with pytest.raises(Failure, match="does not have the backup that was written there"):
        system.start(full=True)


def test_on_the_other_disk_the_log_goes_on_after_a_copy_alone(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def copied(_taker: Any, follower: Any) -> Any:
        seen.append(follower.has_gap)
        raise Interrupted

    monkeypatch.setattr(following, "_copy", copied)
    monkeypatch.setattr(following.Follower, "start", lambda _follower: None)
    system.back_up()
    system.mount("b")
    system.back_up(is_new=True)
    for disk in ("b", "a"):
        system.mount(disk)
        following.follow(system.start(), timedelta(minutes=15), None, [])
    assert seen == [False, True]


@pytest.mark.parametrize("was_restored", [False, True])
def test_a_restored_installation_and_one_whose_note_is_lost_take_no_empty_folder_for_their_place(
    system: System, was_restored: bool
) -> None:
    if was_restored:  # from a copy of the place, which lay elsewhere
        note = Noted.of(system.folder)
        manifests = Manifests(system.place)
        note.write("/mnt/a copy", "7", manifests, has_log=False, is_brought=True)
    mine = system.start()

    async def ask(_question: Any) -> Look:
        return replace(LOOK, was_proven=not was_restored)

    mine.ask = ask  # type: ignore[method-assign]
    with pytest.raises(Failure, match=r"were backups .* before, .*has none of them"):
        mine.run()


def test_the_note_of_an_earlier_version_is_understood(system: System, tmp_path: Path) -> None:
    system.lay()
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "places.json").write_text(json.dumps({system.place.words: "0"}))
    assert system.back_up().id == "1"
    system.unmount()
    with pytest.raises(Failure, match=r"\(1\)"):
        system.start()


def stranger(system: System, number: str, **more: object) -> None:
    """Lay a manifest there that nobody of ours signed."""
    told = json.loads((system.tmp_path / "place" / "manifests" / "1.json").read_text())
    forged = json.dumps(told | {"id": number, "signature": "AAAA", "chain": number} | more)
    (system.tmp_path / "place" / "manifests" / f"{number}.json").write_text(forged)


@pytest.mark.parametrize("system_identifier", ["1", "another installation"])
def test_a_newest_manifest_of_nobody_stops_no_backup_and_is_told(
    system: System, system_identifier: str
) -> None:
    ours = system.back_up()
    stranger(system, "9", system_identifier=system_identifier)
    (system.tmp_path / "place" / "manifests" / "95.json").write_text("{")
    mine = system.start()
    assert mine.manifests.newest == ours
    mine._same_installation(LOOK)
    assert mine.number() > "95"
    told = "\n".join(system.said)
    assert "PASSED OVER: manifests/95.json" in told
    assert "PASSED OVER: manifests/9.json" in told


def test_our_own_newest_manifest_that_is_damaged_is_told_as_damaged(system: System) -> None:
    number = system.back_up().id
    file = system.tmp_path / "place" / "manifests" / f"{number}.json"
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(Failure, match=rf"{number}.json of the backup is damaged.*--full"):
        system.start()
    system.start(full=True)


def test_a_restore_says_what_it_takes_how_old_it_is_and_what_it_passes_over(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = system.back_up()
    stranger(system, "9")
    manifests = Manifests(system.place)
    manifests.keep_ours(keys.current().public)
    later = moment_of(ours) + timedelta(days=9, hours=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    told = told_choice(manifests, ours, is_newest=True)
    assert f"backup {ours.id}: {ours.at}" in told
    assert "9 d 3 h ago" in told
    assert "1 newer ones are passed over, which no key of ours signed: manifests/9.json" in told
    assert "--checkpoint" in told


def test_keys_that_somebody_packed_are_passed_over_whatever_is_in_them(system: System) -> None:
    for _ in range(2):
        system.back_up()
    first, second = Manifests(system.place).all.values()
    bringing: Any = SimpleNamespace(
        say=system.said.append, drop_secrets=lambda: None, folder=system.folder
    )
    packed: list[Manifest] = []

    def check() -> None:
        if packed[-1].id == second.id:
            raise ValueError("no key")

    opened = open_keys(bringing, [second, first], packed.append, check)
    opened.require(first)
    with pytest.raises(Failure, match=rf"the keys of backup {second.id} are none"):
        opened.require(second)
    Opened().require(second)  # the operator's own copy


def test_old_keys_of_ours_that_a_manifest_of_nobody_names_are_not_the_newest(
    system: System,
) -> None:
    system.back_up()
    stranger(system, "9")
    first, forged = Manifests(system.place).all.values()
    bringing: Any = SimpleNamespace(
        say=system.said.append, drop_secrets=lambda: None, folder=system.folder
    )
    opened = open_keys(bringing, [forged, first], lambda _manifest: None, lambda: None)
    assert opened.by == first
