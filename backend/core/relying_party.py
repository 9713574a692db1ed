"""For whom passkeys are made: the domain and the addresses of the desk (W3C Web Authentication Level 3 §5.1.3).

A browser uses a passkey only on pages of the domain for which it was made, so a false page gets
none. We check the same: the origin that the browser signed has to be one of these.
"""

import ipaddress
from urllib.parse import urlsplit

import msgspec

LOCALHOST = "localhost"


class RelyingParty(msgspec.Struct, frozen=True, kw_only=True):
    """The domain of an installation's passkeys, and where its desk is opened."""

    id: str
    """A domain; it can never change without all passkeys being lost."""
    origins: tuple[str, ...]
    """E.g. https://hientruong.example.vn; each is on that domain or below it."""

    def serves(self, host: str) -> bool:
        """Tell whether the page under this host (with its port, if it has one) may use passkeys."""
        return any(urlsplit(origin).netloc == host.lower() for origin in self.origins)


def _refuse(name: str, vi: str, en: str) -> SystemExit:
    return SystemExit(f"HIENTRUONG_{name}: {vi} / HIENTRUONG_{name}: {en}")


def _origin(text: str) -> str:
    """Return an origin as browsers write it. Raises SystemExit for anything else."""
    try:
        found = urlsplit(text.rstrip("/"))
        host, _ = found.hostname or "", found.port
    except ValueError:
        host = ""
    named = host and not _is_number(host)
    safe = named and (found.scheme == "https" or (found.scheme == "http" and host == LOCALHOST))
    if not safe or found.path or found.query or found.fragment or "@" in found.netloc:
        raise _refuse(
            "PASSKEY_ORIGINS",
            f"“{text}” phải có dạng https://máy-chủ (tên miền, không phải số).",
            f"“{text}” must look like https://host (a name, no number).",
        )
    return f"{found.scheme}://{found.netloc.lower()}"


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _of_public(public_url: str) -> tuple[str, ...]:
    """Return the origin of the installation's public address, if browsers give it passkeys.

    They give none to a number; a number of this machine's own is `localhost` too.
    """
    found = urlsplit(public_url)
    host, port = found.hostname or "", f":{found.port}" if found.port else ""
    if _is_number(host):
        if not ipaddress.ip_address(host).is_loopback:
            return ()
        host = LOCALHOST
    if found.scheme != "https" and host != LOCALHOST:
        return ()
    return (f"{found.scheme}://{host}{port}",)


def read(public_url: str, origins: str, domain: str) -> RelyingParty | None:
    """Return for whom passkeys are made; None if this address can have none.

    `origins` are separated by spaces or commas; without any, the public address is the only one.
    Without a `domain` it is the first origin's host. Raises SystemExit with one sentence for an
    origin that no browser would send, and for one that is not on the domain: its officers would
    find out one by one.
    """
    given = origins.replace(",", " ").split()
    named = tuple(_origin(each) for each in given) if given else _of_public(public_url)
    if not named:
        return None
    rp_id = domain.strip().lower() or urlsplit(named[0]).hostname or ""
    for origin in named:
        host = urlsplit(origin).hostname or ""
        if host != rp_id and not host.endswith(f".{rp_id}"):
            raise _refuse(
                "PASSKEY_DOMAIN",
                f"“{rp_id}” không phải là tên miền của {origin}.",
                f"“{rp_id}” is not the domain of {origin}.",
            )
    return RelyingParty(id=rp_id, origins=named)
