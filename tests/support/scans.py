"""Scans for tests: a PDF and a JPEG as from a scanner, and many files that are neither."""

import random

from tests.support import pictures
from tests.support.signing import paper


def pdf(seed: int = 0) -> bytes:
    """A complete PDF, different for each seed."""
    return paper() + b"\n%%%d\n%%%%EOF\n" % seed


def jpeg(seed: int = 0) -> bytes:
    """A complete JPEG, different for each seed."""
    return pictures.jpeg(size=(120 + seed, 160))


def hostile() -> dict[str, bytes]:
    """Files with the name of a scan that are not scans."""
    return {
        "a page": b"<!doctype html><script>alert(1)</script>",
        "a page that names itself PDF": b"<html>%PDF-1.7 %%EOF</html>",
        "a picture of lines": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "an archive": b"PK\x03\x04" + bytes(100),
        "a program": b"MZ" + bytes(100),
        "a PNG": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "noise": random.Random(9).randbytes(5000),
        "text": "Quyết định số 12".encode(),
    }
