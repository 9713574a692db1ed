import pytest

from media.sniff import sniff
from tests.support import pictures


def test_phones_formats_are_known_by_their_content() -> None:
    assert sniff(pictures.jpeg()) == "image/jpeg"
    assert sniff(pictures.encoded("PNG")) == "image/png"
    assert sniff(pictures.encoded("WEBP")) == "image/webp"
    assert sniff(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic") == "image/heic"
    assert sniff(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic") == "image/heic"


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\xff",
        b"GIF89a",
        b"%PDF-1.7",
        b"<html>",
        b"PK\x03\x04",
        b"RIFF\0\0\0\0WAVE",
        b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
        b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf",
    ],
)
def test_anything_else_is_not_an_image(head: bytes) -> None:
    assert sniff(head) is None
