"""Fixtures that every test may name; they live in tests/support."""

from tests.support.application import app, client
from tests.support.desk import desks
from tests.support.people import people
from tests.support.phone import phones
from tests.support.servers import database, pool, servers, settings, superuser, template
from tests.support.uploads import stranger, tus

__all__ = [
    "app",
    "client",
    "database",
    "desks",
    "people",
    "phones",
    "pool",
    "servers",
    "settings",
    "stranger",
    "superuser",
    "template",
    "tus",
]
