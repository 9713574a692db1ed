"""The people's pages have a real browser too."""

from tests.support.chromium import chrome, site

__all__ = ["chrome", "site"]
