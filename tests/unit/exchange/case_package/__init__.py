"""Unit tests of the package of a case."""
