"""What stands around a signature and is signed by nobody cannot be changed unseen either."""

import io
import random
from pathlib import Path

import pytest
from asn1crypto import cms, core, x509
from pyhanko.pdf_utils.reader import PdfFileReader

from backend.documents.signing.envelopes import is_exact
from tests.support.signing import Authority, authority
from tests.unit.documents.signing.test_pades import signed, sound


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


@pytest.mark.long
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


def longer(der: bytes, at: int) -> bytes:
    """The same value, the length of the part at this place in a longer form, all lengths around it corrected."""

    def again(data: bytes, base: int) -> bytes:
        made, place = b"", 0
        while place < len(data):
            first = data[place + 1]
            octets = first & 0x7F if first & 0x80 else 0
            head = 2 + octets
            size = int.from_bytes(data[place + 2 : place + head], "big") if octets else first
            inner = data[place + head : place + head + size]
            if data[place] & 0x20:
                inner = again(inner, base + place + head)
            count = (
                b""
                if len(inner) < 128
                else len(inner).to_bytes((len(inner).bit_length() + 7) // 8, "big")
            )
            if base + place == at:
                count = b"\x00" + (count or bytes([len(inner)]))
            length = bytes([0x80 | len(count)]) + count if count else bytes([len(inner)])
            made += data[place : place + 1] + length + inner
            place += head + size
        return made

    return again(der, 0)


def places_of_parts(der: bytes) -> list[int]:
    """Where each value begins that is not inside a primitive one."""
    found: list[int] = []

    def walk(data: bytes, base: int) -> None:
        place = 0
        while place < len(data):
            found.append(base + place)
            first = data[place + 1]
            octets = first & 0x7F if first & 0x80 else 0
            head = 2 + octets
            size = int.from_bytes(data[place + 2 : place + head], "big") if octets else first
            if data[place] & 0x20:
                walk(data[place + head : place + head + size], base + place + head)
            place += head + size

    walk(der, 0)
    return found


@pytest.mark.parametrize("stamps", [False, True])
async def test_no_length_may_be_written_in_a_longer_form(issuer: Authority, stamps: bool) -> None:
    _, der, _ = container((await signed(issuer, issuer.trust(stamps=stamps))).data)
    parts = places_of_parts(der)
    assert len(parts) > 100
    assert longer(der, -1) == der
    for at in parts:
        changed = longer(der, at)
        assert changed != der
        assert not is_exact(changed), at


async def test_nothing_that_no_verifier_reads_may_be_added(issuer: Authority) -> None:
    _, der, _ = container((await signed(issuer, issuer.trust(stamps=False))).data)
    assert is_exact(der)
    with_list = cms.ContentInfo.load(der)
    with_list["content"]["crls"] = [cms.RevocationInfoChoice("crl", issuer.trust().crls[0])]
    noted = cms.ContentInfo.load(der)
    [signer] = noted["content"]["signer_infos"]
    attribute = cms.CMSAttribute({"type": "1.2.3.4.5", "values": [core.Null()]})
    signer["unsigned_attrs"] = cms.CMSAttributes([attribute])
    named = cms.ContentInfo.load(der)
    [signer] = named["content"]["signer_infos"]
    serial = signer["sid"].chosen["serial_number"].native
    name = signer["sid"].chosen["issuer"].dump()
    letter = name.rindex(b"T")
    other = x509.Name.load(
        name[:letter] + b"t" + name[letter + 1 :]
    )  # equal, as names are compared
    signer["sid"] = cms.SignerIdentifier(
        "issuer_and_serial_number",
        cms.IssuerAndSerialNumber({"issuer": other, "serial_number": serial}),
    )
    for changed in (with_list, noted, named):
        assert changed.dump(force=True) != der
        assert not is_exact(changed.dump(force=True))


@pytest.mark.parametrize("nonsense", [b"", b"0", b"\x30\x80", b"\x30\x03\x02\x01\x05", b"%PDF"])
def test_what_is_no_signature_is_not_exact(nonsense: bytes) -> None:
    assert not is_exact(nonsense)
