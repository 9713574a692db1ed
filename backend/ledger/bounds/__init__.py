"""Bounds of the values in an act (how early, how late, how much), by type of act and place in its content.

table.py holds them as data, edges.py defines what an edge is, rules.py checks values against them.
Nothing here knows a record or a database.
"""
