"""Our few style sheets and scripts, served from memory under the hash of their bytes.

They are read once when the process starts. No request names a path on the disk, so path traversal,
symbolic links and odd bytes in names cannot do harm. The hash in the address lets browsers keep the
files for ever. Each file is beside its page, but its address has only its name, so no two may have
the same. Files that are fetched (folders `vendor`, see deploy/web_assets.py) are served in the same way. A
checkout that never reached a registry may lack them.

The style of the whole desk is written in several small sheets (folder `style`) and served as one,
`desk.css`: one request, and an order that is said in one place.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from admin_ui.shell.files import files

_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


_STYLE = Path(__file__).parent / "style"
_SHEETS = (
    "tokens",
    "base",
    "frame",
    "buttons",
    "forms",
    "live",
    "find",
    "cards",
    "stages",
    "fold",
    "tables",
    "listing",
    "media",
    "texts",
    "paper",
    "narrow",
    "print",
)
"""The sheets of the desk's style in their order: of two rules alike, the later one wins."""


class StaticFile(NamedTuple):
    """A file and its headers, as served."""

    content: bytes
    media_type: str
    digest: str


def _file(content: bytes, suffix: str) -> StaticFile:
    return StaticFile(content, _TYPES[suffix], hashlib.sha256(content).hexdigest()[:16])


def _style() -> StaticFile:
    """Return the sheets as one. Raises ValueError if one is not in the order, or is not there."""
    there = {path.stem for path in _STYLE.glob("*.css")}
    if there != set(_SHEETS):
        raise ValueError(f"sheets without a place in the order: {there ^ set(_SHEETS)}")
    return _file(b"\n".join((_STYLE / f"{name}.css").read_bytes() for name in _SHEETS), ".css")


def _files() -> dict[str, StaticFile]:
    found = {"desk.css": _style()}
    for path in files(*_TYPES):
        if path.name.startswith(".") or path.parent == _STYLE:
            continue  # a stamp that says of which sources a folder `vendor` was made, or a part of desk.css
        if path.name in found:
            raise ValueError(f"two files would be served as {path.name}")
        found[path.name] = _file(path.read_bytes(), path.suffix)
    return found


FILES = _files()


def has(name: str) -> bool:
    """Tell whether a file from npm exists here; our own always do."""
    return name in FILES


def address(name: str) -> str:
    """Return the address of a static file. Raises KeyError for an unknown file."""
    return f"/desk/static/{FILES[name].digest}/{name}"


@get(
    "/desk/static/{digest:str}/{name:str}",
    opt={"public": True, "static": True},
    include_in_schema=False,
)
async def static_file(digest: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """Serve a static file. An address with another hash is of another version and is not found."""
    found = FILES.get(name)
    if found is None or found.digest != digest:
        raise NotFoundException
    return Response(
        found.content,
        media_type=found.media_type,
        headers={"cache-control": "public, max-age=31536000, immutable"},
    )
