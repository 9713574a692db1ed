"""Fixtures, people and helpers of the tests."""
