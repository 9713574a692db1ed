"""A backup that somebody else made, with keys of his own, is not taken for ours."""

import asyncio
import io
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from backend.core import key_register, key_ring, keys
from backend.core.keys import Keys
from deploy import key_rotation
from deploy.backup import origin
from deploy.backup.choosing import Opened, open_keys
from deploy.backup.places import FolderPlace
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from tests.support.backups import Write


def made(folder: Path) -> Keys:
    """The keys of an installation."""
    keys.create(folder)
    return keys.load(folder)


def rotated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Its key after a rotation."""

    async def nothing(*_words: object) -> None:
        return None

    monkeypatch.setattr(key_rotation, "_record", nothing)
    monkeypatch.setattr(key_register, "refresh", nothing)
    how = {"reason": "yearly", "said_by": "An", "secrets": False, "wait": 0.0}
    asyncio.run(key_rotation.rotate(folder, "", **how))  # type: ignore[arg-type]  # of many types
    return keys.load(folder).key_id


def declare_stolen(folder: Path, key_id: str) -> None:
    """As the command enters it into the folder."""
    said = keys.current().state(
        key_id=key_id,
        use="receipt",
        event="stolen",
        public_key="",
        at="2026-11-26T00:00:00Z",
        reason="a burglary",
        said_by="An",
    )
    key_ring.write(folder, [*key_ring.read(folder), said])


def test_the_key_that_the_operator_kept_leads_to_the_one_that_followed_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(tmp_path / "keys").key_id
    origin.check(tmp_path / "keys", first)
    assert rotated(tmp_path / "keys", monkeypatch) != first
    assert rotated(tmp_path / "keys", monkeypatch) != first
    origin.check(tmp_path / "keys", first)


def test_keys_of_another_that_claim_ours_in_their_ring_are_refused(tmp_path: Path) -> None:
    ours = made(tmp_path / "keys")
    theirs = made(tmp_path / "theirs")
    claimed = theirs.state(
        key_id=theirs.key_id,
        use="receipt",
        event="made",
        public_key=theirs.jwk,
        at="2026-11-26T00:00:00Z",
        reason="planned rotation",
        said_by="An",
    )
    said = [*key_ring.read(tmp_path / "keys"), *key_ring.read(tmp_path / "theirs"), claimed]
    key_ring.write(tmp_path / "theirs", said)
    with pytest.raises(Failure, match="nothing of it was started"):
        origin.check(tmp_path / "theirs", ours.key_id)


def test_a_key_that_was_stolen_and_one_before_it_vouch_for_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "keys"
    first = made(folder).key_id
    stolen = rotated(folder, monkeypatch)
    now = rotated(folder, monkeypatch)
    declare_stolen(folder, stolen)
    for known in (first, stolen):
        with pytest.raises(Failure, match=f"the key {stolen} counts as stolen from 2026-11-26"):
            origin.check(folder, known)
    origin.check(folder, now)
    origin.check(folder, rotated(folder, monkeypatch))
    origin.check(folder, now)
    origin.check(folder, None, is_trusted=True)


def test_keys_of_an_older_backup_that_know_of_no_theft_are_no_way_around_it(
    place: FolderPlace, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stolen = keys.current().key_id
    older, newer = write(0, "full"), write(1, "full")
    shutil.copytree(tmp_path / "keys", tmp_path / "0")
    now = rotated(tmp_path / "keys", monkeypatch)
    declare_stolen(tmp_path / "keys", stolen)
    (tmp_path / "keys").rename(tmp_path / "1")
    new = DataFolder(tmp_path / "new")
    bringing: Any = SimpleNamespace(
        folder=new, say=print, drop_secrets=lambda: shutil.rmtree(new.keys)
    )

    def restore(known: str) -> Opened:
        return open_keys(
            bringing,
            [newer, older],
            lambda manifest: shutil.copytree(tmp_path / manifest.id, new.keys),
            lambda: origin.check(new.keys, known),
        )

    with pytest.raises(Failure, match="counts as stolen"):
        restore(stolen)
    shutil.rmtree(new.keys)
    assert restore(now).by == newer
    del place


class Terminal(io.StringIO):
    """Somebody sits at it, and types this."""

    def isatty(self) -> bool:
        return True


def test_without_a_key_to_compare_nothing_is_started_where_nobody_can_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has = made(tmp_path / "keys").key_id
    for nobody in (io.StringIO(), io.StringIO("y\n")):
        monkeypatch.setattr(sys, "stdin", nobody)
        with pytest.raises(Failure, match="name --key KEY_ID") as told:
            origin.check(tmp_path / "keys", None)
        assert told.value.exit_code == 1
        assert has in told.value.en  # said which one it is
    origin.check(tmp_path / "keys", None, is_trusted=True)


def test_somebody_at_a_terminal_is_asked_whose_key_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    has = made(tmp_path / "keys").key_id
    for answer in ("", "\n", "n\n", "what\n"):
        monkeypatch.setattr(sys, "stdin", Terminal(answer))
        with pytest.raises(Failure, match="nothing of it was started"):
            origin.check(tmp_path / "keys", None)
        assert has in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", Terminal("có\n"))
    origin.check(tmp_path / "keys", None)


def test_a_word_of_trust_overrules_no_key_that_was_named(tmp_path: Path) -> None:
    made(tmp_path / "keys")
    with pytest.raises(Failure, match="nothing of it was started"):
        origin.check(tmp_path / "keys", "0" * 16, is_trusted=True)
