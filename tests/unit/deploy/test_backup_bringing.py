"""What ends a restore in its middle is one sentence."""

import asyncio
import errno
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deploy.backup import bringing as bringing_module
from deploy.backup.bringing import Bringing
from deploy.backup.places import FolderPlace
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from media.store import StoreRefused


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), (OSError, "No space left")),
        (Failure("nơi", "the place does not answer"), (Failure, "does not answer")),
        (StoreRefused("quota"), (Failure, "the store refused: quota")),
    ],
)
def test_what_ends_a_restore_among_its_objects_is_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: FolderPlace,
    fault: Exception,
    told: tuple[type[Exception], str],
) -> None:
    async def put(*_words: object) -> None:
        raise fault

    anything: Any = SimpleNamespace(s3_bucket="evidence")
    monkeypatch.setattr(bringing_module.bootstrap, "settings", lambda _servers: anything)
    monkeypatch.setattr(bringing_module, "make_store", lambda _settings: anything)
    monkeypatch.setattr(Bringing, "_put", put)
    bringing = Bringing(place, DataFolder(tmp_path / "new"), lambda _text: None)
    known: Any = {"a": SimpleNamespace(sha256="a"), "b": SimpleNamespace(sha256="b")}
    with pytest.raises(told[0], match=told[1]):
        asyncio.run(bringing._store(anything, known))


def test_a_proof_without_room_says_how_much_stays_free_and_how_much_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: FolderPlace
) -> None:
    """A disk of 250 GB with 22 left, of which a tenth stays free."""
    disk = SimpleNamespace(total=250 * 10**9, free=22 * 10**9)
    monkeypatch.setattr(bringing_module.shutil, "disk_usage", lambda _path: disk)
    bringing = Bringing(place, DataFolder(tmp_path / "new"), lambda _text: None)
    line: Any = [
        SimpleNamespace(
            files=[SimpleNamespace(size=10**9)], objects=SimpleNamespace(bytes=2 * 10**9)
        )
    ]
    bringing.require_room(line)  # a restore may fill the disk
    bringing.spare = 0.1
    with pytest.raises(Failure, match=r"8\.0 GB .* 25\.0 GB are to stay free, .* 22\.0 GB left"):
        bringing.require_room(line)
