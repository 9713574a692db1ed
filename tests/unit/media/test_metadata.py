"""What a file says of itself is read where it is well formed, and harms nothing where it is not."""

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from media import c2pa, exif, metadata, xmp
from tests.support import pictures

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:e="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
 xmlns:i="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmp:CreatorTool="Trình sửa ảnh 5" xmp:CreateDate="2026-11-24T09:30:00.12+07:00" xmpMM:DocumentID="xmp.did:7"
 i:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia">
<xmp:ModifyDate>2026-11-24T10:00</xmp:ModifyDate><xmp:MetadataDate>hôm qua</xmp:MetadataDate>
<xmpMM:History><rdf:Seq><rdf:li e:action="saved" e:softwareAgent="Trình A"/>
<rdf:li rdf:parseType="Resource"><e:softwareAgent>Trình B</e:softwareAgent></rdf:li><rdf:li e:action="saved"/>
</rdf:Seq></xmpMM:History></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()
SAID = {
    "creator_tool": "Trình sửa ảnh 5",
    "created_at": "2026-11-24T09:30:00.12+07:00",
    "changed_at": "2026-11-24T10:00",
    "document_id": "xmp.did:7",
    "digital_source": "trainedAlgorithmicMedia",
    "history_steps": 3,
    "history_tools": ["Trình A", "Trình B"],
}


def test_a_packets_basics_are_read_as_attributes_and_as_elements() -> None:
    assert xmp.read(PACKET) == SAID
    assert xmp.read(PACKET + b" " * 2000 + b"\0\0") == SAID
    assert xmp.read(PACKET.decode().encode("utf-16")) == SAID


@pytest.mark.parametrize("packet", [None, b"", b"\0\0 \n", 7])
def test_no_packet_says_nothing(packet: object) -> None:
    assert xmp.read(packet) == {}


BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]><x>&j;</x>""" % b"".join(
    b'<!ENTITY %c "%s">' % (name, (b"&%c;" % (name - 1)) * 10) for name in b"bcdefghij"
)


@pytest.mark.parametrize(
    ("packet", "why"),
    [
        (BOMB, "damaged"),
        (b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>', "damaged"),
        (b'<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><x/>', "damaged"),
        (b"<x>", "damaged"),
        (b"rubbish", "damaged"),
        (b"<a>" * 90_000, "too_large"),
    ],
)
def test_a_hostile_packet_is_refused_and_says_so(packet: bytes, why: str) -> None:
    assert xmp.read(packet) == {"unreadable": why}


def test_a_deep_packet_costs_nothing() -> None:
    assert xmp.read(b"<a>" * 30_000 + b"</a>" * 30_000) == {}


def exif_of(gps: dict[int, object]) -> dict[str, object]:
    block = Image.Exif()
    block.get_ifd(0x8825).update(gps)
    image = Image.open(io.BytesIO(pictures.as_jpeg(pictures.upright(), exif=block.tobytes())))
    return exif.read(image)


NAN = IFDRational(0, 0)
"""As Android writes a place that it took out."""
WHERE = {1: "N", 2: (21.0, 1.0, 42.6), 3: "E", 4: (105.0, 51.0, 15.12), 5: b"\0", 6: 12.5}


def test_a_place_is_read_with_its_altitude() -> None:
    found = exif_of(WHERE)
    assert found["latitude_e7"] == pytest.approx(210285000, abs=2)
    assert found["longitude_e7"] == pytest.approx(1058542000, abs=2)
    assert found["altitude_mm"] == 12500


@pytest.mark.parametrize(
    "changed",
    [
        {2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)},
        {2: (NAN, NAN, NAN), 4: (NAN, NAN, NAN)},
        {2: (NAN, 0.0, 0.0)},
        {2: (91.0, 0.0, 0.0)},
        {1: "X"},
        {1: ""},
    ],
)
def test_zeros_nan_and_half_a_place_are_no_place(changed: dict[int, object]) -> None:
    assert not {"latitude_e7", "longitude_e7", "altitude_mm"} & exif_of(WHERE | changed).keys()


def test_a_place_on_the_equator_is_one() -> None:
    assert exif_of(WHERE | {2: (0.0, 0.0, 0.0)})["latitude_e7"] == 0


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def superbox(letters: bytes, label: bytes, content: bytes) -> bytes:
    uuid = letters + bytes.fromhex("00110010800000aa00389b71")
    return box(b"jumb", box(b"jumd", uuid + b"\x03" + label + b"\0") + content)


def store(claim: bytes) -> bytes:
    """A manifest store: an older manifest, then the active one, whose claim this is."""
    old = superbox(b"c2cl", b"c2pa.claim", box(b"cbor", b"\xa1\x6fclaim_generator\x63old"))
    new = superbox(b"c2as", b"c2pa.assertions", box(b"json", b'{"claim_generator": 1}'))
    new += superbox(b"c2cl", b"c2pa.claim.v2", box(b"cbor", claim))
    manifests = superbox(b"c2ma", b"urn:c2pa:1", old) + superbox(b"c2ma", b"urn:c2pa:2", new)
    return superbox(b"c2pa", b"c2pa", manifests)


VERSION_1 = b"\xa1\x6fclaim_generator\x78\x19Maker/1.0 with some words"
VERSION_2 = b"\xa1\x74claim_generator_info\xa1\x64name\x67Maker 2"
LONG = b"\xa2\x63pad\x59\x20\x00" + bytes(0x2000) + VERSION_1[1:]


def in_jpeg(data: bytes, piece: int = 700) -> bytes:
    """APP11 segments after the beginning; each later one repeats the box's header."""
    plain = pictures.jpeg()
    segments = b""
    for number, start in enumerate(range(8, len(data), piece), 1):
        body = b"JP" + struct.pack(">HI", 1, number) + data[:8] + data[start : start + piece]
        segments += b"\xff\xeb" + struct.pack(">H", len(body) + 2) + body
    return plain[:2] + segments + plain[2:]


