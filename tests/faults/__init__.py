"""Faults under load: what is killed, cut or filled up, and that nothing acknowledged is lost.

    make faults            # all of them, with what was measured
    make faults SEED=7     # the same faults at the same moments of their own clocks

Each test starts a system of its own as production does (fsync on). What phones were told is kept by
a witness (witness.py), and compared at the end with what the database and the store hold
(afterwards.py).
"""
