"""Readers, for what is told at the desk."""

from tests.support.readers import readers

__all__ = ["readers"]
