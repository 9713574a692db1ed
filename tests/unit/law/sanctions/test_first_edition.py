"""Orders without a book give what they always gave: results and hashes, byte for byte."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from schemas.law.sanctions import SanctionOrder
from tests.unit.casework.prefill import test_filling
from tests.unit.law.sanctions.test_golden import Case, of, reckon

PINNED: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("first_edition.json").read_text(encoding="utf-8")
)
"""By the name of a case of golden.json: the hash of its computation, and the first 16 digits of the
SHA-256 of its JSON. Written before later editions existed: never change a line."""


@pytest.mark.parametrize("case", of("amount"))
def test_a_computation_of_the_first_edition_keeps_its_hash_and_its_bytes(case: Case) -> None:
    told = reckon(case)
    whole = hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:16]
    assert [told.hash, whole] == PINNED[case["name"]]


def test_an_order_of_the_first_edition_is_written_as_before() -> None:
    written = msgspec.json.encode(test_filling.order())
    assert hashlib.sha256(written).hexdigest() == ORDER
    assert msgspec.json.decode(written, type=SanctionOrder) == test_filling.order()


ORDER = "2bca8ea5bfec5bfd3842df453a5ef01aeb3d79657dbe159032f7ae6d9a675a16"
"""SHA-256 of the JSON of the order in tests/unit/casework/prefill/test_filling.py."""
