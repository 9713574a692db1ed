"""Old chains of backups go, and what is known to be good stays, whatever somebody writes beside it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from backend.core import keys
from deploy.backup import keeping, objects, proving
from deploy.backup.bringing import Bringing
from deploy.backup.manifest import (
    Kind,
    Manifest,
    Manifests,
    Proof,
    sign,
)
from deploy.backup.places import FolderPlace
from deploy.backup.taking import Taker
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from tests.support.backups import MORNING, lay

PROOF = Proof(backup="", proven_at="", through="", entries=0, objects=0, seconds=1)
Write = Callable[..., Manifest]


@pytest.fixture
def write(place: FolderPlace, tmp_path: Path) -> Write:
    """Write the manifest of day `number`, with what it lists; each of a chain follows the last."""

    def write(number: int, kind: Kind, chain: str, *listed: objects.Kept) -> Manifest:
        at = MORNING + timedelta(days=number)
        return lay(place, tmp_path, number, kind, at, chain=chain, listed=listed)

    return write


def old(place: FolderPlace) -> list[str]:
    """The chains that would go after thirty days."""
    now = MORNING + timedelta(days=100)
    return [chain[0].chain for chain in keeping.too_old(Manifests(place), now, 30)]


def test_a_proof_that_nobody_of_ours_signed_lets_no_proven_chain_go(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    for number in range(3):
        write(number, "full", f"{number}")
    (tmp_path / "proof").write_bytes(sign(msgspec.structs.replace(PROOF, backup="0")))
    place.put("proofs/0.json", tmp_path / "proof")
    assert old(place) == ["1"]  # after the proven one, and before the newest
    forged = msgspec.structs.replace(PROOF, backup="1", key_id=keys.current().key_id)
    (tmp_path / "forged").write_bytes(msgspec.json.encode(forged))
    place.put("proofs/1.json", tmp_path / "forged")
    assert old(place) == ["1"]
    keys.create(tmp_path / "others")
    keys.load(tmp_path / "others")
    (tmp_path / "forged").write_bytes(sign(msgspec.structs.replace(PROOF, backup="1")))
    keys.load(tmp_path / "keys")
    place.put("proofs/1.json", tmp_path / "forged")
    assert old(place) == ["1"]


def test_no_other_file_takes_the_place_of_a_proof(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    for number in range(3):
        write(number, "full", f"{number}")
    for number in ("0", "1"):
        (tmp_path / "proof").write_bytes(sign(msgspec.structs.replace(PROOF, backup=number)))
        place.put(f"proofs/{number}.json", tmp_path / "proof")
    assert old(place) == ["0"]
    forged = msgspec.structs.replace(PROOF, backup="1", signature="AAAA")
    (tmp_path / "forged").write_bytes(msgspec.json.encode(forged))
    place.put("proofs/later.json", tmp_path / "forged")
    assert old(place) == ["0"]


def test_a_proof_looks_for_objects_in_its_own_backup_alone(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    first, second = (
        objects.Kept("evidence", f"unit/photo-{digit * 64}", digit * 64, 1, "", "")
        for digit in "ab"
    )
    proven = write(0, "full", "0", first)
    write(1, "point", "0", second)
    manifests = Manifests(place)
    back = Bringing(place, DataFolder(tmp_path / "new"), lambda _text: None)
    assert set(back._objects(manifests, [proven]).values()) == {first, second}
    taker: Any = SimpleNamespace(place=place, say=lambda _text: None)
    proof = proving.bringing_for(taker, tmp_path / "proof")
    assert set(proof._objects(manifests, [proven]).values()) == {first}


def test_a_proof_misses_bytes_that_got_a_receipt_and_wait_for_their_act() -> None:
    proving.require([], set())
    proving.require(["a" * 64], {"a" * 64, "b" * 64})
    with pytest.raises(Failure, match=f"not in it: 1, such as {'c' * 64}"):
        proving.require(["a" * 64, "c" * 64], {"a" * 64})


def test_a_chain_ends_after_some_thousand_points() -> None:
    newest = SimpleNamespace(kind="point", timeline=1, epoch="e")
    full = SimpleNamespace(kind="full")
    line = [full, *[newest] * 2999]
    taker: Any = SimpleNamespace(manifests=SimpleNamespace(newest=newest, line=lambda _one: line))
    now: Any = newest
    assert Taker._base(taker, now) is full
    line.append(newest)
    assert Taker._base(taker, now) is None
