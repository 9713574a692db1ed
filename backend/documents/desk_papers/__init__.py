"""The steps that every paper of the desk takes after its draft, whichever record it is of.

A group to the right, and backend/documents/record_papers for plans and information, has its own
acts, table and rules, and describes them once (group.py). A step is a class that is made of that
description; its methods are what the group's service calls (docs/decisions/0051).
"""
