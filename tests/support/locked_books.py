"""Files that offices send in place of a workbook: one behind a password, and an OpenDocument spreadsheet.

They are made as their specifications say, from an honest workbook: [MS-OFFCRYPTO] 2.3.4 (standard encryption) inside a
compound file of [MS-CFB], and OpenDocument 1.3 Parts 2 and 3.
"""

import hashlib
import io
import struct
import zipfile

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SPINS = 50_000
_AES_128, _SHA_1, _PROVIDER = 0x660E, 0x8004, 0x18


def behind_a_password(book: bytes, password: str) -> bytes:
    """Return the workbook as Excel 2007 keeps it behind a password."""
    salt = bytes(range(16))
    key, verifier = _key(password, salt), b"hientruong-tests"
    name = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    header = struct.pack("<8I", 0x24, 0, _AES_128, _SHA_1, 128, _PROVIDER, 0, 0) + name
    proof = hashlib.sha1(verifier).digest().ljust(32, b"\0")  # noqa: S324 - what the format asks for
    info = (
        struct.pack("<HHII", 3, 2, 0x24, len(header))
        + header
        + struct.pack("<I", 16)
        + salt
        + _locked(key, verifier)
        + struct.pack("<I", 20)
        + _locked(key, proof)
    )
    package = struct.pack("<Q", len(book)) + _locked(key, book + bytes(-len(book) % 16))
    return compound_file({"EncryptionInfo": info, "EncryptedPackage": package})


def open_document(said: str) -> bytes:
    """Return an OpenDocument spreadsheet (.ods) with one cell."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0" '
        f'xmlns:text="{office}text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        '<table:table table:name="So"><table:table-row><table:table-cell office:value-type="string">'
        f"<text:p>{said}</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    manifest = (
        f'<manifest:manifest xmlns:manifest="{office}manifest:1.0" manifest:version="1.3">'
        f"{entry.format('/', kind)}{entry.format('content.xml', 'text/xml')}</manifest:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "mimetype", kind, zipfile.ZIP_STORED
        )  # first and not compressed (Part 2, 3.3)
        made.writestr("content.xml", content)
        made.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def compound_file(streams: dict[str, bytes]) -> bytes:
    """Return a compound file of these streams, version 3; all tables in one sector of FAT (64 kB)."""
    sectors: list[bytes] = []
    chain: list[int] = []

    def kept(data: bytes) -> int:
        """Put data into sectors of their own; return the first, or the mark of none."""
        if not data:
            return _END
        first = len(sectors)
        pieces = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)]
        sectors.extend(one.ljust(_SECTOR, b"\0") for one in pieces)
        chain.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    small, small_chain = b"", list[int]()
    entries: list[tuple[str, int, int, int]] = []
    for name, data in streams.items():
        if len(data) >= _CUTOFF:
            entries.append((name, 2, kept(data), len(data)))
            continue
        first = len(small_chain)
        count = -(-len(data) // _SMALL)
        entries.append((name, 2, first, len(data)))
        small += data.ljust(count * _SMALL, b"\0")
        small_chain += [*range(first + 1, first + count), _END]
    root = ("Root Entry", 5, kept(small), len(small))
    mini = kept(b"".join(struct.pack("<I", one) for one in small_chain))
    directory = kept(_directory([root, *entries]))
    chain.append(_FAT)
    table = b"".join(struct.pack("<I", one) for one in chain).ljust(_SECTOR, b"\xff")
    assert len(table) == _SECTOR, "too much for one sector of FAT"
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<6I", 0, 1, directory, 0, _CUTOFF, mini)
    header += struct.pack("<3I", -(-len(small_chain) * 4 // _SECTOR), _END, 0)
    header += struct.pack("<I", len(sectors)).ljust(436, b"\xff")
    return header + b"".join(sectors) + table


def _directory(entries: list[tuple[str, int, int, int]]) -> bytes:
    """Return the entries, the root first; the others hang in a line to the right, ordered by length and name."""
    made = b""
    for at, (name, kind, first, size) in enumerate(entries):
        right = at + 1 if 0 < at < len(entries) - 1 else _FREE
        child = 1 if at == 0 and len(entries) > 1 else _FREE
        letters = (name + "\0").encode("utf-16-le")
        made += letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
        made += (
            struct.pack("<3I", _FREE, right, child) + bytes(36) + struct.pack("<IQ", first, size)
        )
    return made


def _key(password: str, salt: bytes) -> bytes:
    found = hashlib.sha1(salt + password.encode("utf-16-le")).digest()  # noqa: S324 - as above
    for spin in range(_SPINS):
        found = hashlib.sha1(struct.pack("<I", spin) + found).digest()  # noqa: S324 - as above
    found = hashlib.sha1(found + bytes(4)).digest()  # noqa: S324 - as above
    padded = bytes(one ^ 0x36 for one in found.ljust(64, b"\0"))
    return hashlib.sha1(padded).digest()[:16]  # noqa: S324 - as above


def _locked(key: bytes, data: bytes) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305 - what the format asks for
    making = cipher.encryptor()
    return making.update(data) + making.finalize()
