"""A place to which somebody else can write, or whose disk fails, gives back all that is whole in it."""

import gzip
import json
import shutil
from pathlib import Path

import pytest

from tests.integration.deploy.backed_up import System
from tests.integration.deploy.running import command

pytestmark = [pytest.mark.slow, pytest.mark.long]


def an_original(place: Path) -> Path:
    """The file of one photograph in the place."""
    with gzip.open(min((place / "lists").iterdir()), "rt") as lines:
        kept = [json.loads(line) for line in lines]
    sha256 = next(one[2] for one in kept if one[0] == "evidence" and one[1].endswith(one[2]))
    return place / "objects" / sha256[:2] / sha256


def test_without_one_photograph_everything_else_comes_back_and_it_is_named(
    system: System, tmp_path: Path
) -> None:
    shutil.copytree(system.backups, tmp_path / "b")
    lost = an_original(tmp_path / "b")
    lost.unlink()
    new = tmp_path / "mới"
    refused = system.restore(tmp_path / "b", new)
    assert refused.returncode == 1
    assert lost.name in refused.stderr
    assert "--despite-damage" in refused.stderr
    assert not list(new.iterdir())
    back = system.restore(tmp_path / "b", new, "--despite-damage")
    assert back.returncode == 1, back.stdout + back.stderr
    assert f"DAMAGED OR GONE: objects/{lost.name[:2]}/{lost.name}" in back.stdout
    verified = command("verify", "--data-dir", new)
    assert "is gone from the store" in verified.stdout
    assert " 0 entries" not in verified.stdout


def test_what_was_damaged_in_the_place_is_copied_again(system: System, tmp_path: Path) -> None:
    shutil.copytree(system.backups, tmp_path / "b")
    lost = an_original(tmp_path / "b")
    right = lost.read_bytes()
    lost.unlink()
    again = system.backup(to=tmp_path / "b")
    assert again.returncode == 0, again.stdout + again.stderr
    assert lost.read_bytes() == right
    lost.write_bytes(right[:-1] + bytes([right[-1] ^ 1]))
    whole = system.backup("--full", to=tmp_path / "b")
    assert whole.returncode == 0, whole.stdout + whole.stderr
    assert lost.read_bytes() == right


def test_past_a_manifest_of_nobody_ours_is_brought_back_and_it_is_said(
    system: System, tmp_path: Path
) -> None:
    shutil.copytree(system.backups, tmp_path / "b")
    ours = max((tmp_path / "b" / "manifests").iterdir())
    forged = json.loads(ours.read_text()) | {"id": "20991231T000000.000000Z", "signature": "AAAA"}
    (ours.parent / f"{forged['id']}.json").write_text(json.dumps(forged))
    (ours.parent / "20991231T010000.000000Z.json").write_bytes(ours.read_bytes()[:-100])
    back = system.restore(tmp_path / "b", tmp_path / "mới")
    assert back.returncode == 0, back.stdout + back.stderr
    assert f"backup {ours.stem}: " in back.stdout
    assert "2 newer ones are passed over, which no key of ours signed" in back.stdout
    assert forged["id"] in back.stdout
