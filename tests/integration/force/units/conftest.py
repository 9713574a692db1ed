"""Tests of units read pages."""

from tests.support.readers import readers

__all__ = ["readers"]
