"""Refused requests: who requested what, and why it was refused. Bursts of them are notified."""
