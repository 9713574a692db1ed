"""The market surveillance force and its people.

Units, officers, roles, sessions, devices, delegations, numbers of papers, and notices to officers.
"""
