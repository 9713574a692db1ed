"""A certificate file may ask for so much work and no more, and whatever it asks for stops nobody else."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.core.errors import Unavailable
from backend.documents.signing import pkcs12_bounds, pkcs12_opening
from backend.documents.signing.errors import (
    CertificateFileBad,
    CertificateFileHeavy,
    PassphraseWrong,
)
from backend.documents.signing.pkcs12_bounds import Heavy
from tests.support.heavy_files import PASSPHRASE, file_of, hidden_bag, with_iterations
from tests.support.sampling import examples


def test_files_of_the_trade_open() -> None:
    for rounds in (1, 2048, 600_000):
        opened = pkcs12_opening.open_file(file_of(rounds), PASSPHRASE)
        assert opened.key[:1] == opened.certificate[:1] == b"\x30"
    old = file_of(2048, old=True)
    assert pkcs12_opening.open_file(old, PASSPHRASE).certificate
    with pytest.raises(PassphraseWrong):
        pkcs12_opening.open_file(old, "sai")


@pytest.mark.parametrize("where", ["mac", "certificates", "key"])
def test_twenty_million_iterations_are_refused_before_one_of_them_is_run(where: str) -> None:
    heavy = with_iterations(20_000_000, where)
    began = time.process_time()
    with pytest.raises(Heavy, match="iterations"):
        pkcs12_bounds.check(heavy)
    assert time.process_time() - began < 1
    with pytest.raises(CertificateFileHeavy):
        pkcs12_opening.open_file(heavy, PASSPHRASE)


def test_many_parts_that_are_each_within_the_bound_are_not_so_together() -> None:
    with pytest.raises(Heavy, match="iterations"):
        pkcs12_bounds.check(file_of(1_000_000))


@pytest.mark.long
def test_what_is_hidden_inside_an_encrypted_part_ends_with_the_child_s_time() -> None:
    hidden = hidden_bag(60_000_000)
    pkcs12_bounds.check(hidden)  # it cannot be seen from outside
    with pytest.raises(CertificateFileHeavy):
        pkcs12_opening.open_file(hidden, PASSPHRASE)


@settings(max_examples=examples(60))
@given(st.binary(max_size=400), st.integers(0, 900), st.integers(0, 255))
def test_nonsense_is_no_certificate_file_and_breaks_nothing(
    junk: bytes, at: int, byte: int
) -> None:
    whole = bytearray(file_of(1))
    whole[at % len(whole)] = byte
    for data in (junk, bytes(whole), bytes(whole[: at % len(whole)])):
        with contextlib.suppress(
            Heavy, ValueError, TypeError, KeyError, AttributeError, IndexError
        ):
            pkcs12_bounds.check(data)


def test_no_file_at_all_is_told_as_such() -> None:
    for data in (b"", b"\x30\x00", b"not a file" * 20):
        with pytest.raises(CertificateFileBad):
            pkcs12_opening.open_file(data, PASSPHRASE)


def test_a_fault_of_ours_is_not_told_as_one_of_the_officer_s_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pkcs12_opening, "_ROOT", "/")  # where the child's module is not found
    with pytest.raises(Unavailable):
        pkcs12_opening.open_file(file_of(1), PASSPHRASE)
