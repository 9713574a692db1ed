"""What `up` gives to which part."""

import os
import shutil
import socket
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deploy import up, web
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.servers import FOR_WORKERS


def test_only_workers_hold_the_key_that_locks_originals(tmp_path: Path) -> None:
    given = dict.fromkeys((*FOR_WORKERS, "HIENTRUONG_S3_ACCESS_KEY"), "told")
    listen = web.Listen(host="127.0.0.1", port=0)
    with socket.socket() as listening:
        children = up._children(DataFolder(tmp_path), listen, listening, 2, given)
    holders = {child.name for child in children if FOR_WORKERS[0] in child.env}
    assert holders == {"worker"}
    assert len(children) == 3
    for child in children:
        assert (FOR_WORKERS[1] in child.env) == (child.name == "worker")
        assert child.env["HIENTRUONG_S3_ACCESS_KEY"] == "told"


class Store:
    """A store that counts how often it was ended."""

    def __init__(self, home: Path) -> None:
        self.home, self.ends, self.running = home, 0, True

    def alive(self) -> bool:
        return self.running

    def stop(self) -> None:
        self.ends += 1
        self.running = False


@pytest.mark.parametrize(
    ("free_mb", "ends"),
    [
        ([500, 400, 17, 500], 0),  # never full
        ([500, 3, 0, 20], 0),  # not room enough yet
        ([500, 3, 0, 20, 200], 1),
        ([500, 0, 200, 40, 200], 1),  # to the brink and back is not full again
        ([0, 200, 0, 200], 2),
    ],
)
def test_a_store_is_begun_anew_when_its_full_disk_has_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free_mb: list[int], ends: int
) -> None:
    store: Any = Store(tmp_path)
    part = up.EmbeddedStore("SeaweedFS", store, DataFolder(tmp_path))
    usage = namedtuple("usage", "free")
    for free in free_mb:
        monkeypatch.setattr(up.shutil, "disk_usage", lambda _, free=free: usage(free * 1024**2))
        if not part.alive():
            store.running = True  # the supervisor starts it
    assert store.ends == ends


@pytest.mark.parametrize("kind", [up.Embedded, up.EmbeddedStore])
def test_a_server_whose_folder_is_gone_is_ended_and_nothing_else(
    tmp_path: Path, kind: type[up.Embedded]
) -> None:
    store: Any = Store(tmp_path / "gone")
    part = kind("it", store, DataFolder(tmp_path))
    assert not part.alive()
    assert not part.alive()
    assert store.ends == 1  # no receipt for bytes in files that have no name


PARTS = (
    "postgres/18/PG_VERSION",
    "seaweedfs/data/x",
    "keys/receipt.pem",
    "secrets.json",
    "VERSION",
)


def make(folder: Path, *files: str) -> None:
    """An installation on paper."""
    for made in files:
        (folder / made).parent.mkdir(parents=True, exist_ok=True)
        (folder / made).touch()


@pytest.mark.parametrize(
    ("lost", "named", "runbook"),
    [
        ("keys", "the keys", "keys-lost"),
        ("secrets.json", "the keys", "keys-lost"),
        ("postgres keys", "the keys .*, the database", "database-lost"),
        ("seaweedfs keys", "the keys .*, the object store", "store-lost"),
        ("postgres seaweedfs", "the database .*, the object store", "both-lost"),
        ("postgres seaweedfs keys", "the keys .*, the database .*, the object store", "both-lost"),
    ],
)
@pytest.mark.parametrize("sign", ["BEGUN", "logs/worker.log", "backup/places.json"])
def test_where_an_installation_was_nothing_new_is_begun_whatever_is_lost_of_it(
    tmp_path: Path, lost: str, named: str, runbook: str, sign: str
) -> None:
    make(tmp_path, *(part for part in PARTS if not part.startswith(tuple(lost.split()))))
    make(tmp_path, sign)
    with pytest.raises(Failure, match=rf"in .* {named}.* gone, .*/{runbook}\.md"):
        DataFolder(tmp_path).require_parts()
    if "secrets.json" in lost:  # what every other command asks for first
        with pytest.raises(Failure, match=r"the keys .* gone"):
            DataFolder(tmp_path).require_installation()


def test_of_another_users_folder_the_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir(mode=0)
    mine = os.geteuid()
    os.seteuid(mine or 65534)  # root may read all
    try:
        with pytest.raises(Failure, match="you may not read the data folder"):
            DataFolder(tmp_path / "d").require_installation()
    finally:
        os.seteuid(mine)


@pytest.mark.parametrize("part", ["postgres", "seaweedfs"])
def test_where_the_disk_of_the_whole_folder_went_away_nothing_is_begun_under_it(
    tmp_path: Path, part: str
) -> None:
    server: Any = SimpleNamespace(home=tmp_path / part, launch=lambda: pytest.fail("begun anew"))
    with pytest.raises(Failure, match="gone, and nothing empty is begun instead"):
        up.Embedded("it", server, DataFolder(tmp_path)).start()
    assert not list(tmp_path.iterdir())


def test_a_first_start_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    make(tmp_path, "VERSION", "secrets.json", "logs/postgres.log", "postgres/18/PG_VERSION")
    folder = DataFolder(tmp_path)
    folder.require_parts()
    folder.note_begun()
    with pytest.raises(Failure, match="store"):
        folder.require_parts()


@pytest.mark.parametrize(
    ("gone", "runbook"), [("postgres", "database-lost"), ("seaweedfs", "store-lost")]
)
def test_a_part_that_is_gone_is_not_begun_anew_empty(
    tmp_path: Path, gone: str, runbook: str
) -> None:
    folder = DataFolder(tmp_path)
    folder.require_parts()  # before the first start
    make(tmp_path, *PARTS)
    folder.require_parts()
    other = {"postgres": "seaweedfs", "seaweedfs": "postgres"}[gone]
    shutil.rmtree(tmp_path / gone)
    server: Any = SimpleNamespace(home=tmp_path / gone, launch=lambda: pytest.fail("begun anew"))
    with pytest.raises(Failure, match=runbook):
        up.Embedded("it", server, folder).start()
    with pytest.raises(Failure, match=runbook):
        folder.require_parts()
    folder.require_parts(other)  # which ended for another reason, and comes back
    assert not (tmp_path / gone).exists()
