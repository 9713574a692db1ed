"""A place of backups, for the tests that ask for one."""

from tests.support.backups import place, write

__all__ = ["place", "write"]
