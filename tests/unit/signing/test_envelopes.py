"""What stands around a signature and is signed by nobody cannot be changed unseen either."""

import io
import random
from pathlib import Path

import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader

from backend.signing.envelopes import is_exact
from tests.support.signing import Authority, authority
from tests.unit.signing.test_pades import signed, sound


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder: Path = tmp_path_factory.mktemp("pki")
    return authority(folder)


def container(pdf: bytes) -> tuple[int, bytes, bytes]:
    """Where the last signature's hex digits begin, its DER, and the zeros behind it."""
    last = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[-1]
    start, length, second, _ = (int(part) for part in last.byte_range)
    raw = bytes.fromhex(pdf[start + length + 1 : second - 1].decode())
    der = cms.ContentInfo.load(raw).dump()
    return start + length + 1, der, raw[len(der) :]


def unsigned_places(der: bytes) -> list[int]:
    """Every byte outside the certificates, which are checked by themselves, and the signed attributes."""
    data = cms.ContentInfo.load(der)["content"]
    covered = [each.chosen.dump() for each in data["certificates"]]
    covered.append(data["signer_infos"][0]["signed_attrs"].dump()[4:])
    spans = [range(at := der.index(part), at + len(part)) for part in covered]
    return [place for place in range(len(der)) if not any(place in span for span in spans)]


@pytest.mark.parametrize("stamps", [False, True])
async def test_no_byte_around_what_is_signed_can_be_changed_unseen(
    issuer: Authority, stamps: bool
) -> None:
    given = issuer.trust(stamps=stamps)
    data = (await signed(issuer, given)).data
    start, der, rest = container(data)
    assert is_exact(der)
    dice = random.Random(20261125)
    places = unsigned_places(der)
    assert len(places) > 300
    unseen = []
    for place in dice.sample(places, 60) if stamps else places:
        changed = bytearray(der)
        changed[place] ^= 1 << dice.randrange(8)
        digits = (bytes(changed) + rest).hex()
        if data[start : start + 2 * len(der)] != der.hex().encode():
            digits = digits.upper()
        pdf = data[:start] + digits.encode() + data[start + len(digits) :]
        if await sound(pdf, given):
            unseen.append((place, bytes(changed[place - 8 : place + 8]).hex()))
    assert unseen == []


@pytest.mark.parametrize("nonsense", [b"", b"0", b"\x30\x80", b"\x30\x03\x02\x01\x05", b"%PDF"])
def test_what_is_no_signature_is_not_exact(nonsense: bytes) -> None:
    assert not is_exact(nonsense)
