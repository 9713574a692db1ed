"""The code on a citizen's receipt: easy to type, and a slip of the pen is no other report."""

import hashlib

from backend.documents.rules.signing import ALPHABET
from backend.intake.rules import receipts


def codes() -> list[str]:
    return [receipts.code_of(hashlib.sha256(bytes([n])).digest()) for n in range(40)]


def test_a_code_has_three_groups_of_four_and_is_read_however_it_is_typed() -> None:
    for code in codes():
        assert [len(group) for group in code.split("-")] == [4, 4, 4]
        assert receipts.read(code) == code
        assert receipts.read(code.lower().replace("-", " ")) == code
        assert receipts.read(code.replace("1", "l").replace("0", "o")) == code


def test_one_wrong_letter_is_always_found() -> None:
    for code in codes()[:5]:
        letters = code.replace("-", "")
        for at in range(receipts.LETTERS):
            for letter in set(ALPHABET) - {letters[at]}:
                assert receipts.read(letters[:at] + letter + letters[at + 1 :]) is None


def test_two_neighbours_that_were_exchanged_are_found_unless_they_are_0_and_z() -> None:
    for code in codes():
        letters = code.replace("-", "")
        for at in range(receipts.LETTERS - 1):
            pair = letters[at : at + 2]
            if pair[0] != pair[1] and set(pair) != {"0", "Z"}:
                assert receipts.read(letters[:at] + pair[::-1] + letters[at + 2 :]) is None


def test_what_cannot_be_a_code_is_none() -> None:
    for typed in ("", "x", "U" * 12, "0" * 11, "0" * 13, "é" * 12, "0" * 300):
        assert receipts.read(typed) is None
