"""The desk's tests have readers."""

from tests.support.readers import readers

__all__ = ["readers"]
