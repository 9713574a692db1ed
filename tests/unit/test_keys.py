"""The server's keys: made once, kept, and told to those who need their public halves."""

from pathlib import Path

import pyrage

from backend.core.keys import RESCUE_FILE, Keys, create


def test_a_new_installation_tells_phones_where_to_encrypt_a_rescue_file(tmp_path: Path) -> None:
    create(tmp_path)
    keys = Keys(tmp_path)
    [recipient] = [key.public_key for key in keys.public_keys() if key.use == "rescue"]
    assert isinstance(recipient, str)
    assert recipient.startswith("age1")
    sealed = pyrage.encrypt(b"bao tin", [pyrage.x25519.Recipient.from_str(recipient)])
    assert pyrage.decrypt(sealed, [keys.rescue_identity()]) == b"bao tin"


def test_the_rescue_key_stays_the_same_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    create(tmp_path)
    before = (tmp_path / RESCUE_FILE).read_bytes()
    create(tmp_path)
    assert (tmp_path / RESCUE_FILE).read_bytes() == before
    assert (tmp_path / RESCUE_FILE).stat().st_mode & 0o777 == 0o600


def test_an_installation_from_before_rescue_files_runs_on_without_their_key(tmp_path: Path) -> None:
    create(tmp_path)
    (tmp_path / RESCUE_FILE).unlink()
    keys = Keys(tmp_path)
    assert [key.use for key in keys.public_keys()] == ["receipt", "informants"]
    assert keys.rescue_identity() is None
