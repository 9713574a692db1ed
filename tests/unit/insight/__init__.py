"""Tests of backend/insight: pure rules."""
