"""What a phone recorded and could not send."""

from tests.support.readers import readers

__all__ = ["readers"]
