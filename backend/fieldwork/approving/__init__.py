"""Inspections that are submitted for approval: how they look, and what follows either way.

A ruling on an inspection stays the inspection's own act. The submission follows it; or, where a
step was answered on the submission's page, the act is written in the same transaction.
"""
