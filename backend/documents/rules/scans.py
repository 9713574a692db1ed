"""Whether a file may be a scan, judged by its bytes alone.

Nothing is decoded, and a PDF is never parsed. A scan is a complete PDF or JPEG of at most 20 MB. A
file that was cut off while scanning or sending is refused immediately, when the paper can still be
scanned again.
"""

from typing import Literal

MOST_BYTES = 20_000_000
PDF, JPEG = "application/pdf", "image/jpeg"
Fault = Literal["scan_empty", "scan_too_large", "scan_wrong_kind", "scan_truncated", "scan_no_page"]

_PDF_HEADS = (b"%PDF-1.", b"%PDF-2.")
_PDF_TAIL = 1024
"""ISO 32000-1 Annex H, note 18: readers look for %%EOF in the last 1,024 bytes."""
_STAND_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length (ITU-T T.81 Table B.1): TEM, RST0 to RST7."""
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, b"\xff\xd9"


def media_type(data: bytes) -> str | None:
    """Return PDF or JPEG by the first bytes, never by a file name or a sender's claim."""
    if data.startswith(_PDF_HEADS):
        return PDF
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    return None


def fault(data: bytes) -> Fault | None:
    """Return why these bytes cannot be a scan, or None.

    A PDF needs a stream: a picture of a sheet is stored in one (ISO 32000-1, 8.9.5).
    """
    if not data:
        return "scan_empty"
    if len(data) > MOST_BYTES:
        return "scan_too_large"
    kind = media_type(data)
    if kind is None:
        return "scan_wrong_kind"
    whole = b"%%EOF" in data[-_PDF_TAIL:] if kind == PDF else _jpeg_is_whole(data)
    if not whole:
        return "scan_truncated"
    return "scan_no_page" if kind == PDF and b"stream" not in data else None


def _jpeg_is_whole(data: bytes) -> bool:
    """Step over the segments to the picture's own data, and look for their end marker.

    Inside these data 0xFF is always followed by 0x00 or a restart (T.81 B.1.1.5). The marker found
    is therefore theirs, not that of a thumbnail in an earlier segment. What cameras append after
    the end does not matter.
    """
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes may precede a marker
            at += 1
        elif marker == _START_OF_SCAN:
            return data.find(_END_OF_IMAGE, at + 2) >= 0
        elif marker in _STAND_ALONE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return False
