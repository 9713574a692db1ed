"""Our few style sheets and scripts, served from memory under the hash of their bytes.

They are read once when the process starts. No request names a path on the disk, so path traversal,
symbolic links and odd bytes in names cannot do harm. The hash in the address lets browsers keep the
files for ever. Each file is beside its page, but its address has only its name, so no two may have
the same. Files that are fetched (folders `vendor`, see deploy/web_assets.py) are served in the same way. A
checkout that never reached a registry may lack them.
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


class StaticFile(NamedTuple):
    """A file and its headers, as served."""

    content: bytes
    media_type: str
    digest: str


def _read(path: Path) -> StaticFile:
    content = path.read_bytes()
    return StaticFile(content, _TYPES[path.suffix], hashlib.sha256(content).hexdigest()[:16])


def _files() -> dict[str, StaticFile]:
    found: dict[str, StaticFile] = {}
    for path in files(*_TYPES):
        if path.name.startswith("."):
            continue  # the stamp that says of which sources a folder `vendor` was made
        if path.name in found:
            raise ValueError(f"two files would be served as {path.name}")
        found[path.name] = _read(path)
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
