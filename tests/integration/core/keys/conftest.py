"""Keys are replaced under readers and phones."""

from tests.support.readers import readers

__all__ = ["readers"]
