"""Our few style sheets and scripts, served from memory under the hash of their bytes.

They are read once when the process starts: no request ever names a path on the disk, so there is
nothing to traverse, no link to follow and no odd byte to trip over. The hash in the address lets
browsers keep them for ever. Each stands beside its page; its address has its name alone, so no two
have the same. What npm brought (a folder `vendor`, see deploy/web_assets.py) is served in the same
way, and may be missing in a checkout that never reached a registry.
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
    ".svg": "image/svg+xml",
}


class StaticFile(NamedTuple):
    """A file as it is served."""

    content: bytes
    media_type: str
    digest: str


def _read(path: Path) -> StaticFile:
    content = path.read_bytes()
    return StaticFile(content, _TYPES[path.suffix], hashlib.sha256(content).hexdigest()[:16])


def _files() -> dict[str, StaticFile]:
    found: dict[str, StaticFile] = {}
    for path in files(*_TYPES):
        if path.name in found:
            raise ValueError(f"two files would be served as {path.name}")
        found[path.name] = _read(path)
    return found


FILES = _files()


def has(name: str) -> bool:
    """Say whether a file of npm's is here; our own always are."""
    return name in FILES


def address(name: str) -> str:
    """Where a static file is served. KeyError for a file that we do not have."""
    return f"/desk/static/{FILES[name].digest}/{name}"


@get(
    "/desk/static/{digest:str}/{name:str}",
    opt={"public": True, "static": True},
    include_in_schema=False,
)
async def static_file(digest: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """Serve a file of ours; an address with another hash is of another version and is not here."""
    found = FILES.get(name)
    if found is None or found.digest != digest:
        raise NotFoundException
    return Response(
        found.content,
        media_type=found.media_type,
        headers={"cache-control": "public, max-age=31536000, immutable"},
    )