def in_png(data: bytes) -> bytes:
    plain = pictures.encoded("PNG")
    chunk = struct.pack(">I4s", len(data), b"caBX") + data + bytes(4)
    return plain[:33] + chunk + plain[33:]


def in_webp(data: bytes) -> bytes:
    plain = pictures.encoded("WEBP")
    chunk = b"C2PA" + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
    return plain[:4] + struct.pack("<I", len(plain) - 8 + len(chunk)) + plain[8:] + chunk


def in_heic(data: bytes) -> bytes:
    uuid = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(
        b"uuid", uuid + bytes(4) + b"manifest\0" + bytes(8) + data
    )


CONTAINERS = {
    "image/jpeg": in_jpeg,
    "image/png": in_png,
    "image/webp": in_webp,
    "image/heic": in_heic,
}


@pytest.mark.parametrize("kind", CONTAINERS)
@pytest.mark.parametrize(
    ("claim", "generator"),
    [
        (VERSION_1, "Maker/1.0 with some words"),
        (VERSION_2, "Maker 2"),
        (LONG, "Maker/1.0 with some words"),
        (b"\xa0", None),
        (b"\xa1\x6fclaim_generator\x18\x19", None),
    ],
)
def test_a_manifest_is_found_and_who_made_it(
    tmp_path: Path, kind: str, claim: bytes, generator: str | None
) -> None:
    path = tmp_path / "picture"
    path.write_bytes(CONTAINERS[kind](store(claim)))
    said = {} if generator is None else {"claim_generator": generator}
    assert c2pa.look(path, kind) == {"present": True} | said


@pytest.mark.parametrize("kind", CONTAINERS)
def test_other_boxes_are_no_manifest(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "picture"
    for other in (superbox(b"json", b"other", b""), box(b"free", b"x" * 60), b"", b"c2pa" * 9):
        path.write_bytes(CONTAINERS[kind](other or bytes(9)))
        assert c2pa.look(path, kind) == {"present": False}


@given(data=st.data(), kind=st.sampled_from(sorted(CONTAINERS)))
def test_a_damaged_container_is_looked_through_without_harm(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, kind: str
) -> None:
    whole = bytearray(CONTAINERS[kind](store(VERSION_1)))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, min(2000, len(whole) - 1)))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    path = tmp_path_factory.getbasetemp() / "damaged-c2pa"
    path.write_bytes(whole[:cut] if data.draw(st.booleans()) else whole)
    assert c2pa.look(path, kind)["present"] in (True, False)


@given(st.binary(max_size=400))
def test_any_bytes_for_a_packet_do_no_harm(packet: bytes) -> None:
    assert set(xmp.read(packet)) <= {"unreadable"}


def test_all_is_told_with_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    whole = pictures.as_jpeg(
        pictures.upright(), xmp=PACKET, exif=pictures.exif_block(position=(21.0, 105.0))
    )
    path.write_bytes(whole)
    with Image.open(path) as image:
        found = metadata.read(image, path, "image/jpeg")
    assert found.keys() == metadata.nothing().keys() == {"exif", "xmp", "c2pa"}
    assert found["xmp"] == SAID
    assert found["exif"]["make"] == "Test camera"
    assert found["c2pa"] == {"present": False}
    assert metadata.READER == "hientruong-metadata/2"
