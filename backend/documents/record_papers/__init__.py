"""Papers of records that are neither cases nor inspections: plans, and information that was received.

A group to the right owns the record. It registers how its papers are seen, filled and signed
(owners.py), and its record handler takes their acts over (adapter.py). Signing, scans, dispatch and
the public check are here once for all of them (docs/decisions/0051).
"""
