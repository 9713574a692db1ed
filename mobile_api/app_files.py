"""The phone app under /app/: files built from mobile_app/, served from memory.

Files are read when the process starts, and again when a new build has replaced the folder. No
request ever names a path on the disk, so there is nothing to traverse. Names below assets/ contain
a hash of their content and are cached for ever. Everything else is requested anew, above all the
service worker: a phone must never be held to an old one. Addresses without a dot belong to the app
(deep links) and get its one page. Nothing here needs a token: the app is the same for everybody,
and knows nothing until an officer signs in.
"""

import gzip
import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from litestar import Request, Response, Router, get
from litestar.params import FromPath

FOLDER = Path(__file__).with_name("app")
STAMP = ".hientruong.json"
"""Written last by deploy/web_assets.py. A changed stamp means a new build."""
PAGE = "index.html"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "media-src 'self' blob:",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(self), microphone=()",
}
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
"""The framework adds the charset to every text."""
_TEXTS = {".html", ".css", ".js", ".json", ".md", ".webmanifest", ".svg"}
_NOT_BUILT = (
    "Ứng dụng điện thoại chưa được dựng trên máy chủ này; người quản trị chạy ./hientruong up khi có mạng.\n"
    "The phone app is not built on this server yet; its administrator runs ./hientruong up with a connection.\n"
)


class AppFile(NamedTuple):
    """A file in the form in which it is served."""

    content: bytes
    zipped: bytes | None
    """The content compressed by gzip, once, if it is text."""
    media_type: str
    digest: str


class AppFiles:
    """The files of the present build, by their names below /app/."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._build: float | None = None
        self._files: dict[str, AppFile] = {}

    def find(self, name: str) -> AppFile | None:
        """Return the file of this name in the present build, or None."""
        build = self._stamped()
        if build != self._build:
            self._files = _read_all(self._folder) if build is not None else {}
            self._build = build
        return self._files.get(name)

    def _stamped(self) -> float | None:
        try:
            return (self._folder / STAMP).stat().st_mtime_ns
        except OSError:
            return None


def _read_all(folder: Path) -> dict[str, AppFile]:
    return {
        path.relative_to(folder).as_posix(): _read(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in _TYPES and path.name != STAMP
    }


def _read(path: Path) -> AppFile:
    content = path.read_bytes()
    zipped = gzip.compress(content, 9, mtime=0) if path.suffix in _TEXTS else None
    digest = hashlib.sha256(content).hexdigest()[:32]
    return AppFile(content, zipped, _TYPES[path.suffix], digest)


@get(["/app", "/app/{name:path}"], opt={"public": True}, include_in_schema=False)
async def app_file(request: Request[Any, Any, Any], name: FromPath[str] = "") -> Response[bytes]:
    """Serve a file of the app, or its page for any address of the app; 404 for a file that does not exist.

    The app's scope ends with a slash. The framework treats the address with and without it as the
    same; a service worker does not.
    """
    if request.scope["raw_path"].partition(b"?")[0] == b"/app":
        return Response(b"", status_code=308, headers={"location": "/app/"})
    files: AppFiles = request.app.state["app_files"]
    wanted = name.strip("/")
    if "." not in wanted.rpartition("/")[2]:
        wanted = PAGE
    found = files.find(wanted)
    if found is None:
        text, status = (_NOT_BUILT, 503) if wanted == PAGE else ("404\n", 404)
        return Response(text.encode(), status_code=status, media_type="text/plain")
    tag = f'"{found.digest}"'
    headers = {"etag": tag, "vary": "accept-encoding"} | HEADERS
    if wanted.startswith("assets/"):
        headers["cache-control"] = "public, max-age=31536000, immutable"
    else:
        headers["cache-control"] = "no-cache"
    if tag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers, media_type=found.media_type)
    if found.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        return Response(found.zipped, headers=headers, media_type=found.media_type)
    return Response(found.content, headers=headers, media_type=found.media_type)


ROUTER = Router(path="/", route_handlers=[app_file])
