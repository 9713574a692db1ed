"""Starts and operates the parts: embedded servers, processes, bootstrap, checks.

Only `cli.py` imports it.
"""
