"""What a filed document is, by its bytes alone: never by its name or what its sender says. Pure.

Nothing is decoded or unpacked. Only a few signatures are known (each names its source); a file of
any other kind is kept as it came and is `application/octet-stream`.
"""

from typing import Final, Literal

UNKNOWN: Final = "application/octet-stream"
PDF: Final = "application/pdf"
OLE: Final = "application/x-ole-storage"
ZIP: Final = "application/zip"
HTML: Final = "text/html"
TEXT: Final = "text/plain"
PROGRAM: Final = "application/x-executable"
MAIL: Final = "message/rfc822"
PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Pictures that the fence of decoders makes a preview of, which alone is shown."""
AUDIO: Final = frozenset(
    {"audio/mpeg", "audio/mp4", "audio/wav", "audio/ogg", "audio/flac", "audio/aac"}
)
VIDEO: Final = frozenset({"video/mp4", "video/webm"})
"""Sound and moving pictures that browsers play themselves."""
OFFICE: Final = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
"""By the folder of their parts (ECMA-376-2)."""
HEAD_BYTES = 4096

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),  # MS-CFB 2.2
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),  # RFC 4867, 5.1
    (b"\x1a\x45\xdf\xa3", "video/webm"),  # RFC 8794, 8.1
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
)
_AUDIO_BRANDS = (b"M4A ", b"M4B ", b"M4P ")
_VIDEO_BRANDS = (
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"dash",
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_PAGES = (b"<!doctype", b"<html", b"<svg", b"<script", b"<body", b"<iframe", b"<?xml")
_MAIL_LINES = (b"from:", b"received:", b"return-path:", b"delivered-to:", b"message-id:", b"mime-version:")  # fmt: skip

ENDINGS: Final[dict[str, frozenset[str]]] = {
    PDF: frozenset({"pdf"}),
    "image/jpeg": frozenset({"jpg", "jpeg", "jfif"}),
    "image/png": frozenset({"png"}),
    "image/webp": frozenset({"webp"}),
    "image/heic": frozenset({"heic", "heif", "avif"}),
    "image/gif": frozenset({"gif"}),
    "image/tiff": frozenset({"tif", "tiff"}),
    "image/bmp": frozenset({"bmp"}),
    OLE: frozenset({"doc", "xls", "ppt", "msg", "dot", "xlt", "pps", "docx", "xlsx", "pptx"}),
    "application/rtf": frozenset({"rtf", "doc"}),
    ZIP: frozenset({"zip", "odt", "ods", "odp", "epub"}),
    OFFICE[b"word/"]: frozenset({"docx", "docm", "dotx", "dotm"}),
    OFFICE[b"xl/"]: frozenset({"xlsx", "xlsm", "xltx", "xltm", "xlsb"}),
    OFFICE[b"ppt/"]: frozenset({"pptx", "pptm", "ppsx", "ppsm"}),
    "application/vnd.rar": frozenset({"rar"}),
    "application/x-7z-compressed": frozenset({"7z"}),
    "application/gzip": frozenset({"gz", "tgz"}),
    "audio/mpeg": frozenset({"mp3", "mpga"}),
    "audio/mp4": frozenset({"m4a", "m4b", "mp4"}),
    "audio/wav": frozenset({"wav"}),
    "audio/ogg": frozenset({"ogg", "oga", "opus", "ogv"}),
    "audio/flac": frozenset({"flac"}),
    "audio/aac": frozenset({"aac"}),
    "audio/amr": frozenset({"amr"}),
    "video/mp4": frozenset({"mp4", "m4v", "m4a", "3gp"}),
    "video/webm": frozenset({"webm", "mkv", "mka"}),
    "video/quicktime": frozenset({"mov", "qt"}),
    "video/3gpp": frozenset({"3gp", "3g2"}),
    "video/x-msvideo": frozenset({"avi"}),
    HTML: frozenset({"html", "htm", "xhtml", "svg", "xml", "mht", "xsd"}),
    MAIL: frozenset({"eml", "mht", "mhtml", "txt"}),
    PROGRAM: frozenset({"exe", "dll", "com", "scr", "sys", "so", "sh", "bin", "py"}),
}
"""Endings with which a file of a type may come. A type without a line has none that would be wrong."""
_TEXT_ENDINGS: Final = frozenset({"txt", "csv"})


def ends_as(name: str, kind: str) -> bool:
    """Tell whether a name ends as files of this type do, so that a click on it starts no other program.

    Text may be a script, and what is of no known type anything: there only a few endings are of that kind.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending in ENDINGS.get(kind, _TEXT_ENDINGS if kind == TEXT else frozenset())


def media_type(head: bytes, tail: bytes) -> str:
    """Return the type by the first bytes. `tail` has the directory of a ZIP archive at its end."""
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _of_zip(head, tail)
    if head[:4] == b"RIFF":
        return {b"WAVE": "audio/wav", b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}.get(
            head[8:12], UNKNOWN
        )
    if head[4:8] == b"ftyp":
        return _of_brand(head[8:12])
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE0 == 0xE0:  # ISO/IEC 11172-3, 2.4.1
        return "audio/aac" if head[1] & 0xF6 == 0xF0 else "audio/mpeg"
    return _of_text(head)


def _of_zip(head: bytes, tail: bytes) -> str:
    for folder, kind in OFFICE.items():
        if folder in tail and b"[Content_Types].xml" in head + tail:
            return kind
    return ZIP


def _of_brand(brand: bytes) -> str:
    """ISO/IEC 14496-12, 4.3: the major brand."""
    if brand in _HEIF_BRANDS:
        return "image/heic"
    if brand in _AUDIO_BRANDS:
        return "audio/mp4"
    if brand == b"qt  ":
        return "video/quicktime"
    if brand[:2] == b"3g":
        return "video/3gpp"
    return "video/mp4" if brand in _VIDEO_BRANDS else UNKNOWN


def _of_text(head: bytes) -> str:
    if not head or b"\x00" in head:
        return UNKNOWN
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if start.startswith(_PAGES):
        return HTML
    lines = start.split(b"\n")[:20]
    if sum(line.startswith(_MAIL_LINES) for line in lines) > 1:
        return MAIL
    try:
        head[: HEAD_BYTES - 4].decode()
    except UnicodeDecodeError:
        return UNKNOWN
    return TEXT


Shown = Literal["frame", "picture", "audio", "video", "download"]


def shown_as(kind: str, dangers: tuple[str, ...]) -> Shown:
    """Return how the browser may show a file: `frame`, `picture`, `audio`, `video` or `download`.

    Only what no danger was found in is shown as it came. A picture is always shown as a preview
    that was made behind the fence, so what else its bytes are does not matter.
    """
    if kind in PICTURES:
        return "picture"
    if dangers:
        return "download"
    if kind == PDF:
        return "frame"
    if kind in AUDIO:
        return "audio"
    return "video" if kind in VIDEO else "download"
