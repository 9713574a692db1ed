"""What may be asked of a network while a certificate is judged: the hosts that this installation lists, nobody else.

The addresses in a certificate are its holder's words until its chain is built, and building the chain may ask them
(authority information access, RFC 5280 §4.2.2.1): without a list, who sends a certificate chooses where our server
sends requests, into our own network too. So every request, each step of a redirect included, goes to a listed host and
port alone. A listed name must lead to public addresses, looked at in the moment of connecting; an address of a private
network is asked only where the list names that very address.
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
"""Of one answer, unpacked. The lists of national authorities have a few megabytes."""
_PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")


class NotListed(aiohttp.ClientError):
    """The address is none that this installation may ask; the library takes it for a fetch that failed."""


def is_listed(url: URL, hosts: Iterable[str]) -> bool:
    """Say whether an address is one of a listed host and port, by HTTP, with nobody's name and password."""
    if url.scheme not in _PORTS or not url.host or url.user or url.password:
        return False
    named = f"[{url.host}]" if ":" in url.host else url.host.lower().rstrip(".")
    usual = {named} if url.port == _PORTS[url.scheme] else set()
    return bool(({f"{named}:{url.port}"} | usual) & set(hosts))


def is_public(address: str) -> bool:
    """Say whether an address is of the public network, also where it leads through to one of IPv4: RFC 4291 §2.5.5.2,
    RFC 3056 (6to4), RFC 6052 (NAT64). Raises ValueError for what is none."""
    parsed = ip_address(address)
    if isinstance(parsed, IPv4Address):
        return parsed.is_global
    inner = parsed.ipv4_mapped or parsed.sixtofour
    if parsed in _NAT64:
        inner = IPv4Address(int(parsed) & 0xFFFF_FFFF)
    return parsed.is_global and (inner is None or inner.is_global)


class _Public(AbstractResolver):
    """Names lead to public addresses or nowhere: what a name server says cannot open our own network."""

    def __init__(self) -> None:
        self._resolver = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Raises OSError where a name leads to no public address."""
        found = await self._resolver.resolve(host, port, family)
        public = [one for one in found if is_public(one["host"].partition("%")[0])]
        if not public:
            raise OSError(f"{host} leads to no public address")
        return public

    async def close(self) -> None:
        """Nothing is kept."""
        await self._resolver.close()


class _Bounded(aiohttp.ClientResponse):
    """An answer of which no more is taken into memory than may come, whatever length it states, or none; once."""

    async def read(self) -> bytes:
        """The body. Raises NotListed where it is too long."""
        whole = bytearray()
        async for piece in self.content.iter_any():
            whole += piece
            if len(whole) > _MOST_BYTES:
                self.close()
                raise NotListed(f"{self.url.host} answers too much")
        return bytes(whole)


class _Session:
    """What the library takes for a session of aiohttp: one of its own for each request, closed with the answer.

    A session kept for a judgement would be closed by whoever made the context, and not every part of the library does.
    """

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = hosts

    def get(self, url: str, **more: Any) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """Ask for something."""
        return self._ask("GET", url, **more)

    def post(self, url: str, **more: Any) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """Ask with a question."""
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
    """What fetches for one judgement."""
    session: Any = _Session(frozenset(hosts))
    return AIOHttpFetcherBackend(session, _SECONDS, limits=_LIMITS)
