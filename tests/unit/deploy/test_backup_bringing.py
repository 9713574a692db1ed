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
