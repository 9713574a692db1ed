"""Tests of the phone's interface that need a real port."""

from tests.support.chromium import site

__all__ = ["site"]
