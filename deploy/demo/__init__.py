"""The demonstration: a made-up force, and a visit played over HTTP by a phone and a desk that know
no secrets of the server.

Everything here talks to the system from outside, as an officer's phone and a supervisor's browser
do, and checks what it is told: signatures of receipts, hashes of bytes, states.
`tests/support/phone.py` wraps the same phone.
"""
