"""A backup location with manifests, written without a database."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backend.core import clock, keys
from deploy.backup import objects
from deploy.backup.manifest import Kind, Ledger, Manifest, Manifests, Objects, measured, sign
from deploy.backup.places import FolderPlace

MORNING = datetime(2026, 11, 24, 2, tzinfo=UTC)
Write = Callable[..., Manifest]


@pytest.fixture
def place(tmp_path: Path) -> FolderPlace:
    """An empty location, and keys for signing."""
    keys.create(tmp_path / "keys")
    keys.load(tmp_path / "keys")
    return FolderPlace(tmp_path / "place", make=True)


def lay(
    place: FolderPlace,
    work: Path,
    number: int,
    kind: Kind,
    at: datetime,
    *,
    chain: str = "0",
    minutes: int = 0,
    listed: Sequence[objects.Kept] | None = None,
) -> Manifest:
    """Write the manifest `number` for that moment, completed this many minutes later. It follows
    the last one unless it is a full backup. `listed` are the objects in its list (None: it has no
    list). `work` is a folder for temporary files."""
    known = Manifests(place)
    before = known.newest if kind != "full" else None
    files = []
    if listed is not None:
        objects.write_list(list(listed), work / "list")
        files.append(measured(work / "list", f"lists/{number}.jsonl.gz"))
        place.put(files[0].name, work / "list")
    manifest = Manifest(
        id=f"{number}",
        chain=chain,
        previous=before.id if before else None,
        previous_sha256=known.sha256(before) if before else None,
        kind=kind,
        at=clock.rfc3339(at),
        whole_from=clock.rfc3339(at + timedelta(minutes=minutes)),
        through=clock.rfc3339(at),
        system_identifier="1",
        timeline=1,
        lsn="0/1",
        epoch="e",
        migration="m",
        is_demonstration=False,
        ledger=Ledger(0, None, 0),
        objects=Objects(0, 0, 0, 0, []),
        files=files,
        keys_file=None,
    )
    (work / "made").write_bytes(sign(manifest))
    place.put(f"manifests/{number}.json", work / "made")
    return Manifests(place).all[f"{number}"]


@pytest.fixture
def write(place: FolderPlace, tmp_path: Path) -> Write:
    """Write the manifest of hour `number`; each follows the last."""

    def write(number: int, kind: Kind, minutes: int = 1, chain: str = "0") -> Manifest:
        at = MORNING + timedelta(hours=number)
        return lay(place, tmp_path, number, kind, at, chain=chain, minutes=minutes)

    return write
