"""Checkpoints lie in a bucket of their own, which tests empty."""

from tests.support.checkpoints import bucket, mine, store

__all__ = ["bucket", "mine", "store"]
