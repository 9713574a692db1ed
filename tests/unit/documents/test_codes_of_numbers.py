"""The code that follows from the act that numbered a paper: the same on phone and server."""

import hashlib
import json

import segno

from backend.documents.rules import signing as rules
from tests.support.cases import FOLDER

ACT = hashlib.sha256(b"an act").digest()


def test_a_code_has_the_form_of_all_codes_and_140_bits_of_its_hash() -> None:
    code = rules.code_of_number(ACT)
    assert rules.read_code(code) == code
    bits = int.from_bytes(hashlib.sha256(b"hientruong/paper-code/1\n" + ACT).digest()) >> 116
    read = 0
    for letter in code.replace("-", ""):
        read = read * 32 + rules.ALPHABET.index(letter)
    assert read == bits


def test_codes_and_qr_codes_are_those_of_the_phone() -> None:
    table = json.loads((FOLDER / "codes.json").read_text(encoding="utf-8"))
    for case in table["codes"]:
        assert rules.code_of_number(bytes.fromhex(case["act_sha256"])) == case["code"]
    for case in table["qr"]:
        drawn = segno.make(
            case["text"],
            error="m",
            mask=case["mask"],
            boost_error=False,
            micro=False,
            mode="byte",
            encoding="utf-8",
        )
        assert ["".join(str(int(one)) for one in row) for row in drawn.matrix] == case["rows"]
