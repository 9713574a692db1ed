"""Finds out what kind a file is from its first bytes, never from its name or from what its sender says.

Only the four kinds that phones make are known. A file of any other kind is kept as evidence and
marked `not_an_image`.
"""

HEAD_BYTES = 64
"""How much of a file sniff() wants to see."""

_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}


def sniff(head: bytes) -> str | None:
    """Return the media type of a JPEG, PNG, WebP or HEIC file, else None."""
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and _has_heic_brand(head):
        return "image/heic"
    return None


def _has_heic_brand(head: bytes) -> bool:
    """ISO/IEC 14496-12 §4.3: a major brand, a version, then compatible brands, four bytes each."""
    length = min(int.from_bytes(head[:4], "big"), len(head))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, length - 3, 4))]
    # AVIF files name mif1 as well, but the HEIC decoder cannot decode them.
    return not {b"avif", b"avis"} & set(brands) and bool(_HEIC_BRANDS & set(brands))
