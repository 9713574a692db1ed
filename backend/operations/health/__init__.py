"""Readiness of each part of the system, and metrics for Prometheus."""
