"""Our few style sheets and scripts, served from memory under the hash of their bytes.

They are read once when the process starts: no request ever names a path on the disk, so there is
nothing to traverse, no link to follow and no odd byte to trip over. The hash in the address lets
browsers keep them for ever. What npm brought (`static/vendor`, see deploy/web_assets.py) is served
in the same way, and may be missing in a checkout that never reached a registry.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

FOLDER = Path(__file__).with_name("static")
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


def _files(folder: Path) -> dict[str, StaticFile]:
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.name: _read(path) for path in found if path.suffix in _TYPES}


FILES = _files(FOLDER / "vendor") | _files(FOLDER)


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
