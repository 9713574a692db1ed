"""Handing over: all open work of an officer goes to colleagues in one step."""
