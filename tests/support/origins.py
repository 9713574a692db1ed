"""Templates of the tests' databases: the migrated one, or one that also contains the cast.

Writing sixteen people into each of thousands of databases took longer than most tests. They are
written once per day of the clock, because their cards and posts depend on that day. A test that
sets the clock first gets a cast of that day.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

import asyncpg
import pytest

from backend.core import clock
from backend.core.keys import Keys
from deploy.servers import Servers
from tests.support.databases import Database, copy_database, database_of
from tests.support.people import People, cast


@dataclass
class Origins:
    """The templates of one run, with a cast for each day."""

    servers: Servers
    empty: str
    superuser: asyncpg.Connection
    _casts: dict[date, People] = field(default_factory=dict)

    async def with_cast(self, day: date) -> str:
        """The template with the cast of this day, created when it is first needed."""
        name = f"{self.empty}_{day:%Y%m%d}"
        if day not in self._casts:
            await copy_database(self.superuser, name, self.empty)
            owner_dsn = database_of(self.servers, name).owner_dsn
            self._casts[day] = await cast(owner_dsn, Keys(self.servers.folder.keys))
        return name

    def cast_of(self, day: date) -> People:
        """The cast that was written for this day, or for the previous one if midnight has just
        passed. Raises LookupError if the clock was set after the database was created."""
        for written in (day, day - timedelta(days=1)):
            if written in self._casts:
                return self._casts[written]
        raise LookupError(f"set the clock before the database is made: no cast of {day}")


@pytest.fixture(scope="session")
def origins(servers: Servers, template: str, superuser: asyncpg.Connection) -> Origins:
    """The templates of this run. They are deleted along with its servers."""
    return Origins(servers, template, superuser)


@pytest.fixture
async def origin(request: pytest.FixtureRequest, origins: Origins) -> str:
    """The template of this test's database."""
    if "people" in request.fixturenames:
        return await origins.with_cast(clock.now().date())
    return origins.empty


@pytest.fixture
def people(database: Database, origins: Origins) -> People:
    """The cast in this test's database. Their seeds are sealed with the run's keys: a test with its
    own keys starts with a copy of those."""
    return origins.cast_of(clock.now().date()).moved(database.owner_dsn)
