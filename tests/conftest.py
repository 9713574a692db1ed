"""Fixtures that every test may name; they live in tests/support."""

from tests.support.application import app, client
from tests.support.people import people
from tests.support.phone import phones
from tests.support.servers import database, pool, servers, settings, template

__all__ = ["app", "client", "database", "people", "phones", "pool", "servers", "settings", "template"]
