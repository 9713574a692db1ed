"""A key that was declared stolen vouches for nothing that is dated from its day on."""

from datetime import timedelta

import msgspec
import pytest

from backend.core import keys
from deploy.backup.manifest import Manifests, Proof, is_signed_by, sign
from deploy.backup.places import FolderPlace
from deploy.failures import Failure
from tests.support.backups import MORNING, Write


@pytest.mark.parametrize("hours", [-1, 0, 1], ids=["an hour before", "then", "an hour after"])
def test_a_key_that_counts_as_stolen_vouches_for_no_later_backup_and_no_later_proof(
    place: FolderPlace, write: Write, hours: int
) -> None:
    manifest = write(0, "full")
    proof = Proof(
        backup="0",
        proven_at=manifest.at,
        through=manifest.through,
        entries=0,
        objects=0,
        seconds=1,
    )
    signed = msgspec.json.decode(sign(proof), type=Proof)
    mine = keys.current()
    mine.ring.stolen[mine.key_id] = MORNING - timedelta(hours=hours)
    assert is_signed_by(signed, mine.public) is (hours < 0)
    if hours < 0:
        Manifests(place).check(manifest, mine.public)
        return
    with pytest.raises(Failure, match=r"counts as stolen from .*; use a backup from before"):
        Manifests(place).check(manifest, mine.public)
