"""The framing of rescue files: read piece by piece, and nothing taken for what it is not."""

import hashlib
from uuid import uuid4

import msgspec
import pytest

from backend.exchange.rescue.container import MAX_MANIFEST_BYTES, Reader
from backend.exchange.rescue.errors import RescueUnreadable
from tests.support.rescue import MAGIC, framed

_SAME = str(uuid4())
PHOTOS = (b"a" * 70_000, b"b", b"c" * 3)


def manifest(**changed: object) -> bytes:
    told = {
        "format": 1,
        "made_at": "2026-11-24T09:00:00Z",
        "device_id": str(uuid4()),
        "officer_id": str(uuid4()),
        "unit_id": None,
        "epoch": None,
        "acts": [{"anything": 1}],
        "photos": [
            {
                "photo_id": str(uuid4()),
                "record_id": str(uuid4()),
                "sha256": hashlib.sha256(data).hexdigest(),
                "size": len(data),
                "media_type": "image/jpeg",
            }
            for data in PHOTOS
        ],
    }
    return msgspec.json.encode(told | changed)


def read(plain: bytes, step: int) -> tuple[Reader, bytes]:
    kept = bytearray()
    reader = Reader(kept.extend)
    for start in range(0, len(plain), step):
        reader.write(plain[start : start + step])
    reader.end()
    return reader, bytes(kept)


@pytest.mark.parametrize("step", [1, 7, 31, 8192, 10**6])
def test_it_is_read_the_same_in_pieces_of_any_size(step: int) -> None:
    reader, kept = read(framed(manifest(), b"".join(PHOTOS)), step)
    assert reader.hashes == [hashlib.sha256(data).hexdigest() for data in PHOTOS]
    assert kept == b"".join(PHOTOS)


def test_a_file_without_photographs_is_whole_after_its_manifest() -> None:
    reader, kept = read(framed(manifest(photos=[])), 8192)
    assert (reader.hashes, kept) == ([], b"")


def test_what_a_newer_phone_says_besides_is_passed_over() -> None:
    read(framed(manifest(battery=7), b"".join(PHOTOS)), 8192)


def information(ident: str) -> dict[str, object]:
    return {"id": ident, "asked": {"nature": "tip"}, "signature": None}


def attachment(ident: str, **changed: object) -> dict[str, object]:
    whole = {"id": str(uuid4()), "information_id": ident, "sha256": "0" * 64, "size": 4}
    return whole | changed


def test_sealed_photographs_of_informations_follow_the_others() -> None:
    told = {"informations": [information(_SAME)], "attachments": [attachment(_SAME)]}
    reader, kept = read(framed(manifest(format=2, **told), b"".join(PHOTOS) + b"seal"), 7)
    assert kept == b"".join(PHOTOS) + b"seal"
    assert reader.manifest is not None
    assert [str(one.id) for one in reader.manifest.informations] == [_SAME]


def test_a_file_of_the_first_format_with_informations_is_refused_and_passes_none_over() -> None:
    told = {"informations": [information(_SAME)], "attachments": [attachment(_SAME)]}
    with pytest.raises(RescueUnreadable, match="format"):
        read(framed(manifest(**told), b"".join(PHOTOS)), 8192)


def entry(**changed: object) -> dict[str, object]:
    whole = {
        "photo_id": str(uuid4()),
        "record_id": str(uuid4()),
        "sha256": "0" * 64,
        "size": 1,
        "media_type": "image/jpeg",
    }
    return whole | changed


_ALL = b"".join(PHOTOS)
HOSTILE = {
    "nothing": b"",
    "another first line": framed(manifest(), _ALL).replace(b"rescue 1", b"rescue 2"),
    "a length that is no number": MAGIC + b"000000x000\n" + manifest(),
    "a length with a sign": MAGIC + b"-000000100\n" + manifest(),
    "a manifest of no bytes": MAGIC + b"0000000000\n",
    "a manifest larger than is taken": MAGIC
    + f"{MAX_MANIFEST_BYTES + 1:010}\n".encode()
    + b" " * 99,
    "a manifest longer than the file": MAGIC + b"0009999999\n" + manifest(),
    "no JSON": framed(b"{" * 100),
    "nested for ever": framed(b"[" * 100_000),
    "millions of acts that are none": framed(b'{"acts":[' + b"0," * 3_000_000 + b"0]}"),
    "another format": framed(manifest(format=3), _ALL),
    "an information twice": framed(
        manifest(format=2, informations=[information(_SAME), information(_SAME)]), _ALL
    ),
    "a sealed photograph of no information": framed(
        manifest(format=2, attachments=[attachment(_SAME)]), _ALL + b"seal"
    ),
    "a sealed photograph that is cut off": framed(
        manifest(format=2, informations=[information(_SAME)], attachments=[attachment(_SAME)]),
        _ALL + b"sea",
    ),
    "a sealed photograph larger than is taken": framed(
        manifest(
            format=2, informations=[information(_SAME)], attachments=[attachment(_SAME, size=10**9)]
        ),
        _ALL,
    ),
    "no acts": framed(manifest(acts=None), _ALL),
    "an officer who is no id": framed(manifest(officer_id="../../etc"), _ALL),
    "fewer bytes than it says": framed(manifest(), _ALL[:-1]),
    "more bytes than it says": framed(manifest(), _ALL + b"x"),
    "a photograph of no bytes": framed(manifest(photos=[entry(size=0)])),
    "a photograph of less than none": framed(manifest(photos=[entry(size=-1)])),
    "a size with a fraction": framed(manifest(photos=[entry(size=1.5)]), b"x"),
    "a photograph that says it is endless": framed(manifest(photos=[entry(size=2**53 - 1)]), b"x"),
    "a hash that is none": framed(manifest(photos=[entry(sha256="0" * 63)]), b"x"),
    "a media type with a line break": framed(manifest(photos=[entry(media_type="a\nb")]), b"x"),
    "a photograph twice": framed(
        manifest(photos=[entry(photo_id=_SAME), entry(photo_id=_SAME)]), b"xx"
    ),
}


@pytest.mark.parametrize("plain", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("step", [8192, 10**6])
def test_nothing_is_taken_for_what_it_is_not(plain: bytes, step: int) -> None:
    with pytest.raises(RescueUnreadable) as refused:
        read(plain, step)
    assert refused.value.problem_code == "rescue_malformed"
