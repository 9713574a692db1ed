"""What every group builds on: database, clock, errors, scope, keys, settings, stores.

Knows nothing about inspections.
"""
