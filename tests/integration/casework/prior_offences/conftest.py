"""The desk's readers, for the page."""

from tests.support.readers import readers

__all__ = ["readers"]
