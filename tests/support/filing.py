"""Files as people file them in a case, hostile ones too, and sending them over the desk's own mount.

For example:

    desk = await Desk.of(app, people.an, people)
    file = await filing.keep(desk, case.id, "hoa-don.pdf", filing.pdf())
"""

import base64
import io
import random
import re
import zipfile
import zlib
from functools import partial
from typing import Any
from uuid import UUID

import httpx

from tests.support import pictures, scans
from tests.support.doors import Desk

MOUNT = "/desk/uploads"
OCTETS = "application/offset+octet-stream"
_WAITS = re.compile(r'href="/desk/cases/[^"]*/acts/sheets\.filed\?file=([0-9a-f-]{36})"')


def pdf(seed: int = 0) -> bytes:
    """A complete PDF of one page."""
    return scans.pdf(seed)


def with_objects(*objects: bytes) -> bytes:
    """A PDF that has these objects besides its page."""
    return pdf() + b"".join(b"\n%d 0 obj\n%s\nendobj" % x for x in enumerate(objects, 900)) + b"\n%%EOF\n"  # fmt: skip


def hidden(dictionary: bytes) -> bytes:
    """A PDF with a dictionary in an object stream (ISO 32000-1, 7.5.7), where a plain search finds nothing."""
    packed = zlib.compress(dictionary)
    head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return with_objects(head + packed + b"\nendstream")


def hidden_so(dictionary: bytes, times: int) -> bytes:
    """The same under a dictionary that misleads a search, packed so many times."""
    packed = b"900 0 <</S/JavaScript/JS(app.alert(1))>>"
    for _ in range(times):
        packed = zlib.compress(packed)
    return with_objects(dictionary + b"stream\n" + packed + b"\nendstream")


def archive(names: dict[str, bytes]) -> bytes:
    """A ZIP archive; an Office file if it has the parts of one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in names.items():
            made.writestr(name, data)
    return out.getvalue()


def word(*, macros: bool = False) -> bytes:
    """A Word file."""
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
    return archive(parts | ({"word/vbaProject.bin": b"VBA"} if macros else {}))


def encrypted_zip() -> bytes:
    """An archive whose directory says that its entry is encrypted (APPNOTE 4.4.4, bit 0)."""
    made = bytearray(archive({"a.txt": b"secret"}))
    made[made.index(b"PK\x03\x04") + 6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def bomb() -> bytes:
    """An archive of some 300 kB that unpacks to 300 MB."""
    return archive({"zeros": bytes(300_000_000)})


def wav() -> bytes:
    """A tenth of a second of silence (RIFF, 8 kHz, 8 bit)."""
    data = b"\x80" * 800
    head = b"WAVEfmt " + (16).to_bytes(4, "little") + b"\x01\x00\x01\x00"
    head += (8000).to_bytes(4, "little") * 2 + b"\x01\x00\x08\x00data"
    body = head + len(data).to_bytes(4, "little") + data
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def mp4() -> bytes:
    """The beginning of a film, as far as its type."""
    return b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42" + bytes(4000)


def mail() -> bytes:
    """An e-mail."""
    lines = ("From: a@example.vn", "To: b@example.vn", "Message-ID: <1@example.vn>", "", "Kính gửi")
    return "\r\n".join(lines).encode()


HOSTILE: dict[str, tuple[str, Any, str]] = {
    "a PDF with a script": ("a.pdf", lambda: with_objects(b"<</S/JavaScript/JS(app.alert(1))>>"), "pdf_script"),
    "a script with an escaped name": ("a.pdf", lambda: with_objects(b"<</S/J#61vaScript>>"), "pdf_script"),
    "a script in an object stream": ("a.pdf", lambda: hidden(b"900 0 <</S/JavaScript/JS(1)>>"), "pdf_script"),
    "a PDF that starts a program": ("a.pdf", lambda: with_objects(b"<</S/Launch/F(cmd.exe)>>"), "pdf_action"),
    "a PDF with a file in it": ("a.pdf", lambda: with_objects(b"<</Type/EmbeddedFile>>"), "pdf_attachment"),
    "an encrypted PDF": ("a.pdf", lambda: with_objects(b"<</Encrypt 5 0 R>>"), "encrypted"),
    "a PDF of which the end is missing": ("a.pdf", lambda: pdf()[:900], "truncated"),
    "an object stream that is a bomb": ("a.pdf", lambda: hidden(bytes(20_000_000)), "bomb"),
    "an object stream that cannot be inflated": (
        "a.pdf",
        lambda: with_objects(b"<</Type/ObjStm>>stream\nnonsense\nendstream"),
        "unsearched",
    ),
    **{
        f"a script in an object stream {how}": ("a.pdf", partial(hidden_so, *said), "unsearched")
        for how, said in {
            "behind a long comment": (b"<</Type/ObjStm/N 1/First 6%" + b"a" * 3000 + b"\n/Filter/FlateDecode>>", 1),
            "behind another that is none": (
                b"<</Type/ObjStm/N 1/First 6%stream\n" + zlib.compress(b"1") + b"\n/Filter/FlateDecode>>",
                1,
            ),
            "that is packed twice": (b"<</Type/ObjStm/N 1/First 6/Filter[/FlateDecode/FlateDecode]>>", 2),
            "with a predictor": (
                b"<</Type/ObjStm/N 1/First 6/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>>>",
                1,
            ),
            "with escaped filters": (b"<</Type/ObjStm/N 1/First 6/F#69lter[/Fl/Fl]>>", 2),
            "whose type comes last": (b"<</N 1/First 6/Filter[/Fl/Fl]/Type/ObjStm>>", 2),
        }.items()
    },
    "a script at the end of an object stream of many megabytes": (
        "a.pdf",
        lambda: hidden(b"900 0 " + random.Random(1).randbytes(2_500_000) + b"<</S/JavaScript>>"),
        "unsearched",
    ),
    "a Word file with macros": ("a.docm", lambda: word(macros=True), "macros"),
    "an old Word file with macros": (
        "a.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "_VBA_PROJECT".encode("utf-16-le"),
        "macros",
    ),
    "an Office file with a password": (
        "a.xlsx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "an encrypted archive": ("a.zip", encrypted_zip, "encrypted"),
    "an archive that is a bomb": ("a.zip", bomb, "bomb"),
    "an archive of archives": ("a.zip", lambda: archive({"1.zip": b"", "2.zip": b""}), "bomb"),
    "an archive with a program": ("a.zip", lambda: archive({"hoa-don.exe": b"MZ"}), "program"),
    "an archive without its end": ("a.zip", lambda: archive({"a": b"1"})[:40], "truncated"),
    "a program": ("a.exe", lambda: b"MZ" + bytes(100), "program"),
    "a program that says it is a picture": ("anh.jpg", lambda: b"MZ" + bytes(100), "wrong_ending"),
    "a page": ("a.html", lambda: b"<!doctype html><script>alert(1)</script>", "web_page"),
    "a drawing with a script": ("a.svg", lambda: b'<svg xmlns="x" onload="alert(1)"/>', "web_page"),
    "a PDF that is an archive too": ("a.pdf", lambda: pdf() + archive({"a": b"1"}), "polyglot"),
    "a picture that is a page too": (
        "a.jpg",
        lambda: pictures.jpeg() + b"<html><script>alert(1)</script>",
        "polyglot",
    ),
    "sound that is a page too": ("a.wav", lambda: wav() + b"<script>alert(1)</script>", "polyglot"),
    "a cut picture": ("a.jpg", lambda: pictures.jpeg()[:-400], "truncated"),
}  # fmt: skip
"""By what it is: the name with which it comes, its bytes, and the danger that must be said."""


def metadata(case_id: UUID, name: str) -> str:
    """The Upload-Metadata of the desk's script."""
    said = {"case_id": str(case_id), "filename": name}
    return ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in said.items())


