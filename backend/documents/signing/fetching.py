"""Network requests while a certificate is judged: only to hosts that this installation lists.

The addresses in a certificate are unverified until its chain is built, and building the chain may
request them (authority information access, RFC 5280 §4.2.2.1). Without a list, the sender of a
certificate could choose where our server sends requests, even into our own network. So every
request, including each step of a redirect, goes only to a listed host and port. A listed name must
resolve to public addresses, which is checked when connecting. An address of a private network is
requested only if the list contains that very address.
"""

import socket
import ssl
from collections.abc import AsyncIterator, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Any

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver, ResolveResult
from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend
from pyhanko_certvalidator.fetchers.api import FetchLimits
from yarl import URL

_SECONDS = 10
_LIMITS = FetchLimits(max_requests=20, max_cert_requests=8, max_aia_urls_per_object=4)
_MOST_BYTES = 32 * 1024 * 1024
"""Most bytes of one answer, unpacked.

The revocation lists of national authorities have a few megabytes.
"""
_PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")


class NotListed(aiohttp.ClientError):
    """The address is not listed. The library treats this as a failed fetch."""


def is_listed(url: URL, hosts: Iterable[str]) -> bool:
    """Tell whether an address is HTTP(S) to a listed host and port, without user name and password."""
    if url.scheme not in _PORTS or not url.host or url.user or url.password:
        return False
    named = f"[{url.host}]" if ":" in url.host else url.host.lower().rstrip(".")
    usual = {named} if url.port == _PORTS[url.scheme] else set()
    return bool(({f"{named}:{url.port}"} | usual) & set(hosts))


def is_public(address: str) -> bool:
    """Tell whether an IP address is public. Raises ValueError if it is not an address.

    An IPv6 address that embeds an IPv4 address is judged by that one too: RFC 4291 §2.5.5.2, RFC
    3056 (6to4), RFC 6052 (NAT64).
    """
    parsed = ip_address(address)
    if isinstance(parsed, IPv4Address):
        return parsed.is_global
    inner = parsed.ipv4_mapped or parsed.sixtofour
    if parsed in _NAT64:
        inner = IPv4Address(int(parsed) & 0xFFFF_FFFF)
    return parsed.is_global and (inner is None or inner.is_global)


class _Public(AbstractResolver):
    """Resolves names to public addresses only: no name server can direct us into our own network."""

    def __init__(self) -> None:
        self._resolver = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Resolve a name. Raises OSError if it has no public address."""
        found = await self._resolver.resolve(host, port, family)
        public = [one for one in found if is_public(one["host"].partition("%")[0])]
        if not public:
            raise OSError(f"{host} leads to no public address")
        return public

    async def close(self) -> None:
        """Close the inner resolver."""
        await self._resolver.close()


class _Bounded(aiohttp.ClientResponse):
    """An answer read into memory only up to _MOST_BYTES, whatever length it states.

    Can be read once.
    """

    async def read(self) -> bytes:
        """Return the body. Raises NotListed if it is too long."""
        whole = bytearray()
        async for piece in self.content.iter_any():
            whole += piece
            if len(whole) > _MOST_BYTES:
                self.close()
                raise NotListed(f"{self.url.host} answers too much")
        return bytes(whole)


class _Session:
    """Stands in for an aiohttp session. It opens one per request and closes it with the answer.

    A session shared by all requests of a judgement would have to be closed by the code that makes
    the validation context, and not every part of the library does so.
    """

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = hosts

    def get(self, url: str, **more: Any) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """Send a GET request."""
        return self._ask("GET", url, **more)

    def post(self, url: str, **more: Any) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """Send a POST request."""
        return self._ask("POST", url, **more)

    @asynccontextmanager
    async def _ask(
        self, method: str, url: str, **more: Any
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        trust = ssl.create_default_context(cafile=certifi.where())
        async with (
            aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=trust, resolver=_Public()),
                middlewares=(self._only_listed,),
                response_class=_Bounded,
                trust_env=False,
            ) as session,
            session.request(method, url, **more) as answer,
        ):
            yield answer

    async def _only_listed(
        self, request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
    ) -> aiohttp.ClientResponse:
        if not is_listed(request.url, self._hosts):
            raise NotListed(f"{request.url.host} is not listed")
        return await handler(request)


def backend(hosts: Iterable[str]) -> AIOHttpFetcherBackend:
    """Make the fetcher for one judgement."""
    session: Any = _Session(frozenset(hosts))
    return AIOHttpFetcherBackend(session, _SECONDS, limits=_LIMITS)
