"""The demonstration: a made-up force, and a visit played over HTTP by a phone and a desk.

They know no secrets of the server. Everything here uses the system from outside, as an officer's
phone and a supervisor's browser do, and checks the answers: signatures of receipts, hashes of
bytes, states. `tests/support/phone.py` wraps the same phone.
"""