async def ask(desk: Desk, method: str, url: str, content: Any = None, **headers: Any) -> httpx.Response:  # fmt: skip
    """One request of the desk's script, with the session's token."""
    named = {"Tus-Resumable": "1.0.0", "X-CSRF-Token": await desk.form_token()}
    named |= {name.replace("_", "-"): str(value) for name, value in headers.items()}
    return await desk.http.request(method, url, content=content, headers=named)


async def begin(desk: Desk, case_id: UUID, name: str, length: int) -> httpx.Response:
    """Begin an upload."""
    said = metadata(case_id, name)
    return await ask(desk, "POST", MOUNT, Upload_Length=length, Upload_Metadata=said)


async def send(desk: Desk, url: str, data: bytes, offset: int = 0) -> httpx.Response:
    """Send a part."""
    return await ask(desk, "PATCH", url, data, Content_Type=OCTETS, Upload_Offset=offset)


async def upload(desk: Desk, case_id: UUID, name: str, data: bytes) -> str:
    """Upload a file whole; returns the upload's id."""
    begun = await begin(desk, case_id, name, len(data))
    assert begun.status_code == 201, begun.text
    url = begun.headers["location"]
    sent = await send(desk, url, data)
    assert sent.status_code == 204, sent.text
    return str(url.rpartition("/")[2])


async def take(desk: Desk, case_id: UUID, *uploads: str) -> httpx.Response:
    """Have complete uploads taken as files of the case."""
    form = {"csrf_token": await desk.form_token(), "upload": list(uploads)}
    return await desk.http.post(f"/desk/cases/{case_id}/filing", data=form)


async def waiting(desk: Desk, case_id: UUID) -> list[UUID]:
    """The files that wait for a sheet number, as the page lists them."""
    page = await desk.http.get(f"/desk/cases/{case_id}/filing")
    return [UUID(one) for one in _WAITS.findall(page.text)]


async def keep(desk: Desk, case_id: UUID, name: str, data: bytes) -> UUID:
    """Upload a file, have it taken, and return its id."""
    before = set(await waiting(desk, case_id))
    answer = await take(desk, case_id, await upload(desk, case_id, name, data))
    assert answer.status_code == 303, answer.text
    return next(one for one in await waiting(desk, case_id) if one not in before)
