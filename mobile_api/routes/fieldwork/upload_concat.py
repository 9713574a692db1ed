"""Reads the header Upload-Concat: `partial`, or `final;` and the addresses of the partial uploads.

Source: tus 1.0.0, concatenation. Addresses may be relative or absolute (RFC 3986 §5), with one or
more blanks between them. Only addresses of this server's uploads are accepted.
"""

from urllib.parse import urljoin, urlsplit
from uuid import UUID

from backend.fieldwork.errors import BadUpload

_MOST_CHARACTERS = 16 * 1024
_DEFAULT_PORTS = {"http": 80, "https": 443}


def partials_of(header: str, *, host: str, mount: str) -> list[UUID] | None:
    """Return the ids of a final upload's partial uploads, in order; None for `partial`.

    `host` is the request's Host header, and `mount` the path below which uploads are. Raises
    BadUpload.
    """
    kind, separator, addresses = header.partition(";")
    if kind == "partial" and not separator:
        return None
    if kind != "final" or not separator or len(header) > _MOST_CHARACTERS:
        raise BadUpload(where="Upload-Concat")
    return [_id_of(address, host, mount) for address in addresses.split(" ") if address]


def _id_of(address: str, host: str, mount: str) -> UUID:
    """Return the id of the upload that an address names.

    The scheme may differ from ours: TLS may end at a proxy.
    """
    try:
        parts = urlsplit(urljoin(f"http://{host}{mount}", address))
        folder, _, name = parts.path.rpartition("/")
        known = (
            parts.scheme in _DEFAULT_PORTS
            and not (parts.query or parts.fragment or "@" in parts.netloc)
            and (parts.hostname, parts.port or _DEFAULT_PORTS[parts.scheme])
            == _authority(host, parts.scheme)
            and folder == mount
            and len(name) == 36
        )
        if known:
            return UUID(name)
    except ValueError:
        pass
    raise BadUpload(where="Upload-Concat")


def _authority(host: str, scheme: str) -> tuple[str | None, int]:
    parts = urlsplit(f"//{host}")
    return parts.hostname, parts.port or _DEFAULT_PORTS[scheme]
