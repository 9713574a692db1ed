"""How early, how late, how much: the bounds of what an act may say, by type and place in its content.

table.py has them as data, edges.py what an edge is, rules.py asks; nothing here knows a record or a database.
"""
