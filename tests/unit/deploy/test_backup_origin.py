"""A backup that somebody else made, with keys of his own, is not taken for ours."""

import asyncio
from pathlib import Path

import pytest

from backend import key_ring, keys
from backend.key_register import service as register
from backend.keys import Keys
from deploy import key_rotation
from deploy.backup import origin
from deploy.failures import Failure


def made(folder: Path) -> Keys:
    """The keys of an installation."""
    keys.create(folder)
    return keys.load(folder)


def rotated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Its key after a rotation."""

    async def nothing(*_words: object) -> None:
        return None

    monkeypatch.setattr(key_rotation, "_record", nothing)
    monkeypatch.setattr(register, "refresh", nothing)
    how = {"reason": "yearly", "said_by": "An", "secrets": False, "wait": 0.0}
    asyncio.run(key_rotation.rotate(folder, "", **how))  # type: ignore[arg-type]  # of many types
    return keys.load(folder).key_id


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


def test_without_a_key_to_compare_it_is_said_which_one_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    has = made(tmp_path / "keys").key_id
    origin.check(tmp_path / "keys", None)
    assert has in capsys.readouterr().err
